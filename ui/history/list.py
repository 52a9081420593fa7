"""The list of steps. A table view: of 50,000 rows it asks nothing, where a list view asks each of them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.history.delegate import ROW_PX

_ENDS = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: -1}


class HistoryList(QTableView):
    """One column of rows of one height, without frame or grid, on the page's own ground."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW_PX)
        rows.setDefaultSectionSize(ROW_PX)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def choose(self, index: QModelIndex) -> None:
        """Choose a row and bring it into view."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the newest and the oldest step; a table would take them for columns."""
        model, end = self.model(), _ENDS.get(Qt.Key(event.key()))
        if end is None or not model.rowCount():
            super().keyPressEvent(event)
        else:
            # The newest step stands beneath the heading of its day.
            self.choose(model.index(1 if end > 0 else model.rowCount() - 1, 0))
