"""Links the current claim to a source it cites: one of the register, a document, or a new name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from ui.dialogs.choices import Box, kind_box
from ui.dialogs.form import Form
from workbench.model import Document, DocumentId, Source, SourceId


class LinkSourceDialog(Form):
    """A name, a kind, a document. Answers a `Source`; one of the register keeps its id."""

    def __init__(
        self,
        sources: Sequence[Source],
        documents: Sequence[Document],
        suggested: str,
        new_id: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        from workbench.attribution import kind_of

        super().__init__(parent)
        self.say(
            self.tr("Link a source to the claim"),
            self.tr("A person, a letter, an agency: whoever or whatever the claim rests on."),
            self.tr("Link source"),
        )
        self._sources = {source.name.casefold(): source for source in sources}
        self._documents = {document.id: document for document in documents}
        self._new_id = new_id
        self._guess = suggested
        self._kind_of = kind_of
        self._name = self.add_line(self.tr("Name"), suggested, self.tr("Abena Mensah, or The audit of 2025"))
        self._name.setCompleter(self._completer([source.name for source in sources]))
        self._kind = kind_box(kind_of(suggested), self)
        self.add_row(self.tr("Kind"), self._kind)
        none: tuple[str, DocumentId | None] = (self.tr("Its text is not in this case"), None)
        self._document = Box([none, *((item.title, item.id) for item in documents)], None, self)
        self.add_row(self.tr("Text in this case"), self._document)
        self._note = self.add_line(self.tr("Reliability"), hint=self.tr("What speaks for and against it"))
        self._name.textChanged.connect(self._follow_name)
        self._document.currentIndexChanged.connect(self._follow_document)
        self._name.selectAll()
        self._follow_name(suggested)

    def answer(self) -> Source | None:
        """The source; None while it has no name."""
        name = self._name.text().strip()
        if not name:
            return None
        if known := self._sources.get(name.casefold()):
            return known
        return Source(
            SourceId(self._new_id()),
            name,
            self._kind.chosen(),
            self._document.chosen(),
            self._note.text().strip(),
        )

    def _follow_name(self, name: str) -> None:
        """A source of the register is linked as it stands; only a new one can be described."""
        known = self._sources.get(name.strip().casefold())
        for field in (self._kind, self._document, self._note):
            field.setEnabled(known is None)
        if known is not None:
            self._kind.choose(known.kind)
            self._document.choose(known.document)
            self._note.setText(known.note)
        self.watch()

    def _follow_document(self) -> None:
        chosen = self._document.chosen()
        document = self._documents.get(chosen) if chosen else None
        if not self._document.isEnabled():
            return
        if document is None:
            self._kind.choose(self._kind_of(self._name.text()))
            return
        self._kind.choose(document.kind)
        if self._name.text().strip() in ("", self._guess):
            self._guess = document.outlet or document.title
            self._name.setText(self._guess)

    def _completer(self, names: Sequence[str]) -> QCompleter:
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        return completer
