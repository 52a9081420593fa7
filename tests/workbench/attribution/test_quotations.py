from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.attribution.quotations import quotations


def words(text: str) -> list[str]:
    return [span.of(text) for span in quotations(text)]


@pytest.mark.parametrize(
    "quotation",
    [
        "“The gate is shut.”",
        '"The gate is shut."',
        "‘The gate is shut.’",
        "''The gate is shut.''",
        "«The gate is shut.»",
        "„The gate is shut.“",
        "« The gate is shut. »",
        "«\u202fThe gate is shut.\u202f»",
        "»The gate is shut.«",
        "「The gate is shut.」",
        "‘He called it “shut” twice.’",
        "‘The “shut” gate is the ships’ gate.’",
        "'He called it \"shut\" twice.'",
        "“He called it ‘shut’ twice.”",
    ],
)
def test_a_quotation_is_found_with_its_marks(quotation: str) -> None:
    assert words(f"Marsh said: {quotation} Then she left.") == [quotation]


def test_apostrophes_open_nothing() -> None:
    assert words("The harbour's gate and the sailors' hall aren't open.") == []


def test_two_quotations_in_one_sentence_stay_two() -> None:
    assert words("“Yes,” she said, “it is.”") == ["“Yes,”", "“it is.”"]


def test_paragraphs_that_each_open_are_one_quotation() -> None:
    text = "Marsh said: “The gate is shut.\n\n“It stays shut.” Nobody asked."
    assert words(text) == ["“The gate is shut.\n\n“It stays shut.”"]


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    assert words("Marsh said: “The gate is shut.\nThe crew left.") == ["“The gate is shut."]


def test_an_unclosed_straight_mark_is_ignored() -> None:
    assert words('The gate is 12" wide.\nMarsh said "no" twice.') == ['"no"']


def test_an_unclosed_mark_ends_where_its_speaker_is_named() -> None:
    assert words("“The gate is shut, she said. It rained.") == ["“The gate is shut,"]
    assert words("“The gate is shut,” she said. “It is.") == ["“The gate is shut,”", "“It is."]


def test_an_apostrophe_before_double_marks_opens_nothing() -> None:
    assert words("In the ‘90s “gates” were shut.") == ["“gates”"]


def test_arrows_between_links_open_nothing() -> None:
    assert words("Home » News » Sport\nRead more »") == []


@given(st.text(alphabet="abs .,“”\"'‘’«»\n", max_size=60))
def test_quotations_are_ordered_and_apart(text: str) -> None:
    found = quotations(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(span.of(text).strip() for span in found)
