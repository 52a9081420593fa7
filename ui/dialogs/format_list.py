"""The formats of an export to choose from, grouped by what one does with the file."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from workbench.export.formats import FORMATS, Format, Use, format_called

_ROW_PX, _HEAD_PX = 24, 28
_SHOWN = 11
"""Rows that are seen at once."""


class FormatList(QListWidget):
    """A list with headings; one format is always chosen."""

    def __init__(self, chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Format"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_SHOWN * _ROW_PX + _HEAD_PX)
        for use in Use:
            self._add_heading(use)
            for format in FORMATS:
                if format.use is use:
                    self._add(format)
        self.choose(chosen)

    def chosen(self) -> Format:
        """The format chosen."""
        item = self.currentItem()
        return format_called(item.data(Qt.ItemDataRole.UserRole) if item else FORMATS[0].ending)

    def choose(self, ending: str) -> None:
        """Choose the format whose files end so; the first where there is none."""
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == ending:
                self.setCurrentRow(row)
                return
        self.choose(FORMATS[0].ending)

    def _add_heading(self, use: Use) -> None:
        item = QListWidgetItem(use.value, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(0, _HEAD_PX))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)

    def _add(self, format: Format) -> None:
        item = QListWidgetItem(f"   {format.name}  (.{format.ending})", self)
        item.setData(Qt.ItemDataRole.UserRole, format.ending)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{format.name}. {format.what}")
        item.setToolTip(format.what)
        item.setSizeHint(QSize(0, _ROW_PX))
