"""Word stems: Porter's algorithm (Program 14, 1980) behind a table of irregular forms.

Stems are keys for comparing words, never shown to anybody.
"""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.wording.lexicon import irregular_forms

_VOWELS = "aeiou"
_SHORT = re.compile(r"[^aeiou][aeiouy][^aeiouwxy]$")
_STEP_2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "abli": "able",
    "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "isation": "ize",
    "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful",
    "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
}  # fmt: skip
_STEP_3 = {
    "icate": "ic", "ative": "", "alize": "al", "alise": "al", "iciti": "ic", "ical": "ic",
    "ful": "", "ness": "",
}  # fmt: skip
_STEP_4 = dict.fromkeys(
    (
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion", "tion",
        "ou", "ism", "ate", "iti", "ous", "ive", "ize", "ise",
    ),
    "",
)  # fmt: skip


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a word in any case; figures and very short words are only lower-cased."""
    plain = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")
    plain = irregular_forms().get(plain, plain)
    if len(plain) < 4 or not plain.isalpha() or not plain.isascii():
        return plain
    return _derivations(_inflections(plain))


def _inflections(word: str) -> str:
    """Porter's step 1: plurals, -ed, -ing, final y."""
    if word.endswith("sses") or (word.endswith("ies") and len(word) > 4):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("eed"):
        word = word[:-1] if _measure(word[:-3]) else word
    elif (ending := _participle(word)) and _has_vowel(word[: -len(ending)]):
        word = _repaired(word[: -len(ending)])
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    return word


def _participle(word: str) -> str:
    return next((ending for ending in ("ed", "ing") if word.endswith(ending)), "")


def _repaired(word: str) -> str:
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if len(word) > 1 and word[-1] == word[-2] and word[-1] not in "aeioulsz":
        return word[:-1]
    return word + "e" if _measure(word) == 1 and _SHORT.search(word) else word


def _derivations(word: str) -> str:
    """Porter's steps 2 to 5: suffixes that make one word class of another."""
    for table, least in ((_STEP_2, 0), (_STEP_3, 0), (_STEP_4, 1)):
        word = _replaced(word, table, least)
    if word.endswith("e"):
        rest = word[:-1]
        if _measure(rest) > 1 or (_measure(rest) == 1 and not _SHORT.search(rest)):
            word = rest
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


def _replaced(word: str, table: dict[str, str], least: int) -> str:
    for length in range(7, 1, -1):
        ending = word[-length:]
        if len(word) > length and ending in table:
            rest = word[:-length]
            if ending in ("tion", "sion"):
                rest += ending[0]
            return rest + table[ending] if _measure(rest) > least else word
    return word


def _has_vowel(word: str) -> bool:
    return any(letter in _VOWELS for letter in word) or "y" in word[1:]


def _measure(word: str) -> int:
    """How many times a vowel run is followed by a consonant run."""
    count, after_vowel = 0, False
    for place, letter in enumerate(word):
        vowel = letter in _VOWELS or (letter == "y" and place > 0 and word[place - 1] not in _VOWELS)
        count += after_vowel and not vowel
        after_vowel = vowel
    return count
