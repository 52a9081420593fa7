"""What lists and painted widgets share: the ground of a row, icons, and the lists themselves."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from ui.theme.colours import Theme, blend


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint what lies beneath a row: chosen, pointed at, or nothing; and where the keyboard is."""
    ground = option.rect.adjusted(0, 1, 0, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(theme.selection)
        painter.drawRoundedRect(ground, 7, 7)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(blend(theme.window, theme.hover, 0.7))
        painter.drawRoundedRect(ground, 7, 7)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.accent)
        painter.drawRoundedRect(ground.adjusted(1, 0, -1, -1), 7, 7)


def paint_icon(painter: QPainter, icon: QIcon, rect: QRect, mode: QIcon.Mode = QIcon.Mode.Normal) -> None:
    """Paint an icon from its picture, which is kept; `QIcon.paint` would draw the SVG every time."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(rect, icon.pixmap(rect.size(), ratio, mode))


def plain_list(name: str) -> QListView:
    """A list without a frame on the pane's own ground."""
    view = QListView()
    view.setAccessibleName(name)
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setWordWrap(True)  # Else Qt keeps the heights of the rows when the list gets another width.
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setMouseTracking(True)
    view.viewport().setAutoFillBackground(False)
    return view
