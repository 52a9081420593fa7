"""A new draft taken in: read and compared by the worker, written by the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.checking import Checking
from ui.seams import SharedStore
from ui.session import Session
from ui.steps import Step
from ui.unread import Unread, unread
from workbench.change import Stamp
from workbench.errors import WorkbenchError
from workbench.model import DocumentId, Role
from workbench.progress import Progress

if TYPE_CHECKING:
    from workbench.drafts import Adoption
    from workbench.reading import Reading

Read = Callable[[], "Reading"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft that could be taken in, of the story as it was after so many changes."""

    story: DocumentId
    reading: Reading
    adoption: Adoption
    changes: int
    surely: bool = False
    """The editor wants it, whatever it has of the story."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A text dropped on the window that looks like a draft of the story; `kept` is what stands in both."""

    story: DocumentId
    reading: Reading
    kept: float


class Taking(QObject):
    """Takes drafts in. What is doubtful is left to the editor, by `doubted` and `recognised`."""

    taken = Signal(object)
    """The `DraftReport` of a draft that has come in."""
    refused = Signal(str)
    """Why a text is no new draft, or could not be read."""
    keepable = Signal(str, object)
    """As `refused`, with the path of a file that can still be kept as back-up."""
    doubted = Signal(object)
    """`Prepared`: it has so little of the story that it is hardly a draft of it."""
    recognised = Signal(object)
    """`Recognised`: a text that was given as a source may be a new draft."""

    def __init__(
        self, session: Session, store: SharedStore, checking: Checking, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._store, self._checking = session, store, checking
        self._changes = 0
        session.changed.connect(self._count_change)

    def take_file(self, path: Path) -> None:
        """Read a file as the next draft of the story."""
        self._prepare(partial(_read_file, path))

    def take_reading(self, reading: Reading) -> None:
        """Take a text that has been read as the next draft of the story."""
        self._prepare(partial(_as_it_is, reading))

    def take_all_the_same(self, prepared: Prepared) -> None:
        """Take a text in as a draft that has little of the story."""
        self._finish(replace(prepared, surely=True))

    def take_as_story(self, reading: Reading) -> None:
        """Take a text in as a story of its own, and check that one."""
        document = self._checking.take_in(reading, Role.STORY)
        if document is not None:
            self._session.choose_story(document)

    def take_as_source(self, reading: Reading) -> None:
        """Take a text in as something to check the story against."""
        self._checking.take_in(reading, Role.SOURCE)

    def look_at(self, path: Path) -> None:
        """Read a dropped file: a source, unless it looks like a draft of the story."""
        story = self._session.story()
        if story is not None:
            words = self.tr("Reading {done} of {all} files")
            work = partial(self._work_look, story.id, path)
            self._checking.steps.add(Step(("look at", path), words, work, self._recognise))

    def _prepare(self, read: Read, *, surely: bool = False) -> None:
        if (story := self._session.story()) is None or self._store.read_only:
            return
        work = partial(self._work, story.id, read, self._session.stamp(), surely)
        words = self.tr("Comparing the new draft with the one before")
        self._checking.steps.add(Step("draft", words, work, self._finish))

    def _work(
        self, story: DocumentId, read: Read, stamp: Stamp, surely: bool, _progress: Progress
    ) -> Prepared | str:
        from workbench.drafts import adopt, work_on

        changes = self._changes
        store = self._store.reader()
        try:
            reading = read()
            adoption = adopt(reading, work_on(store, story), self._session.new_id, stamp)
        except WorkbenchError as error:
            return str(error)
        finally:
            store.close()
        return Prepared(story, reading, adoption, changes, surely)

    def _finish(self, prepared: Prepared | str) -> None:
        """Take the draft in, unless something has changed since: then it is compared again."""
        if isinstance(prepared, str):
            self.refused.emit(prepared)
        elif prepared.adoption.report.is_another_story and not prepared.surely:
            self.doubted.emit(prepared)
        elif prepared.changes != self._changes:
            self._prepare(partial(_as_it_is, prepared.reading), surely=prepared.surely)
        else:
            self._take(prepared)

    def _take(self, prepared: Prepared) -> None:
        session, adoption = self._session, prepared.adoption
        change = replace(adoption.change, stamp=session.stamp())
        if not session.do(change, adoption.originals):
            return
        session.record(adoption.proposals)
        self._checking.read_draft(prepared.story)
        self.taken.emit(adoption.report)

    def _work_look(self, story: DocumentId, path: Path, _progress: Progress) -> Recognised | Reading | Unread:
        from workbench.drafts.story import draft_share

        store = self._store.reader()
        try:
            reading, latest = _read_file(path), store.latest(story)
        except WorkbenchError as error:
            return unread(error, path)
        finally:
            store.close()
        kept = draft_share(latest.text, reading.text) if latest else None
        return reading if kept is None else Recognised(story, reading, kept)

    def _recognise(self, found: Recognised | Reading | Unread) -> None:
        if isinstance(found, Unread):
            self._tell_unread(found)
        elif isinstance(found, Recognised):
            self.recognised.emit(found)
        else:
            self.take_as_source(found)

    def _tell_unread(self, file: Unread) -> None:
        if file.keepable is None:
            self.refused.emit(file.sentence)
        else:
            self.keepable.emit(file.sentence, file.keepable)

    def _count_change(self) -> None:
        self._changes += 1


def _read_file(path: Path) -> Reading:
    from workbench.reading import read_file

    return read_file(path)


def _as_it_is(reading: Reading) -> Reading:
    return reading
