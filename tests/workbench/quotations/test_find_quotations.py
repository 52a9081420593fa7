"""Quotations of a text: marks of every kind, several paragraphs, blocks, scare quotes apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Zone, ZoneRole
from workbench.quotations import Manner, find_quotations
from workbench.text import Span


def found(text: str) -> list[tuple[str, Manner]]:
    return [(one.words.of(text), one.manner) for one in find_quotations(text)]


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "«»", "„“"])
def test_the_words_come_without_their_marks(marks: str) -> None:
    text = f"She wrote: {marks[0]}The gate stays shut until May.{marks[1]} Then she left."
    assert found(text) == [("The gate stays shut until May.", Manner.QUOTED)]


def test_paragraphs_that_open_anew_are_one_quotation() -> None:
    text = "He said: “The gate is shut.\n\n“It stays shut until May.” She left."
    assert [words for words, _ in found(text)] == ["The gate is shut.\n\n“It stays shut until May."]


def test_a_few_words_are_kept_apart_unless_they_are_a_sentence() -> None:
    assert found("The “experts” left. “No,” said Marsh.") == [
        ("experts", Manner.SCARE),
        ("No,", Manner.QUOTED),
    ]


def test_paragraphs_set_off_are_quotations_without_marks() -> None:
    text = "They wrote:\n\n    We will not open the gate.\n    Ever.\n\n> The old gate is gone.\n\nShe left."
    assert [manner for _, manner in found(text)] == [Manner.BLOCK, Manner.BLOCK]
    assert found(text)[1][0] == "The old gate is gone."


def test_a_quotation_without_its_closing_mark_says_so() -> None:
    (quotation,) = find_quotations("Marsh said: “The gate is shut for good\nThe crew left.")
    assert not quotation.closed


def test_furniture_holds_no_quotation() -> None:
    text = "“Read more about the gate here” She said: “The gate is shut for good.”"
    zones = (Zone(Span(0, 31), ZoneRole.FURNITURE),)
    assert [one.words.of(text) for one in find_quotations(text, zones)] == ["The gate is shut for good."]


@given(st.text(alphabet="ab .,“”\"'‘’>:\n", max_size=80))
def test_any_text_gives_quotations_in_order(text: str) -> None:
    every = find_quotations(text)
    assert all(one.span.contains(one.words) and len(one.words) for one in every)
    assert list(every) == sorted(every, key=lambda one: one.span)
