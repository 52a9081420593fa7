"""Through whom a claim came, as links: each step leads to its words in the story and to its own text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QWidget

from ui.models.chains import Step, strips
from ui.models.named_documents import document_of
from ui.models.signs import source_word, voice_word
from ui.panels.buttons import LinkButton
from ui.panels.flow import Flow, Stack, emptied
from ui.panels.words import Words
from ui.session import Session
from ui.text.layer import Lit
from ui.text.view import plain
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import Claim, Document
from workbench.text import Span


class StepLink(LinkButton):
    """One step. Pointed at, or with the keyboard on it, it tells which words it is about."""

    lit = Signal(object)
    """The `Lit` words of the step; an empty tuple when it is left."""

    def __init__(self, look: Look, step: Step, document: Document | None, parent: QWidget) -> None:
        super().__init__(look, step.name, parent)
        self.step, self.document = step, document

    def words(self) -> tuple[Lit, ...]:
        """Who says it and how, then what."""
        cue = (*self.step.spans, *self.step.cue)
        return (*(Lit(span) for span in self.step.content), *(Lit(span, True) for span in cue))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Pointed at."""
        super().enterEvent(event)
        self.lit.emit(self.words())

    def leaveEvent(self, event: QEvent) -> None:
        """Left by the mouse."""
        super().leaveEvent(event)
        self.lit.emit(self.words() if self.hasFocus() else ())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by the keyboard."""
        super().focusInEvent(event)
        self.lit.emit(self.words())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left by the keyboard."""
        super().focusOutEvent(event)
        self.lit.emit(())


class AttributionStrip(QWidget):
    """The chains of one claim, one below the other."""

    revealed = Signal(object)
    """The `Span` of the story to bring into view."""
    opened = Signal(object)
    """`DocumentId` of the text of the step."""
    lit = Signal(object)
    """The `Lit` words of the step pointed at."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._shown: object = None
        self._rows = Stack(self, gap=2)
        self.setAccessibleName(self.tr("Through whom the claim came"))

    def show_claim(self, claim: Claim) -> None:
        """Show through whom a claim came; takes no room when the story credits nobody."""
        found = strips(self._session.attributions(claim.id))
        documented = [self._documented(claim, strip) for strip in found]
        self.setVisible(bool(found))
        if (claim.passage.span, documented) == self._shown:
            return
        self._shown = (claim.passage.span, documented)
        self.lit.emit(())
        for row in emptied(self._rows):
            row.hide()
            row.deleteLater()
        for strip in documented:
            self._rows.addWidget(self._row(strip, claim.passage.span))
        self._rows.invalidate()

    def links(self) -> list[StepLink]:
        """Every step, in order."""
        return [link for link in self.findChildren(StepLink) if not link.isHidden()]

    def _documented(self, claim: Claim, strip: Sequence[Step]) -> list[tuple[Step, Document | None]]:
        """Each step with its text, where the case holds it."""
        names = [step.name for step in strip]
        return [(step, document_of(self._session, claim, step, names)) for step in strip]

    def _row(self, strip: list[tuple[Step, Document | None]], claimed: Span) -> QWidget:
        row, flow = QWidget(self), Flow(gap=5)
        row.setLayout(flow)
        here = Step(self.tr("this story"), (), (), (claimed,))
        for step, document in (*strip, (here, None)):
            if step is not strip[0][0]:
                arrow = Words(self._look, "→", px=12, tone=Tone.MUTED, parent=row)
                arrow.setFixedHeight(24)
                arrow.setWordWrap(False)
                flow.addWidget(arrow)
            flow.addWidget(self._link(step, document, row))
        return row

    def _link(self, step: Step, document: Document | None, row: QWidget) -> StepLink:
        link = StepLink(self._look, step, document, row)
        told = self._told(step, document)
        link.setToolTip(plain(told))
        link.setAccessibleName(". ".join((step.name, *told.split("\n"))))
        link.lit.connect(self.lit)
        link.clicked.connect(self._follow)
        return link

    def _told(self, step: Step, document: Document | None) -> str:
        """What the step is, and where the link leads."""
        kind = source_word(step.kind) if step.kind else voice_word(step.voice) if step.voice else ""
        where = self.tr("Shows the words in the story")
        if document is not None:
            title = document.title or self.tr("Untitled")
            where = self.tr("Shows the words in the story, and opens “{title}” beside it").format(title=title)
        return "\n".join(part for part in (kind[:1].upper() + kind[1:], where) if part)

    def _follow(self) -> None:
        link = self.sender()
        assert isinstance(link, StepLink)
        places = link.step.spans or link.step.content
        if link.document is not None:
            self.opened.emit(link.document.id)
        if places:
            self.revealed.emit(places[0])
            self.lit.emit(link.words())
