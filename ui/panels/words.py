"""Small pieces of text in the panes: labels in the program's two typefaces, chips, and empty states."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.models.signs import Sign
from ui.panels.grounds import paint_icon
from ui.theme.colours import Tone
from ui.theme.look import Look

_LONGEST = 700


class Words(QLabel):
    """Plain words in the reading or the interface face. Foreign text is never taken for markup."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        px: int = 13,
        strong: bool = False,
        reading: bool = False,
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._px, self._strong, self._reading = look, px, strong, reading
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # on paper, it would be another role
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.say(text)
        self._wear()
        look.changed.connect(self._wear)

    def say(self, text: str) -> None:
        """Show `text`, shortened when it is too long to be read here anyway."""
        self.setText(text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…")

    def set_px(self, px: int) -> None:
        """Write larger or smaller."""
        if px != self._px:
            self._px = px
            self._wear()

    def set_tone(self, tone: Tone | None) -> None:
        """Write in another tone."""
        if tone is not self._tone:
            self._tone = tone
            self._wear()

    def _wear(self) -> None:
        theme = self._look.theme
        weight = QFont.Weight.DemiBold if self._strong else QFont.Weight.Normal
        font = self._look.reading_font if self._reading else self._look.ui_font
        self.setFont(font(self._px, weight))
        palette = self.palette()
        ink = theme.text if self._tone is None else theme.ink(self._tone)
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        self.setPalette(palette)


class Chip(QWidget):
    """A word on a tinted pill, with its icon."""

    def __init__(self, look: Look, sign: Sign | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sign = sign
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        self.show_sign(sign)

    def show_sign(self, sign: Sign | None) -> None:
        """Show another word; None shows nothing and takes no room."""
        self._sign = sign
        self.setAccessibleName(sign.word if sign else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon and word."""
        if self._sign is None:
            return QSize(0, 0)
        width = QFontMetrics(self._font()).horizontalAdvance(self._sign.word)
        return QSize(width + (31 if self._sign.icon else 18), 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill, the icon and the word."""
        if self._sign is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.tint(self._sign.tone))
        painter.drawRoundedRect(self.rect(), 10, 10)
        left = 9
        if self._sign.icon:
            icon = self._look.icon(self._sign.icon, self._sign.tone)
            paint_icon(painter, icon, QRect(7, 4, 12, 12))
            left = 23
        painter.setPen(self._look.theme.ink(self._sign.tone))
        painter.setFont(self._font())
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._sign.word)

    def _font(self) -> QFont:
        return self._look.ui_font(11, QFont.Weight.DemiBold)


class EmptyState(QWidget):
    """What stands where nothing is yet: what it is, and what to do next."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Words(look, px=14, strong=True)
        self._advice = Words(look, tone=Tone.MUTED)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 24)
        layout.setSpacing(6)
        layout.addStretch(2)
        for label in (self._title, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addStretch(3)

    def say(self, title: str, advice: str) -> None:
        """Name what is missing and advise the next step."""
        self._title.say(title)
        self._advice.say(advice)
        self.setAccessibleName(f"{title}. {advice}")
