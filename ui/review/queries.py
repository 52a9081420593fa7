"""Everything that the author was asked about the story, by what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.models.signs import Sign, query_sign
from ui.panels.buttons import LinkButton
from ui.panels.choice import Choice, ChoiceButton
from ui.panels.query_card import QueryCard
from ui.panels.words import Words
from ui.review.query_cards import QueryCards, ShownQuery
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from ui.turn import after_a_turn
from workbench import queries, review
from workbench.change import Key
from workbench.model import Claim, Document, Query, QueryId, QueryStatus, Revision
from workbench.queries import Asked

MOST = 30
"""So many cards are made at first; the rest when they are asked for."""


class QueriesSection(QWidget):
    """Queries in reading order. Answers are kept at once; what else is asked for is told by signals."""

    revealed = Signal(object)
    """The `Asked` whose words to show."""
    edit_wanted = Signal(str)
    """The id of the query to ask otherwise."""
    completed = Signal()
    """Every card to be shown is made and in its place."""
    copy_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._missing: Mapping[QueryId, bool] = {}
        self._status: QueryStatus | None = None
        self._most = MOST
        self._stale = True
        self._filter = ChoiceButton(look, self.tr("Which queries"))
        self._copy = LinkButton(look, self.tr("Copy open ones as text"))
        self._export = LinkButton(look, self.tr("Export for the author…"))
        self._more = LinkButton(look, self.tr("Show more"))
        self._empty = Words(look, px=12, tone=Tone.MUTED)
        self._cards = QueryCards(look)
        self._build()
        session.changed.connect(self._follow)
        session.story_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what the author was asked; put off while nobody sees it."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._show()

    def asked(self) -> tuple[Asked, ...]:
        """Every query about the story, in reading order."""
        story = self._session.story()
        claims = {claim.id: claim for claim in self._session.all_claims()}
        return queries.about(self._session.every_query(), claims, story.id) if story else ()

    def shown(self) -> tuple[Asked, ...]:
        """Those that the filter lets through."""
        return queries.with_status(self.asked(), self._status)

    def show_status(self, status: QueryStatus | None) -> None:
        """List the queries that stand so; all of them for None."""
        self._status, self._most = status, MOST
        self._show()

    def show_missing(self, missing: Mapping[QueryId, bool]) -> None:
        """Say of accepted changes whether the draft lacks them."""
        self._missing = missing
        self.refresh()

    def card(self, query: str) -> QueryCard | None:
        """The card of a query, brought into the list where the filter left it out."""
        found = self._cards.card(query)
        if found is None:
            self._status, self._most = None, max(MOST, len(self.asked()))
            self._show()
            found = self._cards.card(query)
        return found

    def focus_filter(self) -> None:
        """Give the keyboard to the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def settle(self) -> None:
        """Save answers that are being written."""
        self._cards.settle()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up on what happened unseen."""
        super().showEvent(event)
        if self._stale:
            after_a_turn(self, self.refresh)

    def _build(self) -> None:
        self._filter.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        top = QHBoxLayout()
        top.addWidget(self._filter)
        top.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(top)
        links = QVBoxLayout()
        links.setSpacing(0)
        for link in (self._copy, self._export):
            links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addLayout(links)
        rows.addWidget(self._empty)
        rows.addWidget(self._cards)
        rows.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._filter.picked.connect(self.show_status)
        self._copy.clicked.connect(self.copy_wanted)
        self._export.clicked.connect(self.export_wanted)
        self._more.clicked.connect(self._show_more)
        self._cards.card_made.connect(self._listen_to)
        self._cards.completed.connect(self.completed)

    def _follow(self, keys: frozenset[Key]) -> None:
        if {key.kind for key in keys} & {Query, Claim, Document, Revision}:
            self.refresh()

    def _show(self) -> None:
        self._stale = False
        every = self.asked()
        self._offer(every)
        shown = queries.with_status(every, self._status)
        writable = self._session.store.read_only is None
        self._cards.show_queries([self._told(item) for item in shown[: self._most]], writable=writable)
        self._more.setVisible(len(shown) > self._most)
        waiting = any(item.query.status is QueryStatus.OPEN for item in every)
        for widget, is_shown in (
            (self._filter, bool(every)),
            (self._copy, waiting),
            (self._export, bool(every)),
        ):
            widget.setVisible(is_shown)
        self._empty.say(self._advice(bool(every)))
        self._empty.setVisible(not shown)

    def _offer(self, every: tuple[Asked, ...]) -> None:
        signs: list[tuple[QueryStatus | None, Sign]] = [
            (None, Sign(self.tr("All"), "message-square", Tone.MUTED))
        ]
        signs += [(status, query_sign(status)) for status in QueryStatus]
        choices = [
            Choice[object](status, Sign(f"{sign.word} · {count}", sign.icon, sign.tone))
            for status, sign in signs
            if (count := len(queries.with_status(every, status))) or status is None
        ]
        self._filter.set_choices(choices)
        self._filter.show_choice(self._status, choices[0].sign)

    def _advice(self, some: bool) -> str:
        if some:
            return self.tr("None of the queries stands so.")
        return self.tr("The author has not been asked anything. Select words in the story and press Q.")

    def _told(self, item: Asked) -> ShownQuery:
        return ShownQuery(item, self._where(item), self._found(item.query.id))

    def _listen_to(self, card: QueryCard) -> None:
        card.answered.connect(self._keep)
        card.revealed.connect(self._reveal)
        card.edit_wanted.connect(self.edit_wanted)
        card.taken_back.connect(self._take_back)

    def _where(self, item: Asked) -> str:
        """The claim by its number, or that the words are of an earlier draft."""
        story = self._session.story()
        draft = self._session.revision(story.id) if story else None
        if draft is not None and item.place.revision != draft.id:
            return self.tr("· in an earlier draft")
        if item.claim is not None and item.claim in self._session.claims():
            return self.tr("· claim {number}").format(number=self._session.number(item.claim.id))
        return ""

    def _found(self, id: QueryId) -> Sign | None:
        story = self._session.story()
        draft = self._session.revision(story.id) if story else None
        if id not in self._missing or draft is None:
            return None
        if self._missing[id]:
            return Sign(self.tr("Not in draft {n}").format(n=draft.number), "triangle-alert", Tone.CARE)
        return Sign(self.tr("In draft {n}").format(n=draft.number), "circle-check", Tone.GOOD)

    def _keep(self, after: Query) -> None:
        known = self._session.query(after.id)
        if known is not None and known != after:
            self._session.do(review.answer(known, after, self._session.stamp()))

    def _take_back(self, id: str) -> None:
        # The click came from a card that is about to go.
        after_a_turn(self, partial(self._drop, id))

    def _drop(self, id: str) -> None:
        if query := self._session.query(QueryId(id)):
            self._session.do(queries.take_back(query, self._session.stamp()))

    def _reveal(self, id: str) -> None:
        item = next((item for item in self.asked() if item.query.id == id), None)
        if item is not None:
            self.revealed.emit(item)

    def _show_more(self) -> None:
        self._most += MOST
        self._show()
