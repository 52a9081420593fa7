"""What others wrote beside the words: read, taken up as a claim, ticked off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.change import Change, Edit, Stamp, added
from workbench.model import Claim, ClaimId, Query, QueryId, Remark, RevisionId, Status


def beside(remarks: Iterable[Remark], revision: RevisionId, *, done: bool = True) -> tuple[Remark, ...]:
    """The remarks on one text in reading order, without those that say nothing; `done` ones too, or not."""
    found = (
        item
        for item in remarks
        if item.passage.revision == revision and item.text.strip() and (done or not item.done)
    )
    return tuple(sorted(found, key=lambda item: item.passage.span))


def settle(remark: Remark, stamp: Stamp, *, done: bool) -> Change:
    """Tick a remark off, or take that back."""
    label = "Tick remark off" if done else "Take up remark again"
    return Change(label, stamp, (Edit(remark, replace(remark, done=done)),))


def settle_all(remarks: Iterable[Remark], stamp: Stamp) -> Change | None:
    """Tick several off in one go; None when all of them are."""
    edits = tuple(Edit(item, replace(item, done=True)) for item in remarks if not item.done)
    return Change("Tick remarks off", stamp, edits) if edits else None


def claim_about(remark: Remark, claims: Iterable[Claim]) -> Claim | None:
    """The claim that has the very words of a remark, if there is one."""
    return next((claim for claim in claims if remark.passage.span in {p.span for p in claim.places}), None)


def take_up(remark: Remark, about: Claim | None, id: ClaimId, stamp: Stamp) -> Change:
    """Make a claim of the words of a remark, who said what in its note, and tick the remark off.

    `about` is the claim that has these words already: then that one is taken up, and its note says who
    said what as well.
    """
    edits: tuple[Edit, ...]
    if about is None:
        edits = added(Claim(id, remark.passage, note=said(remark)))
    else:
        note = "\n".join(part for part in (about.note, said(remark)) if part)
        edits = (Edit(about, replace(about, note=note, status=Status.ACCEPTED)),)
    return Change("Mark claim", stamp, (*edits, Edit(remark, replace(remark, done=True))))


def question(remark: Remark, id: QueryId, about: Claim | None = None) -> Query:
    """What the author could be asked because of a remark; the editor words it."""
    place = None if about else remark.passage
    return Query(id, about.id if about else None, said(remark), passage=place)


def said(remark: Remark) -> str:
    """Who said what: "Ruth Adeyemi: Which council?"; the words alone where nobody is named."""
    return f"{remark.author}: {remark.text}" if remark.author else remark.text
