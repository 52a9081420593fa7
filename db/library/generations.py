"""Folders that hold an index: numbered, so that a new one takes the place of the old in one step.

A reader goes on with the files it has open and looks for a newer number before its next search.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_LABEL = "label.json"
_DAMAGED = "damaged"

Label = Mapping[str, str]
"""What an index was made for. One with another label does not fit and is as good as none."""


def current(folder: Path) -> Path | None:
    """The newest index in `folder` that has not been found damaged; None when there is none."""
    numbers = _numbers(folder)
    if not numbers:
        return None
    newest = folder / str(numbers[-1])
    return None if (newest / _DAMAGED).exists() else newest


def label(place: Path) -> Label:
    """What the index at `place` was made for; empty when that cannot be read."""
    try:
        content = json.loads((place / _LABEL).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def start(folder: Path, made_for: Label) -> Path:
    """A new, unfinished folder for an index; what an earlier, unfinished one left is cleared away."""
    place = folder / "unfinished"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    (place / _LABEL).write_text(json.dumps(made_for), "utf-8")
    return place


def finish(folder: Path, unfinished: Path) -> Path:
    """Let the unfinished index take the place of all before it."""
    numbers = _numbers(folder)
    place = folder / str(numbers[-1] + 1 if numbers else 1)
    os.replace(unfinished, place)
    for number in numbers:
        shutil.rmtree(folder / str(number), ignore_errors=True)
    return place


def mark_damaged(place: Path) -> None:
    """Leave word that the index at `place` must not be used again."""
    with suppress(OSError):
        (place / _DAMAGED).touch()


def _numbers(folder: Path) -> list[int]:
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return []
    return sorted(int(name) for name in names if name.isdecimal())
