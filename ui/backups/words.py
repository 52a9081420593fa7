"""Backups and how a case stands, in the editor's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.backups import Copy, Reason
from workbench.standing import Standing

_MOST_LABELS = 6


def standing_words(standing: Standing) -> str:
    """The words at the foot of the window."""
    return {
        Standing.SAVED: _said("All changes saved"),
        Standing.BEHIND: _said("All changes saved; somebody else has changed the case since"),
        Standing.FOLLOWING: _said("Saved on this computer; the folder follows"),
        Standing.WAITING: _said("Saved on this computer; the folder takes nothing now"),
        Standing.APART: _said("Saved in a copy of your own, beside the case"),
        Standing.ASTRAY: _said("Not saved: the case was moved, deleted or replaced"),
    }[standing]


def reason_words(reason: Reason) -> str:
    """Why a backup was made."""
    return {
        Reason.OPENING: _said("on opening"),
        Reason.CHANGES: _said("while working"),
        Reason.SCHEMA: _said("before an update of Twosource"),
        Reason.MERGE: _said("before merging"),
        Reason.RETURN: _said("before going back"),
    }[reason]


def moment_words(at: datetime, now: datetime) -> str:
    """Day and time by the clock on the wall: “Today, 22:10”."""
    local, today = at.astimezone(), now.astimezone().date()
    day = {
        today: _said("Today"),
        today - timedelta(days=1): _said("Yesterday"),
    }.get(
        local.date(),
        f"{QLocale().dayName(local.isoweekday(), QLocale.FormatType.ShortFormat)} {day_words(at)}",
    )
    return f"{day}, {local:%H:%M}"


def copy_words(copy: Copy, now: datetime) -> str:
    """Of which copy a state is that does not come from the file itself."""
    if not copy.by.strip():
        return _said("It is of another copy of the case, last changed {moment}, in “{place}”.").format(
            moment=moment_words(copy.at, now), place=copy.place
        )
    return _said("It is of another copy of the case, last changed by {by} ({moment}), in “{place}”.").format(
        by=copy.by, moment=moment_words(copy.at, now), place=copy.place
    )


def day_words(at: datetime) -> str:
    """A day: “28 Nov 2026”."""
    local = at.astimezone()
    return f"{local.day} {QLocale().monthName(local.month, QLocale.FormatType.ShortFormat)} {local.year}"


def size_words(size: int) -> str:
    """A size in the unit that fits."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def since_words(since: Mapping[str, int] | None) -> str:
    """What was changed after a state."""
    if since is None:
        return _said("The case has gone another way since: changes made after this state cannot be counted.")
    if not since:
        return _said("Nothing was changed since.")
    commonest = sorted(since.items(), key=lambda item: (-item[1], item[0]))
    told = [f"{label} ({count:,})" if count > 1 else label for label, count in commonest[:_MOST_LABELS]]
    if rest := sum(count for _, count in commonest[_MOST_LABELS:]):
        told.append(_said("and {count} more").format(count=f"{rest:,}"))
    return _said("Changed since: {changes}").format(changes=" · ".join(told))


def _said(text: str) -> str:
    return QCoreApplication.translate("Backups", text)
