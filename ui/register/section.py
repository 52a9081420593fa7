"""One section of a source's card: its title, then what belongs to it, one below the other."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.panels.buttons import LinkButton
from ui.panels.flow import Stack
from ui.panels.words import Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.change import Change
from workbench.model import Source, SourceId


class Section(QWidget):
    """Shows part of what is known of one source, and changes it through the session."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._id: SourceId | None = None
        self.rows = Stack(self, gap=7)
        self.title = Words(look, px=12, strong=True, tone=Tone.MUTED)
        self.rows.addWidget(self.title)

    def show_source(self, source: Source, *, fresh: bool) -> None:
        """Show a source as it stands now; with `fresh` it is another than before."""
        raise NotImplementedError

    def settle(self) -> None:
        """Save what is being written."""

    def source(self) -> Source | None:
        """The source shown, as it stands now; None when it has left the case."""
        return self._session.source(self._id) if self._id else None

    @property
    def writable(self) -> bool:
        """Whether the case may be changed."""
        return self._session.store.read_only is None

    def do(self, change: Change | None) -> None:
        """Apply a change of the editor's."""
        self._session.do(change)


class LinkRow(QWidget):
    """A link with a cross behind it."""

    def __init__(self, look: Look, words: str, tail: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.link = LinkButton(look)
        self.link.say(words, tail)
        self.cross = QToolButton()
        self.cross.setIcon(look.icon("x", Tone.MUTED))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.link, 1)
        row.addWidget(self.cross)
        row.addStretch()
        look.changed.connect(self._tint)

    def name_cross(self, words: str) -> None:
        """Say what the cross does."""
        self.cross.setToolTip(words)
        self.cross.setAccessibleName(words)

    def _tint(self) -> None:
        self.cross.setIcon(self._look.icon("x", Tone.MUTED))
