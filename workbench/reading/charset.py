"""Bytes to characters: a byte-order mark, then UTF-8, then the likeliest of the old encodings."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and the encoding that they were read in; None where plain ASCII leaves nothing to tell."""

    text: str
    charset: str | None


def decoded(data: bytes, likely: str = "") -> Decoded | None:
    """The characters of `data` with their encoding, or None when no text encoding fits.

    What is no Unicode is taken for the encoding `likely`, if that fits, before anything is guessed.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as(data[len(mark) :].decode(encoding, "replace"), encoding)
    found = _tried(data, "utf-8") or (likely and _tried(data, likely))
    return found or _damaged_utf8(data) or _western(data) or _guessed(data)


def decoded_markup(data: bytes) -> Decoded | None:
    """As `decoded`, but an encoding that the page itself declares comes before a guess."""
    declared = _DECLARED.search(data[:4096])
    if declared and _tried(data, "utf-8") is None:
        found = _tried(data, declared.group(1).decode("ascii", "replace"))
        if found is not None:
            return found
    return decoded(data)


def decode(data: bytes, likely: str = "") -> str | None:
    """The characters of `data` alone; see `decoded`."""
    found = decoded(data, likely)
    return found.text if found else None


def recoded(data: bytes, charset: str) -> bytes:
    """Bytes of any encoding as UTF-8; what makes no character in it becomes U+FFFD.

    Raises `LookupError` for an encoding that is not known.
    """
    return data.decode(charset, "replace").removeprefix("\ufeff").encode("utf-8", "replace")


def _as(text: str, encoding: str) -> Decoded:
    return Decoded(text, None if text.isascii() else codecs.lookup(encoding).name)


def _tried(data: bytes, encoding: str) -> Decoded | None:
    try:
        return _as(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bytes broken, or its last character cut off; None when it is rather something else."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(not character.isascii() for character in text) - broken
    if broken * 2 <= sound or (broken == 1 and text.endswith("\ufffd")):
        return Decoded(text.rstrip("\ufffd"), "utf-8")
    return None


def _western(data: bytes) -> Decoded | None:
    """Windows' encoding of Western Europe, where the words then read as one of its languages.

    Statistics alone mistake it for the DOS ones when a text has few accents.
    """
    found = _tried(data, "cp1252")
    return found if found is not None and guess_language(found.text) in _WESTERN else None


def _guessed(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_ENOUGH]).best()
    if best is None:
        return None
    return _as(data.decode(best.encoding, errors="replace"), best.encoding)
