"""One line above the evidence: how many independent origins it has; on demand which they are, and why."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.models.origin_count import OriginCount
from ui.origins.explanation import Explanation
from ui.panels.buttons import LinkButton
from ui.panels.flow import Stack
from ui.panels.words import Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import ClaimId

_ICON = QSize(14, 14)


class OriginsLine(QWidget):
    """Shows an `OriginCount`; the origins open below it. They close again for another claim."""

    open_passage = Signal(object)
    """A `Passage` to show in its document."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._claim: ClaimId | None = None
        self._count: OriginCount | None = None
        self._shown: tuple[ClaimId, OriginCount | None, bool] | None = None
        self._icon = QLabel()
        self._words = _OneLine(look, px=12, strong=True)
        self._why = LinkButton(look)
        self.explanation = Explanation(session, look)
        rows = Stack(self, gap=2)
        rows.addWidget(self._line())
        rows.addWidget(self.explanation)
        self._why.clicked.connect(self.turn)
        self.explanation.open_passage.connect(self.open_passage)
        look.changed.connect(self._tint)

    def show_count(
        self, claim: ClaimId, count: OriginCount | None, *, awaited: bool = False, fresh: bool = False
    ) -> None:
        """Show a count, or nothing at all; with `fresh` it is another claim's.

        While it is `awaited`, the former count is shown grey; without one, that origins are being counted.
        """
        opened = not fresh and not self.explanation.isHidden()
        shown = (claim, count, awaited)
        self.setVisible(count is not None or awaited)
        if shown == self._shown and not fresh:
            return
        self._claim, self._count, self._shown = claim, count, shown
        self._words.say(count.words if count else self.tr("Counting independent origins…"))
        self.setToolTip("\n".join(count.reasons) if count else "")
        self._why.setVisible(count is not None)
        self._open(opened and count is not None)
        self._tint()

    def turn(self) -> None:
        """Open the explanation, or close it."""
        if not self.isHidden():
            self._open(self.explanation.isHidden())
            self._why.setFocus()

    def _line(self) -> QWidget:
        head = QWidget(self)
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._icon)
        line.addWidget(self._words)
        line.addSpacing(4)
        line.addWidget(self._why)
        line.addStretch(1)
        return head

    def _open(self, opened: bool) -> None:
        if opened and self._claim is not None and self._count is not None:
            self.explanation.show_origins(self._claim, self._count.explained)
            self.explanation.follow(self._why)
        self.explanation.setVisible(opened)
        self._why.say(self.tr("Hide") if opened else self.tr("Why?"))
        self._why.setAccessibleName(
            self.tr("Hide the origins")
            if opened
            else self.tr("Show the origins and why passages count as one")
        )

    def _tint(self) -> None:
        awaited = self._count is None or (self._shown is not None and self._shown[-1])
        tone = Tone.MUTED if self._count is None or awaited else self._count.tone
        self._icon.setPixmap(self._look.icon("network", tone).pixmap(_ICON))
        self._words.set_tone(tone)


class _OneLine(Words):
    """Words on one line where there is room for it, else wrapped."""

    def sizeHint(self) -> QSize:
        """Room for one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())
