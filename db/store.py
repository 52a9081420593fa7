"""One open case, implementing `workbench.ports.Store`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256 as digest
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from db import derived, edits, exchange, headers, history, lines, passages, past, values
from db.connection import transaction
from db.copying import copy_to
from db.failures import damaged, reading, writing
from db.lock import CaseLock
from db.opening import Opened, create_file, identity, open_beside, open_file, open_kept
from workbench.backups import Backups, Mark, Reason
from workbench.change import Change, Stamp, added
from workbench.errors import CaseAstray, CaseNotWritten, ReadOnlyCase
from workbench.model import Case, DocumentId, Entity, Original, Revision, Sha256
from workbench.ports import Event, Line
from workbench.progress import silent
from workbench.standing import Apart, Standing
from workbench.undoing import Header

E = TypeVar("E", bound=Entity)


def open_case(path: Path, *, backups: Backups | None = None) -> CaseStore:
    """Open a case; when it cannot be written, for reading only (see `CaseStore.read_only`).

    A file of an earlier form is kept in `backups` before it is brought up to date.

    Raises:
        NotACase, DamagedCase, NewerCase, CaseError: with a sentence that says why.
    """

    return CaseStore(opened(path, path, backups))


def opened(file: Path, case: Path, backups: Backups | None) -> Opened:
    """The file of a case that lies at `case`, ready for use; raises as `open_case` does."""

    def keep(old: Path) -> None:
        if backups is not None:
            backups.take(old, case, Reason.SCHEMA, datetime.now(UTC), silent)

    return open_file(file, keep)


def create_case(path: Path, case: Case, stamp: Stamp) -> CaseStore:
    """Make a new case file that holds `case` alone.

    Raises:
        CaseError: there is a file of that name already, or the folder allows none.
    """
    first = Change("Create case", stamp, added(case))

    def fill(db: Database) -> None:
        edits.write(db, first.edits[0])
        history.append(db, first)

    return CaseStore(create_file(path, fill))


def open_past(path: Path, why: str) -> CaseStore:
    """Open what `CaseStore.write_past` wrote, for reading only because of `why`; closing removes the file.

    Raises:
        NotACase, DamagedCase, NewerCase, CaseError: with a sentence that says why.
    """
    return _PastCase(open_kept(path, why))


class CaseStore:
    """One open case. Belongs to the thread that opened it; other threads take a `reader()`."""

    def __init__(self, opened: Opened) -> None:
        self._db = opened.db
        self._path = opened.path
        self._lock: CaseLock | None = opened.lock
        self._read_only = opened.read_only
        self._identity = opened.identity
        self._search = passages.PassageSearch(opened.db, opened.path)

    @property
    def path(self) -> Path:
        """Where the case file lies."""
        return self._path

    @property
    def file(self) -> Path:
        """The file that is written: the case, or the local copy it is worked on in."""
        return self._path

    @property
    def apart(self) -> Apart | None:
        """Where the work lies when somebody else's went another way; None otherwise."""
        return None

    def standing(self) -> Standing:
        """How what was done stands. From any thread."""
        return Standing.SAVED if self._is_in_place() else Standing.ASTRAY

    def settle(self) -> Standing:
        """Bring what was done to where it belongs, and say how it stands. From any thread; takes a while."""
        return self.standing()

    @property
    def read_only(self) -> str | None:
        """A sentence that says why the case cannot be changed, or None when it can."""
        return self._read_only

    @property
    def search(self) -> passages.PassageSearch:
        """Search over the texts of the case."""
        return self._search

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every stored value of one type, in the order they were added."""
        with reading(self._path):
            return values.every(self._db, kind)

    def get(self, kind: type[E], id: str) -> E | None:
        """One value, or None when there is none of that id."""
        with reading(self._path):
            return values.one(self._db, kind, id)

    def latest(self, document: DocumentId) -> Revision | None:
        """The newest revision of a document."""
        with reading(self._path):
            return values.latest(self._db, document)

    def original(self, sha256: Sha256) -> bytes:
        """The bytes of an original. Raises `DamagedCase` when they are missing or differ from their hash."""
        with reading(self._path):
            row = self._db.conn.execute("SELECT data FROM original WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None or digest(row[0]).hexdigest() != sha256:
            raise damaged(self._path)
        return bytes(row[0])

    def apply(self, change: Change, originals: Iterable[Original] = (), merged: Iterable[Line] = ()) -> Event:
        """Write the change in one durable transaction and append it to the history.

        `merged` are the events of a colleague's copy that came in with it, `change.merged` the last of them.

        Raises:
            StaleChange: a stored value is not what an edit says was before; nothing was written.
            ReadOnlyCase, CaseNotWritten: nothing was written.
            CaseAstray: it was written, but the file lost its place meanwhile.
        """
        if self._read_only is not None:
            raise ReadOnlyCase(self._read_only)
        self._require_in_place()
        event: Event | None = None
        try:
            with writing(self._path), transaction(self._db):
                edits.keep(self._db, originals)
                for edit in change.edits:
                    edits.write(self._db, edit)
                derived.refresh(self._db, change)
                lines.append(self._db, merged)
                event = history.append(self._db, change)
        except CaseNotWritten:
            # SQLite cannot end a change whose folder is gone, yet keeps it in the file that it holds.
            if event is None or self._is_in_place() or not headers.event(self._db, event.number):
                raise
        if not self._is_in_place():
            raise CaseAstray(
                f"“{self._path.name}” was moved, deleted or replaced just now. All your work, the last step "
                "too, is still open here, but in no file of that name: save a copy of the case.",
                event,
            )
        return event

    def history(self, after: int = 0) -> tuple[Event, ...]:
        """Every change made since event number `after`, oldest first.

        Revisions come without their text, but with its hash.
        """
        with reading(self._path):
            return history.events(self._db, after)

    def head(self) -> Mark:
        """The last event of the history."""
        with reading(self._path):
            return history.head(self._db)

    def hash_of(self, number: int) -> Sha256 | None:
        """The hash of an event, or None when there is none of that number."""
        with reading(self._path):
            return history.hash_of(self._db, number)

    def headers(self) -> Iterator[Header]:
        """Every change ever made without its edits, newest first, read as far as they are asked for."""
        with reading(self._path):
            yield from headers.headers(self._db)

    def event(self, number: int) -> Event | None:
        """One change ever made, or None when there is none of that number."""
        with reading(self._path):
            return headers.event(self._db, number)

    def backwards(self, before: int | None = None) -> Iterator[Event]:
        """Every change made before event number `before` (None: all), newest first, read as asked for."""
        with reading(self._path):
            yield from headers.backwards(self._db, before)

    def removing(self) -> Iterator[Event]:
        """Every change of an editor's that took a value out or set one aside, oldest first."""
        with reading(self._path):
            yield from headers.removing(self._db)

    def reader(self) -> CaseStore:
        """A second connection to the same case, for reading only, owned by the thread that asks for it."""
        return CaseStore(open_beside(self._path))

    def save_copy(self, path: Path) -> None:
        """Write all that is stored to another file, even when the case file itself is gone.

        An existing file at `path` is replaced once the copy is complete.

        Raises:
            CaseNotWritten: `path` is the open case itself, or cannot be written.
        """
        if identity(path) == self._identity:
            raise CaseNotWritten("This is the open case itself. Choose another name for the copy.")
        copy_to(self._db, path)

    def write_json(self, path: Path) -> None:
        """Write all of the case as one JSON text to `path`, from which it can be made again without loss.

        Raises:
            CaseNotWritten: what was at `path` then stays.
        """
        with reading(self._path):
            exchange.write_json(self._db, path)

    def write_past(self, number: int, path: Path) -> None:
        """Write the case as it was after event `number` to `path`, replacing what is there.

        Raises:
            IndexError: there is no such event.
            DamagedCase: the history cannot be read.
            CaseNotWritten: what was at `path` then stays.
        """
        with reading(self._path):
            past.write_past(self._db, number, path)

    def lines(self) -> tuple[Line, ...]:
        """The events that merges brought in, in the order they came."""
        with reading(self._path):
            return tuple(lines.every(self._db).values())

    def own_line(self) -> tuple[Line, ...]:
        """The events of the history as stored, oldest first."""
        with reading(self._path):
            return lines.of_history(self._db)

    def close(self) -> None:
        """Release the file and its lock. Calling it twice does nothing."""
        self._db.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _is_in_place(self) -> bool:
        return identity(self._path) == self._identity

    def _require_in_place(self) -> None:
        # SQLite would go on writing to a file that no longer has a name.
        if not self._is_in_place():
            raise CaseNotWritten(
                f"“{self._path.name}” was moved, deleted or replaced while it was open, so the last step was "
                "not stored. All earlier work is still here: save a copy of the case and go on in that."
            )


class _PastCase(CaseStore):
    """A case as it was, in a file that nobody needs once it is closed."""

    def close(self) -> None:
        """Release the file and remove it. Calling it twice does nothing."""
        super().close()
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
