"""A whole case copied to another file, which appears only when it is complete."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from uuid import uuid4

from sqlite_utils import Database

from db.failures import writing
from workbench.errors import CaseNotWritten


def copy_to(db: Database, path: Path) -> None:
    """Copy the case behind `db` to `path`. Raises `CaseNotWritten`; what was at `path` then stays."""
    path = path.absolute()
    partial = path.with_name(f".{path.name}.{uuid4().hex[:8]}.part")
    try:
        with (
            writing(path, f"The copy “{path.name}” was not written"),
            closing(sqlite3.connect(partial)) as target,
        ):
            db.conn.backup(target)
        _clear_remains(path)
        partial.replace(path)
    except OSError as error:
        raise CaseNotWritten(
            f"The copy “{path.name}” could not be written. Choose another folder."
        ) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _clear_remains(path: Path) -> None:
    # SQLite would take a journal left beside the old file for one of the new file and play it back into it.
    for ending in ("-journal", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
