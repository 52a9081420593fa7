"""Commands about the history, the case as it was, and what was removed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.commands.host import Host
from ui.seams import SharedStore
from workbench.errors import WorkbenchError
from workbench.progress import Progress

if TYPE_CHECKING:
    from ui.history.entries import Entry
    from ui.trash.dialog import TrashDialog


class HistoryCommands(QObject):
    """Shows what was done, brings back what was removed, opens the case as it was."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._folder: TemporaryDirectory[str] | None = None
        self._number = 0
        self._trash: TrashDialog | None = None
        host.past.left.connect(self.back)

    def toggle(self) -> None:
        """Show the history in place of the story, or the story again."""
        if desk := self._host.desk:
            desk.history.toggle()

    def of_claim(self) -> None:
        """Show the history of the current claim alone."""
        desk = self._host.desk
        if desk is not None and desk.session.current:
            desk.history.show_claim(desk.session.current)

    def show_trash(self) -> None:
        """Show what was removed and set aside, in a window of its own."""
        from ui.trash.dialog import TrashDialog

        if desk := self._host.desk:
            dialog = TrashDialog(desk.session, desk.store, self._host.look, self._host.widget)
            dialog.told.connect(self._host.hint)
            dialog.failed.connect(self._host.tell)
            desk.destroyed.connect(dialog.close)
            dialog.open()

    def open_past(self, entry: Entry) -> None:
        """Write the case as it was after an event, in the worker, and show that."""
        desk = self._host.desk
        if desk is None:
            return
        desk.evidence.settle()
        desk.card.settle()
        folder = TemporaryDirectory(prefix="twosource-", ignore_cleanup_errors=True)
        path = Path(folder.name) / desk.store.path.name
        job = desk.jobs.start(partial(_write_past, desk.store, entry.number, path))
        job.progressed.connect(self._host.status.work)
        job.ended.connect(self._host.status.rest)
        job.failed.connect(self._host.tell)
        job.done.connect(partial(self._show_past, entry, folder, desk.store.path))

    def back(self) -> None:
        """Show the case as it is today, with the history where one came from."""
        today = self._host.past.today
        if today is None:
            return
        self._host.open_path(today)
        self._clean_up()
        if (desk := self._host.desk) and desk.store.path == today:
            desk.history.show(self._number)

    def _show_past(self, entry: Entry, folder: TemporaryDirectory[str], shown: Path, path: Path) -> None:
        from ui.history.details import moment_words

        desk, host = self._host.desk, self._host
        if desk is None or desk.store.path != shown:
            return  # Another case was opened meanwhile.
        today = host.past.today or shown
        what = entry.what(desk.history.numbers())
        sentence = self.tr(
            "This is the case as it was on {when}, after this step: {what}. It cannot be changed."
        )
        sentence = sentence.replace("{when}", moment_words(entry.at)).replace("{what}", what)
        try:
            store = host.workshop.open_past(path, sentence)
        except WorkbenchError as error:
            host.tell(str(error))
            return
        host.show_past(store, sentence, today)
        self._clean_up()
        self._folder, self._number = folder, entry.number

    def _clean_up(self) -> None:
        """Leave nothing of an earlier state behind."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def _write_past(store: SharedStore, number: int, path: Path, progress: Progress) -> Path:
    progress(0, 0, "Looking back")
    reader = store.reader()
    try:
        reader.write_past(number, path)
    finally:
        reader.close()
    return path
