"""What is known about a document, to be corrected."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.dialogs.choices import kind_box, role_box
from ui.dialogs.form import Form
from workbench.addresses import address_in
from workbench.charsets import called, can_be_reread
from workbench.model import Document


class DetailsDialog(Form):
    """Title, byline, outlet, date, addresses, kind and role of a document. Answers it as corrected."""

    encoding_wanted = Signal(object)
    """The `DocumentId` of a text to be read again in another encoding; what was corrected is kept."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Document details"),
            self.tr("From {name}").format(name=document.filename) if document.filename else "",
            self.tr("Save details"),
        )
        self._document = document
        self._title = self.add_line(self.tr("Title"), document.title)
        self._byline = self.add_line(self.tr("Byline"), document.byline)
        self._outlet = self.add_line(self.tr("Outlet"), document.outlet)
        self._published = self.add_line(self.tr("Published"), document.published or "", "2026-03-14")
        self._url = self.add_line(self.tr("Web address"), document.url or "")
        self._archived = self.add_line(
            self.tr("Archived copy"), document.archived_url or "", self.tr("Address of an archived copy")
        )
        self._unlike = QLabel(self.tr("An archived copy has an address that begins with https://."), self)
        self._unlike.setProperty("role", "muted")
        self._unlike.hide()
        self.fields.addRow("", self._unlike)
        self._accessed = self.add_line(self.tr("Accessed"), document.accessed or "", "2026-03-14")
        self._kind = kind_box(document.kind, self)
        self.add_row(self.tr("Kind of source"), self._kind)
        self._role = role_box(document.role, self)
        self.add_row(self.tr("Use it as"), self._role)
        # The log of a file is back-up; it is no story.
        self.fields.setRowVisible(self._role, document.medium is None)
        if can_be_reread(document):
            self._add_encoding(document)
        self._title.textChanged.connect(self.watch)
        self._archived.textChanged.connect(self.watch)
        self.watch()

    def answer(self) -> Document | None:
        """The document as corrected; None while it has no title, or an archived copy without an address."""
        title = self._title.text().strip()
        if not title or not self._archived_is_address():
            return None
        return replace(
            self._document,
            title=title,
            byline=self._byline.text().strip(),
            outlet=self._outlet.text().strip(),
            published=self._published.text().strip() or None,
            url=self._url.text().strip() or None,
            archived_url=self._archived.text().strip() or None,
            accessed=self._accessed.text().strip() or None,
            kind=self._kind.chosen(),
            role=self._role.chosen(),
        )

    def watch(self, *_: object) -> None:
        """Say what is wrong with the address of the archived copy."""
        super().watch()
        self._unlike.setVisible(not self._archived_is_address())
        self.grow()

    def _archived_is_address(self) -> bool:
        """Whether an export can make a link of it; one that came with the document stays as it came."""
        typed = self._archived.text().strip()
        return not typed or typed == self._document.archived_url or bool(address_in(typed))

    def _add_encoding(self, document: Document) -> None:
        """In which encoding the text was read, and the way to another."""
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = called(document.charset) if document.charset else self.tr("Makes no difference here")
        shown = QLabel(words, row)
        shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        shown.setToolTip(words)
        again = QPushButton(self.tr("Change…"), row)
        again.setAccessibleName(self.tr("Read the text again with another encoding"))
        again.setAutoDefault(False)
        again.clicked.connect(self._want_encoding)
        line.addWidget(shown, 1)
        line.addWidget(again)
        self.add_row(self.tr("Encoding"), row)

    def _want_encoding(self) -> None:
        self.accept()
        self.encoding_wanted.emit(self._document.id)
