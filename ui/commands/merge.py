"""Commands about merging a colleague's copy."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from ui.commands.host import Host
from ui.desk import Desk
from ui.jobs import Jobs
from ui.merging.dialog import MergeDialog
from ui.merging.work import Compared, compared
from workbench.backups import Reason
from workbench.change import Key
from workbench.merging.values import Choice


class MergeCommands(QObject):
    """Compares the case with a copy, lets the editor decide what clashes, and merges."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        # Not the desk's: who merges need not wait for claims to be compared with all passages.
        self._jobs = Jobs(self)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self._jobs.stop)

    def choose(self) -> None:
        """Ask which copy is to be merged."""
        desk = self._host.desk
        if desk is None:
            return
        dialog = QFileDialog(
            self._host.widget,
            self.tr("Merge a colleague’s copy"),
            str(desk.store.path.parent),
            self.tr("Twosource cases (*.twosource)"),
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._compare_name)
        dialog.open()

    def compare(self, path: Path) -> None:
        """Compare the case with a copy, and show what comes of it."""
        desk = self._host.desk
        if desk is None:
            return
        desk.evidence.settle()
        desk.card.settle()
        dialog = MergeDialog(path, self._host.look, self._host.widget)
        dialog.merge_wanted.connect(partial(self._back_up, desk, dialog))
        dialog.open()
        self._look(desk, dialog, path)

    def _look(self, desk: Desk, dialog: MergeDialog, path: Path) -> None:
        job = self._jobs.start(self._comparison(desk, path, {}))
        job.done.connect(dialog.show_compared)
        job.failed.connect(dialog.refuse)
        dialog.rejected.connect(job.cancel)

    def _comparison(self, desk: Desk, path: Path, choices: dict[Key, Choice]) -> partial[Compared]:
        open_copy = self._host.workshop.open_copy
        return partial(compared, desk.store, open_copy, path, choices, desk.session.stamp())

    def _back_up(self, desk: Desk, dialog: MergeDialog, choices: dict[Key, Choice]) -> None:
        """Back up first; then look again, since the case may have changed meanwhile, and write."""
        job = desk.keeping.back_up(Reason.MERGE)
        job.done.connect(partial(self._prepare, desk, dialog, choices))
        job.failed.connect(dialog.refuse)
        dialog.rejected.connect(job.cancel)

    def _prepare(self, desk: Desk, dialog: MergeDialog, choices: dict[Key, Choice], _backup: object) -> None:
        job = self._jobs.start(self._comparison(desk, dialog.path, choices))
        job.done.connect(partial(self._merge, desk, dialog))
        job.failed.connect(dialog.refuse)
        dialog.rejected.connect(job.cancel)

    def _merge(self, desk: Desk, dialog: MergeDialog, found: Compared) -> None:
        if found.ready.found.unsettled:
            dialog.show_compared(found)
            return
        done = desk.session.do(found.ready.change, found.ready.originals, merged=found.ready.found.lines)
        dialog.accept()
        if done:
            self._host.hint(self._summary(found))

    def _summary(self, found: Compared) -> str:
        merge = found.ready.found
        told = found.counts or self.tr("nothing new but what both have")
        words = self.tr("“{name}” is merged: {what}.").format(name=found.path.name, what=told)
        if merge.clashes:
            words += " " + self.tr("{count} decided by you.").format(count=len(merge.clashes))
        return " ".join((words, *merge.remarks, self.tr("Undo takes it back in one step.")))

    def _compare_name(self, name: str) -> None:
        self.compare(Path(name))
