"""The card of one source, in place of the evidence: who it is, its terms, documents, contacts, claims."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.panels.buttons import LinkButton
from ui.panels.column import Column
from ui.panels.words import Words
from ui.register.agreed import TermsSection
from ui.register.cited_for import CitedForSection
from ui.register.contacts import ContactsSection
from ui.register.papers import PapersSection
from ui.register.real_names import RealNames
from ui.register.who import WhoSection
from ui.session import Session
from ui.theme.icons import beside_icon
from ui.theme.look import Look
from workbench import register
from workbench.model import Citation, Source, SourceId


class SourceCard(QWidget):
    """Everything about one source. What is written saves itself; every step can be taken back."""

    closed = Signal()
    open_document = Signal(object)
    """The `DocumentId` to show."""
    claim_chosen = Signal(object)
    """The `ClaimId` to go to."""
    log_wanted = Signal(object)
    """The `Source` that somebody has been in touch with."""
    contact_wanted = Signal(object)
    """The `Contact` to correct."""

    def __init__(self, session: Session, look: Look, names: RealNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._id: SourceId | None = None
        self._title = Words(look, self.tr("Source"), px=15, strong=True)
        self._back = LinkButton(look, self.tr("Back to the evidence"))
        self.who = WhoSection(session, look, names)
        self.terms = TermsSection(session, look, names)
        self.papers = PapersSection(session, look)
        self.contacts = ContactsSection(session, look)
        self.cited = CitedForSection(session, look)
        self._sections = (self.who, self.terms, self.papers, self.contacts, self.cited)
        self._remove = QPushButton(beside_icon(self.tr("Remove from the register")))
        self._column = Column(gap=20, margins=QMargins(16, 12, 12, 20))
        self._build()
        self._connect()

    @property
    def source(self) -> SourceId | None:
        """The source shown."""
        return self._id

    def show_source(self, id: SourceId, forms: tuple[str, ...] = ()) -> None:
        """Show another source; `forms` are the other names by which the texts credit it."""
        if id != self._id:
            self.settle()
            self._column.go_to_top()
        fresh, self._id = id != self._id, id
        self.who.show_forms(forms)
        self._show(fresh=fresh)

    def focus(self) -> None:
        """Give the keyboard to the card."""
        self.who.focus()

    def refresh(self, *_: object) -> None:
        """Follow the case; a source that has left it is no longer shown."""
        if self._id is None:
            return
        if self._session.source(self._id) is None:
            self._id = None
            self.closed.emit()
            return
        self._show(fresh=False)

    def settle(self) -> None:
        """Save what is being written."""
        for section in self._sections:
            section.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the evidence."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A comfortable column."""
        return QSize(400, 700)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the evidence."""
        return QSize(280, 200)

    def _show(self, *, fresh: bool) -> None:
        source = self._session.source(self._id) if self._id else None
        if source is None:
            return
        self.setAccessibleName(self.tr("Source: {name}").format(name=source.name))
        for section in self._sections:
            section.show_source(source, fresh=fresh)
        self._remove.setEnabled(self._session.store.read_only is None)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 12, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        tools = QWidget()
        foot = QHBoxLayout(tools)
        foot.setContentsMargins(0, 4, 0, 0)
        foot.addWidget(self._remove)
        foot.addStretch()
        self._remove.setProperty("role", "quiet")
        self._remove.setAutoDefault(False)
        self._column.fill((*self._sections, tools))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._column, 1)
        self._tint()

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self._remove.clicked.connect(self._remove_source)
        self.papers.opened.connect(self.open_document)
        self.contacts.log_wanted.connect(self._want_log)
        self.contacts.edit_wanted.connect(self.contact_wanted)
        self.contacts.claim_chosen.connect(self.claim_chosen)
        self.cited.claim_chosen.connect(self.claim_chosen)
        self.who.join_wanted.connect(self._join)
        self._session.changed.connect(self.refresh)
        self._session.story_changed.connect(self.refresh)
        self._look.changed.connect(self._tint)

    def _want_log(self) -> None:
        if self._id and (source := self._session.source(self._id)):
            self.log_wanted.emit(source)

    def _remove_source(self) -> None:
        if self._id and (source := self._session.source(self._id)):
            self._session.do(register.remove(source, self._session.stamp()))

    def _join(self, other: Source) -> None:
        kept = self._session.source(self._id) if self._id else None
        if kept is not None:
            cites: tuple[Citation, ...] = self._session.every_citation()
            met = self._session.every_contact()
            self._session.do(register.join(kept, other, cites, met, self._session.stamp()))

    def _tint(self) -> None:
        self._remove.setIcon(self._look.icon("trash-2"))
