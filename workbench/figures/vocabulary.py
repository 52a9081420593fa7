"""The words of figures: numbers, scales, bounds, currencies and units."""

from __future__ import annotations

from workbench.figures.values import Bound, Kind

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

NUMBERS = (
    {"nil": 0}
    | {word: number for number, word in enumerate(_SMALL.split())}
    | {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
)

SCALES = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "crore": 1e7, "crores": 1e7,
    "billion": 1e9, "trillion": 1e12, "dozen": 12,
}  # fmt: skip

SHORT_SCALES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "t": 1e12, "tn": 1e12,
    "trn": 1e12,
}  # fmt: skip
"""Abbreviated scales, written straight after the digits."""

MANY = {
    "dozens": 12,
    "scores": 20,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
"""Plurals that name only the size: "dozens", "thousands of people"."""

FEW = {"several": (3, 9), "few": (2, 6), "couple": (2, 3), "handful": (2, 9)}
"""Words for a small number, with the least and the most they mean."""

ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        start=1,
    )
}

PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip
PARTS |= {word + "s": number for word, number in PARTS.items() if word not in ("half", "halves")}

MULTIPLES = {
    "twice": 2, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twofold": 2, "triple": 3,
    "tripled": 3, "triples": 3, "tripling": 3, "trebled": 3, "threefold": 3, "quadrupled": 4,
    "quadruple": 4, "fourfold": 4, "fivefold": 5, "tenfold": 10, "halved": 0.5, "halving": 0.5,
}  # fmt: skip

CURRENCIES = {
    "$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "hk$": "HKD", "nz$": "NZD", "£": "GBP", "€": "EUR",
    "¥": "JPY", "₹": "INR", "rs": "INR", "usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF", "₽": "RUB",
    "₩": "KRW", "₦": "NGN", "₪": "ILS", "inr": "INR", "aud": "AUD", "cad": "CAD",
}  # fmt: skip
"""Signs that stand before an amount."""

CURRENCY_WORDS = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "rupee": "INR", "yen": "JPY", "yuan": "CNY",
    "rouble": "RUB", "ruble": "RUB", "franc": "CHF", "peso": "MXN", "krona": "SEK", "krone": "NOK",
    "lira": "TRY", "shekel": "ILS", "naira": "NGN", "rand": "ZAR", "zloty": "PLN", "usd": "USD",
    "eur": "EUR", "gbp": "GBP",
}  # fmt: skip
"""Words that stand after an amount, in the singular."""

_DURATIONS = {
    "second": 1 / 86400, "minute": 1 / 1440, "min": 1 / 1440, "hour": 1 / 24, "hr": 1 / 24, "day": 1.0,
    "night": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.4375, "year": 365.25, "yr": 365.25,
    "decade": 3652.5, "century": 36525.0, "millennium": 365250.0,
}  # fmt: skip
_LENGTHS = {
    "mm": 0.001, "millimetre": 0.001, "cm": 0.01, "centimetre": 0.01, "inch": 0.0254, "ft": 0.3048,
    "foot": 0.3048, "yard": 0.9144, "metre": 1.0, "km": 1000.0, "kilometre": 1000.0, "mile": 1609.344,
    "mi": 1609.344,
}  # fmt: skip
_MASSES = {
    "gram": 0.001, "g": 0.001, "kg": 1.0, "kilo": 1.0, "kilogram": 1.0, "lb": 0.4536, "stone": 6.35,
    "ounce": 0.02835, "oz": 0.02835, "ton": 1000.0, "tonne": 1000.0,
}  # fmt: skip
_AREAS = {"acre": 0.4047, "hectare": 1.0, "ha": 1.0}
_VOLUMES = {"litre": 1.0, "gallon": 3.785, "barrel": 158.987}
_SPEEDS = {"mph": 1.609, "kph": 1.0, "knot": 1.852}
_POWERS = {"kw": 0.001, "kilowatt": 0.001, "mw": 1.0, "megawatt": 1.0, "gw": 1000.0, "gigawatt": 1000.0}

UNITS: dict[str, tuple[Kind, str, float]] = {
    word: (kind, base, worth)
    for kind, base, table in (
        (Kind.DURATION, "day", _DURATIONS),
        (Kind.MEASURE, "metre", _LENGTHS),
        (Kind.MEASURE, "kilogram", _MASSES),
        (Kind.MEASURE, "hectare", _AREAS),
        (Kind.MEASURE, "litre", _VOLUMES),
        (Kind.MEASURE, "km/h", _SPEEDS),
        (Kind.MEASURE, "megawatt", _POWERS),
    )
    for word, worth in table.items()
}
"""Unit words in the singular: the kind of quantity, its base unit, and what one is worth in it."""

