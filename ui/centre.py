"""What stands in the middle of the window: the story, or a page in its place; a source beside either."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget


class Centre(QObject):
    """Swaps the story for a page and back. At most one page is shown; whoever made it keeps it."""

    changed = Signal()
    """Another page stands in the story's place, or none any more."""

    def __init__(self, splitter: QSplitter, story: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._splitter, self._story = splitter, story
        self._page: QWidget | None = None

    @property
    def page(self) -> QWidget | None:
        """What stands in the story's place; None while the story is shown."""
        return self._page

    def take_in(self, page: QWidget) -> None:
        """Give a page its place, unseen at first."""
        page.hide()
        self._splitter.insertWidget(0, page)

    def show(self, page: QWidget) -> None:
        """Show a page that was taken in, in place of the story or of another page."""
        if page is self._page:
            return
        (self._page or self._story).hide()
        self._page = page
        page.show()
        self.changed.emit()

    def leave(self, page: QWidget | None = None) -> None:
        """Show the story again. With `page`, only if it is that page that stands in its place."""
        if self._page is None or page not in (None, self._page):
            return
        self._page.hide()
        self._page = None
        self._story.show()
        self.changed.emit()


class PlaceInCentre(QObject):
    """Shows one page in place of the story when it is asked for; the page is made the first time."""

    page: QWidget | None = None

    def __init__(self, centre: Centre, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._centre = centre

    @property
    def is_shown(self) -> bool:
        """Whether the page stands in place of the story."""
        return self.page is not None and self._centre.page is self.page

    def toggle(self) -> None:
        """Show the page in place of the story, or the story again."""
        if self.is_shown:
            self.leave()
        else:
            self.show()

    def show(self) -> None:
        """Show the page in place of the story."""
        raise NotImplementedError

    def leave(self) -> None:
        """Show the story again, if the page stands in its place."""
        if self.page is not None:
            self._centre.leave(self.page)
