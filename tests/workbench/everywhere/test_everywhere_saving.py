"""Searches kept under a name, and the words shown of what was found."""

from __future__ import annotations

import pytest
from casework import STAMP
from hypothesis import given
from hypothesis import strategies as st

from workbench.change import Edit
from workbench.everywhere.query import Term, asked
from workbench.everywhere.saving import remove, rename, save, saved_as, typed_as
from workbench.everywhere.snippets import WIDTH, snippet
from workbench.model import SavedSearch, SearchId

KEPT = SavedSearch(SearchId("a"), "Open claims", "ferry", ("kind:claim", "is:open"))
LONG = "Nothing of note. " * 40 + "The harbour master saw the ferry leave. " + "All was quiet. " * 40


def test_what_was_typed_is_kept_in_parts_and_asks_the_same():
    change = save('ferry kind:claim is:"on author"', "  Ferry  claims ", (), SearchId("b"), STAMP)
    (edit,) = change.edits
    assert edit.after == SavedSearch(SearchId("b"), "Ferry claims", "ferry", ("kind:claim", 'is:"on author"'))
    assert asked(typed_as(edit.after)).filters == asked('ferry kind:claim is:"on author"').filters


def test_a_search_of_the_same_name_gives_way():
    (edit,) = save("boat", "OPEN claims", [KEPT], SearchId("b"), STAMP).edits
    assert edit == Edit(KEPT, SavedSearch(KEPT.id, "OPEN claims", "boat"))


@pytest.mark.parametrize(("typed", "name"), [(typed_as(KEPT), KEPT.name), ("", "")])
def test_what_changes_nothing_is_no_change(typed, name):
    assert save(typed, name, [KEPT], SearchId("b"), STAMP) is None


def test_without_a_name_it_is_called_what_was_typed():
    (edit,) = save("boat is:open", " ", (), SearchId("b"), STAMP).edits
    assert edit.after.name == "is:open boat"


def test_it_is_renamed_and_removed():
    assert rename(KEPT, " ", STAMP) is None
    assert rename(KEPT, KEPT.name, STAMP) is None
    (edit,) = rename(KEPT, "Ferry", STAMP).edits
    assert edit.after.name == "Ferry"
    assert remove(KEPT, STAMP).edits == (Edit(KEPT, None),)


def test_a_search_kept_already_is_known_by_what_it_asks():
    assert saved_as("is:open ferry", [KEPT]) is None
    assert saved_as("kind:claim ferry is:open", [KEPT]) == KEPT


def test_of_a_long_text_the_hit_is_shown_in_the_middle():
    shown, lit = snippet(LONG, [Term("harbour"), Term("ferry")])
    assert [span.of(shown) for span in lit] == ["harbour", "ferry"]
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) <= WIDTH + 2
    middle = (lit[0].start + lit[-1].end) / 2
    assert abs(middle - len(shown) / 2) < WIDTH / 5


def test_without_a_hit_the_beginning_is_shown():
    shown, lit = snippet(LONG, [])
    assert shown.startswith("Nothing of note.")
    assert lit == ()


@given(st.text(max_size=400), st.text(min_size=1, max_size=8))
def test_what_is_lit_lies_within_what_is_shown(text, word):
    terms = asked(word).terms
    shown, lit = snippet(text, terms, 60)
    assert len(shown) <= 60 + 2
    for span in lit:
        assert 0 <= span.start < span.end <= len(shown)
