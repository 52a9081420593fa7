"""The cards of a claim, in groups; built a few at a time, so that the window never waits for them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.models.evidence_items import EvidenceItem, Group
from ui.panels.evidence_card import EvidenceCard
from ui.panels.flow import Stack, emptied
from ui.panels.keys import Keys
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import EvidenceId

AT_FIRST = 4
"""So many suggestions of a group are shown before the editor asks for the rest."""
_BUDGET_MS = 3
_OUT_OF_SIGHT = -20_000
"""Where a widget waits for the layout to place it, so that it never flashes over another one."""
_NEEDED = ("rapidfuzz.distance", "workbench.evidence.differences")


class EvidenceList(QWidget):
    """Shows groups of evidence and knows which card is the current one."""

    current_changed = Signal()
    card_made = Signal(object)
    """A new `EvidenceCard`, once in its life, so that the panel can listen to it."""

    def __init__(self, look: Look, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._keys = look, keys
        self._groups: Mapping[Group, tuple[EvidenceItem, ...]] = {}
        self._whole: set[Group] = set()
        self._writable = True
        self._current: EvidenceId | None = None
        self._resting = False
        self._cards: dict[EvidenceId, EvidenceCard] = {}
        self._spare: list[EvidenceCard] = []
        self._waiting: list[Callable[[], object]] = []
        self._loose: set[EvidenceId] = set()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._build_some)
        self._rows = Stack(self, gap=10)

    @property
    def current(self) -> EvidenceItem | None:
        """The piece of evidence that the keys act on; None while they act on something else."""
        if self._resting:
            return None
        return next((item for item in self._listed() if item.evidence.id == self._current), None)

    def show_groups(
        self, groups: Mapping[Group, tuple[EvidenceItem, ...]], *, writable: bool, fresh: bool
    ) -> None:
        """Show evidence; with `fresh` it is another claim's, and the first piece becomes current."""
        if not fresh and groups == self._groups and writable == self._writable:
            return
        before = [item.evidence.id for item in self._listed()]
        self._groups, self._writable = groups, writable
        if fresh:
            self._whole.clear()
            self._current = None
        self._keep_current(before)
        self._set_out(fresh=fresh)

    def show_keys(self, keys: Keys) -> None:
        """Show other keys on the cards."""
        self._keys = keys
        for card in (*self._cards.values(), *self._spare):
            card.show_keys(keys)

    @property
    def at_end(self) -> bool:
        """Whether there is no card after the current one."""
        listed = self._listed()
        return not listed or listed[-1].evidence.id == self._current

    def rest(self, resting: bool) -> None:
        """Let the keys act on something else, or on the card again that was current before."""
        if resting != self._resting:
            self._resting = resting
            self._mark_current()

    def step(self, by: int) -> EvidenceCard | None:
        """Make the card `by` places on the current one; returns it."""
        ids = [item.evidence.id for item in self._listed()]
        if not ids:
            return None
        at = ids.index(self._current) + by if self._current in ids else 0
        self.choose(ids[max(0, min(at, len(ids) - 1))])
        self._build_all()
        return self._cards.get(self._current) if self._current else None

    def choose(self, id: str) -> None:
        """Make one piece of evidence current."""
        if self._resting:
            self.rest(False)
            self.current_changed.emit()
        if id == self._current or EvidenceId(id) not in [item.evidence.id for item in self._listed()]:
            return
        self._current = EvidenceId(id)
        self._mark_current()
        self.current_changed.emit()

    def suggestion_after(self, id: str) -> EvidenceItem | None:
        """The next suggestion below a suggestion; None for the last, and below what is linked."""
        listed = self._listed()
        at = next((place for place, item in enumerate(listed) if item.evidence.id == id), len(listed))
        below = listed[at + 1 : at + 2] if at < len(listed) and listed[at].suggested else []
        return below[0] if below else None

    def settle(self) -> None:
        """Save notes that are being written."""
        for card in tuple(self._cards.values()):
            card.settle()

    def place(self) -> None:
        """Give every card built so far its place now."""
        self._rows.activate()

    def card(self, id: str) -> EvidenceCard | None:
        """The card of one piece of evidence, if it is built."""
        return self._cards.get(EvidenceId(id))

    def _listed(self) -> list[EvidenceItem]:
        return [item for group in self._groups for item in self._shown(group)]

    def _shown(self, group: Group) -> tuple[EvidenceItem, ...]:
        items = self._groups[group]
        whole = group is Group.LINKED or group in self._whole or len(items) == AT_FIRST + 1
        return items if whole else items[:AT_FIRST]

    def _keep_current(self, before: list[EvidenceId]) -> None:
        """When the current piece is gone, the one that took its place is current."""
        now = [item.evidence.id for item in self._listed()]
        if self._current not in now:
            at = before.index(self._current) if self._current in before else 0
            self._current = now[min(at, len(now) - 1)] if now else None

    def _sequence(self) -> list[Callable[[], object]]:
        """What makes the widgets from top to bottom, one after the other."""
        steps: list[Callable[[], object]] = []
        for group, items in self._groups.items():
            shown = self._shown(group)
            steps.append(partial(self._heading, group))
            steps += [partial(self._card_for, item) for item in shown]
            if len(shown) < len(items):
                steps.append(partial(self._more, group))
        return steps

    def _set_out(self, *, fresh: bool) -> None:
        self._clear(fresh=fresh)
        self._waiting = [*_preparations(), *self._sequence()]
        if self._cards or self._spare:
            self._build_some()
        else:  # the very first cards: the pane around them is new as well, and is to be painted first
            self._next.start()

    def _clear(self, *, fresh: bool) -> None:
        """Take everything out of the layout; cards are kept for reuse."""
        kept = set() if fresh else {item.evidence.id for item in self._listed()}
        for widget in emptied(self._rows):
            if not isinstance(widget, EvidenceCard):
                widget.hide()
                widget.deleteLater()
        for id in [id for id in self._cards if id not in kept]:
            card = self._cards.pop(id)
            card.hide()
            self._spare.append(card)
        self._loose = set(self._cards)

    def _build_some(self) -> None:
        """Go on for a moment; cards that stood there before go back to their places at once."""
        timer = QElapsedTimer()
        timer.start()
        while self._waiting and (self._loose or timer.elapsed() < _BUDGET_MS):
            self._build_next()
        self._mark_current()
        if self._waiting:
            self._next.start()

    def _build_all(self) -> None:
        while self._waiting:
            self._build_next()
        self._mark_current()

    def _build_next(self) -> None:
        made = self._waiting.pop(0)()
        if not isinstance(made, QWidget):
            return
        if made.isHidden():
            made.move(0, _OUT_OF_SIGHT)
            made.show()
        self._rows.addWidget(made)

    def _card_for(self, item: EvidenceItem) -> EvidenceCard:
        card = self._cards.get(item.evidence.id)
        if card is None:
            card = self._spare.pop() if self._spare else self._made()
            self._cards[item.evidence.id] = card
        self._loose.discard(item.evidence.id)
        card.show_item(item, writable=self._writable)
        return card

    def _made(self) -> EvidenceCard:
        card = EvidenceCard(self._look, self._keys, self)
        card.chosen.connect(self.choose)
        self.card_made.emit(card)
        return card

    def _heading(self, group: Group) -> Words:
        words = {
            Group.LINKED: self.tr("Linked evidence"),
            Group.CONFLICTS: self.tr("Possible conflicts"),
            Group.SUPPORTING: self.tr("Supporting"),
            Group.CONTEXT: self.tr("Context"),
        }
        text = f"{words[group]}  ·  {len(self._groups[group])}"
        return Words(self._look, text, px=12, strong=True, tone=Tone.MUTED, parent=self)

    def _more(self, group: Group) -> QPushButton:
        rest = len(self._groups[group]) - len(self._shown(group))
        button = QPushButton(self.tr("Show {count} more").format(count=rest), self)
        button.setProperty("role", "quiet")
        button.setProperty("group", group.value)
        button.clicked.connect(self._show_whole)
        return button

    def _show_whole(self) -> None:
        self._whole.add(Group(self.sender().property("group")))
        self._set_out(fresh=False)

    def _mark_current(self) -> None:
        for id, card in self._cards.items():
            card.set_current(id == self._current and not self._resting)


def _preparations() -> list[Callable[[], object]]:
    """What cards compare wordings with, loaded bit by bit when the first one is built."""
    return [partial(import_module, name) for name in _NEEDED if name not in sys.modules]
