"""Commands about back-up that is no text: taking it in, opening its file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ui.commands.host import Host
from ui.desk import Desk
from workbench.model import Document, Medium


class LoggedCommands(QObject):
    """Acts on the open case; without one, nothing happens."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host

    def listen_to(self, desk: Desk) -> None:
        """Answer what comes up on a desk."""
        logged = desk.logged
        logged.failed.connect(self._host.tell)
        logged.taken.connect(self._show_taken)
        logged.ready.connect(self._open)
        logged.not_it.connect(self._tell_not_it)
        logged.form.open_wanted.connect(self.open_file)
        logged.form.find_wanted.connect(self.find_file)
        logged.form.copy_wanted.connect(self.save_copy)
        desk.taking.keepable.connect(self._offer)

    def add(self) -> None:
        """Ask which files to keep as back-up."""
        dialog = QFileDialog(self._host.widget, self.tr("Add back-up that is no text"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._add)
        dialog.open()

    def open_file(self) -> None:
        """Hand the file shown to the program that the system opens such files with; asked once."""
        document = self._shown()
        if document is None:
            return
        if document.medium is Medium.FILE:
            words = self.tr("Twosource opens recordings, pictures and pages only. Save a copy of “{name}”.")
            self._host.tell(words.format(name=document.filename))
        elif self._host.settings.opens_files:
            self._go_on_opening()
        else:
            words = self.tr(
                "“{name}” will be opened by another program on this computer. Twosource has not looked at it "
                "for harm: open only what comes from somebody you trust."
            )
            self._host.ask(words.format(name=document.filename), self.tr("Open it"), self._agree)

    def find_file(self) -> None:
        """Ask where the file lies that is too large for the case."""
        document = self._shown()
        if document is not None:
            dialog = QFileDialog(self._host.widget, self.tr("Find “{name}”").format(name=document.filename))
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.selectFile(document.filename)
            dialog.filesSelected.connect(self._find)
            dialog.open()

    def save_copy(self) -> None:
        """Ask where to write a copy of the file shown."""
        document = self._shown()
        if document is not None and document.original is not None:
            dialog = QFileDialog(self._host.widget, self.tr("Save a copy"))
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(document.filename)
            dialog.fileSelected.connect(self._save)
            dialog.open()

    def _shown(self) -> Document | None:
        document = self._host.desk.logged.document if self._host.desk else None
        if document is None:
            self._host.hint(self.tr("Show a recording, a picture or scanned pages beside the story first."))
        return document

    def _add(self, names: Sequence[str]) -> None:
        self.keep([Path(name) for name in names])

    def _find(self, names: Sequence[str]) -> None:
        if desk := self._host.desk:
            desk.logged.find_file(Path(names[0]))

    def _save(self, name: str) -> None:
        if desk := self._host.desk:
            desk.logged.write_copy(Path(name))

    def _agree(self) -> None:
        self._host.settings.opens_files = True
        self._host.save_settings()
        self._go_on_opening()

    def _go_on_opening(self) -> None:
        if (desk := self._host.desk) and not desk.logged.open_file():
            self.find_file()

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._host.tell(
                self.tr(
                    "No program on this computer opens “{name}”. Save a copy and look at it elsewhere."
                ).format(name=path.name)
            )

    def _tell_not_it(self, name: str) -> None:
        self._host.tell(
            self.tr(
                "“{name}” is not the file that was added: its fingerprint differs. Nothing was changed."
            ).format(name=name)
        )

    def _show_taken(self, document: Document) -> None:
        """A file that has come in is shown, so that its log can be begun."""
        if desk := self._host.desk:
            desk.reading.show_document(document.id)
        if document.outside is not None:
            words = self.tr(
                "“{name}” is larger than 50 MB, so only its name, size and fingerprint are kept. The file "
                "stays where it is: do not delete it."
            )
            self._host.tell(words.format(name=document.filename))

    def offer(self, sentence: str, paths: Sequence[Path]) -> None:
        """Tell why files could not be read in, and offer to keep those that are of use all the same."""
        if not paths:
            self._host.tell(sentence)
            return
        answer = (
            self.tr("Keep it as back-up")
            if len(paths) == 1
            else self.tr("Keep {count} files as back-up").format(count=len(paths))
        )
        self._host.ask(sentence, answer, partial(self.keep, tuple(paths)))

    def keep(self, paths: Sequence[Path]) -> None:
        """Take files in as back-up."""
        if desk := self._host.desk:
            desk.logged.add_files(paths)

    def _offer(self, sentence: str, path: Path) -> None:
        self.offer(sentence, (path,))
