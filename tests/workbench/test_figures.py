from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement import Agreement
from workbench.figures import Bound, Kind, compare, figures

AGREES, CONFLICTS, NOT_COMPARABLE = Agreement


@pytest.mark.parametrize(
    ("text", "printed", "kind", "low", "high"),
    [
        ("The harbour cost £1.9m to dredge.", "£1.9m", Kind.MONEY, 1.9e6, 1.9e6),
        ("It cost $ 3 bn.", "$ 3 bn", Kind.MONEY, 3e9, 3e9),
        ("They raised 2.5 billion euros.", "2.5 billion euros", Kind.MONEY, 2.5e9, 2.5e9),
        ("A loan of Rs 500 crore", "Rs 500 crore", Kind.MONEY, 5e9, 5e9),
        ("Some 10-12 million people fled.", "Some 10-12 million", Kind.COUNT, 10e6, 12e6),
        ("between 10 and 12 million voters", "between 10 and 12 million", Kind.COUNT, 10e6, 12e6),
        ("The grant is $3bn to $4bn a year.", "$3bn to $4bn", Kind.MONEY, 3e9, 4e9),
        ("two hundred and fifty thousand copies", "two hundred and fifty thousand", Kind.COUNT, 250e3, 250e3),
        ("half a million copies", "half a million", Kind.COUNT, 5e5, 5e5),
        ("one and a half million copies", "one and a half million", Kind.COUNT, 1.5e6, 1.5e6),
        ("twenty-one ferries", "twenty-one", Kind.COUNT, 21, 21),
        ("a dozen ferries", "a dozen", Kind.COUNT, 12, 12),
        ("a 17,500-strong force", "17,500", Kind.COUNT, 17_500, 17_500),
        ("rated 14 % by critics", "14 %", Kind.PERCENT, 14, 14),
        ("a quarter of the fleet", "a quarter", Kind.PERCENT, 25, 25),
        ("nine out of ten boats", "nine out of ten", Kind.PERCENT, 90, 90),
        ("one in five boats", "one in five", Kind.PERCENT, 20, 20),
        ("up by 3 percentage points", "3 percentage points", Kind.POINTS, 3, 3),
        ("a 45-year-old skipper", "45-year-old", Kind.AGE, 45, 45),
        ("the skipper, aged 45, said", "45", Kind.AGE, 45, 45),
        ("at -5 degrees", "-5 degrees", Kind.MEASURE, -5, -5),
        ("They won 3-2 at home.", "3-2", Kind.SCORE, 1, 1),
        ("The catch doubled.", "doubled", Kind.MULTIPLE, 2, 2),
        ("closed at 8.21 a.m. sharp", "8.21 a.m.", Kind.CLOCK, 501, 501),
        ("closed at 5pm sharp", "5pm", Kind.CLOCK, 1020, 1020),
        ("closed at 10:30 sharp", "10:30", Kind.CLOCK, 630, 630),
        ("the 21st crossing", "21st", Kind.ORDINAL, 21, 21),
    ],
)
def test_a_figure_is_read_with_its_unit_and_scale(
    text: str, printed: str, kind: Kind, low: float, high: float
) -> None:
    (found,) = figures(text)
    assert found.span.of(text) == printed
    assert found.kind is kind
    assert found.bound is not Bound.ABOUT
    assert (found.meant.low, found.meant.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 50 boats", Bound.MORE_THAN),
        ("no fewer than 50 boats", Bound.AT_LEAST),
        ("50 or more boats", Bound.AT_LEAST),
        ("up to 50 boats", Bound.AT_MOST),
        ("fewer than 50 boats", Bound.LESS_THAN),
        ("nearly 50 boats", Bound.ALMOST),
        ("just over 50 boats", Bound.JUST_OVER),
        ("an estimated 50 boats", Bound.ABOUT),
        ("dozens of boats", Bound.VAGUE),
        ("50 to 60 boats", Bound.BETWEEN),
        ("50 boats", Bound.EXACT),
    ],
)
def test_words_before_and_after_a_figure_bound_it(text: str, bound: Bound) -> None:
    (found,) = figures(text)
    assert found.bound is bound


