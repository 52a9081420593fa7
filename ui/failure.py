"""Bugs in Twosource: caught at the last moment, told in a dialog, with details for a report."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.dialogs.bug import BugDialog


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
            import traceback

            self.caught.emit("".join(traceback.format_exception(kind, error, trace)))

    def _receive_from_thread(self, args: threading.ExceptHookArgs) -> None:
        self._receive(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    def _show(self, details: str) -> None:
        if self._dialog is not None:
            self._dialog.add(details)
            return
        from ui.dialogs.bug import BugDialog

        self._dialog = BugDialog(details, self._over)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def _forget(self) -> None:
        self._dialog = None
