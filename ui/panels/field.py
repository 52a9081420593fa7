"""A field that saves itself: one change when the writer pauses or leaves, none while nothing is new."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look

PAUSE_MS = 1_200
_MOST_LINES = 8


class Field(QPlainTextEdit):
    """Plain text of one or more lines that grows with what is written.

    `written` brings the text when it differs from what is stored, as `show_stored` said last. What the
    editor is writing is never overwritten by a refresh; only `show_stored` for another value starts afresh.
    """

    written = Signal(str)

    def __init__(self, look: Look, name: str, hint: str, *, lines: int = 1) -> None:
        super().__init__()
        self._look = look
        self._stored = ""
        self._lines = lines
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.settle)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)
        self.setFont(look.ui_font(13))
        self.textChanged.connect(self._wait)
        self._fit()

    def show_stored(self, text: str, *, fresh: bool) -> None:
        """Show what the case holds. With `fresh` it belongs to another value than before.

        Otherwise words being written stay, and are compared with the new stored text.
        """
        untouched = self.toPlainText() == self._stored
        self._stored = text
        if not fresh and not untouched:
            return
        if text != self.toPlainText():
            self.setPlainText(text)
        self._pause.stop()

    def settle(self) -> None:
        """Hand over what has been written, now. What was not stored is handed over again next time."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._stored:
            self.written.emit(text)

    def sizeHint(self) -> QSize:
        """As many lines as are written, within reason."""
        shown = min(max(self._shown_lines(), self._lines), _MOST_LINES)
        return QSize(160, round(shown * self.fontMetrics().lineSpacing()) + 20)

    def minimumSizeHint(self) -> QSize:
        """Narrow panes are allowed."""
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the field; what is written stays. The pane around it learns of the key."""
        if event.key() == Qt.Key.Key_Escape:
            self.settle()  # a window that is not in front is told of no lost focus
            self.clearFocus()
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save when the writer turns to something else; a menu is no such thing."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is about to go out of sight."""
        self.settle()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere at another width."""
        super().resizeEvent(event)
        self._fit()

    def _shown_lines(self) -> int:
        block, count = self.document().firstBlock(), 0
        while block.isValid() and count < _MOST_LINES:
            count += max(block.lineCount(), 1)
            block = block.next()
        return count

    def _wait(self) -> None:
        self._fit()
        self._pause.start()

    def _fit(self) -> None:
        height = self.sizeHint().height()
        if self.height() != height:
            self.setFixedHeight(height)


class Captioned(QWidget):
    """A field beneath its name; both come and go together."""

    def __init__(self, look: Look, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        rows.addWidget(Words(look, field.accessibleName(), px=11, strong=True, tone=Tone.MUTED))
        rows.addWidget(field)
