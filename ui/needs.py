"""What is there to be worked on, and so which commands can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_table import Need

if TYPE_CHECKING:
    from ui.desk import Desk


def there(desk: Desk | None) -> set[Need]:
    """What is there to be worked on."""
    if desk is None:
        return set()
    session, found = desk.session, {Need.CASE}
    writable = desk.store.read_only is None
    if writable:
        found.add(Need.WRITABLE)
    story = session.story()
    if story is not None:
        found |= {Need.STORY, Need.MARKABLE} if writable else {Need.STORY}
    others = [item for item in session.documents() if item != story and item.medium is None]
    if any(writable or document.role == "story" for document in others):
        found.add(Need.OTHER_TEXTS)
    if session.current is not None:
        found |= {Need.CLAIM, Need.CHANGEABLE} if writable else {Need.CLAIM}
    if session.undo_stack.canUndo():
        found.add(Need.UNDOABLE)
    if session.undo_stack.canRedo():
        found.add(Need.REDOABLE)
    return found
