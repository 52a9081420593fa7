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
    if session.story() is not None:
        found.add(Need.STORY)
    if sum(document.role == "story" for document in session.documents()) > 1:
        found.add(Need.OTHER_STORIES)
    if session.current is not None:
        found |= {Need.CLAIM, Need.CHANGEABLE} if writable else {Need.CLAIM}
    if session.undo_stack.canUndo():
        found.add(Need.UNDOABLE)
    if session.undo_stack.canRedo():
        found.add(Need.REDOABLE)
    return found
