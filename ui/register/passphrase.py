"""Asks for the passphrase of the real names, for a new one, or for a real name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.form import Form
from ui.register.new_source import private_line
from ui.register.remark import Remark
from workbench.model import Source
from workbench.protected import LEAST_PASSPHRASE, is_strong, resembles
from workbench.register import clean_name


class UnlockForm(Form):
    """Answers the passphrase."""

    def __init__(self, file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr(
            "The real names are in “{file}”. They are locked again after five minutes without use."
        )
        self.say(self.tr("Unlock the real names"), words.format(file=file), self.tr("Unlock"))
        self._passphrase = private_line(self, hidden=True)
        self.add_row(self.tr("Passphrase"), self._passphrase)
        self._passphrase.textChanged.connect(self.watch)
        self.watch()

    def answer(self) -> str | None:
        """The passphrase; None while there is none."""
        return self._passphrase.text() or None


class NewPassphraseForm(Form):
    """A new passphrase, typed twice. Answers it."""

    def __init__(self, file: str, parent: QWidget | None = None, *, change: bool = False) -> None:
        super().__init__(parent)
        words = self.tr(
            "Real names are kept in “{file}” beside the case, encrypted with a passphrase. Whoever loses it "
            "has lost the names: nobody can recover them. The file never goes along when the case is "
            "copied or moved; delete it, and the names are forgotten."
        )
        title = self.tr("Change the passphrase") if change else self.tr("A passphrase for the real names")
        verb = self.tr("Change it") if change else self.tr("Keep the names")
        self.say(title, words.format(file=file), verb)
        self._first = private_line(self, hidden=True)
        self._second = private_line(self, hidden=True)
        self.add_row(self.tr("Passphrase"), self._first)
        self.add_row(self.tr("Once more"), self._second)
        self._told = Remark(self, lines=1)
        for line in (self._first, self._second):
            line.textChanged.connect(self.watch)
        self.watch()

    def answer(self) -> str | None:
        """The passphrase; None while it is too short or not the same twice."""
        first = self._first.text()
        return first if is_strong(first) and first == self._second.text() else None

    def watch(self, *_: object) -> None:
        """Say what is missing."""
        self._told.setText(self._missing())
        super().watch()

    def _missing(self) -> str:
        if not is_strong(self._first.text()):
            words = self.tr("At least {count} characters; a few words that you will remember are best.")
            return words.format(count=LEAST_PASSPHRASE)
        return "" if self._first.text() == self._second.text() else self.tr("Type it once more.")


class RealNameForm(Form):
    """The real name of a protected source. Answers it."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("It is kept apart, encrypted, and never becomes part of the case.")
        self.say(self.tr("The real name of “{code}”").format(code=source.name), words, self.tr("Keep it"))
        self._code = source.name
        self._real = private_line(self)
        self.add_row(self.tr("Real name"), self._real)
        self._told = Remark(self, lines=2)
        self._real.textChanged.connect(self.watch)
        self.watch()

    def answer(self) -> str | None:
        """The name; None while there is none."""
        return clean_name(self._real.text()) or None

    def watch(self, *_: object) -> None:
        """Warn when the code name sounds like the real one."""
        near = resembles(self._code, self._real.text())
        told = self.tr("The code name sounds like this name. Choose another code name on the card.")
        self._told.setText(told if near else "")
        super().watch()
