"""SQLite's errors as sentences for the editor."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.errors import CaseError, CaseNotWritten, DamagedCase, StaleChange

_BUGS = (sqlite3.ProgrammingError, sqlite3.InterfaceError, sqlite3.NotSupportedError)
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_CROWDED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_OVERTAKEN = {
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY,
    sqlite3.SQLITE_CONSTRAINT_UNIQUE,
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
    sqlite3.SQLITE_CONSTRAINT_TRIGGER,
}


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what goes wrong while rows are read and made into values into a `CaseError`."""
    try:
        yield
    except _BUGS:
        raise
    except sqlite3.Error as error:
        raise _unread(path, error) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise damaged(path) from error


@contextmanager
def writing(path: Path, failed: str = "") -> Iterator[None]:
    """Turn what goes wrong while a change is written into `CaseNotWritten` or `StaleChange`.

    `failed` begins the sentence where it is not a step of the editor's that failed.
    """
    try:
        yield
    except _BUGS:
        raise
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode not in _OVERTAKEN:
            raise
        raise StaleChange(
            "Other parts of the case have changed or still rest on this, so nothing was written. "
            "Look at it again and repeat the step."
        ) from error
    except sqlite3.Error as error:
        raise _unwritten(path, error, failed or f"The last step was not stored in “{path.name}”") from error
    except UnicodeDecodeError as error:  # damage quoted in SQLite's message
        raise damaged(path) from error
    except UnicodeEncodeError as error:
        raise CaseNotWritten(
            "This text holds half a character that cannot be stored, so nothing was written. "
            "Type the words again and repeat the step."
        ) from error


def damaged(path: Path) -> DamagedCase:
    """The error for a case whose contents do not fit together."""
    return DamagedCase(
        f"“{path.name}” is damaged and cannot be used as it is. Nothing was changed in it; "
        "go on with an earlier copy, and keep this file for whoever repairs it."
    )


def code_of(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 when the error did not come from SQLite itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _unread(path: Path, error: sqlite3.Error) -> CaseError:
    code = code_of(error)
    if code in _DAMAGE:
        return damaged(path)
    if code in _CROWDED:
        return CaseError(f"Another program is working on “{path.name}”. Wait a moment and try again.")
    if code == sqlite3.SQLITE_READONLY:
        return CaseError(
            f"“{path.name}” was left in the middle of a change, which can only be taken back where files "
            "may be written. Copy it and the file ending in “-journal” to such a place; open it there."
        )
    return CaseError(f"“{path.name}” could not be read. Check that its disk is there and you may read it.")


def _unwritten(path: Path, error: sqlite3.Error, failed: str) -> CaseError:
    match code_of(error):
        case code if code in _DAMAGE:
            return damaged(path)
        case code if code in _CROWDED:
            why, remedy = "another program is working on the file", "Wait a moment and try again."
        case sqlite3.SQLITE_FULL:
            why, remedy = "the disk is full", "Free some space and try again."
        case sqlite3.SQLITE_TOOBIG:
            why, remedy = "it is too large for a case file", "Leave out the largest file."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            why, remedy = "its folder does not allow it", "Allow writing there, or save a copy elsewhere."
        case _:
            why, remedy = "the disk refused it", "Check the disk and try again, or save a copy elsewhere."
    return CaseNotWritten(f"{failed}: {why}. All that was stored before is safe. {remedy}")
