"""The bar that finds words in a text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from ui.text.folding import Places, find, folded
from ui.text.view import TextView
from ui.theme.look import Look

_PAUSE_MS = 80
"""How long typing must rest before a text is searched."""


class FindBar(QWidget):
    """Finds words in one `TextView`, whatever their case and accents, and tints every place."""

    closed = Signal()

    def __init__(self, view: TextView, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._look = look
        self._searched: tuple[str, str] = ("", "")
        self._found = Places()
        self._at: int | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._words = QLineEdit(self, placeholderText=self.tr("Find in this text"), clearButtonEnabled=True)
        self._words.setAccessibleName(self.tr("Find in this text"))
        self._words.textChanged.connect(self._pause.start)
        self._words.installEventFilter(self)
        self._count = QLabel(self)
        self._count.setProperty("role", "small")
        self._previous = self._button("chevron-up", self.tr("Previous (Shift+Enter)"), self.find_previous)
        self._next = self._button("chevron-down", self.tr("Next (Enter)"), self.find_next)
        self._close = self._button("x", self.tr("Close (Esc)"), self.dismiss)
        self._arrange()
        self._dress()
        look.changed.connect(self._dress)
        self.hide()

    @property
    def count_text(self) -> str:
        """What the bar says about the places found, such as "3 of 12"."""
        return self._count.text()

    def open(self) -> None:
        """Show the bar, ready to type; words selected in the text are looked for at once."""
        selected = self._view.selected_span()
        if selected is not None and "\n" not in selected.of(self._view.text):
            self._words.setText(selected.of(self._view.text))
        self.show()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()
        self._search()

    def dismiss(self) -> None:
        """Hide the bar and the tints; the place found stays selected in the text."""
        self.hide()
        self._view.show_found(())
        if self._at is not None:
            self._view.select(self._found[self._at])
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def find_next(self) -> None:
        """Go to the next place, after the last one to the first."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the place before, from the first one to the last."""
        self._step(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Shift+Enter and Esc in the field."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        match event.key():
            case Qt.Key.Key_Escape:
                self.dismiss()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.find_previous() if back else self.find_next()
            case _:
                return False
        return True

    def _search(self) -> None:
        """Look for what the field says, from the reader's place on."""
        wanted = folded(self._words.text())
        self._found = find(wanted, self._folded_text())
        self._at = self._found.nearest(self._view.first_visible())
        self._show()

    def _step(self, by: int) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._search()
        elif self._at is not None:
            self._at = (self._at + by) % len(self._found)
            self._show()

    def _show(self) -> None:
        self._view.show_found(self._found, self._at)
        if self._at is not None:
            self._view.reveal(self._found[self._at])
        self._count.setText(self._told())
        for button in (self._previous, self._next):
            button.setEnabled(self._at is not None)

    def _told(self) -> str:
        if self._at is None:
            return self.tr("Not found") if self._words.text() else ""
        return self.tr("{} of {}").format(f"{self._at + 1:,}", f"{len(self._found):,}")

    def _folded_text(self) -> str:
        text = self._view.text
        if self._searched[0] is not text:
            self._searched = (text, folded(text))
        return self._searched[1]

    def _button(self, icon: str, tip: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(icon)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(slot)
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        for widget in (self._count, self._previous, self._next, self._close):
            row.addWidget(widget)

    def _dress(self) -> None:
        for button in (self._previous, self._next, self._close):
            button.setIcon(self._look.icon(button.objectName()))
