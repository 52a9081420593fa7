"""The current claim: its words, what the desk makes of it, and the evidence for and against."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMargins, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.checked.earlier import Earlier
from ui.gating import Gating
from ui.library.offers import Offer
from ui.models.evidence_items import EvidenceItem
from ui.models.origin_count import OriginCounts
from ui.panels.card import Card
from ui.panels.cited import CitedSources
from ui.panels.claim_acts import ClaimActs
from ui.panels.claim_head import ClaimHead
from ui.panels.column import Column
from ui.panels.decision import DecisionForm
from ui.panels.earlier_group import EarlierGroup
from ui.panels.evidence_card import EvidenceCard
from ui.panels.findings import Findings
from ui.panels.keys import Keys, keys_of_table
from ui.panels.language_note import LanguageNote
from ui.panels.origins import OriginsLine
from ui.panels.queries import Queries
from ui.panels.words import EmptyState
from ui.session import Session
from ui.theme.look import Look
from ui.turn import after_a_turn
from workbench.model import ClaimId, Disposition, Evidence, QueryId, Relation, Source
from workbench.tracing.origins import counted


class EvidencePanel(QWidget):
    """Everything about the claim that is current in the session. Slots are what shortcuts call."""

    open_passage = Signal(object)
    """A `Passage` to show in its document."""
    open_document = Signal(object)
    """A `DocumentId` to show."""
    offer_wanted = Signal(object, object)
    """An `Offer` of the library to bring into the case, and the `Relation` to link it by, or None."""
    search_requested = Signal()
    import_requested = Signal()
    link_source_requested = Signal()
    log_contact_requested = Signal()
    history_requested = Signal()
    source_wanted = Signal(object)
    """The `SourceId` whose card to show."""
    revealed = Signal(object)
    """A `Span` of the story to bring into view."""
    lit = Signal(object)
    """The `Lit` words of the story that are pointed at."""
    case_wanted = Signal(object, str)
    """The `Path` of another case in which the claim was checked, and the claim's id there."""
    page_wanted = Signal(str)
    """A web address to open in the browser."""
    left = Signal()
    """Escape: the keyboard is to go back to the story."""
    edit_query_wanted = Signal(str)
    """The id of a question to the author that is to be asked otherwise."""
    asked = Signal()
    """A question is put before the claim is confirmed, and has to be seen."""
    withheld = Signal(str)
    """A sentence: a claim that is no longer shown was not confirmed, and why."""

    def __init__(
        self, session: Session, look: Look, parent: QWidget | None = None, *, gating: Gating | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self.acts = ClaimActs(session, self)
        keys = keys_of_table()
        self._empty = EmptyState(look)
        self._head = ClaimHead(session, look)
        self._decision = DecisionForm(session, look, keys, gating or Gating(session, self))
        self._cited = CitedSources(look)
        self._queries = Queries(look)
        self._origins = OriginsLine(session, look)
        self._counts = OriginCounts()
        self._earlier = EarlierGroup(look)
        self._findings = Findings(session, look, keys)
        self._language = LanguageNote(look)
        self._column = Column(gap=14, margins=QMargins(16, 14, 12, 20))
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        for part in (self._head, self._cited):
            part.show_keys(keys)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the current claim as it stands now."""
        session = self._session
        claim = session.claim(session.current) if session.current else None
        if claim is None or claim.id not in {item.id for item in session.claims()}:
            self._show_nothing()
            return
        fresh = claim.id != self.acts.id
        if fresh:
            self.settle()
            self._earlier.show_earlier("", ())
        self.acts.id = claim.id
        writable = session.store.read_only is None
        self._head.show_claim(claim, session.number(claim.id))
        self._decision.show_claim(claim)
        self._cited.show_sources(self.acts.cited(claim), self.acts.named(claim), writable=writable)
        self._cited.show_reply(claim, session.contacts_about(claim.id))
        self._queries.show_queries(claim, session.queries(claim.id), writable=writable)
        self._show_origins(claim.id, fresh=fresh)
        self._findings.show_claim(claim, fresh=fresh)
        story = session.document(claim.passage.document)
        self._language.show_language(story.language if story else None)
        if self._pages.currentWidget() is not self._column:
            # Laying out all of it takes as long as filling it did: the window gets a turn between.
            after_a_turn(self, self._show_column)
        if fresh:
            self._column.go_to_top()

    def show_offers(self, claim: ClaimId, offers: tuple[Offer, ...], done: bool) -> None:
        """Show what the library has for a claim; nothing happens when it is not the one shown."""
        if claim == self.acts.id:
            self._findings.show_offers(offers, done=done)

    def show_earlier(self, claim: ClaimId, found: tuple[Earlier, ...]) -> None:
        """Show what was found out about a claim before; nothing happens when it is not the one shown."""
        if (shown := self.acts.claim) is not None and shown.id == claim:
            self._earlier.show_earlier(shown.wording, found)

    def show_counts(self, counts: OriginCounts) -> None:
        """Show how many origins the claim rests on."""
        self._counts = counts
        if self.acts.id:
            self._show_origins(self.acts.id)

    def explain_origins(self) -> None:
        """Lay open which origins the claim has, or close that again."""
        self._origins.turn()
        self._column.reveal(self._origins)

    def expect_more(self, expecting: bool) -> None:
        """Know whether claims are still being compared: until then nothing is said to be all there is."""
        self._findings.expect_more(expecting)

    def settle(self) -> None:
        """Save what is being written, before the window closes or another claim is shown."""
        for part in (self._decision, self._queries, self._findings.list):
            part.settle()

    def set_disposition(self, disposition: Disposition) -> None:
        """Set the working disposition of the claim."""
        self._decision.set_disposition(disposition)

    def set_verdict(self, step: str | None) -> None:
        """Give the claim a verdict of the case's scale; None takes it back."""
        self._decision.set_verdict(step)

    def relate_current(self, relation: Relation) -> None:
        """Say what the current piece of evidence does to the claim; an offer comes into the case by that."""
        if offer := self._findings.offer:
            self.offer_wanted.emit(offer, relation)
        elif item := self._findings.item:
            self._relate(item.evidence.id, relation)

    def dismiss_current_suggestion(self) -> None:
        """Set the current piece of evidence aside."""
        if item := self._findings.item:
            self._set_aside(item.evidence.id)

    def bring_current(self) -> bool:
        """Bring the article of the current card into the case; False when none of the library is current."""
        offer = self._findings.offer
        if offer is not None:
            self.offer_wanted.emit(offer, None)
        return offer is not None

    def open_current(self) -> None:
        """Open the passage of the current piece of evidence in its document."""
        if item := self._findings.item:
            self.open_passage.emit(item.evidence.passage)

    def choose_evidence(self, id: str) -> None:
        """Make one piece of evidence current and show its card."""
        self._findings.list.choose(id)
        self._reveal_current()

    def next_suggestion(self) -> None:
        """Step to the next piece of evidence, after the last one to what the library has."""
        self._reveal(self._findings.step(1))

    def previous_suggestion(self) -> None:
        """Step to the piece of evidence before."""
        self._reveal(self._findings.step(-1))

    def write_note(self) -> None:
        """Put the cursor into the note on the claim."""
        self._decision.write_note()
        self._reveal_writing()

    def write_conclusion(self) -> bool:
        """Put the cursor into the conclusion; False while there is no verdict to conclude."""
        begun = self._decision.write_conclusion()
        if begun:
            self._reveal_writing()
        return begun

    def write_owner(self) -> bool:
        """Put the cursor where one says who owes it; False while nothing is owed."""
        begun = self._decision.write_owner()
        if begun:
            self._reveal_writing()
        return begun

    def write_verdict(self) -> None:
        """Put the cursor into the verdict, where that is in the desk's own words."""
        self._decision.write_verdict()
        self._reveal_writing()

    def write_answer(self) -> None:
        """Put the cursor into what the claimant answered."""
        self._decision.write_answer()
        self._reveal_writing()

    def write_author_answer(self) -> bool:
        """Put the cursor into the author's answer; False where nothing was asked about the claim."""
        begun = self._queries.write_answer()
        if begun:
            self._column.reveal(self._queries)
        return begun

    def current_evidence(self) -> Evidence | None:
        """The piece of evidence that the keys act on."""
        item = self._findings.item
        return item.evidence if item else None

    def show_keys(self, keys: Keys) -> None:
        """Show these keys beside what they do."""
        for part in (self._head, self._decision, self._cited, self._findings):
            part.show_keys(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the pane."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A comfortable column."""
        return QSize(400, 700)

    def minimumSizeHint(self) -> QSize:
        """Narrower than this, no card can be read."""
        return QSize(280, 200)

    def _build(self) -> None:
        self._column.fill(self._parts())
        self._pages.addWidget(self._column)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _parts(self) -> tuple[QWidget, ...]:
        """What stands in the pane, from top to bottom."""
        found = (self._earlier, self._origins, self._language, self._findings)
        return (self._head, self._decision, *found, self._cited, self._queries)

    def _connect(self) -> None:
        self._decision.asked.connect(self.asked)
        self._decision.asked.connect(self._reveal_writing)
        self._decision.left.connect(self.left)
        self._decision.withheld.connect(self.withheld)
        self._head.accepted.connect(self.acts.accept)
        self._head.dismissed.connect(self.acts.dismiss)
        self._head.history_wanted.connect(self.history_requested)
        self._head.strip.revealed.connect(self.revealed)
        self._head.places.revealed.connect(self.revealed)
        self._head.places.parted.connect(self.acts.part)
        self._head.strip.lit.connect(self.lit)
        self._head.strip.opened.connect(self.open_document)
        self._origins.open_passage.connect(self.open_passage)
        self._cited.added.connect(self.link_source_requested)
        self._cited.log_wanted.connect(self.log_contact_requested)
        self._cited.removed.connect(self.acts.uncite)
        self._cited.opened.connect(self._open_source)
        self._cited.taken.connect(self.acts.cite)
        self._earlier.case_wanted.connect(self.case_wanted)
        self._earlier.page_wanted.connect(self.page_wanted)
        self._queries.answered.connect(self.acts.answer)
        self._queries.edit_wanted.connect(self.edit_query_wanted)
        self._queries.taken_back.connect(self._take_query_back)
        self._findings.list.card_made.connect(self._listen_to)
        self._findings.offer_wanted.connect(self._want)
        self._findings.search_wanted.connect(self.search_requested)
        self._findings.import_wanted.connect(self.import_requested)
        self._session.changed.connect(self.refresh)
        self._session.current_changed.connect(self.refresh)
        self._session.story_changed.connect(self.refresh)

    def _listen_to(self, card: EvidenceCard) -> None:
        card.related.connect(self._relate)
        card.set_aside.connect(self._set_aside)
        card.opened.connect(self.open_passage)
        card.noted.connect(self.acts.comment)

    def _show_column(self) -> None:
        if self.acts.id is not None:
            self._pages.setCurrentWidget(self._column)

    def _show_nothing(self) -> None:
        self.settle()
        self.acts.id = None
        if self._session.claims():
            words = (
                self.tr("No claim chosen"),
                self.tr("Choose a claim in the list, or click one in the story."),
            )
        else:
            words = (self.tr("Nothing to check yet"), self.tr("Evidence appears here once there is a claim."))
        self._empty.say(*words)
        self._pages.setCurrentWidget(self._empty)

    def _show_origins(self, claim: ClaimId, *, fresh: bool = False) -> None:
        """What has been counted; that it is being counted while there is something to count."""
        counts = self._counts
        unknown = claim not in counts.by_claim and bool(counted(self._session.evidence(claim)))
        awaited = unknown or claim in counts.awaited
        self._origins.show_count(claim, counts.of(claim), awaited=awaited, fresh=fresh)

    def _take_query_back(self, id: str) -> None:
        # The click came from a card that is about to go.
        after_a_turn(self, partial(self.acts.take_back, QueryId(id)))

    def _want(self, offer: Offer) -> None:
        self.offer_wanted.emit(offer, None)

    def _relate(self, id: str, relation: Relation) -> None:
        follower = self._findings.list.suggestion_after(id)
        if self.acts.relate(id, relation):
            self._go_on(follower)

    def _set_aside(self, id: str) -> None:
        if self.acts.set_aside(id):
            self._go_on(None)

    def _open_source(self, source: Source) -> None:
        self.source_wanted.emit(source.id)

    def _go_on(self, item: EvidenceItem | None) -> None:
        """Show the card to look at next, once the layout has settled."""
        if item is not None:
            self._findings.list.choose(item.evidence.id)
        QTimer.singleShot(0, self._reveal_current)

    def _reveal_writing(self) -> None:
        """Scroll back to the fields, in which one is about to write."""
        self._column.reveal(self._decision)

    def _reveal_current(self) -> None:
        item = self._findings.item
        self._reveal(self._findings.list.card(item.evidence.id) if item else None)

    def _reveal(self, card: Card | None) -> None:
        if card is not None:
            self._findings.place()
            self._column.reveal(card)
