"""What stands in place of evidence while a claim has none from outside its story: that, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.panels.buttons import LinkButton
from ui.panels.flow import Flow, Stack
from ui.panels.keys import Keys, with_key
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look


class Alone(QWidget):
    """A sentence that says where the claim stands, and the ways on as links."""

    search_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Words(look, px=13, strong=True)
        self._advice = Words(look, px=12, tone=Tone.MUTED)
        self._search = LinkButton(look, self.tr("Search all documents…"))
        self._import = LinkButton(look, self.tr("Import texts…"))
        self._search.clicked.connect(self.search_wanted)
        self._import.clicked.connect(self.import_wanted)
        rows, links = Stack(self, gap=4), Flow(gap=16)
        links_row = QWidget()
        links_row.setLayout(links)
        for button in self._links():
            links.addWidget(button)
        for part in (self._title, self._advice, links_row):
            rows.addWidget(part)

    def say(self, title: str, advice: str, *, writable: bool) -> None:
        """Say how things stand."""
        self._title.say(title)
        self._advice.say(advice)
        self._advice.setVisible(bool(advice))
        self._import.setEnabled(writable)
        self.setAccessibleName(f"{title} {advice}")

    def show_keys(self, keys: Keys) -> None:
        """Say in the tooltips by which keys one gets there."""
        for button, id in zip(self._links(), ("search_all", "import"), strict=True):
            button.setToolTip(with_key(button.text(), keys.get(id, "")))

    def _links(self) -> Sequence[LinkButton]:
        return (self._search, self._import)
