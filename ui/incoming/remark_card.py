"""One remark: who wrote what beside which words, and what an editor can make of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.models.dates import date_words
from ui.panels.buttons import LinkButton
from ui.panels.card import Card
from ui.panels.flow import Flow, Stack
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import Remark, RemarkKind

_WORDS = 80
"""So much of the words is shown; the link leads to the rest."""


class RemarkCard(Card):
    """Changes nothing itself. A note of a source is only shown: `acts` says whether more can be done."""

    chosen = Signal(str)
    revealed = Signal(str)
    """The id of the remark whose words are to be shown. So with the others."""
    claimed = Signal(str)
    asked = Signal(str)
    ticked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None, *, acts: bool = True) -> None:
        super().__init__(look, parent)
        self._acts = acts
        self.remark: Remark | None = None
        self._tells: dict[QObject, SignalInstance] = {}
        self._by = Words(look, px=11, tone=Tone.MUTED, parent=self)
        self._text = Words(look, parent=self)
        self._where = LinkButton(look, parent=self)
        self.claim = LinkButton(look, self.tr("Mark as a claim"), self)
        self.ask = LinkButton(look, self.tr("Ask the author…"), self)
        self.tick = LinkButton(look, parent=self)
        self._build()

    def show_remark(self, remark: Remark, *, writable: bool, where: str = "") -> None:
        """Show a remark as it stands now; `where` says where its words are."""
        self.remark = remark
        self._by.say(by_line(remark))
        self._text.say(remark.text)
        words = " ".join(remark.passage.quote.exact.split())
        short = words if len(words) <= _WORDS else f"{words[: _WORDS - 1].rstrip()}…"
        self._where.say(f"“{short}”", f"  {where}" if where else "")
        self._where.setAccessibleName(self.tr("Show the words: {words}").format(words=short))
        self._where.setToolTip(self.tr("Show the words in the text"))
        self.tick.say(self.tr("Take up again") if remark.done else self.tr("Tick off"))
        for link in (self.claim, self.ask, self.tick):
            link.setVisible(self._acts and writable)
        self.claim.setVisible(self._acts and writable and not remark.done)
        self.setAccessibleName(f"{by_line(remark)}: {remark.text}")

    def choose(self) -> None:
        """Ask to become the current card."""
        if self.remark is not None:
            self.chosen.emit(self.remark.id)

    def _build(self) -> None:
        rows, links, row = Stack(self, gap=4), Flow(gap=14), QWidget(self)
        rows.setContentsMargins(12, 9, 12, 9)
        row.setLayout(links)
        for link, signal in (
            (self._where, self.revealed),
            (self.claim, self.claimed),
            (self.ask, self.asked),
            (self.tick, self.ticked),
        ):
            link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            link.clicked.connect(self._tell)
            self._tells[link] = signal
            if link is not self._where:
                links.addWidget(link)
        for part in (self._by, self._text, self._where, row):
            rows.addWidget(part)
        row.setVisible(self._acts)

    def _tell(self) -> None:
        if self.remark is None:
            return
        self._tells[self.sender()].emit(self.remark.id)


def by_line(remark: Remark) -> str:
    """What it is, by whom, and when: "Comment · Ruth Adeyemi · 14 Mar 2026"."""
    parts = [_kind(remark.kind), remark.author, date_words(remark.at)]
    if remark.done:
        parts.append(_said("ticked off"))
    return " · ".join(part for part in parts if part)


def _kind(kind: RemarkKind) -> str:
    match kind:
        case RemarkKind.COMMENT:
            return _said("Comment")
        case RemarkKind.FOOTNOTE:
            return _said("Note of the text")
        case RemarkKind.ANNOTATION:
            return _said("Annotation")


def _said(text: str) -> str:
    return QCoreApplication.translate("Remarks", text)
