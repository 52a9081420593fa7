"""Where else the story says the same: each further place of a claim, to be looked at or parted from it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.panels.buttons import LinkButton
from ui.panels.words import Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.citable import label_of
from workbench.model import Claim, Passage, ZoneRole
from workbench.text import paragraph_at

_SHORT = 60


class FurtherPlaces(QWidget):
    """A row for each; nothing at all for a claim that stands in one place."""

    revealed = Signal(object)
    """The `Span` to show in the story."""
    parted = Signal(object)
    """The `Passage` that is to be a claim of its own."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._shown: tuple[Passage, ...] | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def show_claim(self, claim: Claim) -> None:
        """Show the further places of a claim."""
        self.setVisible(bool(claim.also))
        if claim.also == self._shown:
            return
        self._shown = claim.also
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for place in claim.also:
            row = _Row(place, self._where(place), self._look, self)
            row.apart.setEnabled(self._session.store.read_only is None)
            row.revealed.connect(self.revealed)
            row.parted.connect(self.parted)
            self._rows.addWidget(row)

    def _where(self, place: Passage) -> str:
        layout = self._session.layout(place.revision)
        if any(span.overlaps(place.span) for span in layout.spans(ZoneRole.HEADING)):
            return self.tr("in a headline")
        if any(span.overlaps(place.span) for span in layout.spans(ZoneRole.CAPTION)):
            return self.tr("in a caption")
        revision = self._session.revision(place.document)
        if revision is None or revision.id != place.revision:
            return self.tr("in another draft")
        if label := label_of(layout.places, place.span):
            return self.tr("on {place}").format(place=label)
        return self.tr("in paragraph {n}").format(n=paragraph_at(revision.text, place.span.start))


class _Row(QWidget):
    revealed = Signal(object)
    parted = Signal(object)

    def __init__(self, place: Passage, where: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        words = " ".join(place.quote.exact.split())
        said = Words(look, px=12, tone=Tone.MUTED, parent=self)
        said.setWordWrap(False)
        said.say(self.tr("Also told"))
        shown = LinkButton(look, where, self)
        shown.setToolTip(words)
        shown.setAccessibleName(self.tr("Show where it is also told: {words}").format(words=words[:_SHORT]))
        shown.clicked.connect(self._reveal)
        self.apart = LinkButton(look, self.tr("Not the same"), self)
        self.apart.setToolTip(self.tr("Make these words a claim of their own"))
        self.apart.clicked.connect(self._part)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(said)
        line.addWidget(shown)
        line.addStretch(1)
        line.addWidget(self.apart, 0, Qt.AlignmentFlag.AlignRight)

    def _reveal(self) -> None:
        self.revealed.emit(self._place.span)

    def _part(self) -> None:
        self.parted.emit(self._place)
