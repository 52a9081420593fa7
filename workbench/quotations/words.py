"""Words of a quotation and of a source, so that only typography may differ between equal ones.

Quotation marks, dashes, stops and emphasis are no words. Figures keep their sign, currency and
percent signs are words, so that none of them can change unseen.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])"
_SINGLE = r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]"  # scripts without spaces, letter by letter
_APOSTROPHES = "'’‘ʼ´`′＇"
_MUTE = r"!\"'()*,./:;?\[\]_`{|}~\-\\¡¿·•´′″«»‹›“”„‟‘’‚‛ʼ‐‑‒–—―…‽†‡¶。、「」『』〈〉《》（），．：；？！＇"
_GAP = r"\[\s*(?:…|\.(?:\s?\.)+)\s*\]|\(\s*(?:…|\.(?:\s?\.){2,})\s*\)|…|\.(?:[ \u00a0]?\.)+"
_TOKEN = re.compile(
    r"(?P<easy>[A-Za-z]+(?=[ ,;:!?\n]))"  # what most words are, told quickly
    rf"|(?P<gap>{_GAP})"
    rf"|(?P<part>{_LETTER}+\[{_LETTER}*\]{_LETTER}*|\[{_LETTER}+\]{_LETTER}+)"
    r"|(?P<note>\[(?:\d{1,3}|[a-z]|citation needed)\])"
    r"|(?P<figure>(?:(?<![^\s(\[“”\"‘'])[-−–])?\d+(?:[.,:/]\d+|[\u00a0\u2009\u202f]\d{3}(?!\d))*)"
    rf"|(?P<initials>(?<!\w){_LETTER}(?:\.{_LETTER})+(?!{_LETTER})\.?)"
    rf"|(?P<word>{_SINGLE}|(?:(?!{_SINGLE}){_LETTER})+(?:[{_APOSTROPHES}](?:(?!{_SINGLE}){_LETTER})+)*)"
    r"|(?P<bracket>[\[\]])"
    rf"|(?P<sign>[^\s\w{_MUTE}])"
)
_GROUPED = re.compile(r"[-−–]?\d{1,3}(?:([,\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?:\.\d+)?")
_CLEANED = str.maketrans(
    dict.fromkeys("’‘ʼ´`′＇", "'")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060[]")
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_NO_WORDS = ("gap", "note", "bracket")
_LONGEST_BRACKET = 200


class Word(NamedTuple):
    """A word: its `key` in lower case and its `form` as printed, typography aside; where it stands.

    `edited` when it, or part of it, stands in square brackets.
    """

    key: str
    form: str
    start: int
    end: int
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of a quotation. `gaps[i]` counts the ellipses before word i, `gaps[-1]` all of them."""

    text: str
    words: tuple[Word, ...]
    gaps: tuple[int, ...]


def quoted_words(text: str) -> Quoted:
    """Read the words of a quotation, its ellipses and its brackets."""
    words: list[Word] = []
    gaps: list[int] = []
    seen, bracket_ends = 0, 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "gap":
            seen += 1
        elif match.group() == "[":
            bracket_ends = max(0, text.find("]", match.start(), match.start() + _LONGEST_BRACKET))
        elif kind == "note":
            words.append(_word("word", match.group()[1:-1], match.start() + 1, edited=True))
            gaps.append(seen)
        elif kind != "bracket":
            edited = kind == "part" or match.start() < bracket_ends
            words.append(_word(kind, match.group(), match.start(), edited=edited))
            gaps.append(seen)
    return Quoted(text, tuple(words), (*gaps, seen))


def source_words(text: str, start: int, end: int) -> list[Word]:
    """The words of `text` between two places; notes such as "[12]" are none."""
    return [
        _word(match.lastgroup, match.group(), match.start())
        for match in _TOKEN.finditer(text, start, end)
        if match.lastgroup not in _NO_WORDS
    ]


def _word(kind: str | None, raw: str, start: int, *, edited: bool = False) -> Word:
    if kind == "easy":
        return Word(raw.lower(), raw, start, start + len(raw), edited)
    form = raw
    if kind == "figure":
        form = _figure(raw)
    elif kind == "initials":
        form = raw.replace(".", "")
    if kind == "part" or not form.isascii():
        form = unicodedata.normalize("NFC", form.translate(_CLEANED))
    return Word(form.casefold(), form, start, start + len(raw), edited)


def _figure(raw: str) -> str:
    """The figure without what groups its thousands, its minus sign as typed on a keyboard."""
    grouped = _GROUPED.fullmatch(raw)
    if grouped:
        raw = raw.replace(grouped[1], "")
    return f"-{raw[1:]}" if raw[0] in "−–" else raw
