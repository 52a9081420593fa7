"""The sources that a claim names, as tags that can be taken off again."""

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
from ui.theme.colours import Tone
from ui.theme.icons import beside_icon
from ui.theme.look import Look
from workbench.model import Citation, Source


class CitedSources(QWidget):
    """One tag for each source linked to the claim, and a button that links another."""

    added = Signal()
    removed = Signal(object)
    """The `Citation` to take off."""
    opened = Signal(object)
    """The `Source` whose document is wanted."""
    taken = Signal(str)
    """A name from the story that is to be linked as a source."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[object, ...] | None = None
        self._tags = Flow()
        self._add = QPushButton(beside_icon(self.tr("Link a source…")))
        self._add.setIcon(look.icon("plus"))
        self._add.clicked.connect(self.added)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(Words(look, self.tr("Sources cited"), px=12, strong=True, tone=Tone.MUTED))
        rows.addLayout(self._tags)
        look.changed.connect(self._tint)

    def show_sources(
        self, cited: Sequence[tuple[Citation, Source]], named: Sequence[str], *, writable: bool
    ) -> None:
        """Show the sources linked to a claim, and offer others that the story names for it."""
        self._add.setEnabled(writable)
        known = {source.name.casefold() for _, source in cited}
        offered = [name for name in named if name.casefold() not in known] if writable else []
        if (*cited, *offered) == self._shown:
            return
        self._shown = (*cited, *offered)
        for widget in emptied(self._tags):
            if widget is not self._add:
                widget.hide()
                widget.deleteLater()
        for citation, source in cited:
            self._tags.addWidget(self._tag(citation, source, writable))
        for name in offered:
            self._tags.addWidget(self._offer(name))
        self._tags.addWidget(self._add)
        self._tags.invalidate()

    def show_keys(self, keys: Keys) -> None:
        """Say by which key a source is linked."""
        self._add.setToolTip(with_key(self.tr("Link a source to the claim"), keys.get("link_source", "")))

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
        self._name.setIcon(look.icon("file-text" if source.document else "user", Tone.MUTED))
        self._name.setToolTip(source_word(source.kind))
        self._name.setAccessibleName(self.tr("Source cited: {name}").format(name=source.name))
        if source.document is None:
            self._name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._name.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setIcon(look.icon("x", Tone.MUTED))
        self._cross.setIconSize(QSize(12, 12))
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.setToolTip(self.tr("Unlink this source"))
        self._cross.setAccessibleName(self.tr("Unlink {name}").format(name=source.name))

    def _open(self) -> None:
        self.opened.emit(self._source)

    def _remove(self) -> None:
        self.removed.emit(self._citation)
