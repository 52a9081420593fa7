"""A box to choose from that shortens what it shows, in place of cutting it off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter


class ElidedBox(QComboBox):
    """Shows as much of the choice as there is room for, and all of it in the tooltip and the list."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box with its words shortened."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        words, end = option.currentText, Qt.TextElideMode.ElideRight
        shown = option.fontMetrics.elidedText(words, end, room.width() - 4)
        self.setToolTip(words if shown != words else "")
        option.currentText = shown
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
