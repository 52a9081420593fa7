"""What can be done about the register with the source chosen in the list."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from ui.panels.flow import Flow
from ui.panels.keys import Keys, with_key


class RegisterTools(QWidget):
    """Take in or open the card; log a contact. Other buttons about the source may join them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.card = QPushButton()
        self.log = QPushButton(self.tr("Log a contact…"))
        self.buttons = Flow(self)
        for button in (self.card, self.log):
            self.buttons.addWidget(button)

    def show_source(self, *, chosen: bool, known: bool, writable: bool) -> None:
        """Offer what can be done with the one chosen; `known` when the register has it."""
        self.card.setText(self.tr("Open its card") if known else self.tr("Take into the register"))
        self.card.setToolTip(with_key(self.card.text(), self._key))
        self.card.setEnabled(chosen and (known or writable))
        self.log.setEnabled(chosen and writable)

    def show_keys(self, keys: Keys) -> None:
        """Say by which keys it is done."""
        self._key = keys.get("source_card", "")
        self.card.setToolTip(with_key(self.card.text(), self._key))
        words = self.tr("Note that somebody was in touch")
        self.log.setToolTip(with_key(words, keys.get("log_contact", "")))
