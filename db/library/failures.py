"""What goes wrong in a library as sentences for the editor."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.failures import code_of
from workbench.errors import LibraryFailed

_BUGS = (
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.NotSupportedError,
    sqlite3.ProgrammingError,
)
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_CROWDED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_FORBIDDEN = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}


class LibraryInUse(LibraryFailed):
    """Another window is writing; what was asked for can be done a moment later."""


@contextmanager
def failing(folder: Path) -> Iterator[None]:
    """Turn what SQLite and the disk refuse into `LibraryFailed`."""
    try:
        yield
    except _BUGS:
        raise
    except sqlite3.Error as error:
        raise _refused(folder, error) from error
    except OSError as error:
        raise _refused_by_disk(folder, error) from error
    except UnicodeEncodeError as error:
        raise LibraryFailed(
            "This text holds half a character that cannot be stored, so it was not kept in the library."
        ) from error


@contextmanager
def decoding(folder: Path) -> Iterator[None]:
    """Turn rows that make no value into `LibraryFailed`."""
    try:
        yield
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(folder) from error


def damaged(folder: Path) -> LibraryFailed:
    """The error for a library whose articles cannot be read."""
    return LibraryFailed(
        f"The library in “{folder}” is damaged and cannot be used as it is. Your cases are unaffected. "
        "Put back an earlier copy of that folder, or move it away to begin a new library."
    )


def in_use() -> LibraryInUse:
    """The error for a library that somebody else is writing."""
    return LibraryInUse("Another window is working on the library. Wait a moment and try again.")


def _refused(folder: Path, error: sqlite3.Error) -> LibraryFailed:
    match code_of(error):
        case code if code in _DAMAGE:
            return damaged(folder)
        case code if code in _CROWDED:
            return in_use()
        case sqlite3.SQLITE_FULL:
            return _full(folder)
        case sqlite3.SQLITE_TOOBIG:
            return LibraryFailed("This text is too large for the library. Leave it out.")
        case code if code in _FORBIDDEN:
            return _forbidden(folder)
    return _unreachable(folder)


def _refused_by_disk(folder: Path, error: OSError) -> LibraryFailed:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return _full(folder)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return _forbidden(folder)
    return _unreachable(folder)


def _forbidden(folder: Path) -> LibraryFailed:
    return LibraryFailed(f"Nothing may be written in “{folder}”, so the library cannot be changed.")


def _full(folder: Path) -> LibraryFailed:
    return LibraryFailed(
        f"The disk that holds the library (“{folder}”) is full. What was kept before is safe. "
        "Free some space and try again."
    )


def _unreachable(folder: Path) -> LibraryFailed:
    return LibraryFailed(
        f"The library in “{folder}” could not be reached. Check that its disk is there and you may use it."
    )
