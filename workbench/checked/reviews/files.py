"""A file of published fact-checks read in, by a process of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from workbench.checked.values import Checked, CheckedId, Kept, Place
from workbench.errors import UnreadableFile
from workbench.jail.process import Stopped, ask
from workbench.reading.names import shown

MOST_BYTES = 100_000_000
_PATIENCE_S = 60

_TOO_LARGE = "{name} is larger than 100 MB, so nothing was taken from it; split it into smaller files."
_TANGLED = (
    "{name} would take too long or too much memory to read, so nothing was taken from it; "
    "split it into smaller files."
)
_NONE = (
    "{name} holds no fact-checks that Twosource understands, so nothing was taken from it; it reads "
    "ClaimReview as JSON, as a data feed, or in a saved web page."
)
_INCOMPLETE = (
    "{name} holds {count} fact-checks, but none says both what was claimed and how it was rated, "
    "so nothing was taken from it."
)


@dataclass(frozen=True, slots=True)
class Found:
    """The earlier claims of a file. `passed_over` counts entries without a claim or a rating."""

    origin: str
    name: str
    path: str
    claims: tuple[Checked, ...]
    passed_over: int


def read_reviews(path: Path) -> Found:
    """Read the fact-checks in a file. The file is not changed.

    Raises:
        UnreadableFile: with a sentence that says why.
    """
    name = shown(path.name)
    data = _bytes_of(path, name)
    origin = sha256(str(path.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    told = _read_apart(data, origin, name)
    claims = tuple(_claim(item) for item in told["claims"])
    if not claims:
        passed_over = told["passed_over"]
        sentence = _INCOMPLETE if passed_over else _NONE
        raise UnreadableFile(sentence.format(name=name, count=passed_over))
    return Found(origin, name, str(path.absolute()), claims, told["passed_over"])


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile(_TOO_LARGE.format(name=name))
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no such place"
        raise UnreadableFile(f"{name} could not be read ({reason}), so nothing was taken from it.") from error


def _read_apart(data: bytes, origin: str, name: str) -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads(
            ask("workbench.checked.reviews.jail", origin, data, patience_s=_PATIENCE_S)
        )
    except (Stopped, ValueError) as error:
        raise UnreadableFile(_TANGLED.format(name=name)) from error
    return told


def _claim(told: Mapping[str, Any]) -> Checked:
    known = {**told, "id": CheckedId(told["id"]), "evidence": ()}
    known["place"] = Place(**{**told["place"], "kept": Kept(told["place"]["kept"])})
    return Checked(**known)
