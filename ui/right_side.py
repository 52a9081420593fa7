"""The right side of the desk: the evidence, and in its place a search by hand or the card of a source."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from ui.panels.evidence import EvidencePanel
from ui.panels.search import SearchPanel
from ui.panels.sources import SourcesPanel
from ui.reading import Reading
from ui.register.card import SourceCard
from ui.session import Session
from workbench.model import ClaimId, Passage, Source, SourceId


class RightSide(QStackedWidget):
    """Shows one of the three, and gives the keyboard back to where each was opened from."""

    card_shown = Signal()

    def __init__(
        self,
        session: Session,
        evidence: EvidencePanel,
        search: SearchPanel,
        card: SourceCard,
        reading: Reading,
        sources: SourcesPanel,
    ) -> None:
        super().__init__()
        self._session, self._reading, self._sources = session, reading, sources
        self.evidence, self.search, self.card = evidence, search, card
        for part in (evidence, search, card):
            self.addWidget(part)
        evidence.search_requested.connect(self.open_search)
        evidence.source_wanted.connect(self.show_card)
        evidence.asked.connect(self._show_question)
        search.closed.connect(self.close_search)
        card.closed.connect(self._leave_card)
        card.open_document.connect(reading.show_document)
        card.claim_chosen.connect(self._go_to_claim)
        session.current_changed.connect(self.close_card)

    @property
    def is_searching(self) -> bool:
        """Whether a search by hand stands in place of the evidence."""
        return self.currentWidget() is self.search

    def open_search(self) -> None:
        """Search all documents for the words selected, else for those of the claim."""
        selected = self._reading.selected_words()
        claim = self._session.claim(self._session.current) if self._session.current else None
        words = selected or (claim.wording if claim else "")
        self.setCurrentWidget(self.search)
        self.search.open_with("" if self.search.is_answer_to(claim) and not selected else words)

    def close_search(self) -> None:
        """Show the evidence again, if a search or the card of a source stands in its place."""
        self.close_card()
        if self.is_searching:
            self.setCurrentWidget(self.evidence)
            self._reading.story.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_showing_card(self) -> bool:
        """Whether the card of a source stands in place of the evidence."""
        return self.currentWidget() is self.card

    def show_card(self, source: SourceId) -> None:
        """Show the card of a source in place of the evidence."""
        row = self._sources.row_of(source)
        self._sources.choose_source(source)
        self.card.show_source(source, row.forms if row else ())
        self.setCurrentWidget(self.card)
        self.card_shown.emit()
        self.card.focus()

    def close_card(self) -> None:
        """Show the evidence again, if a card stands in its place."""
        if self.is_showing_card:
            self.card.settle()
            self.setCurrentWidget(self.evidence)

    def show_added(self, source: Source) -> None:
        """Show the card of a source that is new in the register."""
        self.show_card(source.id)

    def _leave_card(self) -> None:
        """The keyboard goes back to where the card was opened from."""
        self.close_card()
        if self._sources.isVisible():
            self._sources.focus_list()
        else:
            self._reading.story.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_claim(self, claim: ClaimId) -> None:
        self._session.choose(claim)
        self.close_card()

    def _show_question(self) -> None:
        """What is asked before a claim is confirmed stands in the evidence pane."""
        self.close_card()
        self.setCurrentWidget(self.evidence)

    def show_arrived(self, place: Passage) -> None:
        """Who searches wants to read what was found; beside the evidence, its card will come by itself."""
        if self.is_searching:
            self._reading.show_passage(place)
