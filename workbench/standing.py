"""How what was done stands: on the disk in its place, or not yet, or no longer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Standing(StrEnum):
    """Where the last change of an open case is."""

    SAVED = "saved"
    """In the case file, in its place."""
    BEHIND = "behind"
    """In the case file; somebody else has gone on in it since, with all of ours."""
    FOLLOWING = "following"
    """On this computer; the case's own folder gets it in a moment."""
    WAITING = "waiting"
    """On this computer; the case's own folder does not take it now, and is tried again."""
    APART = "apart"
    """In a file of its own, since somebody else changed the case in its folder."""
    ASTRAY = "astray"
    """The case was moved, deleted or replaced while it was open. It can be saved as a copy."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Work that lies in a file of its own, since somebody else's went another way.

    `beside` is that file; `other` is the one to merge with what is open.
    """

    beside: Path
    other: Path
