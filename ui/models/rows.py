"""One table model for every list: shows any sequence of values, and keeps the selection when they change."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The role under which a cell answers the whole value of its row, for delegates."""

_ROOT = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: its heading, its words, and what it answers for other roles than the words."""

    heading: str
    text: Callable[[R], str]
    roles: Mapping[Qt.ItemDataRole, Callable[[R], object]] = field(default_factory=dict)


class Rows(QAbstractTableModel, Generic[R]):
    """A table of values, each with a key that stays the same while the value changes.

    `show_rows` turns the old rows into the new ones by removing, moving and inserting, never by a
    reset, so that selection, the current row and the place scrolled to survive.
    """

    def __init__(
        self, columns: Sequence[Column[R]], key: Callable[[R], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._rows: list[R] = []

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show `rows`, in their order. Raises `ValueError` when two of them share a key."""
        wanted = {self._key(row): row for row in rows}
        if len(wanted) != len(rows):
            raise ValueError("two rows share a key")
        self._remove_all_but(wanted)
        self._arrange(wanted)
        self._insert(list(rows))
        self._replace(list(rows))

    def row(self, index: Index) -> R | None:
        """The value at an index, None when it names no row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rows(self) -> tuple[R, ...]:
        """Every value, in the order shown."""
        return tuple(self._rows)

    def index_of(self, key: Hashable) -> QModelIndex:
        """The first cell of the row with that key; an invalid index when it is not shown."""
        keys = self._keys()
        return self.index(keys.index(key), 0) if key in keys else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell answers for a role; None for nothing."""
        row = self.row(index)
        if row is None:
            return None
        column = self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case _ if role == ROW_ROLE:
                return row
        answer = column.roles.get(Qt.ItemDataRole(role))
        return answer(row) if answer else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._columns[section].heading if section < len(self._columns) else None

    def _keys(self) -> list[Hashable]:
        return [self._key(row) for row in self._rows]

    def _remove_all_but(self, wanted: Mapping[Hashable, R]) -> None:
        gone = [place for place, key in enumerate(self._keys()) if key not in wanted]
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _arrange(self, wanted: Mapping[Hashable, R]) -> None:
        place = {key: number for number, key in enumerate(wanted)}
        arranged = sorted(self._rows, key=lambda row: place[self._key(row)])
        target = {self._key(row): number for number, row in enumerate(arranged)}
        moves = [target[key] for key in self._keys()]
        if moves == sorted(moves):
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        self._rows = arranged
        self.changePersistentIndexList(old, [self.index(moves[index.row()], index.column()) for index in old])
        self.layoutChanged.emit()

    def _insert(self, rows: list[R]) -> None:
        known = set(self._keys())
        fresh = [place for place, row in enumerate(rows) if self._key(row) not in known]
        for first, last in _runs(fresh):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = rows[first : last + 1]
            self.endInsertRows()

    def _replace(self, rows: list[R]) -> None:
        changed = [place for place, row in enumerate(rows) if row != self._rows[place]]
        self._rows = rows
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending numbers as stretches without a gap, both ends included."""
    runs = []
    for _, run in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        runs.append((numbers[0], numbers[-1]))
    return runs
