"""Dates as they are typed."""

from datetime import date

import pytest

from workbench.days import lies_ahead, typed_day, typed_due


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2026", "2026"),
        (" 2026-3 ", "2026-03"),
        ("2026-03-14", "2026-03-14"),
        ("2026-03-14 9:05", "2026-03-14T09:05"),
        ("2026-03-14T16:30", "2026-03-14T16:30"),
        ("14 March 2026", "2026-03-14"),
        ("14. Mar 2026, 16:30", "2026-03-14T16:30"),
        ("March 2026", "2026-03"),
        ("0026", "0026"),
        ("2026-02-30", None),
        ("30 February 2026", None),
        ("2026-13", None),
        ("March 2026 16:30", None),
        ("14 Floréal 2026", None),
        ("yesterday", None),
        ("14/03/2026", None),
        ("", None),
    ],
)
def test_typed_dates_keep_their_precision(typed: str, iso: str | None) -> None:
    assert typed_day(typed) == iso


@pytest.mark.parametrize(
    ("iso", "ahead"),
    [
        ("2026", False),
        ("2026-03", False),
        ("2026-03-14", False),
        ("2026-03-14T23:59", False),
        ("2026-03-15", True),
        ("2026-04", True),
        ("2027", True),
        ("2025", False),
    ],
)
def test_a_date_lies_ahead_when_all_of_it_does(iso: str, ahead: bool) -> None:
    assert lies_ahead(iso, date(2026, 3, 14)) is ahead


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("today", "2026-03-14"),
        ("Tomorrow", "2026-03-15"),
        ("Sat", "2026-03-21"),
        ("sunday", "2026-03-15"),
        ("tu.", "2026-03-17"),
        ("t", None),
        ("3 Dec", "2026-12-03"),
        ("Dec 3", "2026-12-03"),
        ("3 Jan", "2027-01-03"),
        ("29 Feb", "2028-02-29"),
        ("31 Nov", None),
        ("in 4 days", "2026-03-18"),
        ("in 2 weeks", "2026-03-28"),
        ("+3", "2026-03-17"),
        ("2026-03-01", "2026-03-01"),
        ("7 March 2027, 14:05", "2027-03-07"),
        ("March 2027", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_to_come_is_read_as_it_is_spoken(typed: str, iso: str | None) -> None:
    assert typed_due(typed, date(2026, 3, 14)) == iso
