"""The open case as the window sees it: values read, changes applied, announced and undone."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any, cast
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from ui.reads import CaseReads
from ui.shelf import Shelf
from ui.undo import Command
from workbench.change import Act, Change, Key, Stamp, touched
from workbench.dependants import completed
from workbench.errors import CaseAstray, StaleChange, WorkbenchError
from workbench.model import (
    Claim,
    ClaimId,
    DocumentId,
    Entity,
    Original,
)
from workbench.ports import Event, Line, Store
from workbench.turning import turned
from workbench.undoing import Step as UndoStep
from workbench.undoing import stack

LOOK_BACK = 2_000
"""So many events are looked through for steps to undo when a case is opened: 40 ms at most."""
SOON_MS = 400
"""What may be told soon waits so long for more of its kind, to be told together."""


def _now() -> datetime:
    return datetime.now(UTC)


def _random_id() -> str:
    return uuid4().hex


class Session(QObject, CaseReads):
    """One open case and what is chosen in it.

    Every change goes through `do` (undoable) or `record` (what Twosource proposes); both write it at once.
    Undo and redo are `undo` and `redo` of the session, never those of `undo_stack`, which only follows.
    """

    changed = Signal(object)
    """frozenset[Key]: what a change, an undo or a redo has touched."""
    failed = Signal(str)
    """A sentence for the editor; nothing was written."""
    turned = Signal(object)
    """frozenset[Key]: what an undo or a redo has touched; told after `changed`."""
    current_changed = Signal()
    story_changed = Signal()

    def __init__(
        self,
        store: Store,
        checker: str,
        parent: QObject | None = None,
        *,
        clock: Callable[[], datetime] = _now,
        new_id: Callable[[], str] = _random_id,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.checker = checker
        self.undo_stack = QUndoStack(self)
        self.current: ClaimId | None = None
        self._clock = clock
        self._new_id = new_id
        self._shelf = Shelf(store)
        self._story: DocumentId | None = None
        self._views: dict[Hashable, Any] = {}
        self._untold: frozenset[Key] = frozenset()
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.tell)

    def stamp(self) -> Stamp:
        """The checker, now."""
        return Stamp(self.checker, self._clock())

    def today(self) -> date:
        """The date where the checker sits."""
        return self._clock().astimezone().date()

    def new_id(self) -> str:
        """An id that no value has yet."""
        return self._new_id()

    def do(
        self,
        change: Change | None,
        originals: Sequence[Original] = (),
        *,
        batch: str = "",
        title: str = "",
        merged: Sequence[Line] = (),
        soon: bool = False,
    ) -> bool:
        """Apply an editor's change and make it undoable. Whether it was written; None is no change.

        Consecutive changes of one `batch` are undone together, under the `title` given last. It is an id
        that no earlier batch of the case has. `merged` are the events of a copy that come in with a merge.
        One of many that follow each other may be announced `soon`, together with others.
        """
        if change is None:
            return False
        change = replace(completed(change, self._shelf), act=Act.DONE, batch=batch)
        event = self._applied(change, originals, merged)
        if event is None:
            return False
        self.undo_stack.push(Command((event.number,), title or change.label, batch))
        self._announce(change, soon)
        return True

    def record(
        self, change: Change | None, originals: Sequence[Original] = (), *, soon: bool = False
    ) -> bool:
        """Apply what Twosource proposes. Announced, at once or `soon`, but not on the undo stack."""
        return change is not None and self._apply_aside(replace(change, act=Act.PROPOSED), originals, soon)

    def tell(self) -> None:
        """Announce now what was to be announced soon."""
        self._soon.stop()
        keys, self._untold = self._untold, frozenset()
        if keys:
            self.changed.emit(keys)

    def hush(self) -> None:
        """Announce no more, before the case is closed."""
        self._soon.stop()
        self._untold = frozenset()

    def keep(self, change: Change) -> bool:
        """Apply an editor's change that no undo takes back: a signature. Whether it was written."""
        return self._apply_aside(replace(change, act=Act.KEPT), ())

    def recall(self) -> None:
        """Make undoable what was done before the case was opened, by whomever."""
        if self.store.read_only:
            return
        try:
            found = stack(islice(self.store.headers(), LOOK_BACK))
        except WorkbenchError as error:
            self.failed.emit(str(error))
            return
        self.undo_stack.clear()
        for step in (*found.done, *reversed(found.undone)):
            self.undo_stack.push(Command(step.events, self._title(step)))
        self.undo_stack.setIndex(len(found.done))

    def undo(self) -> bool:
        """Take the last change back. When it cannot be taken back, it stays on the stack."""
        steps = self.undo_stack
        return steps.canUndo() and self._turn(steps.index() - 1, Act.UNDONE, steps.undo)

    def redo(self) -> bool:
        """Make the change last taken back once more."""
        steps = self.undo_stack
        return steps.canRedo() and self._turn(steps.index(), Act.REDONE, steps.redo)

    def choose_story(self, id: DocumentId) -> None:
        """Check another story of the case."""
        if (story := self.story()) and story.id == id:
            return
        self._story = id
        self._views.clear()
        self._follow_current(())
        self.story_changed.emit()

    def choose(self, claim: ClaimId | None) -> None:
        """Make a claim the current one."""
        if claim != self.current:
            self.current = claim
            self.current_changed.emit()

    def _turn(self, index: int, act: Act, move: Callable[[], object]) -> bool:
        """Apply the other side of a command; only then let the stack move over it."""
        command = cast(Command, self.undo_stack.command(index))
        change = self._other_side(command, act)
        event = self._applied(change, overtaken=self._say_overtaken(command, act)) if change else None
        if change is None or event is None:
            return False
        command.events = (event.number,)
        move()
        self._announce(change)
        self._go_to_touched(change)
        self.turned.emit(touched(change))
        return True

    def _other_side(self, command: Command, act: Act) -> Change | None:
        """The change that takes a command's events back; None when they cannot be read, which is told."""
        try:
            found = [event for number in command.events if (event := self.store.event(number)) is not None]
        except WorkbenchError as error:
            self.failed.emit(str(error))
            return None
        return completed(turned(found, act, self.stamp(), self._shelf), self._shelf) if found else None

    def _say_overtaken(self, command: Command, act: Act) -> str:
        said = (
            self.tr("“{step}” cannot be undone: what it changed has been changed again since. ")
            if act is Act.UNDONE
            else self.tr("“{step}” cannot be done again: what it changed is different now. ")
        )
        return said.format(step=command.text()) + self.tr("Nothing was written; the case is as it was.")

    def _title(self, step: UndoStep) -> str:
        """What a step of an earlier session is called, and whose it was where it was another's."""
        title = step.label
        if len(step.events) > 1:
            title = self.tr("{step}, {count} in one go").format(step=title, count=len(step.events))
        return title if step.by == self.checker else f"{title} ({step.by})"

    def _apply_aside(self, change: Change, originals: Sequence[Original], soon: bool = False) -> bool:
        change = completed(change, self._shelf)
        if self._applied(change, originals) is None:
            return False
        self._announce(change, soon)
        return True

    def _applied(
        self,
        change: Change,
        originals: Sequence[Original] = (),
        merged: Sequence[Line] = (),
        *,
        overtaken: str = "",
    ) -> Event | None:
        """Write a change; None when that failed, which is told: as `overtaken` when the case has moved on."""
        try:
            return self.store.apply(change, originals, merged)
        except CaseAstray as error:
            self.failed.emit(str(error))
            return error.event
        except StaleChange as error:
            self.failed.emit(overtaken or str(error))
        except WorkbenchError as error:
            self.failed.emit(str(error))
        return None

    def _announce(self, change: Change, soon: bool = False) -> None:
        before, story = self.claims(), self.story()
        self._shelf.absorb(change)
        self._views.clear()
        self._follow_current(before)
        self._untold |= touched(change)
        if not soon:
            self.tell()
        elif not self._soon.isActive():
            self._soon.start()
        now = self.story()
        if (story and story.id) != (now and now.id):
            self.story_changed.emit()

    def _follow_current(self, before: Sequence[Claim]) -> None:
        """When the current claim is gone, its neighbour takes its place."""
        shown = [claim.id for claim in self.claims()]
        if self.current is None or self.current in shown:
            return
        place = next((at for at, claim in enumerate(before) if claim.id == self.current), 0)
        self.choose(shown[min(place, len(shown) - 1)] if shown else None)

    def _go_to_touched(self, change: Change) -> None:
        """Let the editor see what was taken back or done again: the one claim that it was about."""
        claims = {claim for edit in change.edits if (claim := _claim_of(edit.after or edit.before))}
        shown = {claim.id for claim in self.claims()}
        if len(claims) == 1 and claims <= shown:
            self.choose(claims.pop())


def _claim_of(value: Entity | None) -> ClaimId | None:
    """The claim that a value is, or hangs on."""
    return value.id if isinstance(value, Claim) else getattr(value, "claim", None)
