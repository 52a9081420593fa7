"""Passages of the library for a claim: by words at once, then by meaning too, judged and ordered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from db import LibraryFile, open_library
from workbench.analysis import Analysis, Judgement, Statement
from workbench.evidence.library import find_in_library, nominate
from workbench.meaning import WIDTH, Vector
from workbench.model import Relation, SourceKind, Zone
from workbench.progress import silent
from workbench.reading.result import Reading

MODEL = "one meaning"
CLAIM = "The ferry Marit sank off Halden in 1998."
SAME = "The ferry Marit sank off Halden in 1997."
OTHER_WORDS = "Our vessel went under near that coast."
BREAD = "Bread became dearer in the spring."


class ReadingEngine:
    """Knows one meaning, of ships; a passage of another year contradicts, one without is context."""

    reduced = None

    def __init__(self, encoder: str | None = MODEL) -> None:
        self.encoder = encoder
        self.judged: list[Statement] = []

    def embed(self, texts: Sequence[str]) -> tuple[Vector, ...]:
        return tuple(map(pointing, texts))

    def judge(self, claim: Statement, passages: Sequence[Statement]) -> tuple[Judgement, ...]:
        self.judged += passages
        return tuple(self._judged(one.text) for one in passages)

    def analyse(self, text: str, zones: Sequence[Zone] = ()) -> Analysis:
        raise NotImplementedError

    def close(self) -> None:
        pass

    def _judged(self, text: str) -> Judgement:
        relation = Relation.CONTRADICTS if "1997" in text else Relation.CONTEXT
        return Judgement(relation, 10.0 if text == BREAD else 60.0, dict.fromkeys(Relation, 33.3), ())


def pointing(text: str) -> Vector:
    place = 0 if "ferry" in text or "vessel" in text else 1 + len(text) % 100
    return Vector(bytes(127 if at == place else 0 for at in range(WIDTH)))


def article(text: str, title: str) -> Reading:
    return Reading(
        title=title,
        text=text,
        byline="",
        outlet="Halden Courier",
        published="1998-03-02",
        url=None,
        language="en",
        zones=(),
        links=(),
        kind=SourceKind.NEWSPAPER,
        name=f"{title}.txt",
        original=text.encode(),
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryFile]:
    with closing(open_library(tmp_path / "library")) as opened:
        texts = (f"{SAME} {BREAD}", OTHER_WORDS, f"{SAME} It rained.")
        opened.add((article(text, f"article {number}") for number, text in enumerate(texts)), "2026-03-14")
        opened.index(silent)
        waiting = opened.unembedded(MODEL, limit=100)
        opened.keep(MODEL, [(number, pointing(text)) for number, text in waiting])
        yield opened


def test_words_alone_need_no_engine(library: LibraryFile) -> None:
    assert [hit.text for hit in nominate(CLAIM, library)] == [SAME]


def test_with_an_engine_other_words_are_found_too(library: LibraryFile) -> None:
    assert {hit.text for hit in nominate(CLAIM, library, ReadingEngine())} == {SAME, OTHER_WORDS}


def test_findings_are_judged_and_sides_come_before_context(library: LibraryFile) -> None:
    found = find_in_library(CLAIM, None, library, ReadingEngine())
    assert [item.text for item in found] == [SAME, OTHER_WORDS]
    assert found[0].judgement.relation is Relation.CONTRADICTS
    reading = library.reading(found[0].article)
    assert reading is not None
    assert found[0].span.of(reading.text) == SAME


def test_the_same_sentence_of_several_articles_is_given_once(library: LibraryFile) -> None:
    engine = ReadingEngine()
    find_in_library(CLAIM, None, library, engine)
    assert [one.text for one in engine.judged].count(SAME) == 1


def test_passages_are_judged_with_the_date_of_their_article(library: LibraryFile) -> None:
    engine = ReadingEngine()
    find_in_library(CLAIM, None, library, engine)
    assert {one.published for one in engine.judged} == {"1998-03-02"}


def test_without_a_model_words_must_do(library: LibraryFile) -> None:
    found = find_in_library(CLAIM, None, library, ReadingEngine(encoder=None))
    assert [item.text for item in found] == [SAME]


def test_no_more_than_the_limit_is_given(library: LibraryFile) -> None:
    assert len(find_in_library(CLAIM, None, library, ReadingEngine(), limit=1)) == 1
    assert len(nominate(CLAIM, library, ReadingEngine(), limit=1)) == 1


def test_an_empty_library_has_nothing(tmp_path: Path) -> None:
    with closing(open_library(tmp_path / "empty")) as empty:
        assert find_in_library(CLAIM, None, empty, ReadingEngine()) == ()
