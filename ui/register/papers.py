"""The documents of the case that are a source's own text, came from it, or belong to it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.dialogs.choose import ChooseDialog
from ui.panels.flow import Flow, Stack, emptied
from ui.panels.words import Words
from ui.register.section import LinkRow, Section
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench import register
from workbench.model import DocumentId, Source


class PapersSection(Section):
    """A link for each document, and two ways to tie another."""

    opened = Signal(object)
    """The `DocumentId` to open."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(session, look, parent)
        self.title.say(self.tr("Documents"))
        self._shown: tuple[object, ...] | None = None
        self._list = QWidget()
        self._links = Stack(self._list, gap=0)
        self._none = Words(look, self.tr("None tied yet."), px=12, tone=Tone.MUTED)
        self._own = QPushButton(self.tr("Its own text…"))
        self._tie = QPushButton(self.tr("Tie a document…"))
        tools = QWidget()
        buttons = Flow(tools)
        for button in (self._own, self._tie):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        self._own.setToolTip(self.tr("Say which document of the case is the text of this source itself"))
        self._tie.setToolTip(self.tr("Tie a document that came from this source, or belongs to it"))
        for part in (self._none, self._list, tools):
            self.rows.addWidget(part)
        self._own.clicked.connect(self.ask_own)
        self._tie.clicked.connect(self.ask_paper)

    def show_source(self, source: Source, *, fresh: bool) -> None:
        """Show its documents."""
        self._id = source.id
        papers = (*((source.document,) if source.document else ()), *source.papers)
        titles = tuple((paper, self._title(paper)) for paper in papers)
        self._none.setVisible(not papers)
        self._list.setVisible(bool(papers))
        for button in (self._own, self._tie):
            button.setEnabled(self.writable and bool(self._session.documents()))
        if (titles, source.document, self.writable) == self._shown:
            return
        self._shown = (titles, source.document, self.writable)
        for widget in emptied(self._links):
            widget.hide()
            widget.deleteLater()
        for paper, title in titles:
            self._links.addWidget(self._row(paper, title, own=paper == source.document))

    def ask_own(self) -> None:
        """Ask which document is the source's own text."""
        self._ask(self.tr("Its own text"), self._make_own)

    def ask_paper(self) -> None:
        """Ask which document to tie."""
        self._ask(self.tr("Tie a document"), self._tie_paper)

    def _ask(self, title: str, then: object) -> None:
        source = self.source()
        if source is None:
            return
        known = {source.document, *source.papers}
        choices = [
            (document.title or self.tr("Untitled"), document.id)
            for document in self._session.documents()
            if document.id not in known or then == self._make_own
        ]
        if not choices:
            return
        dialog = ChooseDialog(title, source.name, self.tr("Tie"), choices, self.window())
        dialog.answered.connect(then)
        dialog.open()

    def _make_own(self, answer: tuple[DocumentId]) -> None:
        if source := self.source():
            papers = tuple(paper for paper in source.papers if paper != answer[0])
            after = replace(source, document=answer[0], papers=papers)
            self.do(register.edit(source, after, self._session.stamp()))

    def _tie_paper(self, answer: tuple[DocumentId]) -> None:
        if source := self.source():
            self.do(register.tie(source, answer[0], self._session.stamp()))

    def _untie(self, document: DocumentId) -> None:
        if source := self.source():
            self.do(register.untie(source, document, self._session.stamp()))

    def _row(self, document: DocumentId, title: str, *, own: bool) -> LinkRow:
        row = LinkRow(self._look, title, self.tr(" · its own text") if own else "", self)
        row.name_cross(self.tr("Untie “{title}”").format(title=title))
        row.cross.setVisible(self.writable)
        row.link.clicked.connect(partial(self.opened.emit, document))
        row.cross.clicked.connect(partial(self._untie, document))
        return row

    def _title(self, document: DocumentId) -> str:
        found = self._session.document(document)
        return found.title if found and found.title else self.tr("Untitled")
