"""The line at the foot of the window: whether all is saved, what is being done, and how to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from ui.notice import Notice
from ui.theme.look import Look

if TYPE_CHECKING:
    from ui.models.signs import Sign
    from ui.panels.words import Chip

BAR_PX = 116
SHORT_WORK_MS = 250
"""Work that ends sooner is not announced, so that the line does not flicker."""


_Work = tuple[int, int, str]


class StatusLine(QStatusBar):
    """Saved or not, at the left; long work as a slim bar with Cancel, at the right."""

    cancelled = Signal()
    """The work on the case is to stop."""
    library_cancelled = Signal()
    """The work on the library is to stop."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 6, 0)
        self._saved = QLabel(self)
        self._saved.setAccessibleName(self.tr("State of the case"))
        self._reduced = Notice(look, self)
        self._doing = QLabel(self)
        self._doing.setAccessibleName(self.tr("What is being done"))
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(BAR_PX)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setProperty("role", "quiet")
        self._cancel.setToolTip(self.tr("Stop; what has been found stays"))
        self._cancel.clicked.connect(self._stop)
        self._look = look
        self._signed: Chip | None = None
        self.addWidget(self._saved, 1)
        for part in (self._reduced, self._doing, self._bar, self._cancel):
            self.addPermanentWidget(part)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHORT_WORK_MS)
        self._patience.timeout.connect(self._show_work)
        self._case_work: _Work | None = None
        self._library_work: _Work | None = None
        self._show()

    def say_saved(self, words: str) -> None:
        """Say how the case stands."""
        self._saved.setText(words)

    def saved_words(self) -> str:
        """How the case stands, as shown."""
        return self._saved.text()

    def say_signed(self, sign: Sign | None) -> None:
        """Say where the signatures under the draft stand; None without a draft."""
        if self._signed is None:
            # Not before it is needed: the first paint waits for nothing of the domain.
            from ui.panels.words import Chip

            self._signed = Chip(self._look, parent=self)
            self.insertPermanentWidget(1, self._signed)
        self._signed.show_sign(sign)
        self._signed.setVisible(sign is not None)

    def signed_words(self) -> str:
        """Where the signatures stand, as shown."""
        return self._signed.accessibleName() if self._signed else ""

    def doing_words(self) -> str:
        """What is being done, empty at rest."""
        return self._doing.text()

    def say_reduced(self, sentence: str) -> None:
        """Say what the engine does without; "" when it has all its models."""
        self._reduced.say(sentence)

    def reduced_sentence(self) -> str:
        """What the engine does without; empty when all is there."""
        return self._reduced.text()

    def work(self, done: int, total: int, doing: str) -> None:
        """Show how far the work on the case has come; `total` 0 means that nobody knows."""
        self._case_work = (done, total, doing)
        self._show()

    def rest(self) -> None:
        """Nothing is being done on the case any more."""
        self._case_work = None
        self._show()

    def work_on_library(self, done: int, total: int, doing: str) -> None:
        """Show how far the work on the library has come, while there is none on the case."""
        self._library_work = (done, total, doing)
        self._show()

    def rest_library(self) -> None:
        """Nothing is being done on the library any more."""
        self._library_work = None
        self._show()

    def _show(self) -> None:
        work = self._case_work or self._library_work
        if work is None:
            self._patience.stop()
            for part in (self._doing, self._bar, self._cancel):
                part.hide()
            return
        done, total, doing = work
        self._doing.setText(doing)
        # A bar that may be painted paints at once, and with it all of the window that waits to be painted.
        self._bar.setUpdatesEnabled(False)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setUpdatesEnabled(True)
        if self._doing.isHidden() and not self._patience.isActive():
            self._patience.start()

    def _stop(self) -> None:
        """Stop what is shown."""
        (self.cancelled if self._case_work else self.library_cancelled).emit()

    def _show_work(self) -> None:
        for part in (self._doing, self._bar, self._cancel):
            part.show()
