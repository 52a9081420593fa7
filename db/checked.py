"""The memory of claims checked before, in a file of the user's own beside the library.

It follows from cases and imported files: a damaged one is put aside and begun anew. No case depends on it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workbench.checked.values import Checked, CheckedId, Collection, Kept, Place, Support
from workbench.errors import MemoryFailed

_BUSY_S = 3.0
_TABLES = """
    CREATE TABLE IF NOT EXISTS collection (
        id TEXT PRIMARY KEY,
        kept TEXT NOT NULL CHECK (kept IN ('case', 'review')),
        name TEXT NOT NULL,
        path TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS claim (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        collection TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
        told TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS claim_of_collection ON claim (collection);
"""
_KEEP_COLLECTION = """
    INSERT INTO collection (id, kept, name, path) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, path = excluded.path
"""
_KEEP_CLAIM = "INSERT OR REPLACE INTO claim (id, collection, told) VALUES (?, ?, ?)"
_LIST = """
    SELECT kept, collection.id, name, path, count(claim.id) FROM collection
    LEFT JOIN claim ON claim.collection = collection.id
    GROUP BY collection.id ORDER BY kept, name COLLATE NOCASE, collection.id
"""
_RUINED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class CheckedFile:
    """Implements `workbench.ports.EarlierClaims`. One object belongs to one thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def claims(self) -> tuple[Checked, ...]:
        """All of them, in the order they came in."""
        with self._asking() as connection:
            return tuple(
                _checked(told) for (told,) in connection.execute("SELECT told FROM claim ORDER BY seq")
            )

    def collections(self) -> tuple[Collection, ...]:
        """The cases and files they came from."""
        with self._asking() as connection:
            return tuple(Collection(Kept(kept), *rest) for kept, *rest in connection.execute(_LIST))

    def keep(self, collection: Collection, claims: Sequence[Checked]) -> bool:
        """Let these be all the claims of a case or a file. Whether that changed anything."""
        rows = [(claim.id, collection.case, json.dumps(asdict(claim))) for claim in claims]
        with self._asking() as connection:
            known = connection.execute(
                "SELECT id, collection, told FROM claim WHERE collection = ? ORDER BY seq", (collection.case,)
            ).fetchall()
            if known == rows:
                return False
            with connection:
                connection.execute("DELETE FROM claim WHERE collection = ?", (collection.case,))
                if rows:
                    row = (collection.case, collection.kept.value, collection.name, collection.path)
                    connection.execute(_KEEP_COLLECTION, row)
                    connection.executemany(_KEEP_CLAIM, rows)
                else:
                    connection.execute("DELETE FROM collection WHERE id = ?", (collection.case,))
        return True

    def forget(self, case: str | None = None) -> None:
        """Forget the claims of a case or file; None forgets all. What is gone leaves no trace in the file."""
        with self._asking() as connection:
            with connection:
                if case is None:
                    connection.execute("DELETE FROM collection")
                else:
                    connection.execute("DELETE FROM collection WHERE id = ?", (case,))
            connection.execute("VACUUM")

    def close(self) -> None:
        """Release the file. Calling it twice does nothing."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        """The open file; what goes wrong with it as a sentence."""
        try:
            if self._connection is None:
                self._connection = _opened(self._path)
            yield self._connection
        except (sqlite3.Error, OSError, ValueError, TypeError, KeyError) as error:
            self.close()
            if _is_ruined(error):
                _put_aside(self._path)
            raise _failed(self._path, error) from error


def open_checked(path: Path) -> CheckedFile:
    """The memory at `path`. The file is opened, or made, by the first call that needs it."""
    return CheckedFile(path)


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=_BUSY_S)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.executescript(_TABLES)
    except BaseException:
        connection.close()
        raise
    return connection


def _checked(told: str) -> Checked:
    known: dict[str, Any] = json.loads(told)
    place = Place(**{**known["place"], "kept": Kept(known["place"]["kept"])})
    evidence = tuple(Support(**item) for item in known["evidence"])
    return Checked(**{**known, "id": CheckedId(known["id"]), "place": place, "evidence": evidence})


def _is_ruined(error: Exception) -> bool:
    """Damage, or contents that are not ours. A file that is busy or full may be well next time."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in _RUINED
    return not isinstance(error, OSError)


def _put_aside(path: Path) -> None:
    with suppress(OSError):
        path.replace(path.with_name(path.name + ".damaged"))


def _failed(path: Path, error: Exception) -> MemoryFailed:
    if _is_ruined(error):
        return MemoryFailed(
            "The memory of claims checked before was damaged and is begun anew. Cases come into it again "
            "when they are opened; import fact-checks again. The damaged file is kept beside it, in "
            f"“{path.parent}”."
        )
    return MemoryFailed(
        f"The memory of claims checked before, “{path}”, cannot be used now ({error}). "
        "Your case is unaffected."
    )
