"""Buttons that are painted here: one that reads like a link, one that wears the tone of what it sets."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.models.signs import Sign
from ui.panels.grounds import paint_icon
from ui.theme.colours import Tone, blend
from ui.theme.look import Look

_SIDE = 7


class LinkButton(QPushButton):
    """Reads like a link, shortened before its `tail` where room is scarce; works like a button."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._font = look.ui_font(12)
        self._words = self._tail = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        self.say(text)

    def say(self, text: str, tail: str = "") -> None:
        """Show a text and what must never be cut off at its end."""
        self._words, self._tail = text, tail
        self.setText(literal(text + tail))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """One line of text."""
        return QSize(self._metrics().horizontalAdvance(self._words + self._tail) + 2, 24)

    def minimumSizeHint(self) -> QSize:
        """Enough for the tail."""
        return QSize(min(self.sizeHint().width(), 60), 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text in the colour of links, underlined when it is pointed at."""
        painter = QPainter(self)
        painter.setFont(self._font)
        theme = self._look.theme
        painter.setPen(theme.ink(Tone.ACCENT) if self.isEnabled() else theme.muted)
        room = self.width() - self._metrics().horizontalAdvance(self._tail) - 1
        cut = self._metrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, max(room, 0))
        shown = cut + self._tail
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus() or self.underMouse():
            line = (self.height() + self._metrics().capHeight()) // 2 + 3
            painter.drawLine(0, line, self._metrics().horizontalAdvance(shown), line)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font)


class ToneButton(QPushButton):
    """A small button that sets a state: pale while the state is not in force, tinted when it is."""

    def __init__(self, look: Look, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(sign.word, parent)
        self._look, self._sign = look, sign
        self._font = look.ui_font(12, QFont.Weight.DemiBold)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for the word, and for the icon when it has one."""
        icon = 17 if self._sign.icon else 0
        return QSize(QFontMetrics(self._font).horizontalAdvance(self.text()) + icon + 2 * _SIDE, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, tone = self._look.theme, self._sign.tone
        on = self.isChecked() or self.underMouse() or self.isDown()
        edge = blend(theme.tint(tone), theme.ink(tone), 0.3) if on else theme.line
        painter.setPen(theme.accent if self.hasFocus() else edge)
        painter.setBrush(theme.tint(tone) if on and self.isEnabled() else theme.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        left = _SIDE
        if self._sign.icon:
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            paint_icon(painter, self._look.icon(self._sign.icon, tone), QRect(_SIDE, 6, 14, 14), mode)
            left = _SIDE + 17
        painter.setFont(self._font)
        painter.setPen(theme.ink(tone) if self.isEnabled() else theme.faint)
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


def literal(words: str) -> str:
    """Foreign words for a button or a menu, in which a single ampersand would make a shortcut."""
    return words.replace("&", "&&")