@pytest.mark.parametrize(
    "text",
    [
        "On 14 March 2020 it closed.",
        "State Route 516 and the Hot 100",
        "An F-16 and an A380 landed.",
        "Covid-19 closed the port.",
        "one of them saw no one",
        "the first half of the game",
        "",
        "No figure at all.",
    ],
)
def test_dates_times_and_names_are_no_figures(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("more than 50 violations", "53 violations", AGREES),
        ("more than 50 violations", "40 violations", CONFLICTS),
        ("more than 50 violations", "50 violations", CONFLICTS),
        ("nine years", "almost a decade", AGREES),
        ("four years", "almost a decade", CONFLICTS),
        ("nine years", "eight years", CONFLICTS),
        ("18 months", "a year and a half", AGREES),
        ("£1.9m", "£2.3m", CONFLICTS),
        ("£1.9m", "$1.9m", NOT_COMPARABLE),
        ("4 million boats", "4.2 million boats", AGREES),
        ("4.2 million boats", "3.9 million boats", CONFLICTS),
        ("1,000 boats", "1,013 boats", CONFLICTS),
        ("45%", "45.3%", AGREES),
        ("a third of boats", "33% of boats", AGREES),
        ("at least a third of boats", "40% of boats", AGREES),
        ("at least a third of boats", "20% of boats", CONFLICTS),
        ("53 villages", "53 people", NOT_COMPARABLE),
        ("53 villages", "60 people", NOT_COMPARABLE),
        ("dozens of boats", "30 boats", AGREES),
        ("dozens of boats", "900 boats", CONFLICTS),
        ("dozens of boats", "150 boats", NOT_COMPARABLE),
        ("about 50 boats", "53 boats", AGREES),
        ("about 50 boats", "62 boats", NOT_COMPARABLE),
        ("about 50 boats", "90 boats", CONFLICTS),
        ("at least 50 boats", "at least 60 boats", NOT_COMPARABLE),
        ("at least 60 boats", "fewer than 50 boats", CONFLICTS),
        ("10-12 million boats", "11 million boats", AGREES),
        ("10-12 million boats", "22 million boats", CONFLICTS),
        ("fewer than 127 critics", "126 critics", AGREES),
        ("fewer than 127 critics", "128 critics", CONFLICTS),
        ("5 miles", "8 km", AGREES),
        ("5 miles", "5 km", CONFLICTS),
        ("a 45-year-old", "45 years", NOT_COMPARABLE),
        ("at 8:21 am", "at 8:28 am", CONFLICTS),
        ("at 17:00", "at 5 p.m.", AGREES),
        ("won 3-2", "lost 2-3", AGREES),
        ("won 3-2", "won 4-1", CONFLICTS),
    ],
)
def test_figures_agree_conflict_or_cannot_be_compared(one: str, other: str, expected: Agreement) -> None:
    ours, theirs = figures(one)[0], figures(other)[0]
    assert compare(ours, theirs) is expected
    assert compare(theirs, ours) is expected


@given(st.text(max_size=200))
def test_any_text_is_read_without_error_into_spans_in_order(text: str) -> None:
    found = figures(text)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    assert all(figure.span.end <= len(text) and figure.span.of(text) for figure in found)


_PIECES = st.sampled_from(
    "more than,almost,a,half,third,of,10,-,12,million,£,%,per,cent,years,old,one,in,five,dozens,two,and,"
    "hundred,3.2,/,10,:,th,decade,nine,or,so,tens,few,between,to,2014,14 March".split(",")
)


@given(st.lists(_PIECES, max_size=12).map(" ".join))
def test_any_jumble_of_figure_words_is_read_without_error(text: str) -> None:
    for figure in figures(text):
        assert figure.allowed.low <= figure.meant.low <= figure.meant.high <= figure.allowed.high
        assert compare(figure, figure) in (Agreement.AGREES, Agreement.NOT_COMPARABLE)


@given(st.integers(min_value=0, max_value=10**12))
def test_a_whole_number_is_read_back_with_its_separators(number: int) -> None:
    text = f"exactly {number:,} boats"
    (found,) = figures(text)
    assert found.meant.low == found.meant.high == number


@given(st.integers(min_value=2, max_value=10**6), st.integers(min_value=2, max_value=10**6))
def test_two_exact_counts_of_the_same_agree_only_when_equal(one: int, other: int) -> None:
    ours, theirs = figures(f"{one:,} boats")[0], figures(f"{other:,} boats")[0]
    assert compare(ours, theirs) is (AGREES if one == other else CONFLICTS)


def test_over_a_decade_may_mean_in_the_course_of_one() -> None:
    (over,), (nine,) = figures("They spent it over a decade."), figures("They spent nine years on it.")
    assert compare(over, nine) is not CONFLICTS
