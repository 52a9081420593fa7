from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement import Agreement
from workbench.dates import Edge, Precision, compare, dates

AGREES, CONFLICTS, NOT_COMPARABLE = Agreement
SATURDAY = "2023-01-28"


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("on 14 March 2020", Precision.DAY, "2020-03-14", "2020-03-14"),
        ("on Saturday, March 14th , 2020", Precision.DAY, "2020-03-14", "2020-03-14"),
        ("on the 14th of March 2020", Precision.DAY, "2020-03-14", "2020-03-14"),
        ("2020-03-14", Precision.DAY, "2020-03-14", "2020-03-14"),
        ("25/12/2020", Precision.DAY, "2020-12-25", "2020-12-25"),
        ("3/4/2020", Precision.YEAR, "2020-01-01", "2020-12-31"),
        ("in May 2019", Precision.MONTH, "2019-05-01", "2019-05-31"),
        ("in 2014", Precision.YEAR, "2014-01-01", "2014-12-31"),
        ("Q3 2020", Precision.SEASON, "2020-07-01", "2020-09-30"),
        ("the third quarter of 2020", Precision.SEASON, "2020-07-01", "2020-09-30"),
        ("in the 1990s", Precision.DECADE, "1990-01-01", "1999-12-31"),
        ("the 20th century", Precision.CENTURY, "1901-01-01", "2000-12-31"),
        ("from 2010 to 2015", Precision.YEAR, "2010-01-01", "2015-12-31"),
        ("the 2011–12 season", Precision.YEAR, "2011-01-01", "2012-12-31"),
        ("on Friday", Precision.DAY, "2023-01-27", "2023-01-27"),
        ("next Friday", Precision.DAY, "2023-02-03", "2023-02-03"),
        ("yesterday", Precision.DAY, "2023-01-27", "2023-01-27"),
        ("last week", Precision.WEEK, "2023-01-16", "2023-01-22"),
        ("last month", Precision.MONTH, "2022-12-01", "2022-12-31"),
        ("last year", Precision.YEAR, "2022-01-01", "2022-12-31"),
        ("in February", Precision.MONTH, "2022-02-01", "2022-02-28"),
        ("in January", Precision.MONTH, "2023-01-01", "2023-01-31"),
        ("nine years ago", Precision.YEAR, "2014-01-01", "2014-12-31"),
        ("on 12 May", Precision.DAY, "2022-05-12", "2022-05-12"),
    ],
)
def test_a_date_is_resolved_to_the_days_it_can_mean(
    text: str, precision: Precision, first: str, last: str
) -> None:
    (found,) = dates(text, SATURDAY)
    assert found.precision is precision
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["last year", "yesterday", "nine years ago", "next week"])
def test_a_relative_date_means_nothing_without_a_publication_date(text: str) -> None:
    assert all(found.first is None for found in dates(text))


@pytest.mark.parametrize(
    "text",
    [
        "2,014 people",
        "2014 people voted",
        "over 2000 troops",
        "$2014",
        "May said so",
        "on 31 February 2020x",
        "",
    ],
)
def test_amounts_and_names_are_no_dates(text: str) -> None:
    assert [found.span.of(text) for found in dates(text) if found.precision is not Precision.DAY] == []


@pytest.mark.parametrize(
    "published", ["", "soon", "2020-13", "2020-02-31", "-", "20", "0000", "2020-03-14T06:00Z"]
)
def test_an_odd_publication_date_is_no_error(published: str) -> None:
    assert len(dates("on Friday, in 2014, last year", published)) >= 2


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("14 March 2020", "March 14, 2020", AGREES),
        ("14 March 2020", "in March 2020", AGREES),
        ("14 March 2020", "in 2020", AGREES),
        ("14 March 2020", "16 March 2020", CONFLICTS),
        ("14 March 2020", "in April 2020", CONFLICTS),
        ("in 2014", "in 2015", CONFLICTS),
        ("in 2014", "before 2015", AGREES),
        ("in 2015", "before 2015", CONFLICTS),
        ("in 2015", "after 2015", CONFLICTS),
        ("before 2014", "before 2015", NOT_COMPARABLE),
        ("since 2013", "in 2015", NOT_COMPARABLE),
        ("since 2013", "since 2015", CONFLICTS),
        ("in the 1990s", "in 1994", AGREES),
        ("in the 1990s", "in 2004", CONFLICTS),
        ("14 March", "16 March", CONFLICTS),
        ("14 March", "14 March 2020", AGREES),
        ("14 March", "in 2020", NOT_COMPARABLE),
        ("on Friday", "on Wednesday", NOT_COMPARABLE),
    ],
)
def test_dates_agree_conflict_or_cannot_be_compared(one: str, other: str, expected: Agreement) -> None:
    ours, theirs = dates(one)[0], dates(other)[0]
    assert compare(ours, theirs) is expected
    assert compare(theirs, ours) is expected


def test_relative_dates_of_two_papers_meet_by_their_publication_dates() -> None:
    first, second = dates("on Wednesday", "2022-08-18")[0], dates("last year", SATURDAY)[0]
    assert compare(first, second) is AGREES


def test_rough_dates_do_not_conflict_for_a_few_months() -> None:
    rough, exact = dates("nine years ago", SATURDAY)[0], dates("in September 2013")[0]
    assert compare(rough, exact) is not CONFLICTS


def test_a_word_before_a_date_bounds_it() -> None:
    assert [found.edge for found in dates("since 2013, before 2015, after May 2016")] == [
        Edge.SINCE,
        Edge.BEFORE,
        Edge.AFTER,
    ]


@given(st.text(max_size=120), st.one_of(st.none(), st.text(max_size=12)))
def test_any_text_is_read_without_error(text: str, published: str | None) -> None:
    for found in dates(text, published):
        assert found.span.of(text)
        assert compare(found, found) is not CONFLICTS


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2099, 12, 31)))
def test_a_written_day_is_read_back(day: date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%Y-%m-%d"):
        (found,) = dates(f"It happened on {day.strftime(form)}.")
        assert (found.first, found.last) == (day, day)


@given(st.sampled_from(["0001", "9999", "0001-01", "9999-12-31", "0001-01-01"]))
def test_the_ends_of_the_calendar_are_no_error(published: str) -> None:
    dates("last year, next year, yesterday, tomorrow, nine years ago, last century, last winter", published)
