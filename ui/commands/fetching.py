"""Commands that fetch a page: only ever from here, and only after the editor saw whom it asks."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.commands.host import Host
from ui.desk import Desk
from ui.dialogs.choose import ChooseDialog
from ui.dialogs.fetch import FetchDialog, Wanted
from ui.fetching.allowed import FORBIDDEN, is_forbidden_here
from workbench.addresses import address_in
from workbench.model import DocumentId, Role

_SHOWN = 70


class FetchingCommands(QObject):
    """Acts on the open case; without one, nothing happens."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host

    def listen_to(self, desk: Desk) -> None:
        """Answer what becomes of a page that was asked for."""
        desk.fetching.refused.connect(self._host.tell)
        desk.fetching.fetched.connect(self._show_fetched)

    def ask(self) -> None:
        """Ask for an address; the clipboard's, where it holds one and nothing else."""
        clipboard = QApplication.clipboard()
        self.ask_for(address_in(clipboard.text()))

    def ask_for(self, url: str) -> None:
        """Show whom fetching a page would ask, before it is fetched."""
        desk = self._host.desk
        if desk is None or desk.store.read_only is not None or not self._may_fetch():
            return
        role = Role.STORY if desk.session.story() is None else Role.SOURCE
        dialog = FetchDialog(url, role, self._known(desk), self._host.widget)
        dialog.answered.connect(self._fetch)
        dialog.open()

    def ask_linked(self) -> None:
        """Ask which page that the story links to is to be fetched."""
        desk = self._host.desk
        if desk is None or desk.store.read_only is not None or not self._may_fetch():
            return
        choices = self._linked(desk)
        if not choices:
            self._host.hint(self.tr("The story links to no page that the case lacks."))
            return
        dialog = ChooseDialog(
            self.tr("Which page do you want to fetch?"),
            self.tr("The story links to these, and the case does not have them. Nothing is asked for yet."),
            self.tr("Go on"),
            choices,
            self._host.widget,
        )
        dialog.answered.connect(self._ask_for_chosen)
        dialog.open()

    def switch(self) -> None:
        """Never fetch pages from now on, or allow it again."""
        settings = self._host.settings
        if is_forbidden_here():
            self._host.tell(self.tr("This computer is set up so that pages are never fetched."))
            return
        settings.never_fetch = not settings.never_fetch
        self._host.save_settings()
        self._host.hint(
            self.tr("Pages are never fetched from now on, not even when asked for.")
            if settings.never_fetch
            else self.tr("Pages are fetched again when you ask for one, and never else.")
        )

    def _may_fetch(self) -> bool:
        if is_forbidden_here():
            self._host.tell(FORBIDDEN)
        elif self._host.settings.never_fetch:
            words = self.tr(
                "Pages are never fetched, as you have set it. Save the page in a browser and import the file."
            )
            self._host.ask(words, self.tr("Allow it again"), self.switch)
        else:
            return True
        return False

    def _known(self, desk: Desk) -> frozenset[str]:
        urls = ((item.url, item.archived_url) for item in desk.session.documents())
        return frozenset(url for pair in urls for url in pair if url)

    def _linked(self, desk: Desk) -> list[tuple[str, object]]:
        """Links of the story to pages that no document of the case was read from."""
        story = desk.session.story()
        revision = desk.session.revision(story.id) if story else None
        if revision is None:
            return []
        known, found = self._known(desk), dict[str, str]()
        for link in desk.session.links_of(revision.id):
            if address_in(link.url) and link.url not in known:
                words = " ".join(link.passage.quote.exact.split())
                found.setdefault(link.url, words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…")
        return [(f"{words}  —  {urlsplit(url).hostname}", url) for url, words in found.items()]

    def _ask_for_chosen(self, answer: tuple[str]) -> None:
        self.ask_for(answer[0])

    def _fetch(self, wanted: Wanted) -> None:
        if desk := self._host.desk:
            desk.fetching.fetch(wanted.url, wanted.role)

    def _show_fetched(self, id: DocumentId) -> None:
        desk = self._host.desk
        document = desk.session.document(id) if desk else None
        if desk is not None and document is not None:
            desk.reading.show_document(id)
            words = self.tr("“{title}” was fetched and is in the case. Undo takes it out again.")
            self._host.hint(words.format(title=document.title or self.tr("Untitled")))
