"""One document of an origin: its title as a link, why it counts there, and how else it might count."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui.origins.groups import Counted
from ui.panels.buttons import LinkButton
from ui.panels.flow import Stack
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import Passage
from workbench.text import Quote

_TELLING = 12
"""Characters from which words are known again without those around them."""


class DocumentRow(QWidget):
    """Tells what is wanted of a document; decides nothing."""

    opened = Signal(object)
    """A `Passage` to show."""
    apart_wanted = Signal(object)
    """The `Counted` that is to count on its own."""
    together_wanted = Signal(object)
    traced_wanted = Signal(object)

    def __init__(
        self, counted: Counted, look: Look, *, writable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.counted, self._look = counted, look
        rows = Stack(self, gap=2)
        rows.addWidget(self._head(writable))
        rows.addWidget(Words(look, counted.imprint, px=11, tone=Tone.MUTED, parent=self))
        if counted.why:
            rows.addWidget(Words(look, counted.why, px=12, tone=_tone(counted), parent=self))
        self.words = self._shown_words(counted.shown) if counted.shown is not None else None
        if self.words is not None:
            rows.addWidget(self.words)

    def _head(self, writable: bool) -> QWidget:
        head = QWidget(self)
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.title = LinkButton(self._look, self.counted.title, head)
        self.title.setToolTip(self.tr("Show the passage in “{title}”").format(title=self.counted.title))
        self.title.clicked.connect(self._open)
        self.count = LinkButton(self._look, self.tr("Count…"), head)
        self.count.setAccessibleName(self.tr("Count “{title}” otherwise").format(title=self.counted.title))
        self.count.setToolTip(self.tr("Count it on its own, together with another, or as traced"))
        self.count.setEnabled(writable)
        self.count.clicked.connect(self._offer)
        line.addWidget(self.title, 1, Qt.AlignmentFlag.AlignLeft)
        line.addWidget(self.count, 0, Qt.AlignmentFlag.AlignRight)
        return head

    def _shown_words(self, place: Passage) -> LinkButton:
        words = _in_context(place.quote)
        link = LinkButton(self._look, words, self)
        link.setToolTip(self.tr("Show these words"))
        link.setAccessibleName(self.tr("Show the words {words}").format(words=words[:80]))
        link.clicked.connect(self._show)
        return link

    def buttons(self) -> list[LinkButton]:
        """What the keyboard stops at."""
        return [self.title, self.count, *([self.words] if self.words is not None else [])]

    def menu(self) -> QMenu:
        """What can be said of how the document counts; the present state is ticked."""
        ruling = self.counted.ruling
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(
            menu, self.tr("Count on its own…"), self._want_apart, ruling is not None and not ruling.joined
        )
        self._add(menu, self.tr("Count together with…"), self._want_together, bool(ruling and ruling.joined))
        self._add(menu, self.tr("As traced"), self._want_traced, ruling is None)
        return menu

    def _add(self, menu: QMenu, words: str, slot: object, ticked: bool) -> None:
        action = QAction(words, menu, checkable=True, checked=ticked)
        action.triggered.connect(slot)
        menu.addAction(action)

    def _offer(self) -> None:
        self.menu().popup(self.count.mapToGlobal(QPoint(0, self.count.height())))

    def _open(self) -> None:
        self.opened.emit(self.counted.place)

    def _show(self) -> None:
        self.opened.emit(self.counted.shown)

    def _want_apart(self) -> None:
        self.apart_wanted.emit(self.counted)

    def _want_together(self) -> None:
        self.together_wanted.emit(self.counted)

    def _want_traced(self) -> None:
        self.traced_wanted.emit(self.counted)


def _in_context(quote: Quote) -> str:
    """The words in quotation marks, a short one ("he") with what stands around it."""
    words = " ".join(quote.exact.split())
    if len(words) >= _TELLING:
        return f"“{words}”"
    before, after = quote.prefix[-18:].partition(" ")[2], quote.suffix[:14].rpartition(" ")[0]
    return f"“… {' '.join(f'{before}{quote.exact}{after}'.split())} …”"


def _tone(counted: Counted) -> Tone:
    return Tone.ACCENT if counted.ruling is not None else Tone.MUTED
