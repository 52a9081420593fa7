"""A file of annotations read in, by a process of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workbench.annotations.values import Annotation, Collection
from workbench.errors import UnreadableFile
from workbench.jail.process import Stopped, ask
from workbench.reading.names import shown
from workbench.text import Quote

MOST_BYTES = 50_000_000
_PATIENCE_S = 30
_NONE = (
    "{name} holds no annotations of words that Twosource understands, so nothing was taken from it; it reads "
    "the W3C’s form, as Hypothesis and Recogito write it, and Hypothesis’ own export."
)
_TOO_LARGE = "{name} is larger than 50 MB, so nothing was taken from it; export fewer annotations at a time."


def read_annotations(path: Path) -> Collection:
    """Read the annotations in a JSON file. The file is not changed.

    Raises:
        UnreadableFile: with a sentence that says why.
    """
    name = shown(path.name)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile(_TOO_LARGE.format(name=name))
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no such place"
        raise UnreadableFile(f"{name} could not be read ({reason}), so nothing was taken from it.") from error
    try:
        told = json.loads(ask("workbench.annotations.jail", "", data, patience_s=_PATIENCE_S))
        found = tuple(_annotation(item) for item in told["annotations"])
        passed_over = int(told["passed_over"])
    except (Stopped, ValueError, KeyError, TypeError) as error:
        raise UnreadableFile(_NONE.format(name=name)) from error
    if not found:
        raise UnreadableFile(_NONE.format(name=name))
    return Collection(name, found, passed_over)


def _annotation(told: Mapping[str, Any]) -> Annotation:
    return Annotation(**{**told, "quote": Quote(**told["quote"]), "tags": tuple(told["tags"])})
