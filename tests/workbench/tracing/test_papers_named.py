from __future__ import annotations

import pytest

from workbench.model import SourceKind
from workbench.tracing.papers import read_paper


@pytest.mark.parametrize(
    ("words", "noun", "kind", "author", "through"),
    [
        ("a letter to the harbour council", "letter", SourceKind.LETTER, "", ""),
        ("a memo by Ada Marsh, seen by Coast Wire,", "memo", SourceKind.DOCUMENT, "Ada Marsh", "Coast Wire"),
        ("Marsh’s memo", "memo", SourceKind.DOCUMENT, "Marsh", ""),
        ("the Salt Bay council’s audit", "audit", SourceKind.DOCUMENT, "Salt Bay council", ""),
        ("an e-mail from Ines Marsh to the mayor", "e-mail", SourceKind.LETTER, "Ines Marsh", ""),
        ("the letter, sent by Ines Marsh on 3 March,", "letter", SourceKind.LETTER, "Ines Marsh", ""),
        ("a report seen by Reuters", "report", SourceKind.DOCUMENT, "", "Reuters"),
        ("harbour figures", "figures", SourceKind.DATASET, "", ""),
    ],
)  # fmt: skip
def test_a_paper_is_read_with_its_kind_its_author_and_who_had_it(
    words: str, noun: str, kind: SourceKind, author: str, through: str
) -> None:
    paper = read_paper(words)
    assert paper is not None
    assert (paper.noun, paper.kind, paper.author, paper.through) == (noun, kind, author, through)


@pytest.mark.parametrize(
    "words", ["The Sunday Post", "Reuters", "Ines Marsh", "the harbour office", "", "the"]
)
def test_people_bodies_and_outlets_are_no_papers(words: str) -> None:
    assert read_paper(words) is None


def test_a_paper_is_told_with_its_article_and_without_who_had_it() -> None:
    paper = read_paper("A letter by Ines Marsh, first reported by Coast Wire,")
    assert paper is not None
    assert (paper.told, paper.name) == ("A letter by Ines Marsh", "letter by Ines Marsh")
