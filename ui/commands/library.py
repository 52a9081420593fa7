"""Commands about the library, and the search by hand that looks into it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.commands.host import Host
from ui.dialogs.library import LibraryDialog
from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from ui.seams import SharedStore
    from workbench.reading import Reading


class LibraryCommands(QObject):
    """Acts on the articles kept across cases."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._dialog: LibraryDialog | None = None

    def search(self) -> None:
        """Search all documents, and the library, for words."""
        if desk := self._host.desk:
            self._host.show_evidence()
            desk.right.open_search()

    def bring(self) -> None:
        """Bring the article of the current passage into the case, if it is one of the library."""
        desk = self._host.desk
        if desk is None:
            return
        brought = desk.search.bring_current() if desk.right.is_searching else desk.evidence.bring_current()
        if not brought:
            self._host.hint(self.tr("Choose a passage from your library first, then bring its article in."))

    def show(self) -> None:
        """List the articles."""
        if self._dialog is None:
            self._dialog = LibraryDialog(self._host.librarian, self._host.look, self._host.widget)
            self._dialog.files_wanted.connect(self.add_files)
            self._dialog.folder_wanted.connect(self.add_folder)
            self._dialog.brought.connect(self._bring_articles)
        self._dialog.show()
        self._dialog.activateWindow()

    def add_case(self) -> None:
        """Keep the documents of the case; those that are there already are left."""
        if desk := self._host.desk:
            self._host.librarian.add_readings(partial(_readings, desk.store))

    def add_files(self) -> None:
        """Ask which files to keep."""
        from workbench.reading import SUFFIXES

        dialog = self._ask(self.tr("Add files to the library"), QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        dialog.setNameFilters(
            [self.tr("Texts ({patterns})").format(patterns=patterns), self.tr("All files (*)")]
        )
        dialog.open()

    def add_folder(self) -> None:
        """Ask for a folder whose files to keep, those in the folders within it too."""
        self._ask(self.tr("Add a folder to the library"), QFileDialog.FileMode.Directory).open()

    def rebuild(self) -> None:
        """Make the indexes anew from the articles."""
        self._host.librarian.rebuild()

    def choose_folder(self) -> None:
        """Ask in which folder the library lies, or is to be made."""
        title = self.tr("Use a library in another folder")
        dialog = QFileDialog(self._host.widget, title, str(self._host.settings.library_folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.use)
        dialog.open()

    def use_usual(self) -> None:
        """Use the library in its usual place again."""
        self.use("")

    def use(self, folder: str) -> None:
        """Use the library in a folder; "" for the usual one."""
        self._host.settings.library = folder
        self._host.save_settings()
        self._host.librarian.look_again()
        path = self._host.settings.library_folder
        self._host.hint(self.tr("The library is now the one in {path}").format(path=path))

    def take(self, names: Sequence[str]) -> None:
        """Read files and folders in and keep them."""
        from workbench.reading import files_in

        found: dict[Path, None] = {}
        for name in names:
            try:
                found |= dict.fromkeys(files_in(Path(name)))
            except WorkbenchError as error:
                self._host.tell(str(error))
        if found:
            self._host.librarian.add_files(tuple(found))

    def _bring_articles(self, articles: Sequence[object]) -> None:
        if desk := self._host.desk:
            for article in articles:
                desk.bringing.bring_article(article)  # type: ignore[arg-type]  # a signal carries objects

    def _ask(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._host.widget, title)
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(self.take)
        return dialog


def _readings(store: SharedStore) -> list[Reading]:
    """The documents of a case as readings; for the worker thread, on a reader of its own."""
    from workbench.documents import reading_of
    from workbench.model import Document

    reader = store.reader()
    try:
        found = [reading_of(document, reader) for document in reader.all(Document)]
    finally:
        reader.close()
    return [reading for reading in found if reading is not None]
