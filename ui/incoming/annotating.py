"""Annotations of another program taken in: read and placed by the worker, written by the session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.checking import Checking
from ui.seams import SharedStore
from ui.session import Session
from ui.steps import Step
from workbench.errors import WorkbenchError
from workbench.model import Document, Remark, Revision
from workbench.progress import Progress
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.annotations import Placed


@dataclass(frozen=True, slots=True)
class Annotated:
    """What came of a file: how many annotations are new, known, without words; and those without a place."""

    name: str
    fresh: int
    known: int
    passed_over: int
    unplaced: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    name: str
    placed: tuple[Placed, ...]
    passed_over: int


class Annotating(QObject):
    """Takes files of annotations in. Undo takes the annotations of a file out again in one go."""

    annotated = Signal(object)
    """An `Annotated`."""
    refused = Signal(str)
    """Why a file holds nothing that could be taken in."""

    def __init__(
        self, session: Session, store: SharedStore, checking: Checking, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._store, self._checking = session, store, checking

    def read(self, path: Path) -> None:
        """Read a file and put its annotations beside their words."""
        words = self.tr("Putting annotations beside their words")
        self._checking.steps.add(Step(("annotations", path), words, partial(self._work, path), self._take))

    def put(self, placed: Placed, revision: Revision, span: Span) -> bool:
        """Give an annotation that found no place these words. Whether it was written."""
        from workbench.annotations import take_in

        session = self._session
        there = replace(placed, revision=revision, span=span)
        known = session.remarks(revision.id)
        return session.do(take_in((there,), session.new_id, session.stamp(), known))

    def _work(self, path: Path, _progress: Progress) -> _Read | str:
        from workbench.annotations import place_all, read_annotations

        store = self._store.reader()
        try:
            found = read_annotations(path)
            documents = store.all(Document)
            texts = {item.id: text for item in documents if (text := store.latest(item.id)) is not None}
            return _Read(found.name, place_all(found.annotations, documents, texts), found.passed_over)
        except WorkbenchError as error:
            return str(error)
        finally:
            store.close()

    def _take(self, read: _Read | str) -> None:
        from workbench.annotations import take_in, unplaced

        if isinstance(read, str):
            self.refused.emit(read)
            return
        session = self._session
        here = self._still_here(read.placed)
        change = take_in(here, session.new_id, session.stamp(), session.store.all(Remark))
        if change is not None and not session.do(change):
            return
        left, fresh = tuple(unplaced(here)), len(change.edits) if change else 0
        known = len(here) - len(left) - fresh
        self.annotated.emit(Annotated(read.name, fresh, known, read.passed_over, left))

    def _still_here(self, placed: Sequence[Placed]) -> list[Placed]:
        """What was placed in a text that has left the case meanwhile, or has a new draft, has no place."""
        gone = self.tr("The text with its words was changed meanwhile. Import the file again.")
        return [
            replace(one, revision=None, span=None, why_not=gone)
            if one.revision is not None and self._session.revision(one.revision.document) != one.revision
            else one
            for one in placed
        ]
