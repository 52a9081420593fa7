"""A button that shows the one chosen of a few states, and offers the others in a menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ui.models.signs import Sign
from ui.panels.grounds import paint_icon
from ui.theme.colours import Tone, blend
from ui.theme.look import Look

C = TypeVar("C")


@dataclass(frozen=True)
class Choice(Generic[C]):
    """One of the states: its value, how it reads, what it means, and the key that sets it, if any."""

    value: C
    sign: Sign
    meaning: str = ""
    key: str = ""


class ChoiceButton(QPushButton):
    """Reads as icon and word on their tint. The wheel never changes it, as it would a combo box."""

    picked = Signal(object)
    """The value of the choice that the editor took from the menu."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._choices: tuple[Choice[object], ...] = ()
        self._shown: Sign | None = None
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.triggered.connect(self._pick)
        self.setMenu(self._menu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_choices(self, choices: Sequence[Choice[object]]) -> None:
        """Offer these, in order."""
        self._choices = tuple(choices)

    def show_choice(self, value: object, empty: Sign) -> None:
        """Show the state in force, or `empty` when it is none of the choices."""
        signs = [choice.sign for choice in self._choices if choice.value == value]
        self._shown = signs[0] if signs else empty
        self.setAccessibleName(f"{self._name}: {self._shown.word}")
        self.setToolTip(self._name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the longest word would be too much; it is shortened where the pane is narrow."""
        word = self._shown.word if self._shown else ""
        return QSize(QFontMetrics(self._font()).horizontalAdvance(word) + 60, 30)

    def minimumSizeHint(self) -> QSize:
        """Icon, some of the word, and the arrow."""
        return QSize(84, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the state in force."""
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, self._shown)
        tone = self._shown.tone
        paint_icon(painter, self._look.icon(self._shown.icon, tone), QRect(10, 7, 16, 16))
        if self.isEnabled():
            arrow = QRect(self.width() - 22, 9, 12, 12)
            paint_icon(painter, self._look.icon("chevron-down", tone), arrow)
        painter.setPen(self._look.theme.ink(tone))
        painter.setFont(self._font())
        room = QRect(32, 0, self.width() - 58, self.height())
        word = QFontMetrics(self._font()).elidedText(
            self._shown.word, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)

    def _paint_ground(self, painter: QPainter, sign: Sign) -> None:
        theme = self._look.theme
        plain = sign.tone is Tone.MUTED
        ground = theme.raised if plain else theme.tint(sign.tone)
        edge = theme.line if plain else blend(ground, theme.ink(sign.tone), 0.28)
        painter.setPen(theme.accent if self.hasFocus() else edge)
        lit = self.underMouse() or self.isDown()
        painter.setBrush(blend(ground, theme.ink(sign.tone), 0.1) if lit else ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _fill(self) -> None:
        """Fill the menu when it is opened, in the words and colours of that moment."""
        self._menu.clear()
        for choice in self._choices:
            action = self._menu.addAction(
                self._look.icon(choice.sign.icon, choice.sign.tone), choice.sign.word
            )
            action.setData(self._choices.index(choice))
            action.setToolTip(choice.meaning)
            _hint(action, choice.key)
        self._menu.setToolTipsVisible(any(choice.meaning for choice in self._choices))

    def _pick(self, action: QAction) -> None:
        self.picked.emit(self._choices[action.data()].value)

    def _font(self) -> QFont:
        return self._look.ui_font(13, QFont.Weight.DemiBold)


def _hint(action: QAction, key: str) -> None:
    """Show a key beside the entry. The shortcut itself lives in the table of actions."""
    if key:
        action.setText(
            f"{action.text()}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}"
        )
