"""Asks, before a claim is confirmed that lacks what the desk asks for, whether it is to be all the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.panels.words import Words
from ui.theme.colours import Tone, blend
from ui.theme.look import Look
from workbench.gates import GateResult


class GateQuestion(QWidget):
    """Stands beneath the disposition while it is asked; answers by one of its two signals."""

    waived = Signal(str)
    """Confirm it, for this written reason."""
    left_open = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Words(
            look, self.tr("Not confirmed yet"), px=13, strong=True, tone=Tone.CARE, parent=self
        )
        self._missing = Words(look, parent=self)
        self._reason = QLineEdit(self)
        self._waive = QPushButton(self.tr("Confirm with this reason"), self)
        self._leave = QPushButton(self.tr("Leave it open"), self)
        self._build()
        look.changed.connect(self.update)
        self.hide()

    def ask(self, result: GateResult | None) -> None:
        """Say what is missing; None while its origins are still being counted."""
        if result is None:
            words = self.tr("Its origins are still being counted. It is confirmed as soon as they suffice.")
        else:
            words = "\n".join(result.missing)
        self._missing.say(words)
        self.setAccessibleName(f"{self._title.text()}. {words}")
        if self.isHidden():
            self._reason.clear()
            self.show()
        self._watch()

    def focus_reason(self) -> None:
        """Put the cursor where the reason is written."""
        self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the claim open."""
        if event.key() == Qt.Key.Key_Escape:
            self.left_open.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, in the tone of something to take care of."""
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(blend(theme.tint(Tone.CARE), theme.ink(Tone.CARE), 0.3))
        painter.setBrush(theme.tint(Tone.CARE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _build(self) -> None:
        self._reason.setAccessibleName(self.tr("Why it is confirmed all the same"))
        self._reason.setPlaceholderText(self.tr("Why it is confirmed all the same"))
        self._leave.setProperty("role", "quiet")
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self._waive)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 10)
        rows.setSpacing(7)
        for widget in (self._title, self._missing, self._reason):
            rows.addWidget(widget)
        rows.addLayout(buttons)
        self._reason.textChanged.connect(self._watch)
        self._reason.returnPressed.connect(self._confirm)
        self._waive.clicked.connect(self._confirm)
        self._leave.clicked.connect(self.left_open)

    def _watch(self, *_: object) -> None:
        self._waive.setEnabled(bool(self._reason.text().strip()))

    def _confirm(self) -> None:
        if reason := " ".join(self._reason.text().split()):
            self.waived.emit(reason)
