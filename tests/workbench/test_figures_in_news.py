"""Figures as papers print them: forms that mislead simple readers of numbers."""

from __future__ import annotations

import pytest

from workbench.agreement import Agreement
from workbench.figures import Bound, Kind, compare, figures

AGREES, CONFLICTS, NOT_COMPARABLE = Agreement
COUNT, MONEY, PERCENT, AGE = Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.AGE
DAY = 1.0
YEAR = 365.25


@pytest.mark.parametrize(
    ("text", "printed", "kind", "low", "high"),
    [
        ("Some 10–12m people fled.", "Some 10–12m", COUNT, 10e6, 12e6),
        ("Ten to twelve million people fled.", "Ten to twelve million", COUNT, 10e6, 12e6),
        ("It costs between £2m and £3m.", "between £2m and £3m", MONEY, 2e6, 3e6),
        ("between two and three million pounds", "between two and three million pounds", MONEY, 2e6, 3e6),
        ("a US$4.5bn deal", "US$4.5bn", MONEY, 4.5e9, 4.5e9),
        ("a US$ 4.5 billion deal", "US$ 4.5 billion", MONEY, 4.5e9, 4.5e9),
        ("a $4.5-billion deal", "$4.5-billion", MONEY, 4.5e9, 4.5e9),
        ("a €1,5 million fine", "€1,5 million", MONEY, 1.5e6, 1.5e6),
        ("1.234,56 euros", "1.234,56 euros", MONEY, 1234.56, 1234.56),
        ("a 20 million euro fund", "20 million euro", MONEY, 20e6, 20e6),
        ("EUR 20 million", "EUR 20 million", MONEY, 20e6, 20e6),
        ("an A$20m fund", "A$20m", MONEY, 20e6, 20e6),
        ("12,50,000 rupees", "12,50,000 rupees", MONEY, 1.25e6, 1.25e6),
        ("Rs 1.5 lakh crore", "Rs 1.5 lakh crore", MONEY, 1.5e12, 1.5e12),
        ("a 50p coin", "50p", MONEY, 0.5, 0.5),
        ("1 000 000 people", "1 000 000", COUNT, 1e6, 1e6),
        ("250\u00a0000 people", "250\u00a0000", COUNT, 250e3, 250e3),
        ("5.3pc of homes", "5.3pc", PERCENT, 5.3, 5.3),
        ("5.3 per cent of homes", "5.3 per cent", PERCENT, 5.3, 5.3),
        ("a rise of .5%", ".5%", PERCENT, 0.5, 0.5),
        ("minus 3%", "minus 3%", PERCENT, -3, -3),
        ("between 3% and 5%", "between 3% and 5%", PERCENT, 3, 5),
        ("3 to 5 percent of homes", "3 to 5 percent", PERCENT, 3, 5),
        ("a 2.5-percentage-point cut", "2.5-percentage-point", Kind.POINTS, 2.5, 2.5),
        ("a cut of 25 basis points", "25 basis points", Kind.POINTS, 0.25, 0.25),
        ("one in every five homes", "one in every five", PERCENT, 20, 20),
        ("one out of every five homes", "one out of every five", PERCENT, 20, 20),
        ("nine in 10 homes", "nine in 10", PERCENT, 90, 90),
        ("three-quarters of homes", "three-quarters", PERCENT, 75, 75),
        ("two thirds of pupils", "two thirds", PERCENT, 200 / 3, 200 / 3),
        ("a two-thirds majority", "two-thirds", PERCENT, 200 / 3, 200 / 3),
        ("half the homes", "half", PERCENT, 50, 50),
        ("4/5 of homes", "4/5", PERCENT, 80, 80),
        ("¾ of homes", "¾", PERCENT, 75, 75),
        ("2½ years", "2½ years", Kind.DURATION, 2.5 * YEAR, 2.5 * YEAR),
        ("2 1/2 years", "2 1/2 years", Kind.DURATION, 2.5 * YEAR, 2.5 * YEAR),
        ("half a decade", "half a decade", Kind.DURATION, 5 * YEAR, 5 * YEAR),
        ("half an hour", "half an hour", Kind.DURATION, DAY / 48, DAY / 48),
        ("a decade and a half", "a decade and a half", Kind.DURATION, 15 * YEAR, 15 * YEAR),
        ("two hours and ten minutes", "two hours and ten minutes", Kind.DURATION, 130 / 1440, 130 / 1440),
        ("a man 6ft 2in tall", "6ft 2in", Kind.MEASURE, 1.8796, 1.8796),
        ("a baby of 7lb 3oz", "7lb 3oz", Kind.MEASURE, 3.26025, 3.26025),
        ("a wall 10m tall", "10m", Kind.MEASURE, 10, 10),
        ("at 30 miles per hour", "30 miles per hour", Kind.MEASURE, 48.28032, 48.28032),
        ("at 100 km/h", "100 km/h", Kind.MEASURE, 100, 100),
        ("500 sq km", "500 sq km", Kind.MEASURE, 5e8, 5e8),
        ("a high of 40C", "40C", Kind.MEASURE, 40, 40),
        ("a low of -5 °C", "-5 °C", Kind.MEASURE, -5, -5),
        ("104 degrees Fahrenheit", "104 degrees Fahrenheit", Kind.MEASURE, 104, 104),
        ("a magnitude-6.2 quake", "6.2", Kind.MEASURE, 6.2, 6.2),
        ("two hundred and fifty", "two hundred and fifty", COUNT, 250, 250),
        ("a hundred and one ferries", "a hundred and one", COUNT, 101, 101),
        ("one million two hundred thousand votes", "one million two hundred thousand", COUNT, 1.2e6, 1.2e6),
        ("Ada Brook, 34, said", "34", AGE, 34, 34),
        ("a man in his 30s", "30s", AGE, 30, 39),
        ("a twelve-year-old", "twelve-year-old", AGE, 12, 12),
        ("a four-fold rise", "four-fold", Kind.MULTIPLE, 4, 4),
        ("a 20-fold increase", "20-fold", Kind.MULTIPLE, 20, 20),
        ("four times as many", "four times", Kind.MULTIPLE, 4, 4),
        ("prices halved", "halved", Kind.MULTIPLE, 0.5, 0.5),
        ("arrested twice since", "twice", COUNT, 2, 2),
        ("the twenty-third time", "twenty-third", Kind.ORDINAL, 23, 23),
        ("They won seven-nil.", "seven-nil", Kind.SCORE, 7, 7),
        ("They voted 52 to 48.", "52 to 48", Kind.SCORE, 4, 4),
        ("rated 7.5 out of 10", "7.5 out of 10", COUNT, 7.5, 7.5),
        ("at noon sharp", "noon", Kind.CLOCK, 720, 720),
    ],
)
def test_a_figure_is_read_however_it_is_printed(
    text: str, printed: str, kind: Kind, low: float, high: float
) -> None:
    (found,) = figures(text)
    assert found.span.of(text) == printed
    assert found.kind is kind
    assert (found.meant.low, found.meant.high) == pytest.approx((low, high), rel=1e-4)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at least a third of pupils", Bound.AT_LEAST),
        ("300+ homes", Bound.AT_LEAST),
        ("10 million-plus homes", Bound.AT_LEAST),
        ("200 homes, 300 at least", Bound.EXACT),
        ("300 at least", Bound.AT_LEAST),
        (">300 homes", Bound.MORE_THAN),
        ("well over 300 homes", Bound.MORE_THAN),
        ("c. 300 homes", Bound.ABOUT),
        ("300-odd homes", Bound.ABOUT),
        ("300 or so homes", Bound.ABOUT),
        ("just shy of 300 homes", Bound.ALMOST),
        ("the best part of a decade", Bound.ALMOST),
        ("nearly doubled", Bound.ALMOST),
        ("more than doubled", Bound.MORE_THAN),
        ("200 max", Bound.AT_MOST),
        ("as many as 300 homes", Bound.AT_MOST),
        ("under an hour", Bound.LESS_THAN),
        ("a handful of homes", Bound.VAGUE),
        ("scores of homes", Bound.VAGUE),
        ("hundreds of thousands of homes", Bound.VAGUE),
        ("over a decade", Bound.COURSE),
        ("for over a decade", Bound.MORE_THAN),
    ],
)
def test_a_bound_is_read_on_either_side(text: str, bound: Bound) -> None:
    assert figures(text)[0].bound is bound


