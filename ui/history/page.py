"""The page in the middle: every step of the case, newest first, with filters, and the chosen one laid out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.history.delegate import EntryDelegate
from ui.history.details import Details, moment_words
from ui.history.details_view import DetailsView
from ui.history.entries import CrossedOut, Entry, Filter
from ui.history.list import HistoryList
from ui.history.rows import HistoryRows, Row
from ui.history.telling import Topic
from ui.models.person_words import person_words
from ui.models.signs import Sign
from ui.panels.choice import Choice, ChoiceButton
from ui.panels.words import EmptyState, Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import ClaimId
from workbench.record import Odd, Oddity

LEAST_PX = 440
_BESIDE_PX = 820
"""From this width on the chosen step stands beside the list, else below it."""
_LIST_PX = 380
_PAUSE_MS = 150
_EVERYBODY = None
"""No name in particular; a step without a name has an empty one."""


class HistoryPage(QWidget):
    """Shows the entries it is given; asks for filters, details, an earlier state, and to be closed."""

    filtered = Signal()
    """Other entries are wanted; `wanted` tells which."""
    chosen = Signal(int)
    """The number of the event to lay out."""
    past_wanted = Signal(int)
    """The number of the event after which the case is to be shown."""
    closed = Signal()

    def __init__(self, look: Look, crossed_out: CrossedOut, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._crossed_out = crossed_out
        self._claim: ClaimId | None = None
        self._topic: Topic | None = None
        self._by: str | None = _EVERYBODY
        self._told = Details(())
        self._title = Words(look, self.tr("History"), px=15, strong=True)
        self._words = QLineEdit()
        self._topics = ChoiceButton(look, self.tr("Show which steps"))
        self._people = ChoiceButton(look, self.tr("Show whose steps"))
        self._claim_only = QPushButton()
        self._close = QToolButton()
        self._count = Words(look, px=12, tone=Tone.MUTED)
        self._head = Words(look, px=11, tone=Tone.MUTED)
        self._copy_head = QToolButton()
        self.list = HistoryList(self.tr("Steps of the case"))
        self.delegate = EntryDelegate(look, crossed_out, self)
        self.rows = HistoryRows(self._spoken, self)
        self.details = DetailsView(look)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._empty = EmptyState(look)
        self._pages = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()
        self._dress()

    @property
    def wanted(self) -> Filter:
        """Which entries the editor wants to see."""
        return Filter(self._claim, self._by, self._topic, self._words.text().strip())

    def show_only(self, claim: ClaimId | None, label: str) -> None:
        """Show the steps about one claim alone, under this label; None shows all again."""
        self._claim = claim
        self._claim_only.setText(label)
        self._claim_only.setVisible(claim is not None)
        self.filtered.emit()

    def show_numbers(self, numbers: Mapping[ClaimId, int]) -> None:
        """Call the claims by these numbers."""
        self.delegate.numbers = numbers
        self.rows.repaint()

    def show_odd(self, odd: Iterable[Odd]) -> None:
        """Point these oddities out, those told before included."""
        for item in odd:
            told = self.delegate.odd.get(item.number, ())
            self.delegate.odd[item.number] = told if item in told else (*told, item)

    def show_people(self, names: Iterable[str]) -> None:
        """Offer the steps of these persons."""
        offered = (_EVERYBODY, *names)
        self._people.set_choices([Choice[object](name, self._person(name)) for name in offered])

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these in place of all there were; the chosen one stays chosen where it is among them."""
        current = self.current
        self.rows.show_rows(rows)
        self.choose(current.number if current else None)

    def say(self, count: str, *, busy: bool) -> None:
        """Say how much is shown; with `busy` there is more to come."""
        self._count.say(count)
        shown = self.rows.rowCount() > 0 or busy
        self._pages.setCurrentWidget(self._parts if shown else self._empty)
        self._empty.say(self.tr("No step fits"), self.tr("Clear the filters above to see all that was done."))

    def show_head(self, hash: str) -> None:
        """Show the fingerprint that stands for the whole history."""
        self._head.say(
            self.tr(
                "Fingerprint of the history: {hash}. It stands for every step up to now; noted down "
                "elsewhere, it shows later that nothing was changed or cut off."
            ).format(hash=f"{hash[:8]} … {hash[-8:]}")
        )
        self._head.setToolTip(hash)

    @property
    def current(self) -> Entry | None:
        """The chosen entry."""
        return self.rows.entry(self.list.currentIndex())

    def choose(self, number: int | None) -> None:
        """Choose the event of that number, if it is shown."""
        index = self.rows.place_of(number) if number else QModelIndex()
        if index.isValid():
            self.list.choose(index)
        else:
            self.details.clear()

    def show_details(self, number: int, details: Details) -> None:
        """Lay the chosen event out, if it is still chosen."""
        if self.current is not None and self.current.number == number:
            self._told = details
            self.details.show_details(details, self.delegate.numbers)

    def take_keyboard(self) -> None:
        """Give the keyboard to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        """No narrower than a story."""
        return QSize(LEAST_PX, 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the story."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chosen step beside the list where there is room, else below it."""
        super().resizeEvent(event)
        wide = self.width() >= _BESIDE_PX
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._parts.orientation() is not wanted:
            self._parts.setOrientation(wanted)
            self._parts.setSizes([self.width() // 2] * 2 if wide else [self.height() // 2] * 2)

    def copied(self) -> str:
        """The chosen step as text, put on the clipboard."""
        entry = self.current
        if entry is None:
            return ""
        head = f"{moment_words(entry.at)} · {person_words(entry.by)}\n{entry.what(self.delegate.numbers)}"
        text = f"{head}\n\n{self._told.as_text()}".rstrip()
        QGuiApplication.clipboard().setText(text)
        return text

    def _build(self) -> None:
        self._words.setPlaceholderText(self.tr("Filter by words"))
        self._words.setAccessibleName(self.tr("Filter the history by words"))
        self._words.setClearButtonEnabled(True)
        self._topics.set_choices([Choice(topic, self._topic_sign(topic)) for topic in (None, *Topic)])
        self._topics.show_choice(None, self._topic_sign(None))
        self._people.show_choice(_EVERYBODY, self._person(_EVERYBODY))
        self._claim_only.setAccessibleName(self.tr("Show the steps of all claims again"))
        self._claim_only.setToolTip(self._claim_only.accessibleName())
        self._claim_only.hide()
        for button, name in (
            (self._close, self.tr("Back to the story  (Esc)")),
            (self._copy_head, self.tr("Copy the whole fingerprint")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self.delegate)
        self._parts.addWidget(self.list)
        self._parts.addWidget(self.details)
        self._parts.setHandleWidth(1)
        self._parts.setChildrenCollapsible(False)
        for place in range(2):
            self._parts.setStretchFactor(place, 1)
        self.list.setMinimumWidth(_LIST_PX)
        self._pages.addWidget(self._parts)
        self._pages.addWidget(self._empty)
        self._lay_out()

    def _lay_out(self) -> None:
        top, tools, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(18, 8, 8, 0)
        self._title.setWordWrap(False)
        self._count.setWordWrap(False)
        top.addWidget(self._title)
        top.addSpacing(10)
        top.addWidget(self._count, 1)
        top.addWidget(self._claim_only)
        top.addWidget(self._close)
        tools.setContentsMargins(18, 4, 14, 6)
        tools.setSpacing(8)
        tools.addWidget(self._words, 2)
        tools.addWidget(self._topics, 1)
        tools.addWidget(self._people, 1)
        foot.setContentsMargins(18, 4, 10, 6)
        foot.addWidget(self._head, 1)
        foot.addWidget(self._copy_head, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(top)
        rows.addLayout(tools)
        rows.addWidget(self._pages, 1)
        rows.addLayout(foot)

    def _connect(self) -> None:
        self._words.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.filtered)
        self._topics.picked.connect(self._pick_topic)
        self._people.picked.connect(self._pick_person)
        self._claim_only.clicked.connect(self._show_all_claims)
        self._close.clicked.connect(self.closed)
        self._copy_head.clicked.connect(self._copy_fingerprint)
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.details.past_wanted.connect(self._want_past)
        self.details.copy_wanted.connect(self.copied)
        self._look.changed.connect(self._dress)

    def _follow(self, *_: QModelIndex) -> None:
        entry = self.current
        if entry is None:
            self.details.clear()
            return
        self._told = Details(())
        when = self.tr("{when} · {by} · step {number}").format(
            when=moment_words(entry.at), by=person_words(entry.by), number=f"{entry.number:,}"
        )
        self.details.show_event(entry.what(self.delegate.numbers), when, " ".join(self._remarks(entry)))
        self.chosen.emit(entry.number)

    def _remarks(self, entry: Entry) -> list[str]:
        """What a reader of the record should know of an entry."""
        undone = self.tr("This was taken back later.")
        odd = [self._odd_words(odd) for odd in self.delegate.odd.get(entry.number, ())]
        return [undone, *odd] if entry.number in self._crossed_out else odd

    def _odd_words(self, odd: Odd) -> str:
        if odd.oddity is Oddity.NAMELESS:
            return self.tr("It does not say who did this.")
        return self.tr("The clock of the computer was set back before this, by {time}.").format(
            time=str(odd.back).split(".")[0]
        )

    def _want_past(self) -> None:
        if self.current is not None:
            self.past_wanted.emit(self.current.number)

    def _pick_topic(self, topic: Topic | None) -> None:
        self._topic = topic
        self._topics.show_choice(topic, self._topic_sign(topic))
        self.filtered.emit()

    def _pick_person(self, name: str | None) -> None:
        self._by = name
        self._people.show_choice(name, self._person(name))
        self.filtered.emit()

    def _show_all_claims(self) -> None:
        self.show_only(None, "")

    def _copy_fingerprint(self) -> None:
        QGuiApplication.clipboard().setText(self._head.toolTip())

    def _dress(self) -> None:
        self._close.setIcon(self._look.icon("x"))
        self._copy_head.setIcon(self._look.icon("copy"))
        self._claim_only.setIcon(self._look.icon("x"))
        self.list.viewport().update()

    def _spoken(self, entry: Entry) -> str:
        what = entry.what(self.delegate.numbers)
        parts = (what, entry.told.words, *self._remarks(entry), person_words(entry.by), f"{entry.at:%H:%M}")
        return ". ".join(part for part in parts if part)

    def _person(self, name: str | None) -> Sign:
        words = self.tr("Everybody") if name is _EVERYBODY else person_words(name)
        return Sign(words, "user", Tone.MUTED)

    def _topic_sign(self, topic: Topic | None) -> Sign:
        words = {
            None: (self.tr("All steps"), "list-checks"),
            Topic.CLAIMS: (self.tr("Claims"), "highlighter"),
            Topic.DECISIONS: (self.tr("Dispositions and verdicts"), "scale"),
            Topic.EVIDENCE: (self.tr("Evidence"), "link"),
            Topic.DOCUMENTS: (self.tr("Documents and drafts"), "file-text"),
            Topic.SOURCES: (self.tr("Sources and contacts"), "user"),
            Topic.QUERIES: (self.tr("Questions to the author"), "message-square"),
            Topic.SIGNING: (self.tr("Signing"), "shield"),
            Topic.DESK: (self.tr("The desk’s rules"), "settings"),
            Topic.FOUND: (self.tr("What Twosource found"), "sparkles"),
        }
        return Sign(*words[topic], Tone.MUTED)
