"""A draft as words and marks that are equal when they differ in typography alone.

Typography is: straight, curly, angled, single or double quotation marks, the kind of dash and the spaces
beside it, ellipses, every kind of space and line break, ligatures, soft hyphens and other characters that are
not seen, and how accents are encoded. Everything else counts: capitals ("us" and "US", "march" and
"March"), commas, currency signs, the minus before a figure, how a figure is grouped, and the hyphen within a
word.
"""

from __future__ import annotations

import re
import unicodedata

from workbench.tracing.tokens import Words

_SINGLE = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_HIDDEN = r"\u00ad\u200b\u200e\u200f\u2060\ufeff\ufe0e\ufe0f"
_LETTER = rf"(?:(?!{_SINGLE})[^\W\d_]|[\u0300-\u036f\u200c\u200d{_HIDDEN}])"
_TICK = "['’‘ʼ´`′‚‛‹›]"
_DASH = "-‐‑‒–—―−"
_PART = re.compile(
    r"(?P<word>[A-Za-z]+(?=[ ,.;:!?\n])"  # what most words are, told quickly
    rf"|\d[\d{_HIDDEN}]*(?:[.,:/]\d+)*"
    rf"|{_SINGLE}"  # scripts without spaces, character by character
    rf"|(?![{_HIDDEN}]){_LETTER}+(?:{_TICK}{_LETTER}+)*)"
    rf"|(?P<dots>…+\.?|\.(?:[ \u00a0\u2009\u202f]?\.){{2,}})"
    rf"|(?P<sign>(?<![^\s(\[£$€¥])[-‐‑‒–−](?=\d))"
    rf"|(?P<dash>[{_DASH}]+)"
    rf"|(?P<feet>(?<=\d){_TICK}(?!{_TICK}))"
    rf"|(?P<quote>{_TICK}{{2}}|{_TICK}|[\"“”„‟«»″])"
    rf"|[^\s{_HIDDEN}]"
)
_USUAL = {"dots": "…", "sign": "−", "dash": "-", "feet": "'", "quote": '"'}
_UNSEEN = re.compile(rf"[{_HIDDEN}]")
_ANY_TICK = re.compile(_TICK)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")


def words_of(text: str) -> Words:
    """The words and marks of `text` in order, each with a key that typography does not touch."""
    keys: list[str] = []
    places: list[tuple[int, int]] = []
    for match in _PART.finditer(text):
        kind, part = match.lastgroup, match.group()
        keys.append(_USUAL.get(kind or "") or (part if part.isascii() else _folded(part)))
        places.append(match.span())
    return Words(text, tuple(keys), tuple(places))


def is_word(key: str) -> bool:
    """Whether a key is a word or figure rather than a mark."""
    return key[:1].isalnum()


def _folded(part: str) -> str:
    seen = _ANY_TICK.sub("'", _UNSEEN.sub("", part))
    return unicodedata.normalize("NFC", _LIGATURE.sub(lambda found: _LIGATURES[found.group()], seen))
