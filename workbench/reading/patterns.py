"""The tables of patterns beside this module, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files


def rows(table: str) -> Iterator[tuple[str, str]]:
    """The rows of a table, each with the section it stands in ("" before the first)."""
    section = ""
    for line in files("workbench.reading.tables").joinpath(f"{table}.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif line and not line.startswith("#"):
            yield section, line


def any_of(table: str, words: Mapping[str, str] | None = None) -> str:
    """One expression that fits whatever any row fits; `<name>` in a row stands for `words["name"]`."""
    return "|".join(f"(?:{_filled(row, words or {})})" for _, row in rows(table))


def _filled(row: str, words: Mapping[str, str]) -> str:
    return re.sub(r"<(\w+)>", lambda found: f"(?:{words[found.group(1)]})", row)
