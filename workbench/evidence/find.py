"""Find the passages of the other documents that bear on a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from workbench.analysis import Judgement, Statement
from workbench.evidence.clauses import clauses
from workbench.evidence.terms import near_terms, terms
from workbench.model import Claim, DocumentId, Relation, Revision, passage
from workbench.ports import Engine, Hit, Search
from workbench.proposals import Finding
from workbench.wording import wording

CANDIDATES = 200
"""How many passages the full-text search may hand over."""

JUDGED = 40
"""How many of them are judged, after their words have been compared with the claim's."""

FLOOR = 30.0
"""Findings that score less do not help an editor and are dropped."""

MOST_CONTEXT = 3
"""Passages that take no side are shown for orientation only."""

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
    limit: int = 12,
) -> tuple[Finding, ...]:
    """The passages that bear on `claim`, what contradicts or supports it before mere context.

    `published` is when the claim's story appeared; `revision_of` and `published_of` look documents
    up. A passage is one sentence. The claim's own document is never searched.

    Returns:
        At most `limit` findings, best first; those that would not help are left out.
    """
    hits = list(_candidates(claim, search))
    best = _closest(claim.wording, hits)
    judged = engine.judge(
        Statement(claim.wording, published),
        [Statement(hit.text, published_of(hit.document)) for hit in best],
    )
    return ordered(_findings(best, judged, revision_of), limit)


def _candidates(claim: Claim, search: Search) -> Iterator[Hit]:
    """What the search has for the claim, for each of its clauses, and for what its words mean besides.

    A search keeps to the rarest of its words, which are not always those of the clause that matters.
    """
    asked = [terms(part) for part in (claim.wording, *clauses(claim.wording))]
    for wanted in dict.fromkeys([*asked, near_terms(claim.wording)]):
        if wanted:
            yield from search.passages(wanted, limit=CANDIDATES, exclude=claim.passage.document)


def ordered(findings: Iterable[Finding], limit: int) -> tuple[Finding, ...]:
    """The findings worth showing: the best of each of the two sides first, the rest by score."""
    worth = [item for item in findings if item.judgement.score >= FLOOR]
    ranked = sorted(worth, key=_rank)
    heads = [_first(ranked, Relation.CONTRADICTS), _first(ranked, Relation.SUPPORTS)]
    leading = sorted((item for item in heads if item), key=_rank)
    rest = [item for item in ranked if item not in leading]
    sides = [item for item in rest if item.judgement.relation is not Relation.CONTEXT]
    context = [item for item in rest if item.judgement.relation is Relation.CONTEXT]
    return tuple([*leading, *sides, *context[:MOST_CONTEXT]][:limit])


def _closest(claim: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits that share the most of the claim's words; the search's own rank breaks ties."""
    from rapidfuzz import fuzz

    stems = wording(claim).stems

    def nearness(hit: Hit) -> tuple[float, float]:
        shared = len(stems & wording(hit.text).stems) / max(1, len(stems))
        return 70 * shared + 0.3 * fuzz.token_set_ratio(claim, hit.text), hit.rank

    return sorted(_distinct(hits), key=nearness, reverse=True)[:JUDGED]


def _distinct(hits: Iterable[Hit]) -> list[Hit]:
    """Each place once."""
    return list({(hit.revision, hit.span): hit for hit in hits}.values())


def _findings(hits: Sequence[Hit], judged: Sequence[Judgement], revision_of: RevisionOf) -> Iterable[Finding]:
    for hit, judgement in zip(hits, judged, strict=True):
        revision = revision_of(hit.document)
        # A draft may have replaced the revision between search and look-up: then the place is void.
        if revision is not None and revision.id == hit.revision:
            yield Finding(passage(revision, hit.span), judgement)


def _first(ranked: Sequence[Finding], relation: Relation) -> Finding | None:
    return next((item for item in ranked if item.judgement.relation is relation), None)


def _rank(finding: Finding) -> tuple[bool, float]:
    return finding.judgement.relation is Relation.CONTEXT, -finding.judgement.score
