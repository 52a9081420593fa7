"""The editor's word on who is who, as changes of the session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ui.session import Session
from workbench.change import removed
from workbench.model import Form, IdentityId

if TYPE_CHECKING:
    from workbench.identity import Who


def merge_all(session: Session, whos: Sequence[Who]) -> bool:
    """Say that all of them are one and the same; the first gives the name. One step to undo."""
    from workbench.identity import Seen, merge

    first, *others = whos
    decided = [one.decided for one in others if one.decided is not None]
    unseen = (Seen(form, ()) for identity in decided for form in identity.forms)
    forms = (*(seen for one in others for seen in one.forms), *unseen)
    together = replace(others[0], forms=forms, decided=None)
    change = merge(first, together, IdentityId(session.new_id()), session.stamp())
    return session.do(replace(change, edits=(*removed(*decided), *change.edits)))


def split_off(session: Session, who: Who, forms: Sequence[Form]) -> bool:
    """Say that some of the names mean somebody else."""
    from workbench.identity import split

    ids = (IdentityId(session.new_id()), IdentityId(session.new_id()))
    return session.do(split(who, forms, ids, session.stamp()))


def call(session: Session, who: Who, name: str) -> bool:
    """Say by which name somebody goes in this case."""
    from workbench.identity import rename

    return session.do(rename(who, name, IdentityId(session.new_id()), session.stamp()))
