"""The texts in the middle of the window: the story, and beside it the source that is being read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout

from ui.panels.source import SourceReader
from ui.session import Session
from ui.settings import Place
from ui.side_by_side import SideBySide
from ui.story import StoryPane
from ui.text.find import FindBar
from ui.theme.look import Look
from workbench.model import DocumentId, Passage, Role


class Reading(QObject):
    """Opens passages and documents where they are to be read."""

    source_shown = Signal(bool)
    story_wanted = Signal()
    """The story itself is to be seen, whatever stands in its place."""

    def __init__(
        self, session: Session, look: Look, invitations: Sequence[QAction], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.story = StoryPane(session, look, invitations)
        self.source = SourceReader(session, look)
        self.place = SideBySide()
        self.place.addWidget(self.story)
        self.place.addWidget(self.source)
        self._source_find = FindBar(self.source.view, look)
        self._source_find.hide()
        cast(QVBoxLayout, self.source.layout()).insertWidget(1, self._source_find)
        self.source.hide()
        self.source.closed.connect(self.hide_source)
        session.story_changed.connect(self._show_another_source)

    def restore(self, place: Place) -> None:
        """Go back to what was read last."""
        if place.source and self._session.document(DocumentId(place.source)):
            self.show_document(DocumentId(place.source))
        self.story.view.verticalScrollBar().setValue(place.scroll)

    def remember(self, place: Place) -> None:
        """Note what is being read."""
        shown = self.source.document if self.source.isVisibleTo(self.place) else None
        place.source = shown or ""
        place.scroll = self.story.view.verticalScrollBar().value()

    def show_passage(self, passage: Passage) -> None:
        """Open a passage: in the story itself, or in its source beside the story."""
        story = self._session.story()
        if story is not None and passage.document == story.id:
            self.story_wanted.emit()
            self.story.view.reveal(passage.span)
            return
        self.show_source(True)
        self.source.show_passage(passage)

    def show_document(self, document: DocumentId) -> None:
        """Open a document: a story to be checked, a source beside the story."""
        found = self._session.document(document)
        if found is not None and found.role is Role.STORY:
            self.story_wanted.emit()
            self._session.choose_story(document)
            return
        self.show_source(True)
        self.source.show_document(document)

    def show_source(self, shown: bool) -> None:
        """Show a source beside the story, or the story alone."""
        if shown is self.source.isVisibleTo(self.place):
            return
        self.source.setVisible(shown)
        if shown:
            QTimer.singleShot(0, self.place, self.place.share)
            QTimer.singleShot(0, self.story, self.story.reveal_current)
        self.source_shown.emit(shown)

    def hide_source(self) -> None:
        """Show the story alone."""
        self.show_source(False)

    def toggle_source(self) -> None:
        """Show a source beside the story, or no longer; at first the first one."""
        shown = not self.source.isVisibleTo(self.place)
        sources = [item.id for item in self._session.documents() if item.role is Role.SOURCE]
        if shown and sources and self.source.document not in sources:
            self.source.show_document(sources[0])
        self.show_source(shown)

    def find(self) -> None:
        """Find words in the text that has the keyboard: the source's, else the story's."""
        in_source = self.source.view.hasFocus()
        (self._source_find if in_source else self.story.find_bar).open()

    def selected_words(self) -> str:
        """The words selected in the text that has the keyboard, else in the story."""
        view = self.source.view if self.source.view.hasFocus() else self.story.view
        selected = view.selected_span()
        return selected.of(view.text) if selected else ""

    def _show_another_source(self) -> None:
        """The story is not shown beside itself."""
        story = self._session.story()
        if story is None or self.source.document != story.id:
            return
        others = [item.id for item in self._session.documents() if item.id != story.id]
        if others:
            self.source.show_document(others[0])
        else:
            self.hide_source()
