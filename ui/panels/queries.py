"""What the author was asked about a claim, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.signs import Sign
from ui.panels.buttons import ToneButton
from ui.panels.field import Field
from ui.panels.flow import Stack, emptied
from ui.panels.words import Chip, Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import Query, QueryStatus


class Queries(QWidget):
    """One card for each question or change request. It changes nothing itself."""

    answered = Signal(object)
    """The `Query` as it is to be."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: dict[str, QueryCard] = {}
        self._rows = Stack(self, gap=8)
        self._title = Words(
            look, self.tr("Asked the author"), px=12, strong=True, tone=Tone.MUTED, parent=self
        )

    def show_queries(self, queries: Sequence[Query], *, writable: bool) -> None:
        """Show the questions about one claim, in the order they were put."""
        emptied(self._rows)
        wanted = {query.id for query in queries}
        for id in [id for id in self._cards if id not in wanted]:
            card = self._cards.pop(id)
            card.hide()
            card.deleteLater()
        self._rows.addWidget(self._title)
        for query in queries:
            self._rows.addWidget(self._card(query, writable))
        self.setVisible(bool(queries))

    def settle(self) -> None:
        """Save answers that are being written."""
        for card in tuple(self._cards.values()):
            card.settle()

    def _card(self, query: Query, writable: bool) -> QueryCard:
        if query.id not in self._cards:
            self._cards[query.id] = QueryCard(self._look, self)
            self._cards[query.id].answered.connect(self.answered)
        self._cards[query.id].show_query(query, writable=writable)
        return self._cards[query.id]


class QueryCard(QWidget):
    """One question with its answer, and whether the change asked for was accepted."""

    answered = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._query: Query | None = None
        self._chip = Chip(look, parent=self)
        self._question = Words(look, parent=self)
        self._wording = Words(look, px=15, reading=True, parent=self)
        self._answer = Field(look, self.tr("The author’s answer"), self.tr("The author’s answer"))
        self._signs = {
            QueryStatus.OPEN: Sign(self.tr("Waiting"), "clock", Tone.CARE),
            QueryStatus.ACCEPTED: Sign(self.tr("Accepted"), "check", Tone.GOOD),
            QueryStatus.REFUSED: Sign(self.tr("Refused"), "x", Tone.BAD),
        }
        self._buttons = {
            status: ToneButton(look, Sign(sign.word, "", sign.tone)) for status, sign in self._signs.items()
        }
        self._build()
        look.changed.connect(self.update)

    def show_query(self, query: Query, *, writable: bool) -> None:
        """Show a question as it stands now."""
        fresh = self._query is None or self._query.id != query.id
        self._query = query
        self._chip.show_sign(self._signs[query.status])
        self._question.say(query.question)
        self._question.setVisible(bool(query.question))
        self._wording.say(self.tr("Proposed: “{wording}”").format(wording=query.wording))
        self._wording.setVisible(bool(query.wording))
        self._answer.show_stored(query.answer, fresh=fresh)
        self._answer.setReadOnly(not writable)
        for status, button in self._buttons.items():
            button.setChecked(status is query.status)
            button.setEnabled(writable)
        self.setAccessibleName(f"{self._signs[query.status].word}: {query.question or query.wording}")

    def settle(self) -> None:
        """Save an answer that is being written."""
        self._answer.settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card's ground and border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.theme.line)
        painter.setBrush(self._look.theme.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(4)
        for status, button in self._buttons.items():
            button.setCheckable(True)
            button.setProperty("status", status.value)
            button.clicked.connect(self._settle_status)
            foot.addWidget(button)
        foot.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 10)
        rows.setSpacing(6)
        rows.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._question, self._wording, self._answer):
            rows.addWidget(widget)
        rows.addLayout(foot)
        self._answer.written.connect(self._keep_answer)

    def _settle_status(self) -> None:
        if self._query is not None:
            status = QueryStatus(self.sender().property("status"))
            self.show_query(self._query, writable=True)
            self.answered.emit(replace(self._query, status=status))

    def _keep_answer(self, text: str) -> None:
        if self._query is not None:
            self.answered.emit(replace(self._query, answer=text))
