"""Dates of whatever precision sorted into columns: days, or longer stretches where there are many days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_UNDATED = date.max


@dataclass(frozen=True, slots=True)
class Slot:
    """The days that share a column, both ends included; None where no date is known.

    `own` sets the story's column apart from that of other texts of its day.
    """

    first: date | None = None
    last: date | None = None
    own: bool = False

    @property
    def days(self) -> tuple[date | None, date | None]:
        """Its ends."""
        return self.first, self.last

    @property
    def order(self) -> tuple[date, int, bool]:
        """Undated ones first, then by date; of those that begin together, the less precise ones first."""
        if self.first is None or self.last is None:
            return (_UNDATED, 0, True) if self.own else (date.min, 0, False)
        return self.first, -(self.last - self.first).days, self.own


def slots(dates: Sequence[str | None], about: int) -> tuple[Slot, ...]:
    """The column of each ISO date: by days, or by the longer stretches that come nearest to `about` columns.

    A date is never put into a shorter stretch than it is precise.
    """
    known = [_known(iso) for iso in dates]
    best = tuple(_slot(days, _day) for days in known)
    if len(set(best)) > about:
        tried = (tuple(_slot(days, stretch) for days in known) for stretch in _STRETCHES)
        best = min((best, *tried), key=lambda found: _too_many_or_few(len(set(found)), about))
    return best


def _too_many_or_few(count: int, about: int) -> float:
    return max(count / about, about / count)


def days_between(one: Slot, other: Slot) -> int | None:
    """Days from the end of one column to the beginning of the next; None when either has no date."""
    if one.last is None or other.first is None:
        return None
    return max((other.first - one.last).days, 0)


_Days = tuple[date, date]


def _known(iso: str | None) -> _Days | None:
    """The days an ISO date may mean; None for what is no date."""
    given = (iso or "")[:10]
    try:
        if len(given) == 4:
            return _year(date(int(given), 1, 1))
        if len(given) == 7:
            return _month(date.fromisoformat(f"{given}-01"))
        return _day(date.fromisoformat(given))
    except ValueError:
        return None


def _slot(days: _Days | None, stretch: Callable[[date], _Days]) -> Slot:
    if days is None:
        return Slot()
    first, last = stretch(days[0])
    return Slot(first, last) if last >= days[1] else Slot(*days)


def _day(day: date) -> _Days:
    return day, day


def _week(day: date) -> _Days:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6) if monday <= date.max - timedelta(days=6) else day


def _month(day: date) -> _Days:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _quarter(day: date) -> _Days:
    first = day.replace(month=day.month - (day.month - 1) % 3, day=1)
    return first, _month(first.replace(month=first.month + 2))[1]


def _year(day: date) -> _Days:
    return day.replace(month=1, day=1), day.replace(month=12, day=31)


def _decade(day: date) -> _Days:
    first = max(day.year // 10 * 10, 1)
    return date(first, 1, 1), date(min(first // 10 * 10 + 9, 9999), 12, 31)


_STRETCHES: tuple[Callable[[date], _Days], ...] = (_week, _month, _quarter, _year, _decade)
