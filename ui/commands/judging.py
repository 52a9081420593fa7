"""Commands about the model that judges how a passage bears on a claim."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.commands.host import Host

TOKENIZER = "tokenizer.json"
"""The file that must lie beside a model: how it cuts words into pieces."""


class JudgingCommands(QObject):
    """Chooses the relation model; the claims of the open case are compared again with it."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host

    def choose(self) -> None:
        """Ask for a model of the editor's own."""
        dialog = QFileDialog(self._host.widget, self.tr("Use a relation model of your own"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("ONNX models (*.onnx)"))
        dialog.fileSelected.connect(self.use)
        dialog.open()

    def use(self, name: str) -> None:
        """Judge with the model in this file from now on, unless its tokenizer is missing."""
        if not Path(name).with_name(TOKENIZER).is_file():
            words = self.tr(
                "Beside “{model}” there is no file “{tokenizer}”, without which it cannot be used. "
                "Nothing was changed; put it there and choose the model again."
            )
            self._host.tell(words.format(model=Path(name).name, tokenizer=TOKENIZER))
            return
        self._set(name, self.tr("Claims are now judged with {model}").format(model=Path(name).name))

    def use_built_in(self) -> None:
        """Judge with the model that comes with Twosource again."""
        if self._host.settings.model:
            self._set("", self.tr("Claims are now judged with the built-in model"))
        else:
            self._host.hint(self.tr("Claims are judged with the built-in model already"))

    def _set(self, model: str, told: str) -> None:
        self._host.settings.model = model
        self._host.save_settings()
        if desk := self._host.desk:
            desk.checking.engine.renew()
            desk.checking.check_everything()
        self._host.hint(told)
