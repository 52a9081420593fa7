"""Everything found for a claim: evidence linked and suggested, or that there is none, and the library's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.library.offers import Offer
from ui.models.evidence_items import EvidenceItem, evidence_items
from ui.panels.alone import Alone
from ui.panels.card import Card
from ui.panels.evidence_list import EvidenceList
from ui.panels.flow import Stack
from ui.panels.keys import Keys
from ui.panels.library_group import LibraryGroup
from ui.session import Session
from ui.theme.look import Look
from workbench.model import Claim


class Findings(QWidget):
    """The cards of a claim from top to bottom. One of them all is current."""

    offer_wanted = Signal(object)
    """The `Offer` whose article is to come into the case."""
    search_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, session: Session, look: Look, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._claim: Claim | None = None
        self._expecting = False
        self.list = EvidenceList(look, keys)
        self._alone = Alone(look)
        self._library = LibraryGroup(look, keys)
        rows = Stack(self, gap=14)
        for part in (self.list, self._alone, self._library):
            rows.addWidget(part)
        self.list.current_changed.connect(self._leave_library)
        self._library.current_changed.connect(self._follow_library)
        self._library.wanted.connect(self.offer_wanted)
        self._alone.search_wanted.connect(self.search_wanted)
        self._alone.import_wanted.connect(self.import_wanted)
        self.show_keys(keys)

    @property
    def item(self) -> EvidenceItem | None:
        """The piece of evidence that the keys act on."""
        return self.list.current

    @property
    def offer(self) -> Offer | None:
        """The library's passage that the keys act on."""
        return self._library.current

    def show_claim(self, claim: Claim, *, fresh: bool) -> None:
        """Show what there is for a claim; with `fresh` it is another one than before."""
        self._claim = claim
        if fresh:
            self.show_offers((), done=True)
        groups = evidence_items(self._session, claim)
        self.list.show_groups(groups, writable=self._writable, fresh=fresh)
        self.list.setVisible(bool(groups))
        self._say_alone()

    def show_offers(self, offers: tuple[Offer, ...], *, done: bool) -> None:
        """Show what the library has for the claim; not `done` while it is still being compared."""
        if self._claim is not None:
            self._library.show_offers(self._claim.wording, offers, done=done, writable=self._writable)

    def expect_more(self, expecting: bool) -> None:
        """Know whether claims are still being compared: until then nothing is said to be all there is."""
        if expecting != self._expecting:
            self._expecting = expecting
            self._say_alone()

    def step(self, by: int) -> Card | None:
        """Go on to the next card, from the last piece of evidence to the library's first; or back."""
        if by > 0:
            beyond = self._library.step(1) if self.offer or self.list.at_end else None
            return beyond or (None if self.offer else self.list.step(1))
        if self.offer is None:
            return self.list.step(-1)
        return self._library.step(-1) or self.list.step(0)

    def place(self) -> None:
        """Give every card built so far its place now."""
        self.list.place()

    def show_keys(self, keys: Keys) -> None:
        """Show other keys on the cards."""
        for part in (self.list, self._alone, self._library):
            part.show_keys(keys)

    @property
    def _writable(self) -> bool:
        return self._session.store.read_only is None

    def _say_alone(self) -> None:
        """Say so when only the story's own words stand behind the claim, and what to do."""
        if (claim := self._claim) is None:
            return
        found, own = self._session.evidence(claim.id), claim.passage.document
        self._alone.setVisible(all(item.passage.document == own for item in found))
        others = any(document.id != own for document in self._session.documents())
        if self._expecting and others and not found:
            self._alone.say(self.tr("Looking through the other documents…"), "", writable=self._writable)
            return
        if others:
            advice = self.tr("Search all documents in other words, or import more texts.")
        else:
            advice = self.tr("There is no other text yet. Drop files or a folder here, or import them.")
        title = self.tr("Nothing outside the story speaks to this claim yet")
        self._alone.say(title, advice, writable=self._writable)

    def _leave_library(self) -> None:
        self._library.choose(None)

    def _follow_library(self) -> None:
        self.list.rest(self._library.current is not None)
