from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Zone, ZoneRole
from workbench.sentences import is_row, sentences
from workbench.text import Span


def words(text: str, zones: tuple[Zone, ...] = ()) -> list[str]:
    return [span.of(text) for span in sentences(text, zones)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Alder met Dr. Birch at the ferry.",
        "The U.S. Senate met at 10 a.m. Tuesday in Salt Bay.",
        "George W. Harker spoke.",
        "Prices rose 3.5 per cent to $1.20 a litre.",
        "“Is it over?” she asked.",
        "“Enough!” the mayor shouted.",
        "He waited … and waited.",
        "See No. 7 and Fig. 3 of the report.",
        "Harbour Works Inc. Chairman Lee resigned.",
        "1. Close the gate.",
        "Read example.org for more.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert words(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The bridge is shut.", "Nobody knows why."),
        ("“The bridge is shut.”", "Nobody knows why."),
        ("‘It is shut.’", "“Why?” he asked."),
        ("It left the U.S.", "The crew stayed."),
        ("The gate closed at 5 p.m.", "It opened again."),
        ("We saw obstruction of the works…", "This is unacceptable."),
        ("Who did it?", "Nobody said."),
        ("It cost £4 million in 2016.", "In 2017 it doubled."),
        ("Is the answer no.", "Why not?"),
        ("(It never was.)", "They left."),
    ],
)
def test_two_sentences_are_told_apart(first: str, second: str) -> None:
    assert words(f"{first} {second}") == [first, second]


def test_a_forgotten_space_after_a_closing_quote_still_ends_the_sentence() -> None:
    assert words("He said “It is shut.”The crew left.") == ["He said “It is shut.”", "The crew left."]


def test_a_new_line_ends_a_sentence() -> None:
    assert words("Ferry sinks\n\nNobody was hurt\nThe end") == ["Ferry sinks", "Nobody was hurt", "The end"]


def test_a_lone_full_stop_is_no_sentence() -> None:
    assert words("Jets were seen. .\nThey left.") == ["Jets were seen.", "They left."]


def test_other_scripts_end_their_sentences_too() -> None:
    assert words("橋は閉鎖された。理由は不明だ。") == ["橋は閉鎖された。", "理由は不明だ。"]


def test_furniture_is_left_out_and_cut_around() -> None:
    text = "Home World The gate opened (more here) at noon. Share this"
    zones = tuple(
        Zone(Span(text.index(part), text.index(part) + len(part)), ZoneRole.FURNITURE)
        for part in ("Home World", "(more here)", "Share this")
    )
    assert words(text, zones) == ["The gate opened", "at noon."]


def test_headings_are_sentences() -> None:
    text = "Gate opens\nIt opened."
    assert words(text, (Zone(Span(0, 10), ZoneRole.HEADING),)) == ["Gate opens", "It opened."]


def test_an_empty_text_has_no_sentences() -> None:
    assert sentences("") == ()


@given(st.text(alphabet="aB. !?\n”“'…1(", max_size=80))
def test_sentences_are_ordered_apart_and_lose_no_word(text: str) -> None:
    found = sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(span.of(text) == span.of(text).strip() for span in found)
    covered = {place for span in found for place in range(span.start, span.end)}
    assert all(place in covered for place, letter in enumerate(text) if letter.isalnum())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2021\t31,000\t£1.2 million", True),
        ("| Total | | 8,187 |", True),
        ("2021      31,000      £1.2m", True),
        ("The mayor said\tthe gate had rusted.", False),
        ("Either | or.", False),
        ("Home | News | " + "The gate has rusted and nobody looked at it for a long time. " * 2, False),
        ("", False),
    ],
)
def test_the_row_of_a_table_is_known_by_its_cells(line: str, expected: bool) -> None:
    assert is_row(line) is expected
