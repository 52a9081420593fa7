"""One origin as a card: what it rests on, and a row for each of its documents."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.origins.document_row import DocumentRow
from ui.origins.groups import OriginGroup
from ui.panels.flow import Stack
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look

_ROUND = 8


class GroupCard(QWidget):
    """Raised where the origin counts; an outline in dashes where it does not."""

    def __init__(
        self, group: OriginGroup, look: Look, *, writable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._group, self._look = group, look
        self._rows = Stack(self, gap=8)
        self._rows.setContentsMargins(12, 10, 12, 10)
        heading = f"{group.number}.\u2002{group.heading}" if group.number else group.heading
        self._rows.addWidget(Words(look, heading, px=12, strong=True, tone=group.tone, parent=self))
        if group.note:
            self._rows.addWidget(Words(look, group.note, px=12, tone=Tone.CARE, parent=self))
        self.documents = [DocumentRow(item, look, writable=writable, parent=self) for item in group.documents]
        for row in self.documents:
            self._rows.addWidget(row)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, counts = self._look.theme, self._group.number is not None
        painter.setPen(QPen(theme.line, 1, Qt.PenStyle.SolidLine if counts else Qt.PenStyle.DashLine))
        painter.setBrush(theme.raised if counts else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
