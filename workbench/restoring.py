"""Bringing back what was removed or set aside: changes that can be undone like any other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workbench.change import Change, Edit, Key, Stamp, added, key_of
from workbench.dependants import parents_first, refers_to
from workbench.errors import WorkbenchError
from workbench.model import (
    Attribution,
    Citation,
    Claim,
    Contact,
    Document,
    Entity,
    Evidence,
    Gate,
    Identity,
    Layout,
    Link,
    Revision,
    Ruling,
    SavedSearch,
    SignOff,
    Source,
    Status,
    Verdict,
)
from workbench.trash import Present, Removal, SetAside, Trash
from workbench.turning import is_proposal

Values = dict[Key, Entity]

_READ_OFF = (Layout, Link, Attribution)
_WORDS: dict[type[Entity], str] = {Evidence: "passage", SavedSearch: "search", SignOff: "signature"}


class CannotRestore(WorkbenchError):
    """Something of today stands where it would have to go; the case is as it was."""


@dataclass(frozen=True, slots=True)
class Restoration:
    """A change that brings something back, and sentences on what could not come back just as it was."""

    change: Change
    remarks: tuple[str, ...] = ()


def restore(removal: Removal, trash: Trash, present: Present, stamp: Stamp) -> Restoration:
    """Bring back what one step removed, with whatever it needs that has gone as well.

    Raises:
        CannotRestore: something that came later is in its place, or what it needs is nowhere.
    """
    wanted = _with_needs(removal, trash, present)
    in_the_way = {key: why for key, value in wanted.items() if (why := _in_the_way(value, present))}
    heads = {key_of(value) for value in removal.heads}
    if blocked := [
        why for key, why in in_the_way.items() if key in heads or key.kind in (Revision, Document)
    ]:
        raise CannotRestore(f"{blocked[0]} Nothing was changed.")
    kept = {key: _tied(value, present, wanted) for key, value in wanted.items() if key not in in_the_way}
    again = _tied_again(removal, present)
    change = Change(f"Restore {_word(removal)}", stamp, (*added(*parents_first(kept.values())), *again))
    return Restoration(change, (*dict.fromkeys(in_the_way.values()), *_brought_along(removal, kept)))


def _word(removal: Removal) -> str:
    kinds = {type(value) for value in removal.heads}
    kind = kinds.pop()
    return _WORDS.get(kind, kind.__name__.lower()) if not kinds else "what was removed"


def take_up(item: SetAside, present: Present, stamp: Stamp) -> Change:
    """Take up again what was set aside, as what it was before.

    A claim that took its places over lets go of them.

    Raises:
        CannotRestore: it is not set aside any more.
    """
    now = present.get(type(item.value), item.value.id)
    if now is None or now.status is not Status.DISMISSED:
        raise CannotRestore("This is no longer set aside. Nothing was changed.")
    what = "claim" if isinstance(now, Claim) else "passage"
    edits = (*_let_go(item, present), Edit(now, replace(now, status=item.was)))
    return Change(f"Take up {what} again", stamp, edits)


def _with_needs(removal: Removal, trash: Trash, present: Present) -> Values:
    """What the step removed, and what that rests on, where it is gone too."""
    wanted: Values = {key_of(value): value for value in removal.values}
    waiting = list(wanted.values())
    while waiting:
        value = waiting.pop()
        for key in refers_to(value):
            if key in wanted or present.get(key.kind, key.id) is not None:
                continue
            needed = trash.find(key)
            if needed is None and is_proposal(value):
                wanted.pop(key_of(value), None)  # Twosource has thought better of what it was about.
                continue
            if needed is None:
                raise CannotRestore("What this rests on is nowhere in the case. Nothing was changed.")
            fresh = {key_of(value): value for value in (needed, *_parts(needed, trash))}
            waiting += [value for other, value in fresh.items() if other not in wanted]
            wanted |= fresh
    return wanted


def _parts(document: Entity, trash: Trash) -> tuple[Entity, ...]:
    """The texts of a document that comes back, with what was read off them; claims about it stay away."""
    if not isinstance(document, Document):
        return ()
    step = next(step for step in trash.removed if document in step.values)
    texts = {Key(Revision, value.id) for value in step.values if _is_text(value, document)}
    read = (value for value in step.values if isinstance(value, _READ_OFF) and texts & set(refers_to(value)))
    return (*(value for value in step.values if key_of(value) in texts), *read)


def _is_text(value: Entity, document: Document) -> bool:
    return isinstance(value, Revision) and value.document == document.id


def _in_the_way(value: Entity, present: Present) -> str:
    """A sentence on what stands in the place of a value today; empty when nothing does."""
    match value:
        case Verdict(claim=claim) if _any(present.all(Verdict), claim=claim):
            return "The claim has another verdict by now, which stays; the earlier one stays in the history."
        case Revision(document=document, number=number) if _any(
            present.all(Revision), document=document, number=number
        ):
            return f"Another text has become draft {number} of this document, and a draft is never replaced."
        case Gate(kind=kind) if _any(present.all(Gate), kind=kind):
            return "The desk asks for something else of such claims by now, which stays."
        case Citation(claim=claim, source=source) if _any(present.all(Citation), claim=claim, source=source):
            return "The claim is linked to this source by now; the link there is stays."
        case Ruling(document=document, claim=claim) if _any(
            present.all(Ruling), document=document, claim=claim
        ):
            return "You have said since what this document counts as, and that stays."
        case Identity(forms=forms) if any(set(forms) & set(other.forms) for other in present.all(Identity)):
            return "You have said since who goes by one of these names, and that stays."
    return ""


def _any(values: Iterable[Entity], **wanted: object) -> bool:
    return any(all(getattr(value, name) == said for name, said in wanted.items()) for value in values)


def _tied(value: Entity, present: Present, wanted: Values) -> Entity:
    """The value without ties to documents and claims that are not there; a source can do without them."""

    def is_there(key: Key) -> bool:
        return key in wanted or present.get(key.kind, key.id) is not None

    match value:
        case Source(document=own, papers=papers):
            kept = tuple(paper for paper in papers if is_there(Key(Document, paper)))
            return replace(value, document=own if own and is_there(Key(Document, own)) else None, papers=kept)
        case Contact(claim=about) if about and not is_there(Key(Claim, about)):
            return replace(value, claim=None)
    return value


def _tied_again(removal: Removal, present: Present) -> tuple[Edit, ...]:
    """Sources and contacts that let go of what is back hold it again, unless they were changed since."""
    edits = []
    for loosened in removal.loosened:
        now = present.get(loosened.key.kind, loosened.key.id)
        if now == loosened.after and loosened.before is not None and _could_hold(loosened, removal):
            edits.append(Edit(now, loosened.before))
    return tuple(edits)


def _could_hold(loosened: Edit, removal: Removal) -> bool:
    """Whether all that the value held before is back: it let go of nothing that stays away."""
    back = {key_of(value) for value in removal.values}
    return _held(loosened.before) - _held(loosened.after) <= back


def _held(value: Entity | None) -> set[Key]:
    match value:
        case Source(document=own, papers=papers):
            return {Key(Document, paper) for paper in (*((own,) if own else ()), *papers)}
        case Contact(claim=about) if about:
            return {Key(Claim, about)}
    return set()


def _brought_along(removal: Removal, kept: Values) -> tuple[str, ...]:
    """Says which documents had to come back for the sake of what was asked for."""
    asked = {key_of(value) for value in removal.values}
    titles = [
        value.title or "Untitled"
        for key, value in kept.items()
        if isinstance(value, Document) and key not in asked
    ]
    return (f"“{'”, “'.join(titles)}” is back as well: it stands there.",) if titles else ()


def _let_go(item: SetAside, present: Present) -> tuple[Edit, ...]:
    joined = item.joined.after if item.joined else None
    now = present.get(Claim, joined.id) if joined else None
    if now is None or not isinstance(item.value, Claim):
        return ()
    own = item.value.places
    left = replace(now, also=tuple(place for place in now.also if place not in own))
    return (Edit(now, left),) if left != now else ()
