"""What others wrote beside the story's words, on the page Review: until it is ticked off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.incoming.remark_card import RemarkCard
from ui.panels.buttons import LinkButton
from ui.panels.flow import Stack
from ui.panels.words import Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from ui.turn import after_a_turn
from workbench.change import Key
from workbench.citable import label_of
from workbench.model import Document, Layout, Remark, RemarkId, Revision
from workbench.text import paragraph_at

FIRST_SHOWN, MORE_SHOWN = 10, 20
"""So many cards are made at first, and so many more each time they are asked for."""


class RemarksSection(QWidget):
    """The remarks in the order of their words. It is gone for a story that nobody has remarked on."""

    revealed = Signal(object)
    """The `Remark` whose words are to be shown. So with the others."""
    claimed = Signal(object)
    asked = Signal(object)
    ticked = Signal(object)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._limit, self._stale, self._with_done = FIRST_SHOWN, True, False
        self._current: RemarkId | None = None
        self._listed: tuple[Remark, ...] = ()
        self.cards: list[RemarkCard] = []
        self._told = Words(look, px=12, tone=Tone.MUTED, parent=self)
        self._done = LinkButton(look, parent=self)
        self._done.clicked.connect(self._turn_done)
        self._more = LinkButton(look, parent=self)
        self._more.clicked.connect(self._show_more)
        self._rows = Stack(self, gap=8)
        head = QWidget(self)
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._told, 1)
        line.addWidget(self._done)
        self._rows.addWidget(head)
        foot = QWidget(self)
        below = QHBoxLayout(foot)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addWidget(foot)
        session.changed.connect(self._follow)
        session.story_changed.connect(self._refresh_soon)
        self._appear()

    @property
    def current(self) -> Remark | None:
        """The remark that the keys act on: the one chosen, else the first one listed."""
        chosen = next((item for item in self._listed if item.id == self._current), None)
        return chosen or (self._listed[0] if self._listed else None)

    def step(self, by: int) -> Remark | None:
        """Choose the next remark, or the one before; the first one before any was chosen."""
        self.refresh()
        ids = [item.id for item in self._listed]
        if not ids:
            return None
        at = (ids.index(self._current) + by) % len(ids) if self._current in ids else 0
        while at >= len(self.cards):
            self._show_more()
        self._choose(ids[at])
        return self._listed[at]

    def refresh(self) -> None:
        """Show the remarks as they are now."""
        self._stale = False
        story = self._session.story()
        revision = self._session.revision(story.id) if story else None
        every = self._session.remarks(revision.id) if revision else ()
        waiting = [item for item in every if not item.done]
        self._listed = tuple(every if self._with_done else waiting)
        self.setVisible(bool(every))
        done = len(every) - len(waiting)
        self._told.say(self._count(len(waiting)))
        self._done.setVisible(done > 0)
        self._done.say(self.tr("Hide those ticked off") if self._with_done else self._count_done(done))
        self._show_cards(revision)

    def card(self, id: RemarkId) -> RemarkCard | None:
        """The card of a remark, once there is one."""
        return next((card for card in self.cards if card.remark and card.remark.id == id), None)

    def showEvent(self, event: QShowEvent) -> None:
        """Make up for what has changed unseen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _show_cards(self, revision: Revision | None) -> None:
        shown = self._listed[: self._limit]
        while len(self.cards) < len(shown):
            self._add_card()
        writable = self._session.store.read_only is None
        for number, card in enumerate(self.cards):
            card.setVisible(number < len(shown))
            if number < len(shown) and revision is not None:
                card.show_remark(shown[number], writable=writable, where=self._where(shown[number], revision))
                card.set_current(shown[number].id == self._current)
        left = len(self._listed) - len(shown)
        self._more.setVisible(left > 0)
        self._more.say(self.tr("Show {count} more").format(count=min(left, MORE_SHOWN)))

    def _where(self, remark: Remark, revision: Revision) -> str:
        span = remark.passage.span
        label = label_of(self._session.layout(revision.id).places, span)
        return label or self.tr("paragraph {number}").format(number=paragraph_at(revision.text, span.start))

    def _add_card(self) -> None:
        card = RemarkCard(self._look, self)
        card.chosen.connect(self._choose)
        card.revealed.connect(self._reveal)
        card.claimed.connect(self._claim)
        card.asked.connect(self._ask)
        card.ticked.connect(self._tick)
        self._rows.insert(1 + len(self.cards), card)
        self.cards.append(card)

    def _choose(self, id: str) -> None:
        self._current = RemarkId(id)
        for card in self.cards:
            card.set_current(card.remark is not None and card.remark.id == id)

    def _reveal(self, id: str) -> None:
        self._emit(self.revealed, id)

    def _claim(self, id: str) -> None:
        self._emit(self.claimed, id)

    def _ask(self, id: str) -> None:
        self._emit(self.asked, id)

    def _tick(self, id: str) -> None:
        self._emit(self.ticked, id)

    def _emit(self, signal: SignalInstance, id: str) -> None:
        self._choose(id)
        remark = next((item for item in self._listed if item.id == id), None)
        if remark is not None:
            signal.emit(remark)

    def _turn_done(self) -> None:
        self._with_done = not self._with_done
        self.refresh()

    def _show_more(self) -> None:
        self._limit += MORE_SHOWN
        self.refresh()

    def _count(self, waiting: int) -> str:
        if waiting == 1:
            return self.tr("One remark waits for a look")
        return self.tr("{count} remarks wait for a look").format(count=f"{waiting:,}")

    def _count_done(self, done: int) -> str:
        return self.tr("Show {count} ticked off").format(count=f"{done:,}")

    def _follow(self, keys: frozenset[Key]) -> None:
        if {key.kind for key in keys} & {Remark, Revision, Document, Layout}:
            self._refresh_soon()

    def _refresh_soon(self) -> None:
        self._stale = True
        after_a_turn(self, self._appear)

    def _appear(self) -> None:
        """Come or go with the first remark; the cards are made once somebody looks."""
        story = self._session.story()
        revision = self._session.revision(story.id) if story else None
        self.setVisible(bool(revision and self._session.remarks(revision.id)))
        if self._stale and self.isVisible():
            self.refresh()
