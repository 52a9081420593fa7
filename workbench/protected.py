"""Sources that must be protected: code names, and what would give a real name away.

A real name is never in a case. It lives in a file of its own beside it (`ports.OpenNames`), and in memory
only while that file is unlocked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from workbench.model import Claim, Document, Revision

LEAST_PASSPHRASE = 10
"""Characters a passphrase must have at least."""
_ALIKE = 75.0
"""From this likeness on (0..100, rapidfuzz ratio), a code name sounds like part of the real name."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a real name can be read in the case. `words` is left out of anything printed of this value."""

    where: str
    words: str = field(repr=False)


def names_path(case: Path) -> Path:
    """Where the real names of a case lie: beside it, under its name."""
    return case.with_suffix(".names")


def suggest_code_name(taken: Iterable[str], real: str = "", start: int = 0) -> str:
    """A neutral code name that nobody has, and that does not begin like any part of the real name.

    `start` (any number) says where in the list to begin, so that cases do not all begin alike.
    """
    used = {name.casefold() for name in taken}
    initials = {word[0].casefold() for word in _WORD.findall(real)}
    every = code_names()
    for at in range(len(every)):
        name = every[(start + at) % len(every)]
        if name.casefold() not in used and name[0].casefold() not in initials and not resembles(name, real):
            return name
    return f"Source {len(used) + 1}"


def resembles(code: str, real: str) -> bool:
    """Whether a code name gives the real one away: part of it, its initials, or nearly the same letters."""
    from rapidfuzz.fuzz import ratio

    parts = [word.casefold() for word in _WORD.findall(real)]
    told = [word.casefold() for word in _WORD.findall(code)]
    initials = "".join(part[0] for part in parts)
    if len(parts) > 1 and "".join(told) == initials:
        return True
    return any(
        word == part
        or (min(len(word), len(part)) >= _SHORTEST and (word in part or part in word))
        or ratio(word, part) >= _ALIKE
        for word in told
        for part in parts
    )


def reveals(text: str, real: str) -> bool:
    """Whether `text` holds the real name, or its surname as a word of its own."""
    return _first(text, real) is not None


def stands_in(
    real: str, documents: Sequence[Document], texts: Iterable[Revision], claims: Iterable[Claim]
) -> tuple[Stands, ...]:
    """Where the name can be read in the case, each document once; the first place tells enough."""
    titles = {document.id: document.title or document.filename or "Untitled" for document in documents}
    found: dict[str, str] = {}
    for document in documents:
        for known in (document.title, document.byline, document.filename, document.url or ""):
            _note(found, titles[document.id], known, real)
    for text in texts:
        _note(found, titles.get(text.document, "Untitled"), text.text, real)
    for claim in claims:
        for written in (claim.wording, claim.note, claim.answer):
            _note(found, titles.get(claim.passage.document, "Untitled"), written, real)
    return tuple(Stands(where, words) for where, words in found.items())


def is_strong(passphrase: str) -> bool:
    """Whether a passphrase is long enough, and not one character over and over."""
    return len(passphrase) >= LEAST_PASSPHRASE and len(set(passphrase)) > _SHORTEST


@cache
def code_names() -> tuple[str, ...]:
    """The neutral words to choose from."""
    text = (files("resources") / "language" / "code_names.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def _note(found: dict[str, str], where: str, text: str, real: str) -> None:
    if where not in found and (words := _first(text, real)):
        found[where] = words


def _first(text: str, real: str) -> str | None:
    """The whole name in any capitals, or the surname as it is written."""
    parts = _WORD.findall(real)
    if not parts:
        return None
    together = r"\W+".join(map(re.escape, parts))
    whole = re.search(rf"(?<!\w){together}(?!\w)", text, re.IGNORECASE)
    if whole is None and len(parts[-1]) >= _SHORTEST:
        whole = re.search(rf"(?<!\w){re.escape(parts[-1])}(?!\w)", text)
    return whole.group() if whole else None
