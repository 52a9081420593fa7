"""What happened to a signed draft after it was signed, told from the history.

What was done and taken back again is left out: it is as if it had not been.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from workbench.change import Act, Edit
from workbench.model import (
    Citation,
    Claim,
    ClaimId,
    Contact,
    Document,
    DocumentId,
    Entity,
    Evidence,
    Identity,
    Layout,
    Query,
    Revision,
    Ruling,
    Scale,
    Sha256,
    SignOff,
    Source,
    Status,
    Verdict,
)
from workbench.ports import Event
from workbench.scales import said_by, scale_of
from workbench.signing import Part

_PARTS: dict[type[Entity], Part] = {
    Document: Part.DRAFT,
    Revision: Part.DRAFT,
    Layout: Part.DRAFT,
    Claim: Part.CLAIMS,
    Verdict: Part.CLAIMS,
    Scale: Part.CLAIMS,
    Query: Part.CLAIMS,
    Evidence: Part.EVIDENCE,
    Source: Part.SOURCES,
    Citation: Part.SOURCES,
    Contact: Part.SOURCES,
    Ruling: Part.SOURCES,
    Identity: Part.SOURCES,
}
assert set(_PARTS) <= set(get_args(Entity))


@dataclass(frozen=True, slots=True)
class Since:
    """One step after the signature that touched what it covers. `claims` are those it was about."""

    number: int
    label: str
    by: str
    at: datetime
    parts: tuple[Part, ...]
    claims: tuple[ClaimId, ...]
    undone: bool = False
    """Whether it took something back that was there when the draft was signed."""


def place_of(events: Sequence[Event], head: Sha256) -> int | None:
    """The number of the event with that hash, None when the history does not hold it."""
    return next((event.number for event in reversed(events) if event.hash == head), None)


def signed_since(events: Iterable[Event], number: int, story: DocumentId) -> tuple[Since, ...]:
    """The steps after event `number`, oldest first, that still show in what a signature of `story` covers.

    Events up to it may be left out of `events`.
    """
    later = [event for event in events if event.number > number]
    told = (_since(event, story) for event in _standing(later))
    return tuple(one for one in told if one.parts)


def _standing(events: Sequence[Event]) -> list[Event]:
    """The events whose effect is not as it was before the first of them; of several the last one."""
    roots: dict[int, tuple[int, ...]] = {}
    turns: dict[int, list[Event]] = {}
    for event in events:
        act, backs = event.change.act, event.change.takes_back
        own = act in (Act.DONE, Act.PROPOSED) or not backs
        roots[event.number] = (
            (event.number,) if own else tuple(root for back in backs for root in roots.get(back, (back,)))
        )
        for root in roots[event.number]:
            turns.setdefault(root, []).append(event)
    last = {done[-1].number: done[-1] for done in turns.values() if len(done) % 2}
    return [last[at] for at in sorted(last)]


def _since(event: Event, story: DocumentId) -> Since:
    edits = [edit for edit in event.change.edits if _counts(edit)]
    parts = {_part(edit, story) for edit in edits}
    claims = dict.fromkeys(id for edit in edits if (id := _claim(edit)))
    stamp = event.change.stamp
    undone = event.change.act is Act.UNDONE
    return Since(
        event.number,
        event.change.label,
        stamp.by,
        stamp.at,
        tuple(part for part in Part if part in parts),
        tuple(claims),
        undone,
    )


def _counts(edit: Edit) -> bool:
    """Whether an edit touches what a signature may cover: no proposals, and no other signature."""
    if edit.key.kind is SignOff or edit.key.kind not in _PARTS:
        return False
    if edit.key.kind in (Claim, Evidence):
        return any(getattr(one, "status", None) is Status.ACCEPTED for one in (edit.before, edit.after))
    if edit.key.kind is Scale:
        return _says_otherwise(edit)
    return True


def _says_otherwise(edit: Edit) -> bool:
    """Whether a step of a scale says something else now, or is no more."""
    before, after = (
        {step.key: said_by(step) for step in scale.steps}
        for scale in (
            one if isinstance(one, Scale) else scale_of((), edit.key.id) for one in (edit.before, edit.after)
        )
    )
    return any(after.get(key) != words for key, words in before.items())


def _part(edit: Edit, story: DocumentId) -> Part:
    """A text or document other than the story is what evidence lies in."""
    match edit.after or edit.before:
        case Document(id=document) | Revision(document=document) if document != story:
            return Part.EVIDENCE
        case _:
            return _PARTS[edit.key.kind]


def _claim(edit: Edit) -> ClaimId | None:
    value = edit.after or edit.before
    return value.id if isinstance(value, Claim) else getattr(value, "claim", None)
