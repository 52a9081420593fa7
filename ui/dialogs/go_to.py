"""Asks for a page or a row of a text, and shows how it begins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.dialogs.form import Form
from workbench.citable import find_place
from workbench.model import Place

_OPENING = 90


class GoToDialog(Form):
    """A line to write "12" or "page 12" in. Answers the `Place`."""

    def __init__(
        self, title: str, text: str, places: Sequence[Place], now: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._places = text, places
        first, last = places[0].label, places[-1].label
        reach = first if len(places) == 1 else self.tr("{first} to {last}").format(first=first, last=last)
        self._reach = self.tr("“{title}” has {reach}.").format(title=title, reach=reach)
        self.say(self.tr("Go to a page or row"), self._reach, self.tr("Go there"))
        self._line = self.add_line(self.tr("Page or row"), now, "12")
        self._line.selectAll()
        self._line.textChanged.connect(self._show)
        self._show()

    def answer(self) -> Place | None:
        """The place meant; None while there is none such."""
        return find_place(self._places, self._line.text())

    def _show(self, *_: object) -> None:
        place = self.answer()
        if place is None:
            missing = self.tr("There is no such place in it.") if self._line.text().strip() else ""
            self.words.setText(f"{self._reach} {missing}".strip())
        else:
            opening = " ".join(self._text[place.span.start : place.span.start + _OPENING].split())
            self.words.setText(f"{place.label}: {opening}…")
        self.watch()
