"""A page fetched by the worker and taken into the case; nothing here begins by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.checking import Checking
from ui.steps import Step
from workbench.errors import WorkbenchError
from workbench.model import DocumentId, Role
from workbench.progress import Progress

if TYPE_CHECKING:
    from workbench.reading import Reading


class Fetching(QObject):
    """Fetches the page that the editor asked for, and tells what became of it."""

    fetched = Signal(object)
    """`DocumentId` of the page, which is in the case now."""
    refused = Signal(str)
    """Why it could not be had; nothing was kept."""

    def __init__(self, checking: Checking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checking = checking

    def fetch(self, url: str, role: Role) -> None:
        """Fetch a page, among the other work; the status line shows how far it is and can stop it."""
        words = self.tr("Fetching from {host}")
        work, finish = partial(_work, url, words), partial(self._finish, role)
        self._checking.steps.add(Step(("fetch", url), words.format(host=url[:60]), work, finish))

    def _finish(self, role: Role, found: Reading | str) -> None:
        if isinstance(found, str):
            self.refused.emit(found)
            return
        document: DocumentId | None = self._checking.take_in(found, role)
        if document is not None:
            self.fetched.emit(document)


def _work(url: str, words: str, progress: Progress) -> Reading | str:
    from workbench.fetching import read_page

    def tell(done: int, total: int, doing: str) -> None:
        progress(done, total, words.format(host=doing))

    try:
        return read_page(url, tell)
    except WorkbenchError as error:
        return str(error)
