"""Which language a text is written in, guessed from its script or its commonest words, without a model."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from workbench.reading.patterns import rows

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]"), 0.1),  # before Chinese, with which it shares characters
    ("ko", re.compile(r"[\uac00-\ud7a3]"), 0.3),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), 0.3),
    ("uk", re.compile(r"[іїєґІЇЄҐ]"), 0.02),  # letters Russian lacks
    ("ru", re.compile(r"[\u0400-\u04ff]"), 0.4),
    ("el", re.compile(r"[\u0370-\u03ff]"), 0.4),
    ("he", re.compile(r"[\u0590-\u05ff]"), 0.4),
    ("fa", re.compile(r"[پچژگ]"), 0.02),  # letters Arabic lacks
    ("ar", re.compile(r"[\u0600-\u06ff]"), 0.4),
    ("hi", re.compile(r"[\u0900-\u097f]"), 0.4),
    ("th", re.compile(r"[\u0e00-\u0e7f]"), 0.4),
)
_SAMPLE = 20_000
_FEWEST_WORDS = 8
_LEAST_SHARE = 0.12
_LEAD = 1.15


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, or None when it is too short or unclear."""
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_words(re.findall(r"[^\W\d_]+", sample.lower()))


def _by_script(sample: str) -> str | None:
    total = sum(map(str.isalpha, sample))
    for language, letters, share in _SCRIPTS:
        if total and len(letters.findall(sample)) >= share * total:
            return language
    return None


def _by_words(words: list[str]) -> str | None:
    if len(words) < _FEWEST_WORDS:
        return None
    counts = Counter(words)
    shares = {
        language: sum(counts[word] for word in common) / len(words)
        for language, common in _common_words().items()
    }
    (best, first), (_, second), *_ = sorted(shares.items(), key=lambda item: -item[1])
    return best if first >= _LEAST_SHARE and first >= _LEAD * second else None


@cache
def _common_words() -> dict[str, frozenset[str]]:
    found = (row.split() for _, row in rows("common_words"))
    return {language: frozenset(words) for language, *words in found}
