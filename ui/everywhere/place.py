"""The search page in place of the story: when it is shown, what is asked, and where its answers lead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.centre import Centre, PlaceInCentre
from ui.everywhere.asking import Asking
from ui.seams import SharedStore
from ui.session import Session
from ui.theme.look import Look
from workbench.change import Key
from workbench.model import SavedSearch

if TYPE_CHECKING:
    from ui.everywhere.page import EverywherePage


class EverywherePlace(PlaceInCentre):
    """Swaps story and search, and remembers what was asked and where one came from. Writes nothing."""

    opened = Signal(object)
    """A `Hit` to be gone to."""
    save_wanted = Signal(str)
    """What is typed, to be kept under a name."""
    rename_wanted = Signal(object)
    remove_wanted = Signal(object)
    """A `SavedSearch`."""

    def __init__(
        self, session: Session, store: SharedStore, look: Look, centre: Centre, parent: QObject | None = None
    ) -> None:
        super().__init__(centre, parent)
        self._session, self._store, self._look = session, store, look
        self.asking = Asking(session, store, self)
        self.page: EverywherePage | None = None
        self._before: tuple[QWidget | None, QWidget | None] = (None, None)
        session.changed.connect(self._follow)
        session.story_changed.connect(self._ask_again)

    def searches(self) -> Sequence[SavedSearch]:
        """The searches that are kept in the case."""
        return self._session.saved_searches()

    def show(self, typed: str | None = None) -> None:
        """Show the search, ready to type, or with a question asked."""
        page = self.page or self._make_page()
        if not self.is_shown:
            self._before = (self._centre.page, page.window().focusWidget())
            self._centre.show(page)
            self._show_searches()
            self.asking.ask(page.typed)  # nothing typed yet: the case is read meanwhile
        if typed is not None:
            page.type(typed)
        else:
            page.take_keyboard()

    def leave(self) -> None:
        """Go back to where one was."""
        if not self.is_shown:
            return
        page, focus = self._before
        if page is not None:
            self._centre.show(page)
        else:
            self._centre.leave(self.page)
        if focus is not None and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Stop, before the case is closed."""
        self.asking.close()

    def _make_page(self) -> EverywherePage:
        from ui.everywhere.page import EverywherePage

        page = self.page = EverywherePage(self._session, self._look)
        self._centre.take_in(page)
        page.asked.connect(self.asking.ask)
        page.opened.connect(self.opened)
        page.closed.connect(self.leave)
        page.save_wanted.connect(self._want_to_save)
        page.saved.rename_wanted.connect(self.rename_wanted)
        page.saved.remove_wanted.connect(self.remove_wanted)
        self.asking.answered.connect(page.show_answer)
        return page

    def _follow(self, keys: frozenset[Key]) -> None:
        if any(key.kind is SavedSearch for key in keys):
            self._show_searches()
        self._ask_again()

    def _ask_again(self) -> None:
        if self.page is not None and self.is_shown and self.page.typed:
            self.asking.again()

    def _show_searches(self) -> None:
        if self.page is not None:
            self.page.show_searches(self.searches(), may_change=self._store.read_only is None)

    def _want_to_save(self) -> None:
        if self.page is not None and self.page.typed:
            self.save_wanted.emit(self.page.typed)
