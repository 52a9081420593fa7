"""The line at the foot of the window: whether all is saved, what is being done, and how to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

BAR_PX = 116
SHORT_WORK_MS = 250
"""Work that ends sooner is not announced, so that the line does not flicker."""


class StatusLine(QStatusBar):
    """Saved or not, at the left; long work as a slim bar with Cancel, at the right."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 6, 0)
        self._saved = QLabel(self)
        self._saved.setAccessibleName(self.tr("State of the case"))
        self._reduced = QLabel(self)
        self._reduced.hide()
        self._doing = QLabel(self)
        self._doing.setAccessibleName(self.tr("What is being done"))
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(BAR_PX)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setProperty("role", "quiet")
        self._cancel.setToolTip(self.tr("Stop; what has been found stays"))
        self._cancel.clicked.connect(self.cancelled)
        self.addWidget(self._saved, 1)
        for part in (self._reduced, self._doing, self._bar, self._cancel):
            self.addPermanentWidget(part)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHORT_WORK_MS)
        self._patience.timeout.connect(self._show_work)
        self.rest()

    def say_saved(self, words: str) -> None:
        """Say how the case stands."""
        self._saved.setText(words)

    def saved_words(self) -> str:
        """How the case stands, as shown."""
        return self._saved.text()

    def doing_words(self) -> str:
        """What is being done, empty at rest."""
        return self._doing.text()

    def say_reduced(self, sentence: str) -> None:
        """Say that the engine does without its language model."""
        self._reduced.setText(sentence)
        self._reduced.setToolTip(sentence)
        self._reduced.show()

    def reduced_sentence(self) -> str:
        """What the engine does without; empty when all is there."""
        return self._reduced.text()

    def work(self, done: int, total: int, doing: str) -> None:
        """Show how far the work has come; `total` 0 means that nobody knows."""
        self._doing.setText(doing)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if self._doing.isHidden() and not self._patience.isActive():
            self._patience.start()

    def rest(self) -> None:
        """Nothing is being done any more."""
        self._patience.stop()
        for part in (self._doing, self._bar, self._cancel):
            part.hide()

    def _show_work(self) -> None:
        for part in (self._doing, self._bar, self._cancel):
            part.show()