@pytest.mark.parametrize(
    "text",
    [
        "Section 230 and Article 50",
        "No. 1 and No 10",
        "page 12",
        "a Boeing 737",
        "the 5G network",
        "a six-figure sum",
        "the Big Ten",
        "one of the boats",
        "24/7",
    ],
)
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("one in five homes", "20% of homes", AGREES),
        ("a quarter of homes", "25 per cent of homes", AGREES),
        ("two hundred and fifty homes", "250 homes", AGREES),
        ("half a million homes", "500,000 homes", AGREES),
        ("12,50,000 rupees", "1.25 million rupees", AGREES),
        ("US$4.5bn", "$4.5 billion", AGREES),
        ("half an hour", "30 minutes", AGREES),
        ("6ft 2in", "1.88 metres", AGREES),
        ("more than doubled", "tripled", AGREES),
        ("doubled", "halved", CONFLICTS),
        ("a man in his 30s", "a 34-year-old", AGREES),
        ("a man in his 30s", "a 45-year-old", CONFLICTS),
        ("Ada Brook, 34, said", "the 43-year-old", CONFLICTS),
        ("more than half of homes", "75% of homes", AGREES),
        ("up to 12 homes", "15 homes", CONFLICTS),
        ("no fewer than 12 homes", "11 homes", CONFLICTS),
        ("nine years", "over a decade", NOT_COMPARABLE),
        ("12 years", "over a decade", AGREES),
        ("five years", "over a decade", CONFLICTS),
        ("billions of dollars", "nine years", NOT_COMPARABLE),
        ("more than 50 homes", "4,000 homes", NOT_COMPARABLE),
        ("£12 an hour", "£96 a day", NOT_COMPARABLE),
        ("£12 an hour", "£14 per hour", CONFLICTS),
        ("5 deaths per 100,000", "5 deaths per 1,000", NOT_COMPARABLE),
        ("fell by 3%", "fell to 3%", NOT_COMPARABLE),
        ("fell 3%", "fell by 5%", CONFLICTS),
        ("rose to 5%", "rose to 6%", CONFLICTS),
        ("3 percentage points", "3%", NOT_COMPARABLE),
        ("40C", "104F", NOT_COMPARABLE),
        ("40C", "38 °C", CONFLICTS),
        ("at 15:30 GMT", "at 16:30 BST", NOT_COMPARABLE),
        ("at noon", "at 12:00", AGREES),
        ("arrested twice", "arrested three times", CONFLICTS),
        ("They won 3-1.", "They won 3–1.", AGREES),
        ("the third time", "the 4th time", CONFLICTS),
    ],
)
def test_like_is_compared_with_like(one: str, other: str, expected: Agreement) -> None:
    ours, theirs = figures(one)[0], figures(other)[0]
    assert compare(ours, theirs) is expected
    assert compare(theirs, ours) is expected


def test_both_ends_of_a_change_are_figures_of_their_own() -> None:
    before, after = figures("Rates rose from 3% to 5%.")
    assert (before.way, after.way) == ("from", "to")
    assert compare(before, figures("Rates rose to 3%.")[0]) is NOT_COMPARABLE
