"""One line above the evidence: how many independent origins it has, and on demand why so few."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.models.origin_count import OriginCount
from ui.panels.buttons import LinkButton
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look

_ICON = QSize(14, 14)


class OriginsLine(QWidget):
    """Shows an `OriginCount`; the reasons open below it. They close again for another claim."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._count: OriginCount | None = None
        self._icon = QLabel()
        self._words = Words(look, px=12, strong=True)
        self._words.setWordWrap(False)
        self._why = LinkButton(look)
        self._reasons = Words(look, px=12, tone=Tone.MUTED)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._icon)
        line.addWidget(self._words)
        line.addSpacing(4)
        line.addWidget(self._why)
        line.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(line)
        rows.addWidget(self._reasons)
        self._why.clicked.connect(self._turn)
        look.changed.connect(self._tint)

    def show_count(self, count: OriginCount | None, *, fresh: bool) -> None:
        """Show a count, or nothing at all; with `fresh` it is another claim's."""
        self.setVisible(count is not None)
        opened = not fresh and not self._reasons.isHidden()
        if count is None or (count == self._count and not fresh):
            return
        self._count = count
        self._words.say(count.words)
        self._reasons.say("\n".join(count.reasons))
        self._why.setVisible(bool(count.reasons))
        self.setToolTip("\n".join(count.reasons))
        self._open(opened and bool(count.reasons))
        self._tint()

    def _turn(self) -> None:
        self._open(self._reasons.isHidden())

    def _open(self, opened: bool) -> None:
        self._reasons.setVisible(opened)
        self._why.say(self.tr("Hide why") if opened else self.tr("Why?"))
        self._why.setAccessibleName(self.tr("Why passages count as one origin"))

    def _tint(self) -> None:
        if self._count is not None:
            self._icon.setPixmap(self._look.icon("network", self._count.tone).pixmap(_ICON))
            self._words.set_tone(self._count.tone)
