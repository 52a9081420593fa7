"""An expected failure, or a hint, told in one sentence across the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui.theme.colours import Tone
from ui.theme.look import Look

HINT_MS = 8_000
"""How long a hint stays."""


class Banner(QFrame):
    """A sentence across the window. Trouble stays until it is put away, a hint goes by itself."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._look = look
        self._tone = Tone.CARE
        self._sign = QLabel(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._answer = QPushButton(self)
        self._answer.clicked.connect(self._do)
        self._done: Callable[[], object] | None = None
        self._away = QToolButton(self)
        self._away.setAccessibleName(self.tr("Put this message away"))
        self._away.setToolTip(self.tr("Put this message away"))
        self._away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._answer)
        row.addWidget(self._away)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(HINT_MS)
        self._soon.timeout.connect(self.hide)
        look.changed.connect(self._dress)
        self.hide()

    def tell(self, sentence: str, tone: Tone = Tone.CARE) -> None:
        """Show a sentence in place of an earlier one."""
        self._show(sentence, tone, "", None)

    def ask(self, sentence: str, answer: str, do: Callable[[], object]) -> None:
        """Show a sentence that the editor may answer: a button says `answer` and calls `do`."""
        self._show(sentence, Tone.CARE, answer, do)

    def _show(self, sentence: str, tone: Tone, answer: str, do: Callable[[], object] | None) -> None:
        self._tone = tone
        self._done = do
        self._answer.setText(answer)
        self._answer.setVisible(do is not None)
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._dress()
        self.show()
        if tone is Tone.ACCENT:
            self._soon.start()
        else:
            self._soon.stop()

    def sentence(self) -> str:
        """What is being told; empty when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def _do(self) -> None:
        self.hide()
        if self._done is not None:
            self._done()

    def _dress(self) -> None:
        theme, name = self._look.theme, "triangle-alert" if self._tone is not Tone.ACCENT else "circle-check"
        self._sign.setPixmap(self._look.icon(name, self._tone).pixmap(16, 16))
        self._away.setIcon(self._look.icon("x"))
        self.setStyleSheet(
            f"#banner {{ background: {theme.tint(self._tone).name()};"
            f" border: none; border-bottom: 1px solid {theme.line.name()}; }}"
        )
