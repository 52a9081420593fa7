"""Bare numbers, in digits or words: "4.2 million", "two hundred and fifty", "half a million", "dozens"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.figures.digits import value_of
from workbench.figures.tokens import Tokens
from workbench.figures.values import Range
from workbench.figures.vocabulary import FEW, MANY, NUMBERS, SCALES, SHORT_SCALES, unit

_DASHES = frozenset("-–—‑")
_SPACED_SHORT = frozenset(("bn", "mn", "mln", "tn", "trn", "bln"))
"""Abbreviated scales that are no unit and may stand apart from the digits."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that ends before token `end`.

    `step` is what its last digit is worth ("4.2 million": 100,000; "17": 1). `vague` holds the values of
    "dozens" and "several hundred". `scaled` says that a word or letter multiplied it.
    """

    value: float
    step: float
    end: int
    scaled: bool = False
    vague: Range | None = None


def numeral_at(tokens: Tokens, place: int) -> Numeral | None:
    """The number that begins at a token, taken as far as it goes; None when none begins there."""
    token = tokens[place]
    if token.is_number:
        return None if _is_designation(tokens, place) else _digits(tokens, place)
    if token.lower in NUMBERS:
        return _words(tokens, place)
    if token.lower in ("a", "an"):
        return _after_article(tokens, place)
    if token.lower == "half" and tokens[place + 1].lower in ("a", "an"):
        return _half(tokens, place + 2)
    return _vague(tokens, place)


def _half(tokens: Tokens, place: int) -> Numeral | None:
    """ "Half a million", "half an hour"; `place` is that of the word after the article."""
    word = tokens[place].lower
    if scale := SCALES.get(word):
        return Numeral(scale / 2, scale / 10 if scale > 12 else 0, place + 1, scaled=True)
    return Numeral(0.5, 0.1, place) if unit(word) else None


def _is_designation(tokens: Tokens, place: int) -> bool:
    """Whether digits belong to a name: "F-16", "A380", "Covid-19", "9/11"."""
    if not tokens.adjacent(place):
        return False
    before = tokens[place - 1]
    if before.text in _DASHES:
        name = tokens[place - 2].text
        return tokens.adjacent(place - 1) and name.isalpha() and name.casefold() != "magnitude"
    return before.text.isalpha() or before.text in ("#", "/", "@", "_", "&", "=")


def _digits(tokens: Tokens, place: int) -> Numeral | None:
    read = value_of(tokens[place].text)
    if read is None:
        return None
    value, step = read
    number = Numeral(-value if _is_negative(tokens, place) else value, step, place + 1)
    return _scaled(tokens, _and_a_half(tokens, number))


def _is_negative(tokens: Tokens, place: int) -> bool:
    before = tokens[place - 1]
    sign = before.text in ("-", "−") and tokens.adjacent(place) and not tokens.adjacent(place - 1)
    return place > 0 and (sign or before.lower == "minus")


def _scaled(tokens: Tokens, number: Numeral) -> Numeral:
    """The number with the scale words after it: "4.2 million", "3 hundred thousand", "1.9m"."""
    short = SHORT_SCALES.get(tokens[number.end].lower)
    if short and (tokens.adjacent(number.end) or tokens[number.end].lower in _SPACED_SHORT):
        return Numeral(number.value * short, number.step * short, number.end + 1, scaled=True)
    while scale := SCALES.get(tokens[end := _past_hyphen(tokens, number.end)].lower):
        number = Numeral(number.value * scale, number.step * scale, end + 1, scaled=True)
    return number


def _past_hyphen(tokens: Tokens, place: int) -> int:
    """The place after a hyphen that binds two words: "$4.5-billion"."""
    bound = tokens[place].text in _DASHES and tokens.adjacent(place) and tokens.adjacent(place + 1)
    return place + bound


def _and_a_half(tokens: Tokens, number: Numeral) -> Numeral:
    if tokens.lowers(number.end, number.end + 3) != ("and", "a", "half"):
        return number
    return Numeral(number.value + 0.5, number.step / 2, number.end + 3)


def _words(tokens: Tokens, place: int, *, article: bool = False) -> Numeral:
    """Number words: small ones add up, "hundred" multiplies them, larger scales close a group.

    With `article` the words follow an "a", which stands for one.
    """
    total, group, step, end = 0.0, float(article), 1.0, place
    last = "one" if article else ""
    while True:
        skip = _joint(tokens, end, last)
        word = tokens[end + skip].lower
        if word in NUMBERS and _fits(last, word):
            group += NUMBERS[word]
            step = 1.0
        elif word in SCALES and last:
            scale = SCALES[word]
            if scale < 1000:
                group = max(1.0, group) * scale
            else:
                total, group = total + max(1.0, group) * scale, 0.0
            step = scale
        else:
            break
        last, end = word, end + skip + 1
    return _scaled_half(tokens, Numeral(total + group, step, end, scaled=step > 1))


def _scaled_half(tokens: Tokens, number: Numeral) -> Numeral:
    """ "Two and a half million"; a scale that was there already is left alone."""
    half = _and_a_half(tokens, number)
    return number if half is number or number.scaled else _scaled(tokens, half)


def _joint(tokens: Tokens, end: int, last: str) -> int:
    """How many tokens, a hyphen or an "and", join the next number word to the last one."""
    token = tokens[end]
    if not last or tokens[end + 1].lower not in NUMBERS:
        return 0
    hyphen = token.text in _DASHES and tokens.adjacent(end) and tokens.adjacent(end + 1)
    return int(hyphen or (token.lower == "and" and last in SCALES))


def _fits(last: str, word: str) -> bool:
    """Whether a number word may follow: "twenty" takes "one", "hundred" takes any, "three" none."""
    if not last or last in SCALES:
        return True
    return NUMBERS[last] >= 20 and 1 <= NUMBERS[word] < 10


def _after_article(tokens: Tokens, place: int) -> Numeral | None:
    word = tokens[place + 1].lower
    if word in SCALES:
        number = _words(tokens, place + 1, article=True)
        return replace(number, step=0.0) if word == "dozen" else number
    return _vague(tokens, place + 1) if word in FEW else None


def _vague(tokens: Tokens, place: int) -> Numeral | None:
    """ "Dozens", "tens of thousands", "several hundred", "a few"."""
    word = tokens[place].lower
    end = place + 1
    if word in FEW:
        end += tokens[end].lower == "of"
        low, high = (float(limit) for limit in FEW[word])
        scale = 1.0
        while tokens[end].lower in SCALES:
            scale, end = scale * SCALES[tokens[end].lower], end + 1
        return Numeral(low * scale, scale, end, scale > 1, Range(low * scale, high * scale))
    size = 10.0 if word == "tens" else MANY.get(word)
    if size is None or (word in ("tens", "scores") and tokens[end].lower != "of"):
        return None
    if tokens[end].lower == "of" and tokens[end + 1].lower in MANY:
        size, end = size * MANY[tokens[end + 1].lower], end + 2
    elif word == "tens":
        return None
    return Numeral(2 * size, size, end, scaled=True, vague=Range(2 * size, 10 * size - 1))
