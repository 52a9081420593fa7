"""The generic table model."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView

from ui.models.rows import ROW_ROLE, Column, Rows

Row = tuple[int, str]
row_lists = st.lists(st.tuples(st.integers(0, 12), st.sampled_from("ab")), unique_by=lambda row: row[0])


def _model() -> Rows[Row]:
    columns = (
        Column[Row]("Number", lambda row: str(row[0])),
        Column[Row]("Letter", lambda row: row[1], {Qt.ItemDataRole.ToolTipRole: lambda row: row[1] * 2}),
    )
    return Rows(columns, key=lambda row: row[0])


def test_cells_answer_words_tooltip_and_their_row(qtmodeltester) -> None:
    model = _model()
    model.show_rows([(1, "a"), (2, "b")])
    qtmodeltester.check(model)
    assert model.index(1, 0).data() == "2"
    assert model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole) == "bb"
    assert model.index(0, 0).data(ROW_ROLE) == (1, "a")
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Letter"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(old=row_lists, new=row_lists)
def test_any_rows_turn_into_any_others_and_indexes_follow_their_row(qapp, old, new) -> None:
    model = _model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(old)
    held = {row[0]: QPersistentModelIndex(model.index_of(row[0])) for row in old}
    model.show_rows(new)
    assert model.rows() == tuple(new)
    kept = {row[0] for row in new}
    for key, index in held.items():
        assert index.isValid() == (key in kept)
        assert not index.isValid() or index.row() == [row[0] for row in new].index(key)
    tester.deleteLater()


def test_only_what_changed_is_announced(qtbot) -> None:
    model = _model()
    model.show_rows([(1, "a"), (2, "a"), (3, "a")])
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.show_rows([(1, "a"), (2, "b"), (3, "a")])
    assert told == [(1, 1)]


def test_the_selection_survives_a_new_order(qtbot) -> None:
    model, view = _model(), QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    model.show_rows([(1, "a"), (2, "a"), (3, "a")])
    view.selectionModel().setCurrentIndex(model.index_of(2), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    model.show_rows([(3, "a"), (4, "a"), (2, "b"), (1, "a")])
    assert model.row(view.currentIndex()) == (2, "b")
    assert [index.row() for index in view.selectedIndexes()] == [2]


def test_two_rows_of_one_key_are_refused(qapp) -> None:
    model = _model()
    with pytest.raises(ValueError, match="share a key"):
        model.show_rows([(1, "a"), (1, "b")])
    assert model.rows() == ()
    assert not model.index_of(1).isValid()
