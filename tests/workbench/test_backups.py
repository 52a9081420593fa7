"""Which backups are kept, whatever the clock says; and what was changed since one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workbench.backups import ALL_FOR, Backup, Mark, Reason, Step, folder_name, outdated, since
from workbench.model import CaseId, Sha256

NOW = datetime(2026, 11, 28, 22, 0, tzinfo=UTC)


def made(at: datetime, number: int = 1, reason: Reason = Reason.CHANGES) -> Backup:
    return Backup(Path(f"{at.timestamp()}-{number}"), at, number, reason)


moments = st.integers(-900 * 1440, 900 * 1440).map(lambda minutes: NOW + timedelta(minutes=minutes))
lists = st.lists(moments, unique=True, max_size=80).map(lambda found: [made(at) for at in found])


@given(lists, moments)
def test_nothing_of_the_last_two_days_or_of_the_future_goes(backups: list[Backup], now: datetime) -> None:
    assert all(item.at <= now - ALL_FOR for item in outdated(now, backups))


@given(lists, moments)
def test_the_newest_stays_and_a_second_look_takes_nothing_more(backups: list[Backup], now: datetime) -> None:
    kept = [item for item in backups if item not in outdated(now, backups)]
    assert outdated(now, kept) == ()
    assert not backups or max(backups, key=lambda item: item.at) in kept


@given(lists, moments, st.timedeltas(timedelta(), timedelta(days=4000)))
def test_a_clock_set_back_takes_no_more_than_before(
    backups: list[Backup], now: datetime, back: timedelta
) -> None:
    for item in outdated(now - back, backups):
        assert item.at <= now - back - ALL_FOR


@given(lists, moments)
def test_the_latest_days_with_backups_each_keep_one(backups: list[Backup], now: datetime) -> None:
    gone = set(outdated(now, backups))
    past = [item for item in backups if item.at <= now - ALL_FOR]
    days = sorted({item.at.date() for item in past})[-7:]
    for day in days:
        assert any(item.at.date() == day and item not in gone for item in past)


@given(st.lists(st.integers(1, 3 * 1440), min_size=50, max_size=300))
def test_worked_with_for_a_year_every_month_keeps_a_state(gaps: list[int]) -> None:
    kept: list[Backup] = []
    months: list[tuple[int, int]] = []
    now = NOW
    for gap in gaps:
        now += timedelta(minutes=gap)
        kept.append(made(now))
        months.append((now.year, now.month))
        gone = outdated(now, kept)
        kept = [item for item in kept if item not in gone]
    left = {(item.at.year, item.at.month) for item in kept}
    assert set(sorted(set(months))[-12:]) <= left


def test_two_years_of_every_half_hour_leave_some_hundred() -> None:
    kept: list[Backup] = []
    for day in range(730):
        now = NOW + timedelta(days=day)
        kept += [made(now + timedelta(minutes=30 * turn)) for turn in range(16)]
        gone = set(outdated(now + timedelta(hours=8), kept))
        kept = [item for item in kept if item not in gone]
    old = [item for item in kept if item.at <= now + timedelta(hours=8) - ALL_FOR]
    assert len(old) == 7 + 8 + 12
    assert 32 <= len(kept) - len(old) <= 48


def test_a_clock_that_once_ran_years_ahead_takes_nothing_of_the_months() -> None:
    monthly = [made(datetime(2026, month, 5, tzinfo=UTC), month) for month in range(1, 12)]
    ahead = datetime(2041, 1, 1, tzinfo=UTC)
    assert outdated(ahead, [*monthly, made(ahead)]) == ()


def test_the_state_before_going_back_is_kept_for_good() -> None:
    old = [made(NOW - timedelta(days=900, minutes=at), at, Reason.RETURN) for at in range(5)]
    assert outdated(NOW, old) == ()


HISTORY = [Step(number, Sha256(f"{number:064x}"), label) for number, label in enumerate("abbc", 1)]


def test_changes_since_a_state_are_counted_by_what_they_did() -> None:
    assert since(Mark(1, HISTORY[0].hash), HISTORY) == {"b": 2, "c": 1}
    assert since(Mark(4, HISTORY[3].hash), HISTORY) == {}


def test_a_state_of_another_history_has_no_changes_since() -> None:
    assert since(Mark(2, Sha256("f" * 64)), HISTORY) is None
    assert since(Mark(5, Sha256("f" * 64)), HISTORY) is None


@given(st.text(max_size=80))
def test_a_case_cannot_name_a_folder_elsewhere(id: str) -> None:
    name = folder_name(CaseId(id))
    assert "/" not in name
    assert "\\" not in name
    assert 0 < len(name) <= 64
    assert not name.startswith(".")
