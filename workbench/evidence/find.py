"""Find the passages of the other documents that bear on a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from workbench.analysis import Judgement, Statement
from workbench.evidence.candidates import NEAREST, nominated, questions, statements
from workbench.evidence.meanings import Meanings
from workbench.model import Claim, DocumentId, Relation, Revision, passage
from workbench.ports import Engine, Hit, Search
from workbench.proposals import Finding

CANDIDATES = 200
"""How many passages the full-text search may hand over."""

FLOOR = 30.0
"""Findings that score less do not help an editor and are dropped."""

MOST_CONTEXT = 3
"""Passages that take no side are shown for orientation only."""


class Judged(Protocol):
    """Whatever carries a judgement."""

    @property
    def judgement(self) -> Judgement:
        """How it bears on the claim."""


J = TypeVar("J", bound=Judged)
RevisionOf = Callable[[DocumentId], Revision | None]
PublishedOf = Callable[[DocumentId], str | None]


def find_evidence(
    claim: Claim,
    published: str | None,
    search: Search,
    revision_of: RevisionOf,
    published_of: PublishedOf,
    engine: Engine,
    *,
    meanings: Meanings | None = None,
    limit: int = 12,
) -> tuple[Finding, ...]:
    """The passages that bear on `claim`, what contradicts or supports it before mere context.

    `published` is when the claim's story appeared; `revision_of` and `published_of` look documents
    up. A passage is one sentence. The claim's own document is never searched. Without `meanings`, or
    without a model to embed the claim, passages are found by their words alone.

    Returns:
        At most `limit` findings, best first; those that would not help are left out.
    """
    own = claim.passage.document
    worded = (
        hit
        for wanted in questions(claim.wording)
        for hit in search.passages(wanted, limit=CANDIDATES, exclude=own)
    )
    best = nominated(claim.wording, worded, _near(claim, meanings, engine))
    judged = engine.judge(
        Statement(claim.wording, published),
        [Statement(hit.text, published_of(hit.document)) for hit in best],
    )
    return ordered(_findings(best, judged, revision_of), limit)


def ordered(findings: Iterable[J], limit: int) -> tuple[J, ...]:
    """The findings worth showing: the best of each of the two sides first, the rest by score."""
    worth = [item for item in findings if item.judgement.score >= FLOOR]
    ranked = sorted(worth, key=_rank)
    heads = [_first(ranked, Relation.CONTRADICTS), _first(ranked, Relation.SUPPORTS)]
    leading = sorted((item for item in heads if item), key=_rank)
    rest = [item for item in ranked if item not in leading]
    sides = [item for item in rest if item.judgement.relation is not Relation.CONTEXT]
    context = [item for item in rest if item.judgement.relation is Relation.CONTEXT]
    return tuple([*leading, *sides, *context[:MOST_CONTEXT]][:limit])


def _near(claim: Claim, meanings: Meanings | None, engine: Engine) -> tuple[Hit, ...]:
    """The passages nearest in meaning; none where there are no vectors of the engine's model."""
    if meanings is None or not meanings.passages or engine.encoder != meanings.model:
        return ()
    asked = engine.embed(statements(claim.wording))
    return meanings.nearest(asked, limit=NEAREST, exclude=claim.passage.document)


def _findings(hits: Sequence[Hit], judged: Sequence[Judgement], revision_of: RevisionOf) -> Iterable[Finding]:
    for hit, judgement in zip(hits, judged, strict=True):
        revision = revision_of(hit.document)
        # A draft may have replaced the revision between search and look-up: then the place is void.
        if revision is not None and revision.id == hit.revision:
            yield Finding(passage(revision, hit.span), judgement)


def _first(ranked: Sequence[J], relation: Relation) -> J | None:
    return next((item for item in ranked if item.judgement.relation is relation), None)


def _rank(finding: Judged) -> tuple[bool, float]:
    return finding.judgement.relation is Relation.CONTEXT, -finding.judgement.score
