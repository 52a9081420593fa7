"""Dates as papers print them, reckoned from the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.agreement import Agreement
from workbench.dates import compare, dates

AGREES, CONFLICTS, NOT_COMPARABLE = Agreement
SATURDAY = "2023-01-28"
WEDNESDAY = "2023-02-01"


@pytest.mark.parametrize(
    ("text", "published", "first", "last"),
    [
        ("over the weekend", WEDNESDAY, "2023-01-28", "2023-01-29"),
        ("last weekend", SATURDAY, "2023-01-21", "2023-01-22"),
        ("this weekend", WEDNESDAY, "2023-02-04", "2023-02-05"),
        ("next weekend", SATURDAY, "2023-02-04", "2023-02-05"),
        ("Tuesday’s vote", SATURDAY, "2023-01-24", "2023-01-24"),
        ("It will open on Friday.", WEDNESDAY, "2023-02-03", "2023-02-03"),
        ("It opened on Friday.", WEDNESDAY, "2023-01-27", "2023-01-27"),
        ("on Friday last week", SATURDAY, "2023-01-20", "2023-01-20"),
        ("Friday of last week", SATURDAY, "2023-01-20", "2023-01-20"),
        ("the day before yesterday", SATURDAY, "2023-01-26", "2023-01-26"),
        ("this morning", SATURDAY, "2023-01-28", "2023-01-28"),
        ("last night", SATURDAY, "2023-01-27", "2023-01-27"),
        ("earlier this month", SATURDAY, "2023-01-01", "2023-01-28"),
        ("later this year", SATURDAY, "2023-01-28", "2023-12-31"),
        ("late last year", SATURDAY, "2022-07-20", "2022-12-31"),
        ("early last year", SATURDAY, "2022-01-01", "2022-06-13"),
        ("two weeks ago", SATURDAY, "2023-01-14", "2023-01-14"),
        ("a fortnight ago", SATURDAY, "2023-01-14", "2023-01-14"),
        ("thirty years ago", SATURDAY, "1993-01-01", "1993-12-31"),
        ("half a century ago", SATURDAY, "1973-01-01", "1973-12-31"),
        ("in March last year", SATURDAY, "2022-03-01", "2022-03-31"),
        ("in March of last year", SATURDAY, "2022-03-01", "2022-03-31"),
        ("in March this year", SATURDAY, "2023-03-01", "2023-03-31"),
        ("It will close in March.", SATURDAY, "2023-03-01", "2023-03-31"),
        ("at the beginning of March", SATURDAY, "2022-03-01", "2022-03-10"),
        ("mid-March", SATURDAY, "2022-03-08", "2022-03-23"),
        ("the first half of 2022", SATURDAY, "2022-01-01", "2022-07-02"),
        ("the end of 2022", SATURDAY, "2022-09-12", "2022-12-31"),
        ("12 to 14 May 2022", SATURDAY, "2022-05-12", "2022-05-14"),
        ("May 12-14, 2022", SATURDAY, "2022-05-12", "2022-05-14"),
        ("July–September 2022", SATURDAY, "2022-07-01", "2022-09-30"),
        ("on Christmas Eve", SATURDAY, "2022-12-24", "2022-12-24"),
        ("New Year’s Day 2020", SATURDAY, "2020-01-01", "2020-01-01"),
        ("in the 90s", SATURDAY, "1990-01-01", "1999-12-31"),
        ("the early 1990s", SATURDAY, "1990-01-01", "1994-07-01"),
        ("the 1800s", SATURDAY, "1800-01-01", "1899-12-31"),
        ("the last decade", SATURDAY, "2010-01-01", "2023-12-31"),
        ("the winter of 1996", SATURDAY, "1995-12-01", "1997-03-01"),
    ],
)
def test_a_date_is_reckoned_as_a_reader_would(text: str, published: str, first: str, last: str) -> None:
    (found,) = dates(text, published)
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "every Friday",
        "on Fridays",
        "the previous year",
        "two years later",
        "1500 BC",
        "in the 90s heat, 90 degrees",
    ],
)
def test_what_cannot_be_placed_is_left_alone(text: str) -> None:
    assert dates(text, SATURDAY) == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("in January 1996", "the winter of 1996", AGREES),
        ("in 2014", "until 2016", NOT_COMPARABLE),
        ("until 2014", "until 2016", CONFLICTS),
        ("late last year", "in March 2022", CONFLICTS),
        ("late last year", "in November 2022", AGREES),
        ("in 1850", "the 1800s", AGREES),
        ("on 13 May 2022", "May 12-14, 2022", AGREES),
        ("on 16 May 2022", "May 12-14, 2022", CONFLICTS),
        ("last Friday", "on 20 January 2023", AGREES),
        ("in 1970", "half a century ago", AGREES),
        ("over the weekend", "on 20 January 2023", CONFLICTS),
    ],
)
def test_rough_dates_conflict_only_where_they_must(one: str, other: str, expected: Agreement) -> None:
    ours, theirs = dates(one, SATURDAY)[0], dates(other, SATURDAY)[0]
    assert compare(ours, theirs) is expected
    assert compare(theirs, ours) is expected
