"""The claims that a source is cited for, each leading to itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.panels.buttons import LinkButton
from ui.panels.flow import Stack, emptied
from ui.panels.words import Words
from ui.register.section import Section
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import Claim, Source


class CitedForSection(Section):
    """One link for each claim of the story."""

    claim_chosen = Signal(object)
    """The `ClaimId` to go to."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(session, look, parent)
        self.title.say(self.tr("Cited for"))
        self._shown: tuple[object, ...] | None = None
        self._list = QWidget()
        self._links = Stack(self._list, gap=0)
        self._none = Words(
            look, self.tr("For no claim of this story. Link it beside a claim."), px=12, tone=Tone.MUTED
        )
        self.rows.addWidget(self._none)
        self.rows.addWidget(self._list)

    def show_source(self, source: Source, *, fresh: bool) -> None:
        """Show the claims."""
        self._id = source.id
        claims = self._session.cited_for(source.id)
        self._none.setVisible(not claims)
        self._list.setVisible(bool(claims))
        shown = tuple((self._session.number(claim.id), claim) for claim in claims)
        if shown == self._shown:
            return
        self._shown = shown
        for widget in emptied(self._links):
            widget.hide()
            widget.deleteLater()
        for claim in claims:
            self._links.addWidget(self._link(claim))

    def _link(self, claim: Claim) -> LinkButton:
        link = LinkButton(self._look, parent=self)
        link.say(f"{self._session.number(claim.id)}  {' '.join(claim.wording.split())}")
        link.clicked.connect(partial(self.claim_chosen.emit, claim.id))
        return link
