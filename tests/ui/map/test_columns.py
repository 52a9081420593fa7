"""Dates into columns, none more precise than it is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.map.columns import Slot, days_between, slots


def test_few_days_have_a_column_each():
    found = slots(["2026-03-05", "2026-03-05T18:20:00Z", "2026-03-06"], about=5)
    assert found == (
        Slot(date(2026, 3, 5), date(2026, 3, 5)),
        Slot(date(2026, 3, 5), date(2026, 3, 5)),
        Slot(date(2026, 3, 6), date(2026, 3, 6)),
    )


def test_many_days_share_columns_about_as_many_as_asked_for():
    days = [(date(2026, 1, 1) + timedelta(days=day)).isoformat() for day in range(0, 360, 3)]
    assert 6 <= len(set(slots(days, about=12))) <= 24


def test_a_date_without_a_day_keeps_a_column_of_its_own_width():
    year, month = slots(["2025", "2026-03"], about=10)
    assert (year.first, year.last) == (date(2025, 1, 1), date(2025, 12, 31))
    assert (month.first, month.last) == (date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize("iso", [None, "", "soon", "2026-13-40", "0000", "2026-3-4"])
def test_what_is_no_date_has_none(iso):
    assert slots([iso], about=5) == (Slot(),)


def test_undated_texts_stand_first_and_a_year_before_its_days():
    day, year, undated = slots(["2026-01-01", "2026", None], about=5)
    assert sorted([day, year, undated], key=lambda slot: slot.order) == [undated, year, day]


def test_an_undated_story_stands_last():
    late = slots(["2026-05-05"], about=5)[0]
    assert Slot(own=True).order > late.order > Slot().order


def test_days_are_counted_from_the_end_of_one_column_to_the_next():
    first, last = slots(["2025", "2026-01-11"], about=5)
    assert days_between(first, last) == 11
    assert days_between(Slot(), last) is None


@given(st.lists(st.dates().map(date.isoformat), max_size=60), st.integers(2, 40))
def test_every_date_lies_in_its_column(dates, about):
    for iso, slot in zip(dates, slots(dates, about), strict=True):
        assert slot.first <= date.fromisoformat(iso) <= slot.last
