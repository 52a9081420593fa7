"""Search by hand: words looked for in every document, and what was found linked to the current claim."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.library.offers import Offer
from ui.linked import link_passage
from ui.models.found_rows import FoundRow, found_rows
from ui.models.rows import Column, Rows
from ui.panels.found_delegate import FoundDelegate
from ui.panels.grounds import plain_list
from ui.panels.keys import Keys, keys_of_table
from ui.panels.words import EmptyState, Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.change import Key
from workbench.evidence.asked import Found
from workbench.model import Claim, ClaimId, Relation
from workbench.ports import Hit

_SHORT = 90
"""So much of the claim is shown above the list."""


class SearchPanel(QWidget):
    """A field, and below it what was found. The keyboard goes from one to the other by the arrows."""

    asked = Signal(str)
    """What is in the field has changed."""
    open_passage = Signal(object)
    """A `Passage` to show in its document."""
    offer_wanted = Signal(object, object)
    """An `Offer` to bring into the case, and the `Relation` to link it by, or None."""
    closed = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._found: tuple[Found[Hit], ...] = ()
        self._offers: tuple[Offer, ...] = ()
        self._answered = ""
        self._asked_for: ClaimId | None = None
        self._title = Words(look, self.tr("Search all documents"), px=15, strong=True)
        self._close = QToolButton()
        self._field = QLineEdit()
        self._claim = Words(look, px=12, tone=Tone.MUTED)
        self._list = plain_list(self.tr("Passages found"))
        self._model = Rows(self._columns(), lambda row: row.key, self)
        self._empty = EmptyState(look)
        self._pages = QStackedWidget()
        self._keys = Words(look, px=11, tone=Tone.MUTED)
        self._build()
        self._connect()
        self.show_keys(keys_of_table())
        self.refresh()

    def open_with(self, words: str) -> None:
        """Ready to type; `words` are looked for at once, and the first letter typed replaces them."""
        if words:
            self._field.setText(words)
        self._asked_for = self._session.current
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.end(False)
        self._field.home(True)  # all of it selected, and its beginning to be seen
        self.refresh()

    def is_answer_to(self, claim: Claim | None) -> bool:
        """Whether what the field holds was asked for this claim; coming back, one goes on from there."""
        return bool(self._words()) and self._asked_for == (claim.id if claim else None)

    def show_found(self, words: str, found: tuple[Found[Hit], ...]) -> None:
        """Show what the case has; the library's answer, which may come later, belongs to the same words."""
        fresh = words != self._answered
        if fresh:
            self._offers = ()
        self._answered, self._found = words, found
        self.refresh()
        if fresh and self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0, 0))
            self._list.scrollToTop()

    def show_offers(self, words: str, offers: tuple[Offer, ...]) -> None:
        """Show what the library has."""
        if words == self._words() and offers != self._offers:
            self._offers = offers
            self.refresh()

    def refresh(self, *_: object) -> None:
        """Follow the case: the current claim, what is linked to it, documents that went."""
        if not self.isVisible():
            return
        self._say_claim()
        self._model.show_rows(found_rows(self._session, self._found, self._offers))
        self._list.scheduleDelayedItemsLayout()  # the same row is higher with a heading, or lower without
        there = bool(self._model.rowCount())
        self._pages.setCurrentWidget(self._list if there else self._empty)
        self._keys.setVisible(there)
        if there and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0, 0))
        self._say_why_empty()

    def show_keys(self, keys: Keys) -> None:
        """Say below the list what its keys do."""
        told = (
            (keys.get("show_passage", ""), self.tr("opens")),
            (keys.get(Relation.SUPPORTS, ""), self.tr("supports")),
            (keys.get(Relation.CONTRADICTS, ""), self.tr("contradicts")),
            (keys.get(Relation.CONTEXT, ""), self.tr("context")),
            (keys.get("bring", ""), self.tr("brings into the case")),
        )
        self._keys.say("   ".join(f"{key}\u00a0{words}".replace(" ", "\u00a0") for key, words in told if key))

    def current(self) -> FoundRow | None:
        """The passage that the keys act on."""
        return self._model.row(self._list.currentIndex())

    def step(self, by: int) -> None:
        """Go to the next or the previous passage."""
        row = max(0, min(self._model.rowCount() - 1, self._list.currentIndex().row() + by))
        self._list.setCurrentIndex(self._model.index(row, 0))

    def link_current(self, relation: Relation) -> None:
        """Link the current passage to the current claim; one of the library comes into the case by that."""
        row, session = self.current(), self._session
        claim = session.claim(session.current) if session.current else None
        if row is None or claim is None:
            return
        if row.offer is not None:
            self.offer_wanted.emit(row.offer, relation)
        elif row.place is not None:
            link_passage(session, claim, row.place, relation)

    def bring_current(self) -> bool:
        """Bring the article of the current passage into the case; False when it is not one of the library."""
        row = self.current()
        offer = row.offer if row is not None else None
        if offer is not None:
            self.offer_wanted.emit(offer, None)
        return offer is not None

    def open_current(self) -> None:
        """Open the current passage beside the story; one of the library comes into the case by that."""
        row = self.current()
        if row is not None and row.place is not None:
            self.open_passage.emit(row.place)
        else:
            self.bring_current()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's and the list's keys that lead out of them."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(watched, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """As wide as the evidence, whose place it takes."""
        return QSize(400, 700)

    def minimumSizeHint(self) -> QSize:
        """Narrower than this, no passage can be read."""
        return QSize(280, 200)

    def showEvent(self, event: QShowEvent) -> None:
        """Make up for what has changed unseen."""
        super().showEvent(event)
        self.refresh()

    def _key(self, watched: QObject, key: Qt.Key) -> bool:
        at_top = self._list.currentIndex().row() <= 0
        if key is Qt.Key.Key_Escape:
            self.closed.emit()
        elif watched is self._field and key is Qt.Key.Key_Down:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif watched is self._list and key is Qt.Key.Key_Up and at_top:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        else:
            return False
        return True

    def _build(self) -> None:
        self._field.setPlaceholderText(self.tr("Words in any document"))
        self._field.setAccessibleName(self.tr("Search all documents for"))
        self._field.setClearButtonEnabled(True)
        self._close.setAccessibleName(self.tr("Back to the evidence"))
        self._close.setToolTip(self.tr("Back to the evidence  (Esc)"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(FoundDelegate(self._look, self))
        self._list.setLayoutMode(QListView.LayoutMode.Batched)
        self._list.setBatchSize(8)
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 12, 6, 8)
        rows.setSpacing(9)
        for part in (head, self._field, self._claim):
            strip = QVBoxLayout()
            strip.setContentsMargins(4, 0, 10, 0)
            strip.addWidget(part) if isinstance(part, QWidget) else strip.addLayout(part)
            rows.addLayout(strip)
        rows.addWidget(self._pages, 1)
        self._keys.setContentsMargins(4, 0, 10, 0)
        rows.addWidget(self._keys)
        self._tint()

    def _connect(self) -> None:
        for widget in (self._field, self._list):
            widget.installEventFilter(self)
        self._field.textChanged.connect(self._ask)
        self._close.clicked.connect(self.closed)
        self._list.activated.connect(self._open)
        self._session.changed.connect(self._follow)
        self._session.current_changed.connect(self.refresh)
        self._session.story_changed.connect(self.refresh)
        self._look.changed.connect(self._tint)

    def _columns(self) -> tuple[Column[FoundRow], ...]:
        roles = {Qt.ItemDataRole.AccessibleTextRole: _spoken}
        return (Column(self.tr("Passage"), lambda row: row.text, roles),)

    def _words(self) -> str:
        return " ".join(self._field.text().split())

    def _ask(self) -> None:
        self.asked.emit(self._words())

    def _follow(self, _keys: frozenset[Key]) -> None:
        self.refresh()

    def _open(self, _index: QModelIndex) -> None:
        self.open_current()

    def _say_claim(self) -> None:
        session = self._session
        claim = session.claim(session.current) if session.current else None
        if claim is None or claim.id not in {item.id for item in session.claims()}:
            self._claim.say(self.tr("Choose a claim to link to it what you find."))
            return
        words = " ".join(claim.wording.split())
        short = words if len(words) <= _SHORT else f"{words[: _SHORT - 1].rstrip()}…"
        number = session.number(claim.id)
        self._claim.say(self.tr("For claim {number}: “{claim}”").format(number=number, claim=short))

    def _say_why_empty(self) -> None:
        if not self._words():
            self._empty.say(
                self.tr("What are you looking for?"),
                self.tr("Type a name, a figure or a phrase. It is looked for in every document of the case."),
            )
        elif self._answered == self._words():
            self._empty.say(
                self.tr("Nothing found"),
                self.tr("Try fewer words, or import more texts with Ctrl+I."),
            )
        else:
            self._empty.say(self.tr("Looking…"), "")

    def _tint(self) -> None:
        self._close.setIcon(self._look.icon("x", Tone.MUTED))
        self._list.viewport().update()


def _spoken(row: FoundRow) -> str:
    sign = row.sign.word if row.sign else ""
    return ". ".join(part for part in (row.heading, row.title, row.details, sign, row.text) if part)
