"""Asks for the address of a page, and says whom fetching it would ask."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.dialogs.choices import role_box
from ui.dialogs.form import Form
from workbench.errors import WorkbenchError
from workbench.model import Role


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page that is to be fetched, and what it is to be used as."""

    url: str
    role: Role


class FetchDialog(Form):
    """An address, and the host that will be asked. Answers `Wanted`; nothing is asked before."""

    def __init__(
        self, url: str, role: Role, known: Collection[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._known = known
        self.say(self.tr("Fetch a page"), self._told(""), self.tr("Fetch"))
        self._url = self.add_line(self.tr("Web address"), url, "https://")
        self._role = role_box(role, self)
        self.add_row(self.tr("Use it as"), self._role)
        self._url.textChanged.connect(self.watch)
        self._url.selectAll()
        self.watch()

    def answer(self) -> Wanted | None:
        """The page; None while it is no address."""
        url = self._url.text().strip()
        return Wanted(url, self._role.chosen()) if self._host(url) else None

    def watch(self, *_: object) -> None:
        """Say whom fetching would ask."""
        super().watch()
        self.words.setText(self._told(self._url.text().strip()))
        self.grow()

    def _told(self, url: str) -> str:
        host = self._host(url)
        if not host:
            return self.tr("Nothing is asked for before you press Fetch. An address begins with https://.")
        words = self.tr(
            "Twosource will ask “{host}” for this page, and whichever host it leads on to. They learn this "
            "computer’s address and that somebody wanted the page. It is kept as it came, with the time."
        ).format(host=host)
        if url in self._known:
            words += " " + self.tr("The case has this page already; fetched again, it comes in once more.")
        return words

    def _host(self, url: str) -> str:
        from workbench.fetching.guard import parts

        try:
            return parts(url).hostname or "" if url else ""
        except WorkbenchError:
            return ""
