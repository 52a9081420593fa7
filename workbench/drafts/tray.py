"""The tray: claims whose words a new draft changed or no longer has, and what an editor decides of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workbench.change import Change, Edit, Stamp, removed
from workbench.drafts.carry import carried
from workbench.drafts.claims import reopened, standing
from workbench.drafts.pair import Pair, lay_beside
from workbench.drafts.requests import as_asked
from workbench.drafts.values import CarriedPassage
from workbench.drafts.work import Work
from workbench.model import (
    Claim,
    Disposition,
    Passage,
    Query,
    QueryStatus,
    Revision,
    RevisionId,
    Status,
    passage,
)
from workbench.text import Span
from workbench.waiting import in_tray, reads_alike


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim that waits for its place: the draft that its words are in, and what became of them.

    `also` are further places of it that attach by themselves once it has its own. `asked` is the change
    request that the author has carried out to the letter, at `place`.
    """

    claim: Claim
    draft: Revision
    fate: CarriedPassage
    also: tuple[Passage, ...] = ()
    asked: Query | None = None
    place: Span | None = None


def tray(work: Work) -> tuple[Waiting, ...]:
    """What waits, each with the place that is likeliest. Takes a while for a long story."""
    pairs: dict[RevisionId, Pair] = {}
    found = []
    for claim in in_tray(work.claims, work.latest.id):
        draft = work.draft(claim.passage.revision)
        pair = pairs.get(draft.id) or lay_beside(draft.text, work.latest.text)
        pairs[draft.id] = pair
        found.append(_waiting(claim, draft, pair, work))
    return tuple(found)


def proposal(old: str, new: str, claim: Claim) -> CarriedPassage:
    """What became of a claim's words of the old draft in the new one, and where to look for them."""
    (fate,) = carried(lay_beside(old, new), (claim.passage.span,))
    return fate


def settle(
    claim: Claim,
    span: Span,
    draft: Revision,
    stamp: Stamp,
    *,
    also: Iterable[Passage] = (),
    claims: Iterable[Claim] = (),
    queries: Iterable[Query] = (),
    disposition: Disposition | None = None,
) -> Change:
    """Give a waiting claim, or one that was gone, a place in the new draft.

    On other words than its own it is open again, unless `disposition` says what it is now. What was merely
    proposed for the same words (among `claims`) leaves: apply the change `dependants.completed`. What the
    author has answered (of the claim's `queries`) stays with the words that it was about.
    """
    there = replace(claim, passage=passage(draft, span), also=tuple(also), status=Status.ACCEPTED, gone=False)
    if disposition is not None:
        there = replace(there, disposition=disposition, waiver="")
    elif not reads_alike(claim.wording, there.wording):
        there = reopened(there)
    beneath = [
        other
        for other in claims
        if other.status is Status.PROPOSED
        and other.passage.revision == draft.id
        and other.overlaps((span,))
        and not (other.note or other.answer)
    ]
    answered: list[Edit] = []
    if claim.wording != there.wording:
        there = replace(there, reasons=_reasons(there, beneath))
        answered.extend(_kept_with(claim.passage, queries))
    return Change("Place claim in the draft", stamp, (*removed(*beneath), Edit(claim, there), *answered))


def _kept_with(passage: Passage, queries: Iterable[Query]) -> Iterable[Edit]:
    """The answered queries without words of their own, tied to those that the claim had."""
    for query in queries:
        if query.passage is None and query.status is not QueryStatus.OPEN:
            yield Edit(query, replace(query, passage=passage))


def _reasons(claim: Claim, beneath: Iterable[Claim]) -> tuple[str, ...]:
    """Why the words that a claim has now are worth checking; those it had gave other reasons."""
    same = (other.reasons for other in beneath if other.passage.span == claim.passage.span)
    return next(same, ())


def _waiting(claim: Claim, draft: Revision, pair: Pair, work: Work) -> Waiting:
    fate, *others = carried(pair, (place.span for place in claim.places))
    asked, place = _asked(claim, pair, work.queries)
    return Waiting(claim, draft, fate, standing(others, work.latest), asked, place)


def _asked(claim: Claim, pair: Pair, queries: Iterable[Query]) -> tuple[Query | None, Span | None]:
    """The request about the claim's words that the new draft follows, and where."""
    for query in queries:
        if query.claim == claim.id and query.passage in (None, claim.passage) and _was_granted(query):
            place = as_asked(pair, claim.passage.span, query.wording)
            if place is not None:
                return query, place
    return None, None


def _was_granted(query: Query) -> bool:
    return bool(query.wording) and query.status in (QueryStatus.ACCEPTED, QueryStatus.APPLIED)
