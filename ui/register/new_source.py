"""Adds a source to the register, under its name or, when it must be protected, under a code name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from ui.dialogs.choices import Box, kind_box
from ui.dialogs.form import Form
from ui.register.remark import Remark
from ui.register.signs import terms_sign
from workbench.model import Source, SourceId, SourceKind, Terms
from workbench.protected import resembles, reveals, suggest_code_name
from workbench.register import clean_name, named


@dataclass(frozen=True, slots=True)
class Entered:
    """What was entered. `real` is the real name of a protected source, "" when it is not to be kept."""

    source: Source
    real: str = field(default="", repr=False)


class NewSourceForm(Form):
    """Name, kind, terms, and whether it is protected. Answers `Entered`, or a known `Source` of that name."""

    def __init__(
        self,
        sources: Sequence[Source],
        new_id: Callable[[], str],
        start: int,
        parent: QWidget | None = None,
        *,
        protected: bool = False,
    ) -> None:
        super().__init__(parent)
        self._sources, self._id, self._start = tuple(sources), SourceId(new_id()), start
        self._touched = False
        self.say(
            self.tr("Add a source"),
            self.tr("A person, a letter, an agency: whoever or whatever the story may rest on."),
            self.tr("Add source"),
        )
        self._protected = QCheckBox(self.tr("Protect it: a code name everywhere"), self)
        self._name = self.add_line(self.tr("Name"))
        self.add_row("", self._protected)
        self._protected.setAccessibleName(self._protected.text())
        self._real = private_line(self)
        self.add_row(self.tr("Real name"), self._real)
        self._kind = kind_box(SourceKind.PERSON, self)
        self.add_row(self.tr("Kind"), self._kind)
        terms: list[Terms | None] = [None, *Terms]
        self._terms = Box([(terms_sign(one).word, one) for one in terms], None, self)
        self.add_row(self.tr("Terms"), self._terms)
        self._note = self.add_lines(self.tr("How far it can be relied on"), height=56)
        self._told = Remark(self, lines=4)
        self._name.textEdited.connect(self._keep_typed)
        self._protected.toggled.connect(self._follow_protection)
        self._real.textChanged.connect(self._follow_real)
        for line in (self._name, self._real):
            line.textChanged.connect(self.watch)
        self._note.textChanged.connect(self.watch)
        self._protected.setChecked(protected)
        self._follow_protection()

    def answer(self) -> Entered | Source | None:
        """What was entered, or the source that has this name already; None while it cannot be used."""
        name, real = clean_name(self._name.text()), clean_name(self._real.text())
        known = named(self._sources, name)
        if not name or self._objection():
            return None
        if known:
            return known[0]
        protected = self._protected.isChecked()
        note = self._note.toPlainText().strip()
        source = Source(
            self._id,
            name,
            self._kind.chosen(),
            note=note,
            terms=self._terms.chosen(),
            protected=protected,
        )
        return Entered(source, real if protected else "")

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the real name where the code name is suggested already."""
        super().showEvent(event)
        if self._protected.isChecked():
            self._real.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def watch(self, *_: object) -> None:
        """Say what is wrong or what will happen, and name the button after it."""
        known = named(self._sources, self._name.text())
        protected = self._protected.isChecked()
        self.button.setText(self.tr("Open its card") if known and not protected else self.tr("Add source"))
        self._told.setText(self._objection() or self._explanation(bool(known)))
        super().watch()

    def _objection(self) -> str:
        """What stands in the way of a protected source."""
        name, real = clean_name(self._name.text()), clean_name(self._real.text())
        if not self._protected.isChecked():
            return ""
        if named(self._sources, name):
            return self.tr("Another source has this code name. Choose one that nobody has.")
        if real and resembles(name, real):
            return self.tr("This code name gives the real name away. Choose another one.")
        if real and reveals(self._note.toPlainText(), real):
            return self.tr("The note holds the real name, and notes stay in the case for good. Take it out.")
        return ""

    def _explanation(self, known: bool) -> str:
        if self._protected.isChecked():
            return self.tr(
                "The case, its history and every summary know the code name alone. The real name may be left "
                "out; if you give it, it is kept apart, encrypted with a passphrase, in a file beside "
                "the case."
            )
        return self.tr("This name is in the register already.") if known else ""

    def _keep_typed(self) -> None:
        self._touched = bool(self._name.text().strip())

    def _follow_protection(self) -> None:
        protected = self._protected.isChecked()
        self.fields.setRowVisible(self._real, protected)
        label = self.fields.labelForField(self._name)
        words = self.tr("Code name") if protected else self.tr("Name")
        if isinstance(label, QLabel):
            label.setText(words)
        self._name.setAccessibleName(words)
        if protected and not self._touched:
            self._suggest()
        elif not protected:
            self._real.clear()
            if not self._touched:
                self._name.clear()
        self.watch()

    def _follow_real(self) -> None:
        if self._protected.isChecked() and not self._touched:
            self._suggest()

    def _suggest(self) -> None:
        taken = [source.name for source in self._sources]
        self._name.setText(suggest_code_name(taken, self._real.text(), self._start))


def private_line(parent: QWidget, *, hidden: bool = False) -> QLineEdit:
    """A line for what must not get out: never on the clipboard, never learned by an input method.

    What is typed can be read while it is typed, unless `hidden`.
    """
    line = QLineEdit(parent)
    mode = QLineEdit.EchoMode
    line.setEchoMode(mode.Password if hidden else mode.PasswordEchoOnEdit)
    line.setInputMethodHints(
        Qt.InputMethodHint.ImhSensitiveData
        | Qt.InputMethodHint.ImhNoPredictiveText
        | Qt.InputMethodHint.ImhHiddenText
    )
    line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    return line
