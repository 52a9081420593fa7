"""Quotations: words between quotation marks, over several paragraphs if need be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.text import Span

_MARK = re.compile(r"\n+[ \t]*(?P<again>[“«\"‘]?)|''|(?<!')'(?=\s|$)|(?<!\w)['‘](?!')|[“”\"«»„]|’(?!\w)")
_CLOSERS = {"“": '”"', "«": "»", "„": "“”", '"': '"”', "''": "''", "‘": "’", "'": "'"}
_SINGLE = ("‘", "'")
_LONGEST_SINGLE = 600
_CLEAR_OPENERS = ("“", "«", "„")


@dataclass(frozen=True, slots=True)
class _Open:
    start: int
    mark: str


def quotations(text: str) -> tuple[Span, ...]:
    """Every quotation with its marks, in order, none within another.

    Paragraphs that each begin with the opening mark are one quotation. A typographic mark that is
    never closed opens a quotation up to the end of its paragraph; a straight one that is not is ignored.
    """
    found: list[Span] = []
    opened: _Open | None = None
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark.startswith("\n"):
            if opened and match["again"] != opened.mark:
                found += _unclosed(opened, match.start())
                opened = _opened(text, match.end("again") - 1, match["again"])
            elif opened is None:
                opened = _opened(text, match.end("again") - 1, match["again"])
        elif opened is None:
            opened = _opened(text, match.start(), mark)
        elif _closes(text, opened, match):
            found.append(Span(opened.start, match.end()))
            opened = None
        elif opened.mark in _SINGLE and mark not in _SINGLE:
            opened = _opened(text, match.start(), mark)
    if opened:
        found += _unclosed(opened, len(text.rstrip()))
    return tuple(span for span in found if any(map(str.isalnum, span.of(text))))


def _opened(text: str, at: int, mark: str) -> _Open | None:
    """The quotation that `mark` opens, or None where it can only close one or is an apostrophe."""
    if mark not in _CLOSERS:
        return None
    after = text[at + len(mark) : at + len(mark) + 1]
    before = text[at - 1 : at] if at else ""
    straight = mark not in _CLEAR_OPENERS
    if not after or after.isspace() or (straight and before.isalnum()):
        return None
    return _Open(at, mark)


def _closes(text: str, opened: _Open, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark not in _CLOSERS[opened.mark] or (opened.mark == "''") != (mark == "''"):
        return False
    before = text[match.start() - 1]
    if mark in ('"', "'") and before.isspace():
        return False
    return opened.mark not in _SINGLE or match.end() - opened.start <= _LONGEST_SINGLE


def _unclosed(opened: _Open, end: int) -> Iterator[Span]:
    if opened.mark in _CLEAR_OPENERS:
        yield Span(opened.start, end)
