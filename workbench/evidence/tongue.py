"""Which statements can be judged: relations are told for English alone; others are only found."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.reading.tongues import guess_language
from workbench.wording import words

NOT_JUDGED = "Not in English: only found, not judged"
"""The reason given with a passage, or for all passages of a claim, in another language."""

_CHARACTERS = 2000
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"\b[A-Za-z]\b")
_PLENTY = 0.3
"""A share of small English words that no other language reaches by what it happens to share with it."""


@lru_cache(maxsize=4096)
def is_english(text: str) -> bool:
    """Whether a statement is in English, or too short to tell; what has no words at all is let pass too."""
    # Letters by themselves ("Halden's", "U.S.") are common words of other languages, "s" of Czech.
    plain = _LETTER.sub("", text[:_CHARACTERS])
    found = _WORD.findall(plain.casefold())
    small = sum(word in words("stop_words.txt") for word in found)
    return small >= _PLENTY * len(found) > 0 or guess_language(plain) in (None, "en")
