"""The place of a passage, as a link that opens it."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import Document


class PlaceLink(QPushButton):
    """Reads like a link, shortened in its middle; works like a button."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._font = look.ui_font(12)
        self._place = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def say(self, document: Document, place: str) -> None:
        """Name a place in a document."""
        self._place = place
        whole = " · ".join(part for part in (_address(document), place) if part)
        self.setText(whole)
        self.setAccessibleName(self.tr("Open the passage in its document: {place}").format(place=whole))
        self.setToolTip(self.tr("Open the passage in its document"))

    def sizeHint(self) -> QSize:
        """One line; the width is what is left."""
        return QSize(120, 24)

    def minimumSizeHint(self) -> QSize:
        """Enough for the place alone."""
        return QSize(60, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the address and the place in the colour of links."""
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self._look.theme.ink(Tone.ACCENT))
        metrics = QFontMetrics(self._font)
        address, dot, place = self.text().rpartition(" · ")
        tail = dot + place
        room = self.width() - metrics.horizontalAdvance(tail) - 2
        shown = metrics.elidedText(address, Qt.TextElideMode.ElideMiddle, max(room, 0)) + tail
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus() or self.underMouse():
            line = (self.height() + metrics.capHeight()) // 2 + 3
            painter.drawLine(0, line, metrics.horizontalAdvance(shown), line)


def _address(document: Document) -> str:
    if document.url:
        parts = urlsplit(document.url)
        return f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/")
    return document.filename
