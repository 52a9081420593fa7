"""Commands about the search over everything in the case, and the searches that are kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from ui.commands.host import Host
from ui.desk import Desk
from ui.dialogs.name_search import NameSearchDialog
from ui.everywhere.going import Going
from ui.palette import Target
from workbench.everywhere import saving
from workbench.everywhere.answer import Hit
from workbench.model import SavedSearch, SearchId


class EverywhereCommands(QObject):
    """Opens the search, goes to what was found, keeps searches under a name."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._going: Going | None = None

    def listen_to(self, desk: Desk) -> None:
        """Do what is asked for on the search page of a case."""
        going = self._going = Going(desk)
        going.told.connect(self._host.hint)
        going.claim_shown.connect(self._host.show_evidence)
        going.page_shown.connect(self._host.show_claims)
        place = desk.everywhere
        place.opened.connect(self.go)
        place.save_wanted.connect(self._ask_name)
        place.rename_wanted.connect(self._ask_new_name)
        place.remove_wanted.connect(self._remove)

    @property
    def going(self) -> Going | None:
        """What leads to the things of the open case."""
        return self._going

    def open(self) -> None:
        """Show the search, ready to type."""
        if desk := self._host.desk:
            desk.everywhere.show()

    def ask_saved(self, search: SavedSearch) -> None:
        """Ask what was kept."""
        if desk := self._host.desk:
            desk.everywhere.show(saving.typed_as(search))

    def go(self, hit: Hit) -> None:
        """Go to what was found."""
        if self._going is not None:
            self._going.go(hit.entry)

    def targets(self) -> list[Target]:
        """The searches that are kept, for the command palette."""
        if (desk := self._host.desk) is None:
            return []
        icon = self._host.look.icon("star")
        return [
            Target(
                self.tr("Search: {name}").format(name=search.name),
                self.tr("Saved search"),
                partial(self.ask_saved, search),
                icon,
            )
            for search in desk.everywhere.searches()
        ]

    def save_as(self, typed: str, name: str) -> None:
        """Keep a search under a name."""
        if desk := self._host.desk:
            session = desk.session
            known = desk.everywhere.searches()
            session.do(saving.save(typed, name, known, SearchId(session.new_id()), session.stamp()))

    def _ask_name(self, typed: str) -> None:
        dialog = NameSearchDialog(typed, parent=self._host.widget)
        dialog.answered.connect(partial(self.save_as, typed))
        dialog.open()

    def _ask_new_name(self, search: SavedSearch) -> None:
        dialog = NameSearchDialog(saving.typed_as(search), search.name, self._host.widget)
        dialog.answered.connect(partial(self._rename, search))
        dialog.open()

    def _rename(self, search: SavedSearch, name: str) -> None:
        if desk := self._host.desk:
            desk.session.do(saving.rename(search, name, desk.session.stamp()))

    def _remove(self, search: SavedSearch) -> None:
        if desk := self._host.desk:
            desk.session.do(saving.remove(search, desk.session.stamp()))
