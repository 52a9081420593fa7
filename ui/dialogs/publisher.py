"""Asks who publishes a fact-check and on which page, and says what its entries would still lack."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.dialogs.form import Form
from workbench.export.claim_review import Lack, Publisher

_MOST = 8
"""So many sentences are shown."""


class PublisherDialog(Form):
    """Name, address and page. Answers a `Publisher`. `lacks` says what would be missing under it."""

    def __init__(
        self, known: Publisher, lacks: Callable[[Publisher], Sequence[Lack]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lacks = lacks
        self.say(
            self.tr("Who publishes it?"),
            self.tr("ClaimReview names the publisher and the page that the fact-check stands on."),
            self.tr("Write ClaimReview"),
        )
        self._name = self.add_line(self.tr("Publisher"), known.name, self.tr("The Meridian"))
        self._url = self.add_line(self.tr("Its address"), known.url, "https://…")
        self._page = self.add_line(self.tr("Page of the fact-check"), known.page, "https://…")
        self._told = QLabel(self)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setProperty("role", "muted")
        self._told.setAccessibleName(self.tr("What is missing"))
        self.add_below(self._told)
        for line in (self._name, self._url, self._page):
            line.textChanged.connect(self.watch)
            line.editingFinished.connect(self._tell)
        self.watch()
        self._tell()

    def answer(self) -> Publisher | None:
        """Who publishes; None while a field is empty."""
        given = self._given()
        return given if given.name and given.url and given.page else None

    @property
    def missing(self) -> str:
        """What is said to be missing."""
        return self._told.text()

    def _given(self) -> Publisher:
        return Publisher(*(line.text().strip() for line in (self._name, self._url, self._page)))

    def _tell(self) -> None:
        """Say what is missing: what makes it invalid first, then what is only advised."""
        lacks = sorted(self._lacks(self._given()), key=lambda lack: (not lack.must, lack.claim))
        lines = [self._line(lack) for lack in lacks[:_MOST]]
        if len(lacks) > _MOST:
            lines.append(self.tr("And {count} more.").format(count=len(lacks) - _MOST))
        self._told.setText("\n".join(lines) or self.tr("Nothing is missing."))
        self.grow()

    def _line(self, lack: Lack) -> str:
        form = self.tr("Claim {n}: {told}") if lack.must else self.tr("Claim {n}: {told} (advised only)")
        return form.format(n=lack.claim, told=lack.sentence)
