"""Who has to bring what a claim still waits for, and until when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.models.dates import date_words
from ui.models.due import due_sign
from ui.panels.words import Chip, Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.days import typed_due
from workbench.model import Claim

_LONGEST = 200


class Owing(QWidget):
    """Two short lines, saved when Enter is pressed or they are left. A day may be typed as it is spoken."""

    owed = Signal(str, object)
    """Who owes it, and the ISO date it is due, or None."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._owner_stored, self._due_stored = "", ""
        self._due: str | None = None
        self._owner = _Line(self.tr("Who has to bring it"), self.tr("The author"), self)
        self._day = _Line(self.tr("Until when"), self.tr("Fri, 3 Dec, tomorrow"), self)
        self._told = Words(look, px=12, tone=Tone.BAD, parent=self)
        self._late = Chip(look, parent=self)
        self._build()

    def show_claim(self, claim: Claim, *, fresh: bool, writable: bool) -> None:
        """Show what is stored; words being written stay unless another claim is shown."""
        self._due = claim.due
        owner, due = claim.owner, date_words(claim.due)
        if fresh or self._owner.text() == self._owner_stored:
            self._owner.setText(owner)
        if fresh or self._day.text() == self._due_stored:
            self._day.setText(due)
            self._say("")
        self._owner_stored, self._due_stored = owner, due
        sign = due_sign(claim, self._session.today())
        self._late.show_sign(sign)
        self._late.setVisible(sign is not None)
        for line in (self._owner, self._day):
            line.setReadOnly(not writable)

    def settle(self) -> None:
        """Save what is being written, as far as it can be understood."""
        self._keep()

    def focus_owner(self) -> None:
        """Put the cursor where one says who owes it."""
        self._owner.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._owner.selectAll()

    def _build(self) -> None:
        self._owner.setMaxLength(_LONGEST)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        for column, line in enumerate((self._owner, self._day)):
            caption = Words(self._look, line.accessibleName(), px=11, strong=True, tone=Tone.MUTED)
            grid.addWidget(caption, 0, column)
            grid.addWidget(line, 1, column)
            grid.setColumnStretch(column, 1)
            line.left.connect(self._keep)
        grid.addWidget(self._told, 2, 0, 1, 2)
        grid.addWidget(self._late, 3, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self._told.hide()

    def _keep(self) -> None:
        owner, typed = " ".join(self._owner.text().split()), self._day.text().strip()
        due = self._due
        if typed != self._due_stored:
            due = typed_due(typed, self._session.today()) if typed else None
            if typed and due is None:
                self._say(
                    self.tr("“{words}” is no day. Try “Fri”, “3 Dec” or “tomorrow”.").format(words=typed)
                )
                due = self._due
            else:
                self._say("")
                self._due_stored = date_words(due)
                self._day.setText(self._due_stored)
        if (owner, due) != (self._owner_stored, self._due):
            self._owner_stored = owner
            self._owner.setText(owner)
            self.owed.emit(owner, due)

    def _say(self, sentence: str) -> None:
        self._told.say(sentence)
        self._told.setVisible(bool(sentence))


class _Line(QLineEdit):
    """One line that tells when it has been written."""

    left = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.returnPressed.connect(self.left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the line; the pane around it learns of the key."""
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it saves it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """So does its going out of sight."""
        self.left.emit()
        super().hideEvent(event)
