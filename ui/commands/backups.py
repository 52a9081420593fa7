"""Commands about earlier states of the case, and about the folder it lies in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from ui.backups.rescue import RescueDialog
from ui.backups.states import StatesDialog
from ui.backups.words import day_words, moment_words
from ui.commands.host import Host
from ui.jobs import Job, Jobs
from ui.workshop import Workshop
from workbench.backups import Backup, Backups, State
from workbench.errors import WorkbenchError
from workbench.progress import Progress

T = TypeVar("T")


class BackupsCommands(QObject):
    """Shows, looks at and goes back to earlier states; what takes long is done in a worker of its own."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._jobs = Jobs(self)

    def show(self) -> None:
        """Offer the earlier states of the case."""
        if desk := self._host.desk:
            path = self._host.past.today or desk.store.path
            file = desk.store.file if self._host.past.today is None else None
            self._offer(path, file)

    def fetch(self, path: Path) -> None:
        """Bring a case to this computer, then open it."""
        job = self._jobs.start(partial(_fetch, self._host.workshop, path))
        self._host.status.work(0, 0, self.tr("Copying “{name}” to this computer…").format(name=path.name))
        job.ended.connect(self._host.status.rest)
        job.done.connect(partial(self._open_fetched, path))
        job.failed.connect(partial(self._open_fetched, path))

    def rescue(self, path: Path, sentence: str) -> None:
        """Offer the newest sound state of a case that could not be opened, if there is one."""
        job = self._start(lambda backups: backups.newest_sound(path))
        job.done.connect(partial(self._offer_newest, path, sentence))

    def go_back(self, path: Path, backup: Backup) -> None:
        """Put a backup in the place of the case, and open it."""
        if self._host.desk is not None:
            self._host.put_case_away()
        job = self._start(lambda backups: backups.go_back(path, backup, datetime.now(UTC)))
        job.done.connect(partial(self._show_gone_back, path, backup))
        job.failed.connect(partial(self._stay, path))

    def look_at(self, path: Path, backup: Backup) -> None:
        """Show a copy of a backup, for reading only."""
        job = self._start(lambda backups: backups.copy_of(path, backup))
        job.done.connect(partial(self._show_copy, path, backup))
        job.failed.connect(self._host.tell)

    def work_in_place(self) -> None:
        """Work on the cases of this folder where they lie, or in local copies again."""
        if (desk := self._host.desk) is None:
            return
        path, in_place = desk.store.path, self._host.settings.in_place
        folder = str(path.parent)
        if folder in in_place:
            in_place.remove(folder)
        elif desk.store.file == path:
            self._host.hint(self.tr("The cases in this folder are worked on where they lie already."))
            return
        else:
            in_place.append(folder)
        self._host.save_settings()
        self._host.put_case_away()
        self._host.open_path(path)
        self._host.hint(
            self.tr("The cases in this folder are worked on where they lie now.")
            if folder in in_place
            else self.tr("The cases in this folder are worked on in a copy on this computer again.")
        )

    def _open_fetched(self, path: Path, _nothing: object) -> None:
        """What went wrong on the way, the opening tells."""
        self._host.open_near(path)

    def _offer(self, path: Path, file: Path | None) -> None:
        dialog = StatesDialog(path.stem, datetime.now(UTC), self._host.widget)
        dialog.look_wanted.connect(partial(self.look_at, path))
        dialog.return_wanted.connect(partial(self.go_back, path))
        job = self._start(lambda backups: backups.states(path, file))
        job.done.connect(dialog.show_states)
        job.failed.connect(self._host.tell)
        dialog.open()

    def _offer_newest(self, path: Path, sentence: str, state: State | None) -> None:
        if state is None:
            return
        dialog = RescueDialog(sentence, state, datetime.now(UTC), self._host.widget)
        dialog.answered.connect(partial(self.go_back, path))
        dialog.look_wanted.connect(partial(self.look_at, path))
        dialog.open()

    def _show_gone_back(self, path: Path, backup: Backup, aside: Path | None) -> None:
        self._host.open_path(path)
        if desk := self._host.desk:
            desk.witness.settle()
        told = self.tr("This is the case as it was on {moment}.").format(
            moment=moment_words(backup.at, datetime.now(UTC))
        )
        kept = (
            self.tr("The damaged file is kept beside it: {name}").format(name=aside.name)
            if aside is not None
            else self.tr("What it was before is among the earlier states.")
        )
        self._host.hint(f"{told} {kept}")

    def _stay(self, path: Path, sentence: str) -> None:
        self._host.open_path(path)
        self._host.tell(sentence)

    def _show_copy(self, path: Path, backup: Backup, copy: Path) -> None:
        words = self.tr("The case as it was on {day} at {time}, to look at.").format(
            day=day_words(backup.at), time=f"{backup.at.astimezone():%H:%M}"
        )
        try:
            store = self._host.workshop.open_past(copy, words)
        except WorkbenchError as error:
            self._host.tell(str(error))
            return
        self._host.show_past(store, words, path)

    def _start(self, work: Callable[[Backups], T]) -> Job:
        return self._jobs.start(partial(_work, work, self._host.workshop.backups()))


def _fetch(workshop: Workshop, path: Path, _progress: Progress) -> None:
    workshop.fetch(path)


def _work(work: Callable[[Backups], T], backups: Backups, _progress: Progress) -> T:
    return work(backups)
