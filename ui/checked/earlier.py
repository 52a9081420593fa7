"""What was checked before, for the open case: told of its verdicts, asked about its claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Job, Jobs
from workbench.change import Key
from workbench.checked.values import Checked, Collection
from workbench.errors import EngineFailed, WorkbenchError
from workbench.model import Attribution, Case, Citation, Claim, Document, Evidence, Source, Verdict

if TYPE_CHECKING:
    from ui.engine import SharedEngine
    from ui.seams import SharedStore
    from ui.session import Session
    from ui.workshop import Workshop
    from workbench.checked.recall import Recall
    from workbench.ports import EarlierClaims, Vectors
    from workbench.progress import Progress

PAUSE_MS = 200
"""Who steps through claims quickly asks nothing."""
REST_MS = 800
"""A case is told anew once the editor has paused."""
_TELLING = (Verdict, Claim, Evidence, Source, Citation, Attribution, Document, Case)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier claim as the window shows it. `is_there`: its case can still be opened where it was."""

    checked: Checked
    sureness: float
    is_there: bool


class EarlierChecks(QObject):
    """Keeps the memory true to the case and looks its claims up, in a worker thread of its own."""

    recalled = Signal(object, object)
    """ClaimId and a tuple of `Earlier`, the surest first."""
    taken_in = Signal(str, int, int)
    """A file's name, how many fact-checks it gave, and how many of its entries said too little."""
    refused = Signal(str)
    """A sentence about a file that could not be read, or about the memory itself."""
    listed = Signal(object)
    """A tuple of `Collection`: what the memory holds."""

    def __init__(
        self,
        session: Session,
        store: SharedStore,
        workshop: Workshop,
        engine: SharedEngine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._store = session, store
        self._jobs = Jobs(self)
        case = session.case()
        self._desk = _Desk(workshop, engine, store, case.id if case else "")
        self._asked: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._tell)
        session.changed.connect(self._follow)
        session.current_changed.connect(self._pause.start)
        self._rest.start()

    def import_files(self, paths: Sequence[Path]) -> None:
        """Read published fact-checks in and remember them."""
        for path in paths:
            job = self._start(partial(self._desk.take_in, path))
            job.done.connect(self._say_taken_in)

    def list(self) -> None:
        """Ask what the memory holds; `listed` answers."""
        self._start(self._desk.collections).done.connect(self.listed)

    def forget(self, collection: Collection | None) -> None:
        """Forget a case's claims or a file's; None forgets all."""
        self._start(partial(self._desk.forget, collection)).done.connect(self._look_again)

    def close(self) -> None:
        """Tell the memory what is new and let go of it, before the case is closed."""
        self._pause.stop()
        self._jobs.cancel()
        if self._rest.isActive():
            self._rest.stop()
            self._jobs.start(self._desk.tell)
        self._jobs.start(self._desk.close)
        self._jobs.wait()

    def _follow(self, keys: frozenset[Key]) -> None:
        if any(key.kind in _TELLING for key in keys):
            self._rest.start()
        if any(key.kind is Claim and key.id == self._session.current for key in keys):
            self._pause.start()

    def _tell(self) -> None:
        self._start(self._desk.tell).done.connect(self._read_on)

    def _read_on(self, left: int | None = None) -> None:
        """Read earlier claims for meaning, a while at a time, so that questions find a gap."""
        if left:
            self._start(self._desk.read_on).done.connect(self._read_on)
        else:
            self._look_again()

    def _look_again(self, _nothing: object = None) -> None:
        self._pause.start()

    def _ask(self) -> None:
        session = self._session
        claim = session.claim(session.current) if session.current else None
        if self._asked is not None:
            self._asked.cancel()
        if claim is None:
            return
        self._asked = self._start(partial(self._desk.recall, claim))
        self._asked.done.connect(self._show)
        self._asked.ended.connect(self._forget_asked)

    def _show(self, answer: tuple[Claim, tuple[Earlier, ...]]) -> None:
        claim, found = answer
        self.recalled.emit(claim.id, found)

    def _forget_asked(self) -> None:
        if self._asked is self.sender():
            self._asked = None

    def _say_taken_in(self, told: tuple[str, int, int] | str) -> None:
        if isinstance(told, str):
            self.refused.emit(told)
        else:
            self.taken_in.emit(*told)
            self._read_on(1)

    def _start(self, work: Callable[[Progress], Any]) -> Job:
        job = self._jobs.start(work)
        job.failed.connect(self.refused)
        return job


class _Desk:
    """The memory in the worker's hands: opened by that thread when first needed, closed by it."""

    def __init__(self, workshop: Workshop, engine: SharedEngine, store: SharedStore, case: str) -> None:
        self._workshop, self._engine, self._store, self._case = workshop, engine, store, case
        self._memory: EarlierClaims | None = None
        self._vectors: Vectors | None = None
        self._recall: Recall | None = None

    def tell(self, _progress: Progress) -> int:
        """Tell the memory what is settled in the case; 1, since something may have to be read for meaning."""
        from workbench.checked.recall import remember

        reader = self._store.reader()
        try:
            remember(reader, self._store.path.absolute(), self._open())
        finally:
            reader.close()
        return 1

    def read_on(self, progress: Progress) -> int:
        """Read for meaning for a while; how many texts are left."""
        recall = self._recalling()
        try:
            return 0 if recall.is_empty else recall.read_on(self._engine(), progress)
        except EngineFailed:
            return 0

    def recall(self, claim: Claim, _progress: Progress) -> tuple[Claim, tuple[Earlier, ...]]:
        """What was found out about a claim before."""
        recall = self._recalling()
        try:
            found = () if recall.is_empty else recall.of(claim.wording, self._engine())
        except EngineFailed:
            found = ()
        return claim, tuple(
            Earlier(item.checked, item.sureness, Path(item.checked.place.path or "/").is_file())
            for item in found
        )

    def take_in(self, path: Path, _progress: Progress) -> tuple[str, int, int] | str:
        """Read a file of fact-checks; a sentence when that is not possible."""
        from workbench.checked.recall import take_in
        from workbench.checked.reviews import read_reviews

        try:
            found = read_reviews(path)
            take_in(found, self._open())
        except WorkbenchError as error:
            return str(error)
        self._recalling().renew()
        return found.name, len(found.claims), found.passed_over

    def collections(self, _progress: Progress) -> tuple[Collection, ...]:
        """What the memory holds."""
        return self._open().collections()

    def forget(self, collection: Collection | None, _progress: Progress) -> None:
        """Forget one case or file, or all."""
        self._open().forget(collection.case if collection else None)
        self._recalling().renew()

    def close(self, _progress: Progress) -> None:
        """Release the files."""
        for held in (self._memory, self._vectors):
            if held is not None:
                held.close()
        self._memory = self._vectors = self._recall = None

    def _open(self) -> EarlierClaims:
        if self._memory is None:
            self._memory = self._workshop.open_checked()
        return self._memory

    def _recalling(self) -> Recall:
        from workbench.checked.recall import Recall

        if self._recall is None:
            self._vectors = self._workshop.open_vectors()
            self._recall = Recall(self._open(), self._vectors, self._case)
        return self._recall
