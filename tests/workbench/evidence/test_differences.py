from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from workbench.evidence.differences import differences
from workbench.text import Span


def words(spans: tuple[Span, ...], text: str) -> list[str]:
    return [span.of(text) for span in spans]


def test_words_of_one_stem_do_not_differ() -> None:
    found = differences("The Trust withdraws its ferries.", "The trust withdrew its ferry!")
    assert (found.claim, found.passage) == ((), ())


def test_runs_of_differing_words_are_marked_on_their_own_side() -> None:
    claim, passage = (
        "The old ferry sank off Oldhaven.",
        "The new and larger ferry sank near the pier off Oldhaven.",
    )
    found = differences(claim, passage)
    assert words(found.claim, claim) == ["old"]
    assert words(found.passage, passage) == ["new and larger", "near the pier"]


def test_figures_and_dates_that_conflict_are_told_apart_from_words() -> None:
    claim = "The ferry Tern carried 4.2 million people in 2014."
    passage = "The ferry Tern carried 3.9 million people in 2016."
    found = differences(claim, passage)
    assert words(found.claim_figures, claim) == ["4.2 million", "2014"]
    assert words(found.passage_figures, passage) == ["3.9 million", "2016"]


def test_figures_that_agree_are_not_marked_as_conflicting() -> None:
    found = differences("It took almost a decade.", "It took nine years.")
    assert found.claim_figures == ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_spans_lie_within_their_texts_in_order(claim: str, passage: str) -> None:
    found = differences(claim, passage)
    for spans, text in ((found.claim, claim), (found.passage, passage)):
        assert list(spans) == sorted(spans)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(st.text(max_size=80))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    found = differences(text, text)
    assert (found.claim, found.passage, found.claim_figures) == ((), (), ())


def test_marking_differences_does_not_load_the_judging() -> None:
    code = (
        "import sys, workbench.evidence.differences as d; d.differences('It shut.', 'It opened.');"
        "sys.exit('workbench.evidence.judge' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
