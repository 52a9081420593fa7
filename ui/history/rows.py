"""The entries as a list with a heading for each day; long histories are added piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.history.entries import Entry
from ui.models.rows import ROW_ROLE

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Day:
    """The heading above what was done on one day."""

    day: date

    @property
    def words(self) -> str:
        """The day in words: "Saturday, 14 March 2026"."""
        return QLocale().toString(QDate(self.day.year, self.day.month, self.day.day), "dddd, d MMMM yyyy")


Row = Day | Entry


def with_days(entries: Iterable[Entry], last: date | None = None) -> list[Row]:
    """The entries, each day under its heading; `last` is the day that stands above them already."""
    rows: list[Row] = []
    for entry in entries:
        if entry.day != last:
            last = entry.day
            rows.append(Day(last))
        rows.append(entry)
    return rows


class HistoryRows(QAbstractListModel):
    """Headings and entries, newest first. `spoken` says an entry for those who hear it."""

    def __init__(self, spoken: Callable[[Entry], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these in place of all there were."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def append(self, entries: Sequence[Entry]) -> None:
        """Add entries older than all shown."""
        fresh = with_days(entries, self._last_day())
        if fresh:
            self.beginInsertRows(_ROOT, len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows += fresh
            self.endInsertRows()

    def prepend(self, entry: Entry) -> None:
        """Add an entry newer than all shown."""
        first = self._rows[0] if self._rows else None
        known = isinstance(first, Day) and first.day == entry.day
        fresh: list[Row] = [entry] if known else [Day(entry.day), entry]
        place = 1 if known else 0
        self.beginInsertRows(_ROOT, place, place + len(fresh) - 1)
        self._rows[place:place] = fresh
        self.endInsertRows()

    def repaint(self) -> None:
        """What entries look like has changed: some were taken back, or claims bear other numbers."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def entry(self, index: Index) -> Entry | None:
        """The entry at an index; None for a heading, and where there is nothing."""
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        return row if isinstance(row, Entry) else None

    def place_of(self, number: int) -> QModelIndex:
        """Where the event of that number stands; an invalid index when it is not shown."""
        for place, row in enumerate(self._rows):
            if isinstance(row, Entry) and row.number == number:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows are shown, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself for the delegate, its words for those who hear it."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words if isinstance(row, Day) else self._spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if self.entry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _last_day(self) -> date | None:
        row = self._rows[-1] if self._rows else None
        return row.day if row is not None else None
