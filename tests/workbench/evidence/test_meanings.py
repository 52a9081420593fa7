"""The passages of a case by meaning."""

from collections.abc import Sequence

import numpy as np

from workbench.encoding.remembered import RememberedVectors
from workbench.evidence.find import find_evidence
from workbench.evidence.judge import judge
from workbench.evidence.meanings import gather, read_for_meaning, unread
from workbench.meaning import WIDTH, Vector
from workbench.model import Claim, ClaimId, DocumentId, Revision, RevisionId, Sha256, passage
from workbench.ports import Hit
from workbench.text import Span

MODEL = "a model"
TEXTS = {"paper": "Swimmers wait for spring.", "letter": "Bread became dearer.", "story": "The bath is shut."}


def vector(*first: int) -> Vector:
    """A unit vector in the direction of its first numbers."""
    whole = np.zeros(WIDTH)
    whole[: len(first)] = first
    return Vector(np.rint(127 * whole / np.linalg.norm(whole)).astype(np.int8).tobytes())


POINTS = {
    "Swimmers wait for spring.": vector(9, 1),
    "Bread became dearer.": vector(0, 0, 1),
    "The bath is shut.": vector(1, 0),
}


class Case:
    """A search that finds nothing by words."""

    def passages(
        self, terms: Sequence[str], *, limit: int, exclude: DocumentId | None = None
    ) -> tuple[Hit, ...]:
        return ()

    def every(self) -> tuple[Hit, ...]:
        return tuple(
            Hit(DocumentId(name), RevisionId(f"{name}-1"), Span(0, len(text)), text, 0)
            for name, text in TEXTS.items()
        )


class Encoder:
    """An engine that knows where each sentence points."""

    reduced = None
    encoder: str | None = MODEL

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed(self, texts: Sequence[str]) -> tuple[Vector, ...]:
        self.embedded += texts
        return tuple(POINTS[text] for text in texts) if self.encoder else ()

    def judge(self, claim, passages):  # type: ignore[no-untyped-def]
        return judge(claim, passages)

    def analyse(self, text, zones=()):  # type: ignore[no-untyped-def]
        raise NotImplementedError

    def close(self) -> None:
        pass


def read_all(engine: Encoder) -> RememberedVectors:
    vectors = RememberedVectors()
    list(read_for_meaning(unread(Case(), MODEL, vectors), engine, vectors))
    return vectors


def test_the_nearest_come_first_with_their_cosine() -> None:
    found = gather(Case(), MODEL, read_all(Encoder())).nearest([vector(1, 0)], limit=2)
    assert [hit.text for hit in found] == ["The bath is shut.", "Swimmers wait for spring."]
    assert 0.99 < found[0].rank <= 1.01


def test_of_several_things_asked_the_nearest_counts() -> None:
    found = gather(Case(), MODEL, read_all(Encoder())).nearest([vector(0, 1), vector(0, 0, 1)], limit=1)
    assert [hit.text for hit in found] == ["Bread became dearer."]


def test_a_document_can_be_left_out() -> None:
    meanings = gather(Case(), MODEL, read_all(Encoder()))
    found = meanings.nearest([vector(1, 0)], limit=9, exclude=DocumentId("story"))
    assert {hit.document for hit in found} == {"paper", "letter"}


def test_no_sentence_is_embedded_twice() -> None:
    engine = Encoder()
    vectors = read_all(engine)
    assert sorted(engine.embedded) == sorted(TEXTS.values())
    assert unread(Case(), MODEL, vectors) == ()
    assert len(unread(Case(), "another", vectors)) == 3


def test_what_has_no_vector_yet_is_left_out() -> None:
    vectors = RememberedVectors()
    vectors.keep(MODEL, ["Bread became dearer."], [POINTS["Bread became dearer."]])
    assert [hit.document for hit in gather(Case(), MODEL, vectors).passages] == ["letter"]
    assert gather(Case(), "another", vectors).nearest([vector(1)], limit=3) == ()


def test_without_a_model_nothing_is_read() -> None:
    engine = Encoder()
    engine.encoder = None
    assert list(read_for_meaning(["The bath is shut."], engine, RememberedVectors())) == []


def found_by(engine: Encoder) -> list[str]:
    story = Revision(RevisionId("story-1"), DocumentId("story"), 1, TEXTS["story"], Sha256("0" * 64))
    claim = Claim(ClaimId("c"), passage(story, Span(0, len(story.text))))
    asked: list[str] = []

    def revision_of(document: DocumentId) -> Revision:
        asked.append(document)
        return Revision(RevisionId(f"{document}-1"), document, 1, TEXTS[document], Sha256("0" * 64))

    meanings = gather(Case(), MODEL, read_all(Encoder()))
    find_evidence(claim, None, Case(), revision_of, lambda _: None, engine, meanings=meanings)
    return asked


def test_a_passage_without_a_common_word_is_judged() -> None:
    assert found_by(Encoder()) == ["paper"]


def test_vectors_of_another_model_than_the_engine_s_are_not_compared() -> None:
    other = Encoder()
    other.encoder = "another"
    assert found_by(other) == []
