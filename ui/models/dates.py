"""Dates of whatever precision, as an editor writes them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale

_FORMATS = {4: "yyyy", 7: "MMM yyyy", 10: "d MMM yyyy"}


def date_words(iso: str | None) -> str:
    """An ISO 8601 date in words, no more precise than it is: "4 Sep 2025", "Sep 2025", "2025".

    A time of day is left out. What is no such date is given back as it is.
    """
    day = (iso or "")[:10]
    date = QDate.fromString((day + "-01-01")[:10] if len(day) == 4 else (day + "-01")[:10], "yyyy-MM-dd")
    if len(day) not in _FORMATS or not date.isValid():
        return iso or ""
    return QLocale().toString(date, _FORMATS[len(day)])


def moment_words(at: datetime) -> str:
    """A moment as an editor writes it, by the clock where the checker sits: "7 Mar 2026, 14:20"."""
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    return QLocale().toString(local, "d MMM yyyy, HH:mm")
