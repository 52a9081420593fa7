"""A remark shown beside the words it is about, when these are clicked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.incoming.remark_card import RemarkCard
from ui.panels.flow import Stack
from ui.theme.look import Look
from workbench.model import Remark

WIDTH, _HIGHEST = 380, 420


class RemarkPopup(QFrame):
    """The remarks on some words, one below the other; gone with the next click elsewhere or Escape."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("What was written beside these words"))
        self._look = look
        self.cards: list[RemarkCard] = []
        inner = QWidget()
        self._rows = Stack(inner, gap=8)
        self._rows.setContentsMargins(8, 8, 8, 8)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._area)

    def show_remarks(self, remarks: Sequence[Remark], at: QPoint, *, writable: bool, acts: bool) -> None:
        """Show these at a point of the screen. Whoever opens it listens to `cards`."""
        for remark in remarks:
            card = RemarkCard(self._look, self, acts=acts)
            card.show_remark(remark, writable=writable)
            for signal in (card.revealed, card.claimed, card.asked, card.ticked):
                signal.connect(self.close)
            self._rows.addWidget(card)
            self.cards.append(card)
        self.resize(QSize(WIDTH, min(_HIGHEST, self._rows.heightForWidth(WIDTH - 2) + 4)))
        self.move(_on_screen(self, at))
        self.show()
        self.cards[0].setFocus()


def _on_screen(popup: QWidget, at: QPoint) -> QPoint:
    room = popup.screen().availableGeometry()
    x = max(room.left(), min(at.x(), room.right() - popup.width()))
    below = at.y() + 14
    y = below if below + popup.height() <= room.bottom() else max(room.top(), at.y() - popup.height() - 10)
    return QPoint(x, y)
