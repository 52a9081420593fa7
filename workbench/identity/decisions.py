"""The editor's word on who is who. Each function returns a `Change`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.change import Change, Edit, Stamp, added, removed
from workbench.identity.people import Who, best_name
from workbench.model import Form, Identity, IdentityId


def merge(one: Who, other: Who, id: IdentityId, stamp: Stamp) -> Change:
    """Say that two are one and the same; the first gives the name. `id` is for an identity yet to be made."""
    forms = _together(_forms(one), _forms(other))
    if one.decided is not None:
        edits: tuple[Edit, ...] = (Edit(one.decided, replace(one.decided, forms=forms)),)
    else:
        edits = added(Identity(id, one.name, one.kind, forms))
    gone = removed(other.decided) if other.decided is not None else ()
    return Change("Join names", stamp, (*gone, *edits))


def split(who: Who, forms: Iterable[Form], ids: tuple[IdentityId, IdentityId], stamp: Stamp) -> Change:
    """Say that some forms mean somebody else; the two are never joined again unless the editor does.

    `ids` are for those who stay, where the editor has not decided on them before, and those who go.

    Raises:
        ValueError: nothing, or everything, would go.
    """
    leaving = set(forms)
    going = tuple(form for form in _forms(who) if form in leaving)
    staying = tuple(form for form in _forms(who) if form not in leaving)
    if not going or not staying:
        raise ValueError("a split leaves somebody on both sides")
    other = Identity(ids[1], best_name([form.words for form in going]), who.kind, going)
    if who.decided is not None:
        return Change(
            "Split names", stamp, (Edit(who.decided, replace(who.decided, forms=staying)), *added(other))
        )
    name = best_name([form.words for form in staying])
    return Change("Split names", stamp, added(Identity(ids[0], name, who.kind, staying), other))


def rename(who: Who, name: str, id: IdentityId, stamp: Stamp) -> Change:
    """Say by which name somebody goes in this case."""
    if who.decided is None:
        return Change("Rename", stamp, added(Identity(id, name, who.kind, _forms(who))))
    return Change("Rename", stamp, (Edit(who.decided, replace(who.decided, name=name)),))


def _forms(who: Who) -> tuple[Form, ...]:
    """Those seen now, and those decided on that are not in the case at the moment."""
    return _together(tuple(seen.form for seen in who.forms), who.decided.forms if who.decided else ())


def _together(one: tuple[Form, ...], other: tuple[Form, ...]) -> tuple[Form, ...]:
    return tuple(dict.fromkeys((*one, *other)))
