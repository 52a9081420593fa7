"""Files put in place for good: on the disk, under their name, all at once."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

ENDINGS = ("-journal", "-wal", "-shm")
"""What SQLite puts beside a file under the file's name."""


def part_of(path: Path) -> Path:
    """A hidden name beside `path` that nobody else uses, for what is not complete yet.

    Dropbox leaves files alone whose names begin like this.
    """
    return path.with_name(f".~{path.name}.{uuid4().hex[:8]}.part")


def private_folder(folder: Path) -> None:
    """Make a folder that nobody else may look into, where it is not there yet. Raises `OSError`."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):
            folder.chmod(0o700)


def settle(path: Path) -> None:
    """Have what was written to a file on the disk before this returns. Raises `OSError`."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def settle_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, where the system knows how."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def put_in_place(part: Path, path: Path) -> None:
    """Give a complete file its name, in place of what had it. Raises `OSError`; then `path` is untouched."""
    if path.exists():
        with suppress(OSError):
            shutil.copymode(path, part)
    settle(part)
    clear_remains(path)
    part.replace(path)
    settle_folder(path.parent)


def clear_remains(path: Path) -> None:
    """Remove what SQLite left beside a file: it would be taken for part of the next one of that name."""
    for ending in ENDINGS:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def free_name(path: Path) -> Path:
    """`path`, or the same with a number where there is such a file already."""
    found, number = path, 2
    while os.path.lexists(found):
        found = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return found
