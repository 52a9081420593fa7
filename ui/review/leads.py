"""Where the sections of the page Review lead: to claims, words, queries and passages that wait, and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.text.layer import Lit
from ui.turn import after_a_turn
from workbench.model import ClaimId, QueryId
from workbench.queries import Asked
from workbench.text import Span

if TYPE_CHECKING:
    from ui.desk import Desk
    from workbench.drafts import Waiting


class ReviewLeads(QObject):
    """Joins the page Review with the rest of a desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._bring_queries = False
        desk.review.add_section(desk.queries, self.tr("Queries to the author"))
        desk.review.add_section(desk.remarks, self.tr("Remarks of others"))
        desk.requests.looked_up.connect(desk.queries.show_missing)
        desk.queries.completed.connect(self._bring_up)
        desk.requests.look_up()
        desk.checking.analysed.connect(desk.reviewing.reviewing.take_names)
        desk.tracing.origins.counted.connect(desk.reviewing.reviewing.take_origins)
        desk.reviewing.claim_wanted.connect(self._show_claim)
        desk.reviewing.words_wanted.connect(self._show_words)
        desk.reviewing.query_wanted.connect(self.show_query)
        desk.reviewing.tray_wanted.connect(self.show_tray)
        desk.reviewing.history_wanted.connect(desk.history.show)
        desk.waiting.shown.connect(self._show_proposed)
        desk.waiting.tray.selection_wanted.connect(self._place_selected)
        desk.claims.tray_wanted.connect(self.show_tray)

    def show_tray(self) -> None:
        """Show the passages that wait for a place, and give them the keyboard."""
        self._desk.left.show_page(self._desk.review)
        self._desk.review.show_section(self._desk.waiting.tray)
        self._desk.waiting.tray.step(0)

    def _show_proposed(self, span: Span | None) -> None:
        """Light the place in the story that is proposed for a passage."""
        if span is None:
            self._desk.story.view.show_lit(())
            return
        self._desk.middle.leave()
        self._desk.story.view.reveal(span)
        self._desk.story.view.show_lit((Lit(span, True),))

    def _place_selected(self, waiting: Waiting) -> None:
        span = self._desk.story.selected_passage()
        if span is None:
            self._desk.waiting.told.emit(
                self.tr("Select the words in the story that the passage is to have.")
            )
        else:
            self._desk.waiting.place(waiting, span)

    def _show_claim(self, claim: ClaimId) -> None:
        """Show a claim in the story, and what was found for it; the keyboard stays on the list."""
        self._desk.middle.leave()
        if claim in {shown.id for shown in self._desk.session.claims()}:
            self._desk.session.choose(claim)
            self._desk.story.reveal_current()

    def _show_words(self, span: Span) -> None:
        """Show words of the story, selected."""
        self._desk.middle.leave()
        self._desk.story.view.select(span)
        self._desk.story.view.reveal(span)

    def show_query(self, id: str) -> None:
        """Show the card of a query on the page Review, and choose the claim it is about."""
        query = self._desk.session.query(QueryId(id))
        if query is None:
            return
        if query.claim in {claim.id for claim in self._desk.session.claims()}:
            self._desk.session.choose(query.claim)
        self._desk.left.show_page(self._desk.review)
        after_a_turn(self, partial(self._reveal_card, id))

    def show_queries(self) -> None:
        """Show all queries on the page Review, and give them the keyboard."""
        self._desk.left.show_page(self._desk.review)
        self._desk.queries.focus_filter()
        self._desk.queries.refresh()
        self._bring_queries = True

    def reveal_query(self, asked: Asked) -> bool:
        """Show the words that a query is about in the story; False when they stand in an earlier draft."""
        revision = self._desk.session.revision(asked.place.document)
        if revision is None or revision.id != asked.place.revision:
            return False
        self._desk.middle.leave()
        if asked.claim is not None and asked.claim in self._desk.session.claims():
            self._desk.session.choose(asked.claim.id)
        self._desk.story.view.reveal(asked.place.span)
        self._desk.story.view.show_lit((Lit(asked.place.span),))
        return True

    def _bring_up(self) -> None:
        """Once its cards are there and laid out, the list of queries can stand at the top."""
        if self._bring_queries:
            self._bring_queries = False
            after_a_turn(self, partial(self._desk.review.show_section, self._desk.queries))

    def _reveal_card(self, id: str) -> None:
        if card := self._desk.queries.card(id):
            self._desk.review.reveal(card)
