"""The row of a form that takes a file to be written: its name, and a button to look for a place."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget


class FileRow(QWidget):
    """`field` and a button that asks where, in a dialog of the system over the form.

    A widget and no layout: a layout made in Python crashes when garbage is collected beside it.
    """

    def __init__(self, form: QDialog, field: QLineEdit) -> None:
        super().__init__(form)
        self._form, self._field = form, field
        browse = QPushButton(self.tr("Choose…"), self)
        browse.setAccessibleName(self.tr("Choose the file"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(field, 1)
        row.addWidget(browse)

    def _browse(self) -> None:
        dialog = QFileDialog(self._form, self._form.windowTitle(), self._field.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._field.setText)
        dialog.open()
