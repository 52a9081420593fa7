"""Asks in what form, for whom and where to a summary goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui.dialogs.choices import Box
from ui.dialogs.file_row import FileRow
from ui.dialogs.form import Form
from ui.dialogs.format_list import FormatList
from workbench.export.formats import WHOLE_CASE, ending_of
from workbench.export.profiles import Profile

_READERS_ONLY = "jsonld"
_NOT_FOR_READERS = "docx"


class ExportDialog(Form):
    """Format, reader and file of an export. Answers the `Path`, whose ending names the format."""

    def __init__(self, suggested: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Export"),
            self.tr("Claims, verdicts, evidence and what is still open, in one file."),
            self.tr("Export"),
        )
        self._format = FormatList(ending_of(suggested.name) or "", self)
        self.add_row(self.tr("Format"), self._format)
        self._reader = Box(self._readers(), None, self)
        self.add_row(self.tr("For"), self._reader)
        self._told = QLabel(self)
        self._told.setProperty("role", "muted")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.fields.addRow("", self._told)
        self._file = QLineEdit(str(suggested), self)
        self._file.setAccessibleName(self.tr("File"))
        self.fields.addRow(self.tr("File"), FileRow(self, self._file))
        self._format.currentItemChanged.connect(self._follow_format)
        self._reader.currentIndexChanged.connect(self._follow_reader)
        self._file.textChanged.connect(self.watch)
        self._follow_format()

    def answer(self) -> Path | None:
        """The file to write; None while its folder does not exist, or the format is not for such readers."""
        path = Path(self._file.text().strip()).expanduser()
        fits = path.name and path.parent.is_dir() and not path.is_dir()
        return path if fits and not self._unfitting() else None

    @property
    def profile(self) -> Profile | None:
        """For whom it is; None for the author and colleagues."""
        return self._reader.chosen()

    def choose(self, ending: str) -> None:
        """Choose a format by how its files end."""
        self._format.choose(ending)

    def choose_reader(self, profile: Profile | None) -> None:
        """Choose for whom it is."""
        self._reader.choose(profile)

    def _readers(self) -> list[tuple[str, Profile | None]]:
        return [
            (self.tr("The author and colleagues"), None),
            (self.tr("The desk"), Profile.DESK),
            (self.tr("Readers"), Profile.PUBLICATION),
            (self.tr("The archive"), Profile.ARCHIVE),
        ]

    def _who(self) -> str:
        match self.profile:
            case Profile.DESK:
                return self.tr("Also what was said in confidence; never the real name of a protected source.")
            case Profile.PUBLICATION:
                return self.tr("Only claims marked for publication, and nothing of how the desk works.")
            case Profile.ARCHIVE:
                return self.tr("Everything the case knows, confidences included. Keep it locked away.")
        return self.tr("All claims; nothing that was said in confidence.")

    def _unfitting(self) -> str:
        """Why the format cannot be had for such readers; empty when it can."""
        ending = self._format.chosen().ending
        if ending == _NOT_FOR_READERS and self.profile is Profile.PUBLICATION:
            return self.tr("The text with the desk’s comments is not for readers. Choose the Word summary.")
        return ""

    def _follow_format(self, *_: object) -> None:
        ending = self._format.chosen().ending
        forced = {WHOLE_CASE: Profile.ARCHIVE, _READERS_ONLY: Profile.PUBLICATION}.get(ending)
        self._reader.setEnabled(forced is None)
        if forced is not None:
            self._reader.choose(forced)
        path = Path(self._file.text().strip() or "summary")
        known = ending_of(path.name)
        stem = path.name[: -len(known) - 1] if known else path.stem
        self._file.setText(str(path.with_name(f"{stem}.{ending}")))
        self._follow_reader()

    def _follow_reader(self, *_: object) -> None:
        self._told.setText(self._unfitting() or f"{self._format.chosen().what} {self._who()}")
        self.watch()
