"""A file that could not be read in, as a worker tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.errors import UnreadableFile, WorkbenchError


@dataclass(frozen=True, slots=True)
class Unread:
    """Why there is no text, and the file when it may be kept all the same: as back-up cited by place."""

    sentence: str
    keepable: Path | None = None


def unread(error: WorkbenchError, path: Path) -> Unread:
    """What to tell of a file."""
    kept = isinstance(error, UnreadableFile) and error.can_be_kept
    return Unread(str(error), path if kept else None)
