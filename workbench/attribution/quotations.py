"""Quotations: words between quotation marks, over several paragraphs if need be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.text import Span

_MARK = re.compile(
    r"\n+[ \t]*(?P<again>[“«\"‘]?)|''|(?<!')'(?=\s|$)|(?<!\w)['‘](?!')|[“”\"«»„「」『』]|’(?!\w)"
)
_CLOSERS = {
    "“": '”"',
    "«": "»",
    "»": "«",
    "„": "“”",
    '"': '"',
    "''": "''",
    "‘": "’",
    "'": "'",
    "「": "」",
    "『": "』",
}
_SINGLE = ("‘", "'")
_LONGEST_SINGLE = 600
_CLEAR_OPENERS = ("“", "«", "„", "「", "『")
_SET_OFF_INSIDE = ("«", "»")
"""Marks that stand apart from their words in French."""
_DOUBLE = re.compile(r"[“”\"]")
_FINISHED = tuple('.,!?…;:)”"')
_SPEAKER = re.compile(
    r"(?<=[,.!?…])\s+(?:(?:he|she|they|it|I|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})\s+"
    r"(?:said|says|told|added|wrote|asked|replied|explained|insisted|continued)"
    r"|(?:said|says|added|wrote)\s+[A-Z])\b"
)


@dataclass(frozen=True, slots=True)
class _Open:
    start: int
    mark: str


def quotations(text: str) -> tuple[Span, ...]:
    """Every quotation with its marks, in order, none within another.

    Paragraphs that each begin with the opening mark are one quotation. A typographic mark that is never
    closed opens a quotation up to where a speaker is named behind it, else to the end of its paragraph; a
    straight one that is not is ignored. Single marks hold double ones, the British way, where they close.
    """
    found: list[Span] = []
    opened: _Open | None = None
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark.startswith("\n"):
            if opened and match["again"] != opened.mark:
                found += _unclosed(text, opened, match.start())
                opened = _opened(text, match.end("again") - 1, match["again"])
            elif opened is None:
                opened = _opened(text, match.end("again") - 1, match["again"])
        elif opened is None:
            opened = _opened(text, match.start(), mark)
        elif _closes(text, opened, match):
            found.append(Span(opened.start, match.end()))
            opened = None
        elif (
            opened.mark in _SINGLE
            and mark not in (*_SINGLE, "’")
            and not _ends_later(text, opened, match.end())
        ):
            opened = _opened(text, match.start(), mark)
    if opened:
        found += _unclosed(text, opened, len(text.rstrip()))
    return tuple(span for span in found if any(map(str.isalnum, span.of(text))))


def _opened(text: str, at: int, mark: str) -> _Open | None:
    """The quotation that `mark` opens, or None where it can only close one or is an apostrophe."""
    if mark not in _CLOSERS:
        return None
    after = text[at + len(mark) : at + len(mark) + 1]
    if mark == "«" and after in (" ", "\xa0", "\u202f"):
        after = text[at + 2 : at + 3]
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
    if opened.mark not in _SINGLE:
        return True
    return match.end() - opened.start <= _LONGEST_SINGLE and _ends(text, opened, match.start())


def _ends(text: str, opened: _Open, at: int) -> bool:
    """Whether a single mark closes the quotation: not within double marks, nor as the ships’ apostrophe."""
    if len(_DOUBLE.findall(text, opened.start, at)) % 2:
        return False
    possessive = text[at - 1] == "s" and text[at + 1 : at + 3].strip().islower()
    return not possessive or not _ends_later(text, opened, at + 1)


def _ends_later(text: str, opened: _Open, start: int) -> bool:
    """Whether behind `start`, in its paragraph, a single mark stands where a quotation ends."""
    end = text.find("\n", start)
    limit = min(len(text) if end < 0 else end, opened.start + _LONGEST_SINGLE)
    closers = (at for at in range(start, limit) if text[at] in _CLOSERS[opened.mark])
    return any(
        text[at - 1] in _FINISHED
        and not text[at + 1 : at + 2].isalnum()
        and not len(_DOUBLE.findall(text, opened.start, at)) % 2
        for at in closers
    )


def _unclosed(text: str, opened: _Open, end: int) -> Iterator[Span]:
    """The quotation whose closing mark was forgotten, up to where its speaker is named."""
    if opened.mark in _CLEAR_OPENERS:
        speaker = _SPEAKER.search(text, opened.start, end)
        yield Span(opened.start, speaker.start() if speaker else end)
