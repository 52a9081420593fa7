"""Asks for whom a whole pack is, and which folder it goes to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from ui.dialogs.choices import Box
from ui.dialogs.form import Form
from workbench.export.profiles import Profile


class PackDialog(Form):
    """Profile and folder. Answers the folder's `Path`; it is made when it is not there."""

    def __init__(self, case: Path, *, names_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case, self._names_open = case, names_open
        self.say(
            self.tr("Export a pack"),
            self.tr("Every format somebody may need, in one folder, with a list of what is what."),
            self.tr("Export"),
        )
        profiles = [
            (self.tr("For the desk"), Profile.DESK),
            (self.tr("For publication"), Profile.PUBLICATION),
            (self.tr("For the archive"), Profile.ARCHIVE),
        ]
        self._profile = Box(profiles, Profile.DESK, self)
        self.add_row(self.tr("Pack"), self._profile)
        self._told = QLabel(self)
        self._told.setProperty("role", "muted")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._told.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.fields.addRow("", self._told)
        self._names = QCheckBox(self.tr("Also the real names of protected sources, in plain words"), self)
        self._names.setAccessibleName(self._names.text())
        self.fields.addRow("", self._names)
        self._folder = QLineEdit(self)
        self._folder.setAccessibleName(self.tr("Folder"))
        self.fields.addRow(self.tr("Folder"), self._folder_row())
        self._profile.currentIndexChanged.connect(self._follow)
        self._folder.textChanged.connect(self.watch)
        self._follow()

    def answer(self) -> Path | None:
        """The folder; None while the one it would lie in is not there, or something else has its name."""
        path = Path(self._folder.text().strip()).expanduser()
        fits = path.name and path.parent.is_dir() and (path.is_dir() or not path.exists())
        return path if fits else None

    @property
    def profile(self) -> Profile:
        """For whom the pack is."""
        return self._profile.chosen()

    @property
    def real_names(self) -> bool:
        """Whether the real names of protected sources go along."""
        return self.profile is Profile.ARCHIVE and self._names_open and self._names.isChecked()

    def choose(self, profile: Profile) -> None:
        """Choose for whom it is."""
        self._profile.choose(profile)

    def _follow(self, *_: object) -> None:
        self._told.setText(self._words())
        archive = self.profile is Profile.ARCHIVE
        self._names.setVisible(archive and self._names_open)
        self._names.setChecked(False)
        name = f"{self._case.stem} {self.profile.value} pack"
        self._folder.setText(str(self._case.with_name(name)))
        self.watch()

    def _words(self) -> str:
        match self.profile:
            case Profile.PUBLICATION:
                return self.tr(
                    "Only claims marked for publication that have a verdict. No names or answers given in "
                    "confidence, no notes, nothing of how the desk works."
                )
            case Profile.ARCHIVE:
                return self.tr(
                    "Everything: what was said in confidence and by whom, the whole history, every original "
                    "file, the case itself. Whoever can open this folder can read all of it."
                )
        return self.tr(
            "All claims, and what was said in confidence. Never the real name of a protected source."
        )

    def _folder_row(self) -> QHBoxLayout:
        browse = QPushButton(self.tr("Choose…"), self)
        browse.setAccessibleName(self.tr("Choose the folder"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._folder, 1)
        row.addWidget(browse)
        return row

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.windowTitle(), self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()
