"""Sentence vectors kept between days, in a file of the user's cache folder.

They are no part of a case: every vector can be made again from its sentence, and a case stays as small as
what the editor decided. A damaged file is thrown away and begun anew; where none can be had, vectors last
until the program ends. Nothing here ever fails in the editor's face.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from threading import Lock

from workbench.meaning import WIDTH, Vector

MOST = 250_000
"""Vectors that are kept, the newest: about 120 MB, and more sentences than a year of cases has."""

_AT_ONCE = 500
_BUSY_S = 1.0
_MEMORY = ":memory:"
_TABLE = f"""
    CREATE TABLE IF NOT EXISTS vector (
        seq INTEGER PRIMARY KEY,
        key BLOB NOT NULL UNIQUE,
        vector BLOB NOT NULL CHECK (length(vector) = {WIDTH})
    ) STRICT
"""
_INSERT = "INSERT OR IGNORE INTO vector (key, vector) VALUES (?, ?)"
_DROP_OLDEST = "DELETE FROM vector WHERE seq <= (SELECT max(seq) FROM vector) - ?"
_RUINED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""Damage, or tables that are not ours. A file that is busy, full or out of reach may be well next time."""


class VectorCache:
    """Implements `workbench.ports.Vectors`. Threads may share it; each call waits its turn.

    A vector is kept under the hash of its model's id and its sentence. Beyond `most` the oldest go.
    """

    def __init__(self, path: Path, most: int = MOST) -> None:
        self._path = path
        self._most = most
        self._turn = Lock()
        self._connection: sqlite3.Connection | None = None
        self._closed = False

    def of(self, model: str, texts: Sequence[str]) -> tuple[Vector | None, ...]:
        """The vector of each text, None where there is none yet."""
        keys = [_key(model, text) for text in texts]
        found: dict[bytes, Vector] = {}
        with self._turn:
            try:
                for some in _parts(keys):
                    marks = ",".join("?" * len(some))
                    wanted = f"SELECT key, vector FROM vector WHERE key IN ({marks})"
                    found.update(self._open().execute(wanted, some))
            except sqlite3.Error as error:
                self._recover(error)
        return tuple(found.get(key) for key in keys)

    def keep(self, model: str, texts: Sequence[str], vectors: Sequence[Vector]) -> None:
        """Store vectors; those already there are left."""
        rows = [(_key(model, text), vector) for text, vector in zip(texts, vectors, strict=True)]
        with self._turn:
            try:
                connection = self._open()
                with connection:
                    connection.executemany(_INSERT, rows)
                    connection.execute(_DROP_OLDEST, (self._most,))
            except sqlite3.Error as error:
                self._recover(error)

    def close(self) -> None:
        """Release the file. Calling it twice does nothing; later calls find and keep nothing."""
        with self._turn:
            self._closed = True
            self._let_go()

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = _ready(_MEMORY) if self._closed else _opened(self._path)
        return self._connection

    def _recover(self, error: sqlite3.Error) -> None:
        if _is_ruined(error):
            self._let_go()
            _throw_away(self._path)

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()


def open_vectors(path: Path) -> VectorCache:
    """The cache at `path`. The file is opened, or made, by the first call that needs it."""
    return VectorCache(path)


def _opened(path: Path) -> sqlite3.Connection:
    """The file at `path`, begun anew if it is ruined; failing that, a cache in memory."""
    with suppress(OSError, sqlite3.Error):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _ready(str(path))
        except sqlite3.Error as error:
            if _is_ruined(error):
                _throw_away(path)
                return _ready(str(path))
    return _ready(_MEMORY)


def _ready(place: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, timeout=_BUSY_S, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        with connection:
            connection.execute(_TABLE)
        with closing(connection.execute("SELECT key, vector FROM vector LIMIT 1")) as row:
            row.fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _is_ruined(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _RUINED


def _throw_away(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        # Another program may hold it; then we go on without it.
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _key(model: str, text: str) -> bytes:
    return sha256(f"{model}\0{text}".encode("utf-8", "surrogatepass")).digest()


def _parts(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    return (keys[at : at + _AT_ONCE] for at in range(0, len(keys), _AT_ONCE))
