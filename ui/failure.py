"""How trouble is told: an expected failure as one sentence in a banner, a bug in a dialog of its own."""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme.colours import Tone
from ui.theme.look import Look


class Banner(QFrame):
    """A sentence across the window, until it is put away. Never in the way of the work."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._look = look
        self._tone = Tone.CARE
        self._sign = QLabel(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._away = QToolButton(self)
        self._away.setAccessibleName(self.tr("Put this message away"))
        self._away.setToolTip(self.tr("Put this message away"))
        self._away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._away)
        look.changed.connect(self._dress)
        self.hide()

    def tell(self, sentence: str, tone: Tone = Tone.CARE) -> None:
        """Show a sentence in place of an earlier one."""
        self._tone = tone
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._dress()
        self.show()

    def sentence(self) -> str:
        """What is being told; empty when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def _dress(self) -> None:
        theme, name = self._look.theme, "triangle-alert" if self._tone is not Tone.ACCENT else "circle-help"
        self._sign.setPixmap(self._look.icon(name, self._tone).pixmap(16, 16))
        self._away.setIcon(self._look.icon("x"))
        self.setStyleSheet(
            f"#banner {{ background: {theme.tint(self._tone).name()};"
            f" border: none; border-bottom: 1px solid {theme.line.name()}; }}"
        )


class Bugs(QObject):
    """Receives what nobody caught, in whatever thread, and shows it once in the GUI thread.

    A bug in Twosource never ends the program: what was written to the case is safe in its file.
    """

    caught = Signal(str)
    """The details, for a report."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: BugDialog | None = None
        self._over: QWidget | None = None
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self, over: QWidget) -> None:
        """From now on, show what nobody caught over this window."""
        self._over = over
        sys.excepthook = self._receive
        threading.excepthook = self._receive_from_thread

    def remove(self) -> None:
        """Leave uncaught exceptions to Python again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _receive(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, Exception):
            self.caught.emit("".join(traceback.format_exception(kind, error, trace)))

    def _receive_from_thread(self, args: threading.ExceptHookArgs) -> None:
        self._receive(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    def _show(self, details: str) -> None:
        if self._dialog is not None:
            self._dialog.add(details)
            return
        self._dialog = BugDialog(details, self._over)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def _forget(self) -> None:
        self._dialog = None


class BugDialog(QDialog):
    """Says that something went wrong in Twosource, that the case is safe, and offers details to copy."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._details = QPlainTextEdit(f"{_circumstances()}\n\n{details}", self)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details for a report"))
        self._details.hide()
        title = QLabel(self.tr("Something went wrong in Twosource"), self)
        title.setProperty("role", "title")
        words = QLabel(
            self.tr(
                "The case is safe: every change so far is in its file. You can go on working. "
                "If it happens again, please send us the details."
            ),
            self,
        )
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (title, words, self._details):
            column.addWidget(part)
        column.addLayout(self._buttons())
        self.setMinimumWidth(460)

    def add(self, details: str) -> None:
        """Add what went wrong meanwhile."""
        self._details.appendPlainText(f"\n{details}")

    def details(self) -> str:
        """Everything a report needs."""
        return self._details.toPlainText()

    def _buttons(self) -> QHBoxLayout:
        show = QPushButton(self.tr("Show details"), self)
        show.setCheckable(True)
        show.toggled.connect(self._details.setVisible)
        copy = QPushButton(self.tr("Copy details"), self)
        copy.clicked.connect(self._copy)
        close = QPushButton(self.tr("Go on"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(show)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details())


def _circumstances() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        own = version("twosource")
    except PackageNotFoundError:
        own = "?"
    return f"Twosource {own}, Python {sys.version.split()[0]}, Qt {qVersion()}, {sys.platform}"
