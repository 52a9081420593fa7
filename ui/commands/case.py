"""Commands about the case: making, opening, copying, exporting."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from ui.commands.host import Host
from ui.desk import Desk
from ui.dialogs.checker import CheckerDialog
from ui.dialogs.export import ExportDialog
from ui.sample import sample_case
from workbench.change import Stamp
from workbench.errors import WorkbenchError
from workbench.model import Case, CaseId, DocumentId
from workbench.progress import Progress
from workbench.standing import Standing

SUFFIX = ".twosource"


class CaseCommands(QObject):
    """Acts on the case file."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host

    def ask_checker(self) -> None:
        """Ask who is checking."""
        dialog = CheckerDialog(self._host.settings.checker, self._host.widget)
        dialog.answered.connect(self._take_checker)
        dialog.open()

    def new(self) -> None:
        """Ask where the new case is to lie, and make it."""
        dialog = self._file_dialog(self.tr("New case"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.fileSelected.connect(self.create)
        dialog.open()

    def open(self) -> None:
        """Ask which case to open."""
        dialog = self._file_dialog(self.tr("Open case"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open)
        dialog.open()

    @Slot(str)
    def create(self, name: str) -> None:
        """Make a case file and put it on the desk."""
        path = Path(name)
        stamp = Stamp(self._host.settings.signature, datetime.now(UTC))
        case = Case(CaseId(uuid4().hex), path.stem, "two-source", stamp.at)
        try:
            store = self._host.workshop.create_case(path, case, stamp)
        except WorkbenchError as error:
            self._host.tell(str(error))
            return
        self._host.show_case(store)

    def open_sample(self) -> None:
        """Put the editor's copy of the sample case on the desk."""
        try:
            self._host.open_path(sample_case())
        except OSError as error:
            self._host.tell(
                self.tr("The sample case could not be put in place ({reason}).").format(reason=error.strerror)
            )

    def save_copy(self) -> None:
        """Ask where a copy of the case is to lie."""
        dialog = self._file_dialog(self.tr("Save a copy of the case"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.fileSelected.connect(self._save_copy)
        dialog.open()

    def close(self) -> None:
        """Put the case away; everything in it is saved."""
        self._host.put_case_away()

    def quit(self) -> None:
        """Close the window."""
        self._host.widget.close()

    def export(self) -> None:
        """Ask in what form and where to the summary goes."""
        if (desk := self._host.desk) is None:
            return
        desk.evidence.settle()
        desk.card.settle()
        suggested = desk.store.path.with_suffix(".html")
        dialog = ExportDialog(suggested, self._host.widget)
        dialog.answered.connect(partial(self._export_as, dialog))
        dialog.open()

    def export_to(self, path: Path, *, internal: bool = False) -> None:
        """Write the summary in the worker thread; `internal` tells what was said in confidence as well."""
        desk = self._host.desk
        story = desk.session.story() if desk else None
        if desk is None or story is None:
            return
        job = desk.jobs.start(partial(_export, desk, story.id, path, internal))
        job.done.connect(self._say_exported)
        job.failed.connect(self._host.tell)

    def _export_as(self, dialog: ExportDialog, path: Path) -> None:
        self.export_to(path, internal=dialog.internal)

    def _say_exported(self, path: Path) -> None:
        if desk := self._host.desk:
            desk.witness.note()
        self._host.hint(self.tr("The summary is written: {path}").format(path=path))

    def _take_checker(self, name: str) -> None:
        self._host.settings.checker = name
        self._host.save_settings()
        if desk := self._host.desk:
            desk.session.checker = name

    def _open(self, name: str) -> None:
        self._host.open_path(Path(name))

    def _save_copy(self, name: str) -> None:
        if desk := self._host.desk:
            try:
                desk.store.save_copy(Path(name))
            except WorkbenchError as error:
                self._host.tell(str(error))
            else:
                desk.witness.note_copy(Path(name))
                told = self.tr("A copy of the case is in {path}").format(path=name)
                if desk.names.exists:
                    apart = self.tr(
                        "The real names stay in “{file}” beside the original; no copy was made of them."
                    )
                    told = f"{told}. {apart.format(file=desk.names.path.name)}"
                if desk.store.standing() is Standing.ASTRAY:
                    self._host.ask(told, self.tr("Go on in the copy"), partial(self._open, name))
                else:
                    self._host.hint(told)

    def _file_dialog(self, title: str) -> QFileDialog:
        desk = self._host.desk
        last = desk.store.path.parent if desk else Path.home()
        pattern = self.tr("Twosource cases (*{suffix})").format(suffix=SUFFIX)
        return QFileDialog(self._host.widget, title, str(last), pattern)


def _export(desk: Desk, story: DocumentId, path: Path, internal: bool, progress: Progress) -> Path:
    """Write the summary; runs in the worker thread, on a reader of its own."""
    from ui.export.files import format_of, write_summary
    from workbench.export.report import build_report

    format = format_of(path)
    progress(0, 0, f"Writing {path.name}")
    store = desk.store.reader()
    try:
        write_summary(build_report(store, datetime.now(UTC), story, internal=internal), path, format)
    finally:
        store.close()
    return path
