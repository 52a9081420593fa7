"""What becomes of a claim in a new draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workbench.change import Edit, added, removed
from workbench.drafts.values import CarriedPassage, Fate, Kind
from workbench.model import Claim, ClaimId, Disposition, Passage, Revision, Status, passage


@dataclass(frozen=True, slots=True)
class Fared:
    """The edits that a new draft makes to a claim, and what to tell of it.

    `fate` is None for a claim that is set aside or gone, or that was only `proposed`.
    """

    edits: tuple[Edit, ...] = ()
    fate: Fate | None = None
    reopened: bool = False
    surrounded: bool = False
    returned: bool = False
    proposed: bool = False


def fared(
    claim: Claim,
    fates: Sequence[CarriedPassage],
    draft: Revision,
    new_id: Callable[[], str],
    held: bool,
) -> Fared:
    """What becomes of a claim whose places had `fates` on the way to `draft`.

    `held` when something of the editor's hangs on it; it counts as taken up then, even if only proposed.
    """
    if claim.status is Status.PROPOSED and not (held or claim.note or claim.answer):
        return _proposed(claim, fates, draft)
    if claim.status is Status.DISMISSED or claim.gone:
        return _set_aside(claim, fates, draft)
    return _taken_up(replace(claim, status=Status.ACCEPTED), claim, fates, draft, new_id)


def reopened(claim: Claim) -> Claim:
    """The claim to be checked again: nothing that was decided on other words holds."""
    return replace(claim, disposition=Disposition.OPEN, waiver="")


def standing(fates: Sequence[CarriedPassage], draft: Revision) -> tuple[Passage, ...]:
    """The places that attach by themselves, in the draft."""
    return tuple(passage(draft, fate.place) for fate in fates if fate.place)


def _proposed(claim: Claim, fates: Sequence[CarriedPassage], draft: Revision) -> Fared:
    """A proposal goes with its words; without them it is none. The engine reads the draft anyway."""
    places = standing(fates, draft)
    if fates[0].place is None:
        return Fared(removed(claim), proposed=True)
    return Fared((Edit(claim, _at(claim, places)),), proposed=True)


def _set_aside(claim: Claim, fates: Sequence[CarriedPassage], draft: Revision) -> Fared:
    """Words set aside are not proposed again where they stand; what was gone is back with its words."""
    if fates[0].place is None:
        return Fared()
    there = _at(replace(claim, gone=False), standing(fates, draft))
    if claim.status is Status.DISMISSED:
        return Fared((Edit(claim, there),))
    return Fared((Edit(claim, there),), fates[0].fate, returned=True)


def _taken_up(
    claim: Claim, before: Claim, fates: Sequence[CarriedPassage], draft: Revision, new_id: Callable[[], str]
) -> Fared:
    places, main = standing(fates, draft), fates[0]
    if main.place is None and not (main.fate is Fate.ORPHAN and places):
        after = reopened(claim) if main.fate is Fate.CHANGED else claim
        return Fared(_edit(before, after), main.fate, reopened=_is_settled(claim) and after != claim)
    turned = any(_touches(fate, Kind.NEGATION) for fate in fates if fate.place)
    after = _at(reopened(claim) if turned else claim, places)
    return Fared(
        (Edit(before, after), *_parted(claim, fates, new_id)),
        main.fate if main.place else Fate.MOVED,
        reopened=turned and _is_settled(claim),
        surrounded=not turned and _touches(main, Kind.FIGURE),
    )


def _at(claim: Claim, places: Sequence[Passage]) -> Claim:
    return replace(claim, passage=places[0], also=tuple(places[1:]))


def _parted(claim: Claim, fates: Sequence[CarriedPassage], new_id: Callable[[], str]) -> tuple[Edit, ...]:
    """Further places that say something else now: each a claim of its own, that waits."""
    lost = (
        place
        for place, fate in zip(claim.also, fates[1:], strict=True)
        if fate.place is None and fate.fate is not Fate.ORPHAN
    )
    return added(*(Claim(ClaimId(new_id()), place, kind=claim.kind, risk=claim.risk) for place in lost))


def _touches(fate: CarriedPassage, kind: Kind) -> bool:
    return any(each.kind is kind for each in fate.around)


def _is_settled(claim: Claim) -> bool:
    return claim.disposition is not Disposition.OPEN


def _edit(before: Claim, after: Claim) -> tuple[Edit, ...]:
    return (Edit(before, after),) if before != after else ()
