"""A text read again in another encoding: by the worker, from its original, and written by the session."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.checking import Checking
from ui.seams import SharedStore
from ui.session import Session
from ui.steps import Step
from workbench.change import Change, Stamp
from workbench.errors import WorkbenchError
from workbench.model import Document, DocumentId, Role
from workbench.progress import Progress

if TYPE_CHECKING:
    from workbench.reading import Reading

SAMPLE_BYTES = 6_000


@dataclass(frozen=True, slots=True)
class Sample:
    """Bytes of a document's original, from the first line on that is not plain ASCII."""

    document: Document
    data: bytes


@dataclass(frozen=True, slots=True)
class _Prepared:
    document: DocumentId
    charset: str
    parts: tuple[Change, ...]
    changes: int


class Rereading(QObject):
    """Reads texts again. Undo brings the text before back."""

    sampled = Signal(object)
    """A `Sample`, to choose an encoding by."""
    reread = Signal(object, str)
    """The `DocumentId` of a text that was read again, and the encoding."""
    refused = Signal(str)
    """Why a text was left as it is."""

    def __init__(
        self, session: Session, store: SharedStore, checking: Checking, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._store, self._checking = session, store, checking
        self._changes = 0
        session.changed.connect(self._count_change)

    def sample(self, document: DocumentId) -> None:
        """Fetch what shows how encodings differ."""
        words = self.tr("Looking at the file")
        work = partial(self._work_sample, document)
        self._checking.steps.add(Step(("sample", document), words, work, self._tell_sample))

    def read(self, document: DocumentId, charset: str) -> None:
        """Read a document again in the encoding `charset`."""
        if self._store.read_only is None:
            words = self.tr("Reading the text again")
            work = partial(self._work, document, charset, self._session.stamp())
            self._checking.steps.add(Step(("reread", document), words, work, self._finish))

    def _work_sample(self, id: DocumentId, _progress: Progress) -> Sample | str:
        store = self._store.reader()
        try:
            document = store.get(Document, id)
            if document is None or document.original is None:
                return self.tr("The bytes of this text are not in the case.")
            return Sample(document, telling(store.original(document.original)))
        except WorkbenchError as error:
            return str(error)
        finally:
            store.close()

    def _tell_sample(self, found: Sample | str) -> None:
        if isinstance(found, str):
            self.refused.emit(found)
        else:
            self.sampled.emit(found)

    def _work(self, document: DocumentId, charset: str, stamp: Stamp, _progress: Progress) -> _Prepared | str:
        from workbench import rereading

        changes, store = self._changes, self._store.reader()
        try:
            reading: Reading = rereading.read_again(store, document, charset)
            parts = rereading.reread(reading, store, document, self._session.new_id, stamp)
        except WorkbenchError as error:
            return str(error)
        finally:
            store.close()
        return _Prepared(document, charset, parts, changes)

    def _finish(self, prepared: _Prepared | str) -> None:
        """Write it, unless something has changed since: then it is read once more."""
        if isinstance(prepared, str):
            self.refused.emit(prepared)
        elif prepared.changes != self._changes:
            self.read(prepared.document, prepared.charset)
        else:
            self._write(prepared)

    def _write(self, prepared: _Prepared) -> None:
        session = self._session
        main, *proposals = prepared.parts
        document = session.document(prepared.document)
        if document is None or not session.do(main):
            return
        for change in proposals:
            session.record(change)
        if document.role is Role.STORY:
            self._checking.read_draft(document.id)
        else:
            self._checking.read_source(document.id)
        self.reread.emit(document.id, prepared.charset)

    def _count_change(self) -> None:
        self._changes += 1


def telling(data: bytes) -> bytes:
    """The first lines that hold other bytes than ASCII; the beginning where there are none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[:SAMPLE_BYTES]
    lines = [line for line in data.splitlines() if not line.isascii()]
    return b"\n".join(lines)[:SAMPLE_BYTES] or data[:SAMPLE_BYTES]
