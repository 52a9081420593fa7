"""The lines of a text, and words cut to fit one."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.text import Span, normalise


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text that is not blank; `span` leaves out white space at its edges."""

    span: Span
    words: str


def lines(text: str) -> list[Line]:
    """The lines of `text` that hold something."""
    found = []
    start = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            at = start + len(raw) - len(raw.lstrip())
            found.append(Line(Span(at, at + len(words)), words))
        start += len(raw) + 1
    return found


def squeezed(words: str | None) -> str:
    """Words of a file's metadata, normalised and in one line."""
    return " ".join(normalise(words or "").split())


def shortened(words: str, length: int = 70) -> str:
    """The beginning of `words`, cut between two words."""
    if len(words) <= length:
        return words
    cut = words[: length + 1]
    return (cut.rsplit(maxsplit=1)[0] if " " in cut else cut[:length]).rstrip(" ,;:.–—-") + "…"


def letters(words: str) -> str:
    """The letters and figures of `words` alone, case folded: what two printings of a line have in common."""
    return "".join(filter(str.isalnum, words)).casefold()
