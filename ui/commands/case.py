"""Commands about the case: making, opening, copying."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from ui.commands.host import Host
from ui.dialogs.checker import CheckerDialog
from ui.sample import sample_case
from workbench.change import Stamp
from workbench.errors import WorkbenchError
from workbench.model import Case, CaseId
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
