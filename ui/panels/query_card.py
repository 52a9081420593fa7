"""One question to the author: what is asked about which words, and what the author says to it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.dates import date_words
from ui.models.signs import Sign, query_sign
from ui.panels.buttons import LinkButton, ToneButton
from ui.panels.comparison import Comparison, compared
from ui.panels.field import Field
from ui.panels.words import Chip, Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import Query, QueryStatus

ANSWERS = (QueryStatus.OPEN, QueryStatus.ACCEPTED, QueryStatus.REFUSED)
"""What an editor can say of a query; that it was applied is seen in a later draft."""


class QueryCard(QWidget):
    """Changes nothing itself. With `places`, it also shows the words, and leads to them."""

    answered = Signal(object)
    """The `Query` as it is to be."""
    revealed = Signal(str)
    """The id of the query whose words are to be shown."""
    edit_wanted = Signal(str)
    """The id of the query to ask otherwise."""
    taken_back = Signal(str)
    """The id of the query to ask no more."""

    def __init__(self, look: Look, parent: QWidget, *, places: bool = False) -> None:
        super().__init__(parent)
        self._look, self._places = look, places
        self._query: Query | None = None
        self._seen: tuple[Query, str, bool, str] | None = None
        self._chip, self._found = Chip(look, parent=self), Chip(look, parent=self)
        self._asked_by = Words(look, px=11, tone=Tone.MUTED, parent=self)
        self._where = LinkButton(look, parent=self)
        self._question = Words(look, parent=self)
        self._comparison = Comparison(look, self)
        self._reason = Words(look, px=12, tone=Tone.MUTED, parent=self)
        self._answer = Field(look, self.tr("The author’s answer"), self.tr("The author’s answer"))
        self._edit = LinkButton(look, self.tr("Edit…"), self)
        self._take_back = LinkButton(look, self.tr("Take back"), self)
        self._buttons = {status: self._button(status) for status in ANSWERS}
        self._build()
        look.changed.connect(self.update)

    def show_query(self, query: Query, words: str, *, writable: bool, where: str = "") -> None:
        """Show a question about `words` as it stands now; `where` says where these are."""
        if (query, words, writable, where) == self._seen:
            return
        fresh = self._query is None or self._query.id != query.id
        self._query, self._seen = query, (query, words, writable, where)
        self._chip.show_sign(query_sign(query.status))
        self._say(self._asked_by, self._by(query))
        self._where.say(_quoted(words), f"  {where}" if where else "")
        self._say(self._question, query.question)
        self._say(self._reason, self.tr("Why: {reason}").format(reason=query.reason) if query.reason else "")
        self._comparison.setVisible(bool(query.wording))
        if query.wording:
            headings = self.tr("As it stands"), self.tr("Proposed")
            self._comparison.show_wordings(*compared(words, query.wording, headings))
        self._answer.show_stored(query.answer, fresh=fresh)
        self._answer.setReadOnly(not writable)
        for status, button in self._buttons.items():
            button.setChecked(status is query.status)
            button.setEnabled(writable and query.status is not QueryStatus.APPLIED)
        for link in (self._edit, self._take_back):
            link.setVisible(writable and query.status is QueryStatus.OPEN)
        self.setAccessibleName(f"{query_sign(query.status).word}: {query.question or query.wording}")

    def show_found(self, sign: Sign | None) -> None:
        """Say whether the draft has what was accepted; None says nothing."""
        self._found.show_sign(sign)
        self._found.setVisible(sign is not None)

    def settle(self) -> None:
        """Save an answer that is being written."""
        self._answer.settle()

    def write_answer(self) -> None:
        """Put the cursor into the author's answer."""
        self._answer.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card's ground and border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.theme.line)
        painter.setBrush(self._look.theme.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _button(self, status: QueryStatus) -> ToneButton:
        sign = query_sign(status)
        button = ToneButton(self._look, Sign(sign.word, "", sign.tone))
        button.setCheckable(True)
        button.setProperty("status", status.value)
        button.clicked.connect(self._settle_status)
        return button

    def _build(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(6)
        for part in (self._chip, self._found):
            head.addWidget(part)
        head.addStretch(1)
        foot.setSpacing(4)
        for button in self._buttons.values():
            foot.addWidget(button)
        foot.addStretch(1)
        for link in (self._edit, self._take_back):
            foot.addWidget(link)
            foot.addSpacing(4)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 10)
        rows.setSpacing(6)
        rows.addLayout(head)
        for widget in (self._where, self._question, self._comparison, self._reason, self._answer):
            rows.addWidget(widget)
        rows.addLayout(foot)
        rows.addWidget(self._asked_by)
        self._where.setVisible(self._places)
        self._found.hide()
        self._answer.written.connect(self._keep_answer)
        self._where.clicked.connect(self._reveal)
        self._edit.clicked.connect(self._want_edit)
        self._take_back.clicked.connect(self._want_back)

    def _say(self, label: Words, text: str) -> None:
        label.say(text)
        label.setVisible(bool(text))

    def _by(self, query: Query) -> str:
        if query.at is None:
            return query.by
        asked = self.tr("Asked by {name}, {day}")
        return asked.format(name=query.by, day=date_words(query.at.date().isoformat()))

    def _settle_status(self) -> None:
        if self._query is not None:
            status = QueryStatus(self.sender().property("status"))
            for one, button in self._buttons.items():
                button.setChecked(one is self._query.status)
            self.answered.emit(replace(self._query, status=status))

    def _keep_answer(self, text: str) -> None:
        if self._query is not None:
            self.answered.emit(replace(self._query, answer=text))

    def _reveal(self) -> None:
        if self._query is not None:
            self.revealed.emit(self._query.id)

    def _want_edit(self) -> None:
        if self._query is not None:
            self.edit_wanted.emit(self._query.id)

    def _want_back(self) -> None:
        if self._query is not None:
            self.taken_back.emit(self._query.id)


def _quoted(words: str) -> str:
    """On one line, in quotation marks; single ones around words that hold double ones themselves."""
    line = " ".join(words.split())
    return f"‘{line}’" if any(mark in line for mark in '“”"') else f"“{line}”"
