from __future__ import annotations

from collections.abc import Sequence

from workbench.analysis import Analysis, Judgement, Statement
from workbench.evidence.find import FLOOR, MOST_CONTEXT, find_evidence
from workbench.evidence.judge import judge
from workbench.meaning import Vector
from workbench.model import Claim, ClaimId, DocumentId, Relation, Revision, RevisionId, Sha256, Zone, passage
from workbench.ports import Hit
from workbench.proposals import Finding
from workbench.text import Span

STORY = "The Harbour Trust armed the smugglers of Oldhaven after nine years of dredging."
SOURCES = {
    "paper": (
        "The Harbour Trust helped drive the smugglers out of Oldhaven.",
        "The Harbour Trust spent almost a decade dredging the channel off Oldhaven.",
        "Bakers in Oldhaven raised their prices.",
    ),
    "agency": ("The smugglers of Oldhaven were armed by the Harbour Trust.",),
}


def revision(document: str, text: str) -> Revision:
    return Revision(RevisionId(f"{document}-1"), DocumentId(document), 1, text, Sha256("0" * 64))


REVISIONS = {DocumentId(name): revision(name, " ".join(found)) for name, found in SOURCES.items()}
CLAIM = Claim(ClaimId("c"), passage(revision("story", STORY), Span(0, len(STORY))))


class EverySentence:
    """A search that hands over everything it has, in no helpful order."""

    def __init__(self) -> None:
        self.asked: list[tuple[Sequence[str], int, DocumentId | None]] = []

    def passages(
        self, terms: Sequence[str], *, limit: int, exclude: DocumentId | None = None
    ) -> tuple[Hit, ...]:
        self.asked.append((terms, limit, exclude))
        return tuple(
            hit(document, sentence) for document, found in SOURCES.items() for sentence in reversed(found)
        )

    def every(self) -> tuple[Hit, ...]:
        return self.passages((), limit=0)


def hit(document: str, sentence: str) -> Hit:
    kept = REVISIONS[DocumentId(document)]
    start = kept.text.index(sentence)
    return Hit(kept.document, kept.id, Span(start, start + len(sentence)), sentence, 1.0)


class WordsAlone:
    """An engine that judges here and now."""

    reduced = None
    encoder: str | None = None

    def analyse(self, text: str, zones: Sequence[Zone] = ()) -> Analysis:
        raise NotImplementedError

    def judge(self, claim: Statement, passages: Sequence[Statement]) -> tuple[Judgement, ...]:
        return judge(claim, passages)

    def embed(self, texts: Sequence[str]) -> tuple[Vector, ...]:
        return ()

    def close(self) -> None:
        pass


def found(*, limit: int = 12, search: EverySentence | None = None) -> tuple[Finding, ...]:
    return find_evidence(
        CLAIM,
        "2023-01-28",
        search or EverySentence(),
        REVISIONS.get,
        lambda _: None,
        WordsAlone(),
        limit=limit,
    )


def test_what_takes_a_side_comes_before_context() -> None:
    relations = [item.judgement.relation is Relation.CONTEXT for item in found()]
    assert relations == sorted(relations)


def test_both_sides_stand_in_the_first_places() -> None:
    leading = {item.judgement.relation for item in found()[:2]}
    assert leading == {Relation.SUPPORTS, Relation.CONTRADICTS}


def test_findings_point_at_the_words_they_judge() -> None:
    for item in found():
        text = REVISIONS[item.passage.document].text
        assert item.passage.quote.exact == item.passage.span.of(text)


def test_what_does_not_help_is_left_out() -> None:
    kept = found()
    assert "Bakers" not in " ".join(item.passage.quote.exact for item in kept)
    assert all(item.judgement.score >= FLOOR for item in kept)
    assert sum(item.judgement.relation is Relation.CONTEXT for item in kept) <= MOST_CONTEXT


def test_the_claim_s_own_document_is_not_searched_and_names_are_asked_for() -> None:
    search = EverySentence()
    found(search=search)
    assert {excluded for _, _, excluded in search.asked} == {"story"}
    assert {"Harbour", "Trust", "Oldhaven"} <= set(search.asked[0][0])


def test_words_of_like_meaning_are_asked_for_too() -> None:
    search = EverySentence()
    found(search=search)
    assert "weapon" in search.asked[-1][0]


def test_no_more_than_the_limit_is_found() -> None:
    assert len(found(limit=1)) == 1


def test_a_hit_in_a_replaced_revision_is_passed_over() -> None:
    newer = {document: revision(document, "Other words.") for document in REVISIONS}
    changed = {
        document: Revision(RevisionId("new"), document, 2, kept.text, kept.sha256)
        for document, kept in newer.items()
    }
    findings = find_evidence(CLAIM, None, EverySentence(), changed.get, lambda _: None, WordsAlone())
    assert findings == ()


def test_an_empty_case_finds_nothing() -> None:
    class Nothing(EverySentence):
        def passages(
            self, terms: Sequence[str], *, limit: int, exclude: DocumentId | None = None
        ) -> tuple[Hit, ...]:
            return ()

    assert found(search=Nothing()) == ()
