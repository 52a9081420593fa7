"""Everything that exists only while a case is open: its session, its panes, its background work."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

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
from ui.review.leads import ReviewLeads
from ui.review.page import ReviewPage
from ui.review.place import ReviewPlace
from ui.review.queries import QueriesSection
from ui.review.requests import Requests
from ui.right_side import RightSide
from ui.seams import SharedStore
from ui.searching import Searching
from ui.session import Session
from ui.settings import Place
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
    Revision,
    Source,
    SourceId,
)

if TYPE_CHECKING:
    pass

LEFT_PX = (620, 210)
"""First heights of claims and documents."""


class Desk(QObject):
    """One open case. `left` holds claims and documents, or quotations, or sources, or the review.

    `centre` shows the story and a source beside it, `right` the evidence, or in its place a search by hand.
    """

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
        self.documents = DocumentsPanel(self.session, look)
        self.reading = Reading(self.session, look, invitations, self)
        self.story, self.source, self.centre = self.reading.story, self.reading.source, self.reading.place
        self.fetching = Fetching(self.checking, self)
        self.logged = LoggedPlace(self.session, store, self.checking, self.jobs, self.source, look, self)
        self.tracing = Tracing(self.session, self)
        self.quotes = QuotesPanel(self.session, look)
        self.sources = SourcesPanel(self.session, look)
        self.right = RightSide(
            self.session, self.evidence, self.search, self.card, self.reading, self.sources
        )
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
        self.middle = Centre(self.centre, self.story, self)
        self.beside = BesidePlace(self.session, store, look, self.middle, self)
        self.everywhere = EverywherePlace(self.session, store, look, self.middle, self)
        self.map = MapPlace(self.session, look, self.tracing, self.middle, self)
        self.history = HistoryPlace(self.session, store, look, self.middle, self)
        self._connect()
        self._connect_tracing()
        self._connect_register()
        self.leads = ReviewLeads(self)
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
        self.bringing.arrived.connect(self.right.show_arrived)
        self.suggestions.offered.connect(self.evidence.show_offers)
        self.earlier.recalled.connect(self.evidence.show_earlier)
        self.search.asked.connect(self.searching.ask)
        self.search.open_passage.connect(self.reading.show_passage)
        self.search.offer_wanted.connect(self.bringing.bring)
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
        self.protecting.added.connect(self.right.show_added)

    def _put_out(self) -> None:
        """What was lit belonged to the page that is gone."""
        self.story.view.show_lit(())

    def _search_again(self, keys: frozenset[Key]) -> None:
        if self.right.is_searching and {key.kind for key in keys} & {Document, Revision}:
            self.searching.again()

    def _expect_more(self, *_: object) -> None:
        self.evidence.expect_more(True)

    def _expect_no_more(self) -> None:
        self.evidence.expect_more(False)

    def _show_turned(self, keys: frozenset[Key]) -> None:
        """Bring the card into view that an undo or a redo has changed."""
        told = {key.id for key in keys if key.kind is Source}
        if self.card.source in told and self.session.source(str(self.card.source)):
            self.right.show_card(SourceId(str(self.card.source)))
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
