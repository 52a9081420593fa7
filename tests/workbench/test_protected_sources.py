"""Code names that give nothing away, and real names found where they should not be."""

from __future__ import annotations

from pathlib import Path

import pytest
from casework import LETTER, STORY, revision, words

from workbench.model import Claim, ClaimId, Document, DocumentId, Role, passage
from workbench.protected import (
    code_names,
    is_strong,
    names_path,
    resembles,
    reveals,
    stands_in,
    suggest_code_name,
)

REAL = "Ilse Marie Brandt"


def test_the_file_of_names_lies_beside_the_case() -> None:
    assert names_path(Path("/desk/ferry.twosource")) == Path("/desk/ferry.names")


def test_the_list_holds_many_different_words() -> None:
    every = code_names()
    assert len(every) > 60
    assert len({name.casefold() for name in every}) == len(every)
    assert all(name.isalpha() for name in every)


def test_a_suggestion_is_free_and_begins_like_no_part_of_the_name() -> None:
    taken = ["lantern"]
    for start in range(0, 200, 7):
        name = suggest_code_name(taken, REAL, start)
        assert name != "Lantern"
        assert name[0] not in "IMB"
        assert not resembles(name, REAL)
        taken.append(name)


def test_when_the_list_is_used_up_sources_are_numbered() -> None:
    assert suggest_code_name(code_names()) == f"Source {len(code_names()) + 1}"


@pytest.mark.parametrize("code", ["Brandt", "brandy Brand", "I. M. B.", "IMB", "Ilsa", "Brandts neighbour"])
def test_code_names_that_give_the_name_away(code: str) -> None:
    assert resembles(code, REAL)


@pytest.mark.parametrize("code", ["Lantern", "Kettle", "The man with the files", "Source 4"])
def test_code_names_that_do_not(code: str) -> None:
    assert not resembles(code, REAL)


@pytest.mark.parametrize(
    "text", ["ask ILSE MARIE BRANDT", "Ilse\nMarie Brandt", "Mrs Brandt’s files", "Brandt"]
)
def test_the_name_or_the_surname_is_found(text: str) -> None:
    assert reveals(text, REAL)


@pytest.mark.parametrize("text", ["", "Brandtburg", "a brandt of fire", "Ilse alone", "Marie"])
def test_other_words_are_not_taken_for_it(text: str) -> None:
    assert not reveals(text, REAL)


def test_an_empty_name_stands_nowhere() -> None:
    assert not reveals("anything", "")
    assert not reveals("anything", "  … ")


def test_where_a_name_stands_is_told_once_a_document() -> None:
    story, letter = revision("story", STORY), revision("letter", LETTER)
    documents = [
        Document(DocumentId("story"), Role.STORY, "Fire station was shut"),
        Document(DocumentId("letter"), Role.SOURCE, "Letter", byline="I. Brandt"),
        Document(DocumentId("paper"), Role.SOURCE, "Other"),
    ]
    claim = Claim(
        ClaimId("c"), passage(story, words(STORY, "“Nobody was in danger,” said county director Ilse Brandt"))
    )
    found = stands_in(REAL, documents, [story, letter], [claim])
    assert sorted(item.where for item in found) == ["Fire station was shut", "Letter"]
    assert "Brandt" not in repr(found)


@pytest.mark.parametrize(
    ("passphrase", "strong"), [("nine green kettles", True), ("short", False), ("a" * 30, False)]
)
def test_a_passphrase_is_long_and_no_row_of_one_letter(passphrase: str, strong: bool) -> None:
    assert is_strong(passphrase) is strong
