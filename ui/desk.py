"""Everything that exists only while a case is open: its session, its panes, its background work."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from ui.backups.keeping import Keeping
from ui.centre import Centre
from ui.checked.earlier import EarlierChecks
from ui.checking import Checking
from ui.drafts.beside import BesidePlace
from ui.drafts.taking import Taking
from ui.drafts.waiting import WaitingPlace
from ui.everywhere.place import EverywherePlace
from ui.fetching.fetching import Fetching
from ui.gating import Gating
from ui.history.place import HistoryPlace
from ui.incoming.annotating import Annotating
from ui.incoming.remarks import RemarksSection
from ui.incoming.rereading import Rereading
from ui.jobs import Jobs
from ui.library.bringing import Bringing
from ui.library.librarian import Librarian
from ui.library.suggestions import LibrarySuggestions
from ui.logged.place import LoggedPlace
from ui.map.place import MapPlace
from ui.panels.claims import ClaimsPanel
from ui.panels.documents import DocumentsPanel
from ui.panels.evidence import EvidencePanel
from ui.panels.keys import Keys
from ui.panels.quotes import QuotesPanel
from ui.panels.search import SearchPanel
from ui.panels.side_tabs import SideTabs
from ui.panels.sources import SourcesPanel
from ui.reading import Reading
from ui.register.card import SourceCard
from ui.register.protecting import Protecting
from ui.register.real_names import RealNames
from ui.review.page import ReviewPage
from ui.review.place import ReviewPlace
from ui.review.queries import QueriesSection
from ui.review.requests import Requests
from ui.seams import SharedStore
from ui.searching import Searching
from ui.session import Session
from ui.settings import Place
from ui.text.layer import Lit
from ui.theme.look import Look
from ui.tracing import Tracing
from ui.turn import after_a_turn
from ui.witness import Witness
from ui.workshop import Workshop
from workbench.change import Key
from workbench.model import (
    CaseId,
    ClaimId,
    Document,
    DocumentId,
    Evidence,
    Passage,
    QueryId,
    Revision,
    Source,
    SourceId,
)
from workbench.queries import Asked
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.drafts import Waiting

LEFT_PX = (620, 210)
"""First heights of claims and documents."""


class Desk(QObject):
    """One open case. `left` holds claims and documents, or quotations, or sources, or the review.

    `centre` shows the story and a source beside it, `right` the evidence, or in its place a search by hand.
    """

    card_shown = Signal()

    def __init__(
        self,
        store: SharedStore,
        checker: str,
        workshop: Workshop,
        look: Look,
        invitations: Sequence[QAction],
        librarian: Librarian,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.librarian = librarian
        self.session = Session(store, checker, self)
        self.jobs = Jobs(self)
        self.checking = Checking(self.session, store, self.jobs, workshop, self)
        self.searching = Searching(store, librarian, self)
        self.bringing = Bringing(self.session, self.checking, librarian, self)
        self.suggestions = LibrarySuggestions(self.session, store, librarian, self.checking.engine, self)
        self.earlier = EarlierChecks(self.session, store, workshop, self.checking.engine, self)
        self.gating = Gating(self.session, self)
        self.claims = ClaimsPanel(self.session, look, gating=self.gating)
        self.names = RealNames(store.path, _case_id(self.session), workshop, self)
        self.protecting = Protecting(self.session, store, self.names, self.jobs, self)
        self.card = SourceCard(self.session, look, self.names)
        self.evidence = EvidencePanel(self.session, look, gating=self.gating)
        self.search = SearchPanel(self.session, look)
        self.right = QStackedWidget()
        self.right.addWidget(self.evidence)
        self.right.addWidget(self.search)
        self.right.addWidget(self.card)
        self.documents = DocumentsPanel(self.session, look)
        self.reading = Reading(self.session, look, invitations, self)
        self.story, self.source, self.centre = self.reading.story, self.reading.source, self.reading.place
        self.fetching = Fetching(self.checking, self)
        self.logged = LoggedPlace(self.session, store, self.checking, self.jobs, self.source, look, self)
        self.tracing = Tracing(self.session, self)
        self.quotes = QuotesPanel(self.session, look)
        self.sources = SourcesPanel(self.session, look)
        self.claims_page = _one_above_the_other(self.claims, self.documents)
        self.left = SideTabs()
        self.left.add(self.claims_page, self.tr("Claims"))
        self.left.add(self.quotes, self.tr("Quotes"))
        self.left.add(self.sources, self.tr("Sources"))
        self.review = ReviewPage(self.session, look)
        self.left.add(self.review, self.tr("Review"))
        self.taking = Taking(self.session, store, self.checking, self)
        self.annotating = Annotating(self.session, store, self.checking, self)
        self.rereading = Rereading(self.session, store, self.checking, self)
        self.waiting = WaitingPlace(self.session, store, look, self)
        self.review.add_section(self.waiting.tray, self.tr("Waiting for a place"))
        self.reviewing = ReviewPlace(self.session, store, look, self.review, self.story, self)
        self.queries = QueriesSection(self.session, look)
        self.remarks = RemarksSection(self.session, look)
        self.requests = Requests(self.session, self.jobs, self)
        self._bring_queries = False
        self.middle = Centre(self.centre, self.story, self)
        self.beside = BesidePlace(self.session, store, look, self.middle, self)
        self.everywhere = EverywherePlace(self.session, store, look, self.middle, self)
        self.map = MapPlace(self.session, look, self.tracing, self.middle, self)
        self.history = HistoryPlace(self.session, store, look, self.middle, self)
        self._connect()
        self._connect_tracing()
        self._connect_register()
        self._connect_queries()
        self._connect_review()
        self._connect_drafts()
        self.witness = Witness(self.session, workshop.open_heads, self)
        self.keeping = Keeping(self.session, store, workshop.backups(), self)
        librarian.lend_engine(self.checking.engine)

    def restore(self, place: Place) -> None:
        """Go back to where the editor left off; what was done until then can be undone."""
        session = self.session
        session.recall()
        if session.document(DocumentId(place.story)):
            session.choose_story(DocumentId(place.story))
        shown = [claim.id for claim in session.claims()]
        session.choose(ClaimId(place.claim) if place.claim in shown else next(iter(shown), None))
        self.reading.restore(place)

    def remember(self, place: Place) -> None:
        """Note where the editor is."""
        story = self.session.story()
        place.story = story.id if story else ""
        place.claim = self.session.current or ""
        self.reading.remember(place)

    @property
    def is_searching(self) -> bool:
        """Whether a search by hand stands in place of the evidence."""
        return self.right.currentWidget() is self.search

    def open_search(self) -> None:
        """Search all documents for the words selected, else for those of the claim."""
        selected = self.reading.selected_words()
        claim = self.session.claim(self.session.current) if self.session.current else None
        words = selected or (claim.wording if claim else "")
        self.right.setCurrentWidget(self.search)
        self.search.open_with("" if self.search.is_answer_to(claim) and not selected else words)

    def close_search(self) -> None:
        """Show the evidence again, if a search or the card of a source stands in its place."""
        self.close_card()
        if self.is_searching:
            self.right.setCurrentWidget(self.evidence)
            self.story.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_showing_card(self) -> bool:
        """Whether the card of a source stands in place of the evidence."""
        return self.right.currentWidget() is self.card

    def show_card(self, source: SourceId) -> None:
        """Show the card of a source in place of the evidence."""
        row = self.sources.row_of(source)
        self.sources.choose_source(source)
        self.card.show_source(source, row.forms if row else ())
        self.right.setCurrentWidget(self.card)
        self.card_shown.emit()
        self.card.focus()

    def close_card(self) -> None:
        """Show the evidence again, if a card stands in its place."""
        if self.is_showing_card:
            self.card.settle()
            self.right.setCurrentWidget(self.evidence)

    def show_keys(self, keys: Keys) -> None:
        """Show these keys beside what they do."""
        for part in (self.evidence, self.search, self.source, self.documents, self.quotes, self.sources):
            part.show_keys(keys)
        self.map.show_keys(keys)
        self.waiting.tray.show_keys(keys)
        self.beside.show_keys(keys)

    def panes(self) -> tuple[QWidget, QWidget, QWidget]:
        """Claims, story and evidence, as the keyboard steps through them."""
        return self.left, self.story.view, self.right

    def close(self) -> None:
        """Save what is being written, stop the work, release the file."""
        self.evidence.settle()
        self.queries.settle()
        self.reviewing.close()
        self.card.settle()
        self.names.close()
        self.librarian.lend_engine(None)
        self.suggestions.close()
        self.earlier.close()
        self.bringing.close()
        self.searching.close()
        self.map.close()
        self.waiting.close()
        self.beside.close()
        self.history.close()
        self.everywhere.close()
        self.tracing.close()
        self.checking.close()
        self.jobs.stop()
        self.logged.close()
        self.witness.close()
        self.keeping.close()
        self.store.close()

    def _connect(self) -> None:
        self.evidence.open_passage.connect(self.reading.show_passage)
        self.evidence.open_document.connect(self.reading.show_document)
        self.evidence.revealed.connect(self.story.view.reveal)
        self.evidence.lit.connect(self.story.view.show_lit)
        self.evidence.left.connect(self.story.view.setFocus)
        self.evidence.offer_wanted.connect(self.bringing.bring)
        self.evidence.search_requested.connect(self.open_search)
        self.bringing.arrived.connect(self._show_arrived)
        self.suggestions.offered.connect(self.evidence.show_offers)
        self.earlier.recalled.connect(self.evidence.show_earlier)
        self.search.asked.connect(self.searching.ask)
        self.search.open_passage.connect(self.reading.show_passage)
        self.search.offer_wanted.connect(self.bringing.bring)
        self.search.closed.connect(self.close_search)
        self.searching.found.connect(self.search.show_found)
        self.searching.offered.connect(self.search.show_offers)
        self.session.changed.connect(self._search_again)
        self.librarian.changed.connect(self.searching.again)
        self.checking.steps.progressed.connect(self._expect_more)
        self.checking.steps.rested.connect(self._expect_no_more)
        self.documents.opened.connect(self.reading.show_document)
        self.session.turned.connect(self._show_turned)
        self.checking.steps.rested.connect(self._choose_soon)
        self.source.evidence_clicked.connect(self.evidence.choose_evidence)
        self.claims.entered.connect(self.story.view.setFocus)

    def _connect_tracing(self) -> None:
        self.tracing.quotes_checked.connect(self.quotes.show_quotes)
        self.tracing.sources_gathered.connect(self.sources.show_sources)
        self.gating.count_by(self.tracing.origins)
        self.evidence.asked.connect(self._show_question)
        self.tracing.origins.counted.connect(self.evidence.show_counts)
        self.tracing.origins.counted.connect(self.claims.show_counts)
        for panel in (self.quotes, self.sources):
            panel.revealed.connect(self.story.view.reveal)
            panel.lit.connect(self.story.view.show_lit)
            panel.open_passage.connect(self.reading.show_passage)
            panel.left.connect(self.story.view.setFocus)
        self.sources.open_document.connect(self.reading.show_document)
        self.reading.story_wanted.connect(self.middle.leave)
        self.map.open_document.connect(self.reading.show_document)
        self.map.open_passage.connect(self.reading.show_passage)
        self.left.turned.connect(self._put_out)
        self.review.left.connect(self.story.view.setFocus)

    def _connect_register(self) -> None:
        self.card.closed.connect(self._leave_card)
        self.card.open_document.connect(self.reading.show_document)
        self.card.claim_chosen.connect(self._go_to_claim)
        self.evidence.source_wanted.connect(self.show_card)
        self.session.current_changed.connect(self.close_card)
        self.protecting.added.connect(self._show_added)

    def _connect_drafts(self) -> None:
        self.waiting.shown.connect(self._show_proposed)
        self.waiting.tray.selection_wanted.connect(self._place_selected)
        self.claims.tray_wanted.connect(self.show_tray)

    def show_tray(self) -> None:
        """Show the passages that wait for a place, and give them the keyboard."""
        self.left.show_page(self.review)
        self.review.show_section(self.waiting.tray)
        self.waiting.tray.step(0)

    def _show_proposed(self, span: Span | None) -> None:
        """Light the place in the story that is proposed for a passage."""
        if span is None:
            self.story.view.show_lit(())
            return
        self.middle.leave()
        self.story.view.reveal(span)
        self.story.view.show_lit((Lit(span, True),))

    def _place_selected(self, waiting: Waiting) -> None:
        span = self.story.selected_passage()
        if span is None:
            self.waiting.told.emit(self.tr("Select the words in the story that the passage is to have."))
        else:
            self.waiting.place(waiting, span)

    def _show_added(self, source: Source) -> None:
        self.show_card(source.id)

    def _leave_card(self) -> None:
        """The keyboard goes back to where the card was opened from."""
        self.close_card()
        if self.sources.isVisible():
            self.sources.focus_list()
        else:
            self.story.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_claim(self, claim: ClaimId) -> None:
        self.session.choose(claim)
        self.close_card()

    def _connect_queries(self) -> None:
        self.review.add_section(self.queries, self.tr("Queries to the author"))
        self.review.add_section(self.remarks, self.tr("Remarks of others"))
        self.requests.looked_up.connect(self.queries.show_missing)
        self.queries.completed.connect(self._bring_up)
        self.requests.look_up()

    def _connect_review(self) -> None:
        self.checking.analysed.connect(self.reviewing.reviewing.take_names)
        self.tracing.origins.counted.connect(self.reviewing.reviewing.take_origins)
        self.reviewing.claim_wanted.connect(self._show_claim)
        self.reviewing.words_wanted.connect(self._show_words)
        self.reviewing.query_wanted.connect(self.show_query)
        self.reviewing.tray_wanted.connect(self.show_tray)
        self.reviewing.history_wanted.connect(self.history.show)

    def _show_claim(self, claim: ClaimId) -> None:
        """Show a claim in the story, and what was found for it; the keyboard stays on the list."""
        self.middle.leave()
        if claim in {shown.id for shown in self.session.claims()}:
            self.session.choose(claim)
            self.story.reveal_current()

    def _show_words(self, span: Span) -> None:
        """Show words of the story, selected."""
        self.middle.leave()
        self.story.view.select(span)
        self.story.view.reveal(span)

    def show_query(self, id: str) -> None:
        """Show the card of a query on the page Review, and choose the claim it is about."""
        query = self.session.query(QueryId(id))
        if query is None:
            return
        if query.claim in {claim.id for claim in self.session.claims()}:
            self.session.choose(query.claim)
        self.left.show_page(self.review)
        after_a_turn(self, partial(self._reveal_card, id))

    def show_queries(self) -> None:
        """Show all queries on the page Review, and give them the keyboard."""
        self.left.show_page(self.review)
        self.queries.focus_filter()
        self.queries.refresh()
        self._bring_queries = True

    def reveal_query(self, asked: Asked) -> bool:
        """Show the words that a query is about in the story; False when they stand in an earlier draft."""
        revision = self.session.revision(asked.place.document)
        if revision is None or revision.id != asked.place.revision:
            return False
        self.middle.leave()
        if asked.claim is not None and asked.claim in self.session.claims():
            self.session.choose(asked.claim.id)
        self.story.view.reveal(asked.place.span)
        self.story.view.show_lit((Lit(asked.place.span),))
        return True

    def _bring_up(self) -> None:
        """Once its cards are there and laid out, the list of queries can stand at the top."""
        if self._bring_queries:
            self._bring_queries = False
            after_a_turn(self, partial(self.review.show_section, self.queries))

    def _reveal_card(self, id: str) -> None:
        if card := self.queries.card(id):
            self.review.reveal(card)

    def _show_question(self) -> None:
        """What is asked before a claim is confirmed stands in the evidence pane."""
        self.close_card()
        self.right.setCurrentWidget(self.evidence)

    def _put_out(self) -> None:
        """What was lit belonged to the page that is gone."""
        self.story.view.show_lit(())

    def _show_arrived(self, place: Passage) -> None:
        """Who searches wants to read what was found; beside the evidence, its card will come by itself."""
        if self.is_searching:
            self.reading.show_passage(place)

    def _search_again(self, keys: frozenset[Key]) -> None:
        if self.is_searching and {key.kind for key in keys} & {Document, Revision}:
            self.searching.again()

    def _expect_more(self, *_: object) -> None:
        self.evidence.expect_more(True)

    def _expect_no_more(self) -> None:
        self.evidence.expect_more(False)

    def _show_turned(self, keys: frozenset[Key]) -> None:
        """Bring the card into view that an undo or a redo has changed."""
        told = {key.id for key in keys if key.kind is Source}
        if self.card.source in told and self.session.source(str(self.card.source)):
            self.show_card(SourceId(str(self.card.source)))
        cards = [key.id for key in keys if key.kind is Evidence]
        if len(cards) == 1:
            QTimer.singleShot(0, self.evidence, partial(self.evidence.choose_evidence, cards[0]))

    def _choose_soon(self) -> None:
        """Give the window a turn first: the last step has just been written."""
        after_a_turn(self, self._choose_first)

    def _choose_first(self) -> None:
        """Once there are claims, one is current."""
        if self.session.current is None and self.session.claims():
            self.session.choose(self.session.claims()[0].id)


def _case_id(session: Session) -> CaseId:
    case = session.case()
    return case.id if case else CaseId("")


def _one_above_the_other(upper: QWidget, lower: QWidget) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Vertical)
    splitter.setHandleWidth(1)
    splitter.addWidget(upper)
    splitter.addWidget(lower)
    splitter.setStretchFactor(0, 1)
    splitter.setSizes(list(LEFT_PX))
    return splitter
