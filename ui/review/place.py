"""The review in the window: the sections of its page, the map beside the story, and where things lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.review.coverage_bars import CoverageSection
from ui.review.openings import OpeningsSection
from ui.review.page import ReviewPage
from ui.review.reviewing import Reviewing
from ui.review.signature import SignatureSection
from ui.seams import SharedStore
from ui.session import Session
from ui.story import StoryPane
from ui.theme.look import Look
from ui.turn import after_a_turn
from workbench.text import Span, merged

if TYPE_CHECKING:
    from workbench.openings import Opening
    from workbench.reviewed import Review


class ReviewPlace(QObject):
    """Shows each review where it is looked for. What nobody looks at is shown once somebody does."""

    claim_wanted = Signal(object)
    """A `ClaimId` to be gone to; one in the tray is not in the story."""
    words_wanted = Signal(object)
    """A `Span` of the draft to be brought into view and selected."""
    query_wanted = Signal(object)
    """A `QueryId` to be gone to."""
    tray_wanted = Signal(object)
    """The `ClaimId` of a passage that waits in the tray."""
    history_wanted = Signal()
    state_changed = Signal()
    """The signatures stand otherwise than before."""

    def __init__(
        self,
        session: Session,
        store: SharedStore,
        look: Look,
        page: ReviewPage,
        story: StoryPane,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._page, self._story = session, page, story
        self.reviewing = Reviewing(session, store.reader, self)
        self.signature = SignatureSection(look)
        self.openings = OpeningsSection(look)
        self.coverage = CoverageSection(look)
        page.add_section(self.signature)
        page.add_section(self.openings, self.tr("Before you can sign"))
        page.add_section(self.coverage, self.tr("What is ticked"))
        self.shows_unmarked = False
        self._stale = False
        self._connect()

    @property
    def review(self) -> Review | None:
        """The review told last."""
        return self.reviewing.review

    @property
    def is_current(self) -> bool:
        """Whether nothing has changed since that review was asked for."""
        return self.reviewing.is_current

    def begin(self) -> None:
        """Count for the first time."""
        self.reviewing.begin()

    def show_unmarked(self, shown: bool) -> None:
        """Underline in the story what has no mark, or no longer."""
        self.shows_unmarked = shown
        self.coverage.show_bare.setChecked(shown)
        self._underline()

    def next_unmarked(self) -> Span | None:
        """Go to the next name, figure, date or quotation without a mark; after the last, to the first."""
        if self.review is None or not self.review.coverage.bare:
            return None
        selected = self._story.view.selected_span()
        after = selected.start if selected else self._story.view.caret() - 1
        spans = [item.span for item in self.review.coverage.bare]
        found = next((span for span in spans if span.start > after), spans[0])
        self.show_unmarked(True)
        self.words_wanted.emit(found)
        return found

    def sentence(self) -> Span | None:
        """The sentence that the selection, or the caret, stands in."""
        if self.review is None:
            return None
        view = self._story.view
        return self.review.coverage.sentence_of(view.selected_span() or Span(view.caret(), view.caret()))

    def close(self) -> None:
        """Stop, before the case is closed."""
        self.reviewing.close()

    def _connect(self) -> None:
        self.reviewing.reviewed.connect(self._take)
        self._page.shown.connect(self._show_sections)
        self.openings.followed.connect(self.follow)
        self.signature.claim_wanted.connect(self.claim_wanted)
        self.signature.history_wanted.connect(self.history_wanted)
        self.coverage.bare_wanted.connect(self.show_unmarked)
        self.coverage.next_wanted.connect(self.next_unmarked)

    def follow(self, opening: Opening) -> None:
        """Go to where an opening can be settled."""
        from workbench.openings import Kind

        if opening.query is not None:
            self.query_wanted.emit(opening.query)
        elif opening.kind is Kind.TRAY:
            self.tray_wanted.emit(opening.claim)
        elif opening.claim is not None:
            self.claim_wanted.emit(opening.claim)
        elif opening.span is not None:
            self.show_unmarked(True)
            self.words_wanted.emit(opening.span)
        else:
            self.history_wanted.emit()

    def _take(self, review: Review | None) -> None:
        if review is not None:
            self._story.lane.show_coverage(review.coverage, review.bands)
        if self.shows_unmarked:
            self._underline()
        self._stale = True
        if self._page.isVisible():
            after_a_turn(self, self._show_sections)
        self.state_changed.emit()

    def _underline(self) -> None:
        bare = self.review.coverage.bare if self.review and self.shows_unmarked else ()
        self._story.view.show_unmarked(merged(item.span for item in bare))

    def _show_sections(self) -> None:
        if not self._stale or self.review is None:
            return
        self._stale = False
        review, writable = self.review, self._session.store.read_only is None
        numbers = {claim.id: number for number, claim in enumerate(self._session.claims(), 1)}
        self.signature.show_signed(review.signed, review.since, numbers, writable=writable)
        self.openings.show_openings(review.openings)
        self.coverage.show_coverage(review.coverage)
