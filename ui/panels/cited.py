"""The sources that a claim names, as tags that can be taken off, and where the right of reply stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.models.signs import source_word
from ui.panels.buttons import literal
from ui.panels.flow import Flow, emptied
from ui.panels.keys import Keys, with_key
from ui.panels.words import Words
from ui.register.signs import rank_word, right_text, source_icon, terms_sign
from ui.theme.colours import Tone
from ui.theme.icons import beside_icon
from ui.theme.look import Look
from workbench.model import Citation, Claim, Contact, Reply, Source
from workbench.register import accuses, right_of_reply


class CitedSources(QWidget):
    """One tag for each source linked to the claim, and a button that links another."""

    added = Signal()
    removed = Signal(object)
    """The `Citation` to take off."""
    opened = Signal(object)
    """The `Source` whose card is wanted."""
    taken = Signal(str)
    """A name from the story that is to be linked as a source."""
    log_wanted = Signal()
    """Somebody has been in touch about the claim."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[object, ...] | None = None
        self._tags = Flow()
        self._add = QPushButton(beside_icon(self.tr("Link a source…")))
        self._add.clicked.connect(self.added)
        self._log = QPushButton(beside_icon(self.tr("Log a contact…")))
        self._log.clicked.connect(self.log_wanted)
        self._right = Words(look, px=12, tone=Tone.CARE)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(Words(look, self.tr("Sources cited"), px=12, strong=True, tone=Tone.MUTED))
        rows.addWidget(self._right)
        rows.addLayout(self._tags)
        self._right.hide()
        self._tint()
        look.changed.connect(self._tint)

    def show_sources(
        self, cited: Sequence[tuple[Citation, Source]], named: Sequence[str], *, writable: bool
    ) -> None:
        """Show the sources linked to a claim, and offer others that the story names for it."""
        self._add.setEnabled(writable)
        self._log.setEnabled(writable)
        known = {source.name.casefold() for _, source in cited}
        offered = [name for name in named if name.casefold() not in known] if writable else []
        if (*cited, *offered) == self._shown:
            return
        self._shown = (*cited, *offered)
        for widget in emptied(self._tags):
            if widget not in (self._add, self._log):
                widget.hide()
                widget.deleteLater()
        for citation, source in cited:
            self._tags.addWidget(self._tag(citation, source, writable))
        for name in offered:
            self._tags.addWidget(self._offer(name))
        self._tags.addWidget(self._add)
        self._tags.addWidget(self._log)
        self._tags.invalidate()

    def show_reply(self, claim: Claim, contacts: Sequence[Contact]) -> None:
        """Say where the right of reply stands, where the claim accuses somebody or somebody was asked."""
        answered = right_of_reply(claim, contacts)
        said = accuses(claim) or answered.state is not None
        self._right.say(right_text(answered) if said else "")
        self._right.set_tone(Tone.CARE if answered.state in (None, Reply.ASKED) else Tone.MUTED)
        self._right.setVisible(said)

    def show_keys(self, keys: Keys) -> None:
        """Say by which key a source is linked, and by which a contact is logged."""
        self._add.setToolTip(with_key(self.tr("Link a source to the claim"), keys.get("link_source", "")))
        self._log.setToolTip(
            with_key(self.tr("Note that somebody was in touch about the claim"), keys.get("log_contact", ""))
        )

    def _tag(self, citation: Citation, source: Source, writable: bool) -> QWidget:
        tag = SourceTag(self._look, citation, source, writable, self)
        tag.removed.connect(self.removed)
        tag.opened.connect(self.opened)
        return tag

    def _offer(self, name: str) -> QPushButton:
        offer = QPushButton(beside_icon(literal(name)), self)
        offer.setProperty("role", "offer")
        offer.setObjectName(name)
        offer.setIcon(self._look.icon("plus", Tone.MUTED))
        words = self.tr("Named in the story: link “{name}” to the claim").format(name=name)
        offer.setToolTip(words)
        offer.setAccessibleName(words)
        offer.clicked.connect(self._take)
        return offer

    def _take(self) -> None:
        self.taken.emit(self.sender().objectName())

    def _tint(self) -> None:
        self._add.setIcon(self._look.icon("plus"))
        self._log.setIcon(self._look.icon("message-square"))
        for offer in self.findChildren(QPushButton):
            if offer.property("role") == "offer":
                offer.setIcon(self._look.icon("plus", Tone.MUTED))


class SourceTag(QWidget):
    """A source's name on a tag, with a cross."""

    removed = Signal(object)
    opened = Signal(object)

    def __init__(
        self, look: Look, citation: Citation, source: Source, writable: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look, self._citation, self._source = look, citation, source
        self._name = QPushButton(beside_icon(literal(source.name)))
        self._cross = QToolButton()
        self._cross.setVisible(writable)
        self._dress()
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 3, 1)
        row.setSpacing(0)
        row.addWidget(self._name)
        row.addWidget(self._cross)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._name.clicked.connect(self._open)
        self._cross.clicked.connect(self._remove)
        look.changed.connect(self._dress)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the tag."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.theme.line)
        painter.setBrush(self._look.theme.raised)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)

    def _dress(self) -> None:
        look, source = self._look, self._source
        self._name.setProperty("role", "quiet")
        icon = "shield" if source.protected else source_icon(source.kind)
        self._name.setIcon(look.icon(icon, Tone.MUTED))
        told = (source_word(source.kind), rank_word(source), terms_sign(source.terms).word.lower())
        self._name.setToolTip(" · ".join(told))
        self._name.setAccessibleName(self.tr("Source cited: {name}").format(name=source.name))
        self._cross.setIcon(look.icon("x", Tone.MUTED))
        self._cross.setIconSize(QSize(12, 12))
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.setToolTip(self.tr("Unlink this source"))
        self._cross.setAccessibleName(self.tr("Unlink {name}").format(name=source.name))

    def _open(self) -> None:
        self.opened.emit(self._source)

    def _remove(self) -> None:
        self.removed.emit(self._citation)
