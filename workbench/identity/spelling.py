"""One name in several spellings: accents, other alphabets, and the ways they are put into Latin letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from workbench.identity.lexicon import name_lexicon

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґў",
        """a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya e i i e g u""".split(),
        strict=True,
    )
)
_ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئ",
        """a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h u i a a _ a a i u i""".split(),
        strict=True,
    )
)
_OTHER = str.maketrans({k: v.replace("_", "") for k, v in {**_CYRILLIC, **_ARABIC}.items()})
_MARKS = re.compile(r"[’'‘`´ʿʾ.]")
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tch|tsch", "ch"),
        (r"sch", "sh"),
        (r"dzh|zh|dj", "j"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"ou|oo|ue", "u"),
        (r"oe", "o"),
        (r"ae", "a"),
        (r"ee|ei|ey|iy|ij|yi|ii|yy", "i"),
        (r"o(?:ff|v|w)$", "ov"),
        (r"ine$", "in"),
        (r"ie|ye", "e"),
        (r"ck|q|c(?=[aoulrktn]|$)", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"y|j(?=[aou])", "i"),
        (r"(?<=[aeiou])h$", ""),
        (r"(.)\1", r"\1"),
    )
)
_SHORTEST = 5


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """The word in plain lower-case Latin letters, without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _MARKS.sub("", bare.translate(_LETTERS).translate(_OTHER))


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """A key that spellings of one name share. Short names keep every letter: Rao is not Roy."""
    plain = folded(word)
    group = name_lexicon().alike.get(plain)
    if group is not None:
        return group
    if len(plain) < _SHORTEST:
        return plain
    heard = _heard(plain)
    return _heard_alike().get(heard, heard)


def _heard(plain: str) -> str:
    for pattern, reading in _SOUNDS:
        plain = pattern.sub(reading, plain)
    return plain


@cache
def _heard_alike() -> dict[str, str]:
    """The groups of the lexicon, for spellings that it does not list itself."""
    alike = name_lexicon().alike
    return {_heard(name): group for name, group in alike.items() if len(name) >= _SHORTEST}
