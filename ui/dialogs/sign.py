"""Signs a draft, or takes its signatures back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.dialogs.form import Form
from workbench.signing import clean_name


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs, and what is left open on purpose."""

    name: str
    note: str


class SignDialog(Form):
    """Shows what is being signed and asks for a name; answers a `Signing`.

    `facts` are lines about what is signed, `open_` what would be signed over: there must be a reason then.
    `taken` is the name of whoever has signed already, and cannot sign once more.
    """

    def __init__(
        self, facts: Sequence[str], open_: str, name: str, taken: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._taken = clean_name(taken).casefold()
        title = self.tr("Sign as the second person") if taken else self.tr("Sign the draft")
        left = self.tr("Left open: {what}").format(what=open_)
        self.say(title, "\n".join([*facts, *([left] if open_ else [])]), self.tr("Sign"))
        mine = "" if clean_name(name).casefold() == self._taken else name
        self._note = None
        if open_:
            hint = self.tr("Why it can be signed with that left open")
            self._note = self.add_lines(self.tr("Reason"), hint=hint, height=72)
            self._note.textChanged.connect(self.watch)
        self._name = self.add_line(self.tr("Your name"), mine)
        self._name.textChanged.connect(self.watch)
        self.watch()

    def answer(self) -> Signing | None:
        """None while the name is missing or that of who signed already, or a reason is missing."""
        name = clean_name(self._name.text())
        note = self._note.toPlainText().strip() if self._note is not None else ""
        if not name or name.casefold() == self._taken or (self._note is not None and not note):
            return None
        return Signing(name, note)


class ReopenDialog(Form):
    """Asks why a signed draft is reopened; answers the reason."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(self.tr("Reopen the signed draft"), words, self.tr("Reopen"))
        self._why = self.add_lines(self.tr("Reason"), hint=self.tr("What has to be looked at again?"))
        self._why.textChanged.connect(self.watch)
        self._why.setFocus()
        self.watch()

    def answer(self) -> str | None:
        """The reason; None while there is none."""
        return " ".join(self._why.toPlainText().split()) or None
