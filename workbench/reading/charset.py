"""Bytes to characters: a byte-order mark, then UTF-8, then the likeliest of the old encodings."""

from __future__ import annotations

import codecs
import re

from workbench.reading.tongues import guess_language

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.I
)
_WESTERN = frozenset(("en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "no", "fi"))
_ENOUGH = 200_000
"""Bytes looked at to guess an encoding."""


def decode(data: bytes, likely: str = "") -> str | None:
    """The characters of `data`, or None when no text encoding fits.

    What is no Unicode is taken for the encoding `likely`, if that fits, before anything is guessed.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    text = _tried(data, "utf-8")
    if text is not None:
        return text
    return (likely and _tried(data, likely)) or _damaged_utf8(data) or _western(data) or _guessed(data)


def decode_markup(data: bytes) -> str | None:
    """As `decode`, but an encoding that the page itself declares comes before a guess."""
    declared = _DECLARED.search(data[:4096])
    if declared and _tried(data, "utf-8") is None:
        text = _tried(data, declared.group(1).decode("ascii", "replace"))
        if text is not None:
            return text
    return decode(data)


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few bytes broken, or its last character cut off; None when it is rather something else."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(not character.isascii() for character in text) - broken
    return text.rstrip("\ufffd") if broken * 2 <= sound or (broken == 1 and text.endswith("\ufffd")) else None


def _western(data: bytes) -> str | None:
    """Windows' encoding of Western Europe, where the words then read as one of its languages.

    Statistics alone mistake it for the DOS ones when a text has few accents.
    """
    text = _tried(data, "cp1252")
    return text if text is not None and guess_language(text) in _WESTERN else None


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_ENOUGH]).best()
    if best is None:
        return None
    return data.decode(best.encoding, errors="replace")
