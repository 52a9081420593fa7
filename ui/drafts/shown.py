"""Two drafts as the page shows them: their texts, what differs, and the claims in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.models.signs import claim_sign
from ui.session import Session
from ui.text.marks import Mark
from workbench.model import Claim, Revision, Status, Zone
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.drafts.beside import Beside


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows. `uncovered` are sentences that are new and that no claim covers."""

    old: Revision
    new: Revision
    beside: Beside
    old_zones: tuple[Zone, ...]
    new_zones: tuple[Zone, ...]
    old_marks: tuple[Mark, ...]
    new_marks: tuple[Mark, ...]
    uncovered: tuple[Span, ...]

    @property
    def texts(self) -> tuple[str, str]:
        """Tells one pair of drafts from another."""
        return self.old.id, self.new.id


def shown(session: Session, old: Revision, new: Revision, beside: Beside) -> Shown:
    """Two drafts that have been compared, with the claims as they are now."""
    olds, news, uncovered = marks(session, old, beside)
    return Shown(
        old,
        new,
        beside,
        session.layout(old.id).zones,
        session.layout(new.id).zones,
        olds,
        news,
        uncovered,
    )


def marks(
    session: Session, old: Revision, beside: Beside
) -> tuple[tuple[Mark, ...], tuple[Mark, ...], tuple[Span, ...]]:
    """The claims in the earlier draft and in the latest, and the new sentences that none covers."""
    claims = session.claims()
    waiting = tuple(claim for claim in session.waiting() if claim.passage.revision == old.id)
    news = [
        _mark(session, claim, place.span, str(session.number(claim.id)), at)
        for claim in claims
        for at, place in enumerate(claim.places)
    ]
    olds = [
        *_carried_back(news, beside),
        *(_mark(session, claim, claim.passage.span, "!") for claim in waiting),
    ]
    covered = [place.span for claim in claims if claim.status is Status.ACCEPTED for place in claim.places]
    return tuple(olds), tuple(news), tuple(_uncovered(beside.fresh, covered))


def _carried_back(news: Iterable[Mark], beside: Beside) -> Iterator[Mark]:
    for mark in news:
        span = beside.in_old(mark.span)
        if span is not None:
            yield Mark(mark.key, span, mark.tone, mark.badge, mark.proposed, mark.hint)


def _mark(session: Session, claim: Claim, span: Span, badge: str, at: int = 0) -> Mark:
    sign = claim_sign(claim, session.given_step(claim.id))
    return Mark(f"{claim.id}@{at}", span, sign.tone, badge, proposed=True, hint=sign.word)


def _uncovered(fresh: Iterable[Span], covered: Iterable[Span]) -> Iterator[Span]:
    known = tuple(covered)
    return (span for span in fresh if not any(span.overlaps(other) for other in known))
