"""A remark shown beside the words it is about, when these are clicked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.incoming.remark_card import RemarkCard
from ui.panels.flow import Stack
from ui.theme.look import Look
from workbench.model import Remark

WIDTH, _HIGHEST = 380, 420


class RemarkPopup(QWidget):
    """Lies over the window; gone with the next click elsewhere, with Escape, or once something was done."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What was written beside these words"))
        self._look = look
        self._before = parent.focusWidget()
        self.cards: list[RemarkCard] = []
        inner = QWidget()
        self._rows = Stack(inner, gap=8)
        self._rows.setContentsMargins(8, 8, 8, 8)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        for part in (inner, area.viewport()):
            part.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 3, 3, 3)
        column.addWidget(area)

    def show_remarks(self, remarks: Sequence[Remark], at: QPoint, *, writable: bool, acts: bool) -> None:
        """Show these near a point of the screen. Whoever opens it listens to `cards`."""
        for remark in remarks:
            card = RemarkCard(self._look, acts=acts)
            card.show_remark(remark, writable=writable)
            for signal in (card.revealed, card.claimed, card.asked, card.ticked):
                signal.connect(self.leave)
            self._rows.addWidget(card)
            self.cards.append(card)
        self.resize(QSize(WIDTH, min(_HIGHEST, self._rows.heightForWidth(WIDTH - 6) + 8)))
        self.move(_within(self.parentWidget(), self.size(), at))
        self.show()
        self.raise_()
        self.cards[0].setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one by now

    def leave(self, *_: object) -> None:
        """Put it away; the keyboard goes back to where it was."""
        if self.isHidden():
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # as above
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if inside and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere puts it away, and does what it does besides."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside:
                self.leave()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.theme.line)
        painter.setBrush(self._look.theme.window)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)


def _within(window: QWidget | None, size: QSize, at: QPoint) -> QPoint:
    """A place in the window: below the point where there is room, else above it."""
    assert window is not None
    room, point = window.rect(), window.mapFromGlobal(at)
    x = max(4, min(point.x(), room.width() - size.width() - 4))
    below = point.y() + 14
    y = below if below + size.height() <= room.height() - 4 else max(4, point.y() - size.height() - 10)
    return QPoint(x, max(4, min(y, room.height() - size.height() - 4)))
