"""What search finds, and that it follows every change of a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mill import STAMP, STORY, new_document, revision

from db import CaseStore
from workbench.change import Change, Edit, added, inverse
from workbench.model import DocumentId, Layout, RevisionId, Zone, ZoneRole
from workbench.text import Span

OTHER = "The council wrote that 280 people had jobs there. It was raining.\nThe mills were loud."


def texts(store: CaseStore, *terms: str, limit: int = 9, exclude: str | None = None) -> list[str]:
    hits = store.search.passages(terms, limit=limit, exclude=DocumentId(exclude) if exclude else None)
    return [hit.text for hit in hits]


@pytest.fixture
def two(store: CaseStore) -> CaseStore:
    store.apply(new_document("other", OTHER))
    return store


def test_a_hit_says_where_its_words_stand(two: CaseStore) -> None:
    (hit,) = two.search.passages(["raining"], limit=9)
    assert (hit.document, hit.revision) == ("other", "other-1")
    assert hit.span.of(OTHER) == hit.text == "It was raining."
    assert hit.rank > 0


def test_words_are_found_in_other_forms_and_without_accents(two: CaseStore) -> None:
    assert texts(two, "closing") == ["The paper mill at Lindow closed in 1998."]
    assert texts(two, "KUHN") == ["The owner, Marta Kühn, denies the closure was planned."]


def test_furniture_is_not_found(two: CaseStore) -> None:
    assert texts(two, "Weather", "News") == []


def test_more_and_rarer_terms_come_first(two: CaseStore) -> None:
    found = texts(two, "council", "280", "letter", "jobs")
    assert found[0] == "The council wrote that 280 people had jobs there."
    assert len(found) == 2


def test_a_document_can_be_left_out(two: CaseStore) -> None:
    assert len(texts(two, "council")) == 2
    assert texts(two, "council", exclude="story") == ["The council wrote that 280 people had jobs there."]


def test_every_passage_of_the_latest_revisions_can_be_had(two: CaseStore) -> None:
    two.apply(Change("New draft", STAMP, added(revision("story", 2, "The mill closed in 1999. It rained."))))
    every = two.search.every()
    assert sorted(hit.text for hit in every) == [
        "It rained.",
        "It was raining.",
        "The council wrote that 280 people had jobs there.",
        "The mill closed in 1999.",
        "The mills were loud.",
    ]
    (rain,) = (hit for hit in every if hit.text == "It was raining.")
    assert (rain.document, rain.revision, rain.span.of(OTHER), rain.rank) == (
        "other",
        "other-1",
        rain.text,
        0,
    )


def test_no_more_come_than_asked_for(two: CaseStore) -> None:
    assert len(texts(two, "the", limit=2)) == 2


def test_nothing_asked_nothing_found(two: CaseStore) -> None:
    assert texts(two) == texts(two, "") == texts(two, "?!") == texts(two, "unheard") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.text(max_size=8) | st.sampled_from(['"', "AND", "NEAR(", "text:", "*", "\0", "\ud800"])))
def test_terms_are_words_whatever_they_hold(two: CaseStore, terms: list[str]) -> None:
    assert "It was raining." in texts(two, *terms, "raining")


def test_the_rarest_of_many_terms_decide(two: CaseStore) -> None:
    common = [
        "the",
        "at",
        "in",
        "to",
        "a",
        "from",
        "was",
        "of",
        "that",
        "it",
        "were",
        "had",
        "there",
        "wrote",
    ]
    assert "It was raining." in texts(two, *common, "raining", limit=20)


def test_only_the_latest_revision_is_found(two: CaseStore) -> None:
    second = Change("New draft", STAMP, added(revision("story", 2, "The mill closed in 1999. It rained.")))
    two.apply(second)
    assert texts(two, "1998") == []
    assert texts(two, "1999") == ["The mill closed in 1999."]
    two.apply(inverse(second, STAMP))
    assert texts(two, "1998") == ["The paper mill at Lindow closed in 1998."]
    assert texts(two, "1999") == []


def test_marking_furniture_takes_it_out_and_undo_puts_it_back(two: CaseStore) -> None:
    bare = Layout(RevisionId("other-1"))
    marked = Layout(bare.id, (Zone(Span(50, 65), ZoneRole.FURNITURE),))
    marking = Change("Mark furniture", STAMP, (Edit(bare, marked),))
    two.apply(marking)
    assert texts(two, "raining") == []
    assert texts(two, "280") != []
    two.apply(inverse(marking, STAMP))
    assert texts(two, "raining") == ["It was raining."]


def test_a_removed_document_is_not_found_until_it_is_back(two: CaseStore) -> None:
    adding = two.history()[-1].change
    two.apply(inverse(adding, STAMP))
    assert texts(two, "280") == []
    two.apply(adding)
    assert texts(two, "280") != []


def test_a_reader_finds_the_same(two: CaseStore) -> None:
    reader = two.reader()
    assert reader.search.passages(["council"], limit=9) == two.search.passages(["council"], limit=9)
    reader.close()


def test_offsets_hold_beyond_the_basic_plane(new_case: Callable[..., CaseStore], tmp_path: Path) -> None:
    store = new_case(tmp_path / "wide.twosource")
    text = "𝔗he 🏭 mill closed. 🚒 The brigade came."
    store.apply(new_document("wide", text))
    (hit,) = store.search.passages(["brigade"], limit=1)
    assert hit.span.of(text) == hit.text
    assert STORY not in hit.text
