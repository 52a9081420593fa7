"""The words of a claim to search the other documents for."""

from __future__ import annotations

from workbench.evidence.phrases import alike_words
from workbench.wording import Word, stem, wording

_MOST = 24


def terms(text: str) -> tuple[str, ...]:
    """Search words of a claim, each once: names and figures first, then the rest, the longest first.

    Stop words are left out; names and figures are never dropped for a long claim. What lies beyond
    2,000 characters is not looked at.
    """
    seen: dict[str, Word] = {}
    for word in wording(text).content:
        seen.setdefault(word.stem, word)
    firm = [word for word in seen.values() if _must_stay(word)]
    others = sorted((word for word in seen.values() if not _must_stay(word)), key=_length, reverse=True)
    room = max(0, _MOST - len(firm))
    return tuple(_bare(word) for word in (*firm, *others[:room]))


def near_terms(text: str) -> tuple[str, ...]:
    """Words that mean much the same as those of a claim ("extremists" for "terrorists"), each once."""
    read = wording(text)
    found = (word for group in map(alike_words, (word.stem for word in read.content)) for word in group)
    return tuple(dict.fromkeys(word for word in found if stem(word) not in read.stems))[:_MOST]


def _must_stay(word: Word) -> bool:
    return word.is_name or word.text[0].isdigit()


def _length(word: Word) -> int:
    return len(word.text)


def _bare(word: Word) -> str:
    return word.text.replace("’", "'").removesuffix("'s")