_SPELLINGS = {
    "feet": "foot", "inches": "inch", "centuries": "century", "millennia": "millennium", "meter": "metre",
    "meters": "metre", "kilometer": "kilometre", "kilometers": "kilometre", "kms": "km", "liter": "litre",
    "liters": "litre", "lbs": "lb", "sec": "second", "secs": "second", "mins": "minute", "hrs": "hour",
    "yrs": "year", "kgs": "kg", "centimeter": "centimetre", "centimeters": "centimetre",
}  # fmt: skip

BOUNDS: dict[tuple[str, ...], Bound] = {
    tuple(phrase.split()): bound
    for bound, phrases in {
        Bound.MORE_THAN: (
            "more than; over; above; exceeding; exceeds; exceeded; exceed; greater than; higher than"
            "; in excess of; upwards of; upward of; north of; beyond; surpassing; surpassed; longer than"
            "; older than; better than; >; in over; for over"
        ),
        Bound.AT_LEAST: (
            "at least; no fewer than; no less than; not less than; not fewer than; minimum of; a minimum of"
        ),
        Bound.LESS_THAN: "less than; fewer than; under; below; lower than; short of; shorter than",
        Bound.AT_MOST: (
            "at most; up to; no more than; not more than; maximum of; a maximum of; as many as; as much as"
        ),
        Bound.ALMOST: (
            "almost; nearly; close to; just under; just below; approaching; nearing; virtually; just short of"
            "; a little under; slightly under; slightly less than; not quite; just shy of; the best part of"
            "; all but"
        ),
        Bound.JUST_OVER: (
            "just over; just more than; slightly more than; a little over; slightly over; just above"
        ),
        Bound.ABOUT: (
            "about; around; approximately; roughly; some; circa; estimated; an estimated; approx; c ."
            "; in the region of; somewhere around"
        ),
    }.items()
    for phrase in phrases.split("; ")
}
"""Words before a figure that bound it."""

BOUNDS_AFTER: dict[tuple[str, ...], Bound] = {
    ("or", "more"): Bound.AT_LEAST,
    ("or", "fewer"): Bound.AT_MOST,
    ("or", "less"): Bound.AT_MOST,
    ("or", "over"): Bound.AT_LEAST,
    ("or", "so"): Bound.ABOUT,
    ("or", "thereabouts"): Bound.ABOUT,
    ("plus",): Bound.AT_LEAST,
    ("+",): Bound.AT_LEAST,
    ("-", "plus"): Bound.AT_LEAST,
    ("upwards",): Bound.AT_LEAST,
    ("at", "least"): Bound.AT_LEAST,
    ("at", "most"): Bound.AT_MOST,
    ("max",): Bound.AT_MOST,
    ("-", "odd"): Bound.ABOUT,
}
"""Words after a figure that bound it."""


STARTERS = frozenset(
    ("a", "an", "half", "tens", "noon", "midday", "midnight", *NUMBERS, *MANY, *FEW, *ORDINALS, *MULTIPLES)
)
"""Words that a figure can begin with."""


def bound_with(bound: Bound, first: str, kind: Kind) -> Bound:
    """The bound that begins with the word `first`: "over a decade" may mean in the course of one."""
    return Bound.COURSE if first == "over" and kind is Kind.DURATION else bound


CHANGES = frozenset(
    "rise rises rose risen rising fall falls fell fallen falling grow grows grew grown increase "
    "increases increased increasing decrease decreases decreased drop drops dropped dropping decline "
    "declines declined climb climbs climbed jump jumps jumped soar soared surge surged slip slipped "
    "slump slumped plunge plunged shrink shrank cut cuts raise raises raised lower lowered reduce "
    "reduces reduced reduction go goes went gone up down expand expanded growth gain gained hike "
    "hiked swell swelled dip dipped tumble tumbled edged inched".split()
)
"""Words of change, by which a figure is an amount of change, or what there was before or after it."""

LABELS = frozenset(
    "page pages section article chapter number no round route room gate platform channel verse psalm "
    "windows phase flight boeing airbus apollo unit flat bus line junction exit highway interstate "
    "clause paragraph act schedule annex volume pier berth runway terminal ward patch protocol "
    "resolution".split()
)
"""Words that a number after them is the name of, no quantity: "page 12", "Article 50"."""


def unit(word: str) -> tuple[Kind, str, float] | None:
    """The unit a word names in singular or plural, any case."""
    lower = word.casefold()
    lower = _SPELLINGS.get(lower, lower)
    return UNITS.get(lower) or UNITS.get(lower.removesuffix("s"))


def currency(word: str) -> str | None:
    """The currency a word after an amount names."""
    lower = word.casefold()
    return CURRENCY_WORDS.get(lower) or CURRENCY_WORDS.get(lower.removesuffix("s"))
