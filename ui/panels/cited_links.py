"""The web links in a document, each leading to the words that carry it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.panels.buttons import literal
from ui.session import Session
from workbench.model import Link, Revision

_MOST = 40


class LinksMenu(QMenu):
    """Filled when it is opened, so that nothing is read for a menu nobody looks at."""

    passage_chosen = Signal(object)
    """The `Passage` that carries the link."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._revision: Revision | None = None
        self._links: tuple[Link, ...] = ()
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._choose)

    def show_links_of(self, revision: Revision | None) -> None:
        """Offer the links of another text."""
        self._revision = revision

    def _fill(self) -> None:
        self.clear()
        wanted = self._revision.id if self._revision else None
        every = self._session.store.all(Link)
        self._links = tuple(link for link in every if link.passage.revision == wanted)[:_MOST]
        for place, link in enumerate(self._links):
            words = " ".join(link.passage.quote.exact.split())[:60] or link.url
            self.addAction(literal(f"{words}  —  {link.url[:80]}")).setData(place)
        if not self._links:
            self.addAction(self.tr("No links in this document")).setEnabled(False)

    def _choose(self, action: QAction) -> None:
        if action.data() is not None:
            self.passage_chosen.emit(self._links[action.data()].passage)
