"""The list of claims: how far the check is, what to look at next, and the claim chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.gating import Gating
from ui.models.claim_rows import ClaimFilter, ClaimRow, Tally, claim_row, matching, support, tally
from ui.models.due import owed_sign
from ui.models.origin_count import OriginCounts
from ui.models.rows import Column, Rows
from ui.models.signs import Sign
from ui.panels.buttons import LinkButton
from ui.panels.choice import Choice, ChoiceButton
from ui.panels.claim_delegate import ClaimDelegate
from ui.panels.grounds import plain_list
from ui.panels.progress_bar import CheckBar
from ui.panels.words import EmptyState, Words
from ui.remembered import Remembered
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.change import Key
from workbench.model import Case, Claim, Scale, Source


class ClaimsPanel(QWidget):
    """The claims of the story. Moving through the list chooses the claim in the session."""

    entered = Signal()
    """Enter or a double click on a claim: the editor wants to work on it."""
    tray_wanted = Signal()
    """The editor wants to see the passages that wait for a place in the new draft."""

    def __init__(
        self, session: Session, look: Look, parent: QWidget | None = None, *, gating: Gating | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._gating = gating or Gating(session, self)
        self._look = look
        self._rows: list[ClaimRow] = []
        self._made = Remembered[ClaimRow]()
        self._counts = OriginCounts()
        self._delegate = ClaimDelegate(look, self)
        self._model = Rows(self._columns(), lambda row: row.claim.id, self)
        self._count = Words(look, px=12, tone=Tone.MUTED)
        self._bar = CheckBar(look)
        self._waiting = LinkButton(look)
        self._filter = QLineEdit()
        self._state = ChoiceButton(look, self.tr("Show which claims"))
        self._list = plain_list(self.tr("Claims"))
        self._empty = EmptyState(look)
        self._pages = QStackedWidget()
        self._chosen_state = ClaimFilter.ALL
        self._showing = False
        self._build()
        self._connect()
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Read the claims anew."""
        numbered, today = enumerate(self._session.claims(), 1), self._session.today()
        self._rows = [self._row(claim, number, today) for number, claim in numbered]
        self._show_tally(tally(self._rows))
        self._say_waiting()
        self._show_matching()

    def show_counts(self, counts: OriginCounts) -> None:
        """Show how many origins the claims rest on."""
        self._counts = counts
        self._rows = [self._counted(row) for row in self._rows]
        self._show_matching()

    def focus_list(self) -> None:
        """Give the keyboard to the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_filter(self) -> None:
        """Give the keyboard to the filter line."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def show_state(self, state: ClaimFilter) -> None:
        """List the claims of one state alone."""
        self._chosen_state = state
        self._state.show_choice(state, self._sign(state))
        self._show_matching()

    def shown(self) -> tuple[ClaimRow, ...]:
        """The claims listed now, in order: what next and previous step through."""
        return self._model.rows()

    def sizeHint(self) -> QSize:
        """A comfortable column."""
        return QSize(312, 600)

    def _build(self) -> None:
        self._filter.setPlaceholderText(self.tr("Filter claims"))
        self._filter.setAccessibleName(self.tr("Filter claims by words"))
        self._filter.setClearButtonEnabled(True)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._state.set_choices([Choice(state, self._sign(state)) for state in ClaimFilter])
        self._state.show_choice(ClaimFilter.ALL, self._sign(ClaimFilter.ALL))
        self._state.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        tools = QHBoxLayout()
        tools.addWidget(self._filter, 1)
        tools.addWidget(self._state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 6, 0)
        layout.setSpacing(9)
        for row in (self._count, self._bar, self._waiting, tools):
            strip = QVBoxLayout()
            strip.setContentsMargins(4, 0, 10, 0)
            strip.addWidget(row) if isinstance(row, QWidget) else strip.addLayout(row)
            layout.addLayout(strip)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._show_matching)
        self._state.picked.connect(self.show_state)
        self._waiting.clicked.connect(self.tray_wanted)
        self._list.selectionModel().selectionChanged.connect(self._choose_selected)
        self._list.activated.connect(self._enter)
        self._session.changed.connect(self._refresh_after)
        self._session.story_changed.connect(self.refresh)
        self._session.current_changed.connect(self._follow)
        self._look.changed.connect(self._list.viewport().update)

    def _columns(self) -> tuple[Column[ClaimRow], ...]:
        roles = {
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.ToolTipRole: self._told,
        }
        return (Column(self.tr("Claim"), lambda row: row.claim.wording, roles),)

    def _refresh_after(self, keys: frozenset[Key]) -> None:
        if {key.kind for key in keys} & {Case, Scale, Source}:
            self._made.forget()
        self.refresh()

    def _row(self, claim: Claim, number: int, today: date) -> ClaimRow:
        session, id = self._session, claim.id
        about = (session.verdict(id), session.every_evidence(id), session.citations(id))
        made_from = (claim, number, today, about)
        return self._counted(self._made.of(id, made_from, lambda: self._new_row(claim, number, today)))

    def _new_row(self, claim: Claim, number: int, today: date) -> ClaimRow:
        session = self._session
        cited = [session.source(citation.source) for citation in session.citations(claim.id)]
        row = claim_row(
            claim,
            number,
            session.given_step(claim.id),
            session.evidence(claim.id),
            [source for source in cited if source is not None],
        )
        return replace(row, owed=owed_sign(claim, today))

    def _counted(self, row: ClaimRow) -> ClaimRow:
        id = row.claim.id
        known = support(self._counts.of(id), awaited=id in self._counts.awaited)
        short = self._gating.falls_short(row.claim) is not None
        if (known, short) == (row.support, row.short):
            return row
        return replace(row, support=known, short=short)

    def _show_tally(self, counted: Tally) -> None:
        parts = []
        if counted.taken_up:
            words = self.tr("{checked} of {all} checked")
            parts.append(words.format(checked=counted.checked, all=counted.taken_up))
        if counted.proposed:
            parts.append(self.tr("{count} proposed").format(count=counted.proposed))
        self._count.say(" · ".join(parts))
        self._bar.show_tally(counted, ", ".join(parts))

    def _say_waiting(self) -> None:
        """A notice that leads to the passages without a place in the latest draft."""
        count, story = len(self._session.waiting()), self._session.story()
        latest = self._session.revision(story.id) if story else None
        words = (
            self.tr("1 passage waits for a place in draft {number}")
            if count == 1
            else self.tr("{count} passages wait for a place in draft {number}")
        )
        self._waiting.say(words.format(count=count, number=latest.number if latest else ""), "  ›")
        self._waiting.setVisible(bool(count))

    def _show_matching(self, *_: object) -> None:
        self._showing = True
        self._model.show_rows(matching(self._rows, self._filter.text(), self._chosen_state))
        self._showing = False
        self._pages.setCurrentWidget(self._list if self._model.rowCount() else self._empty)
        self._say_what_is_missing()
        self._follow()

    def _say_what_is_missing(self) -> None:
        if self._rows:
            self._empty.say(self.tr("No claim fits"), self.tr("Clear the filter to see all of them."))
        elif self._session.story() is None:
            self._empty.say(self.tr("No story yet"), self.tr("Drop a file here, or paste the story’s text."))
        else:
            advice = self.tr("Select words in the story and mark them as a claim.")
            self._empty.say(self.tr("No claims yet"), advice)

    def _follow(self) -> None:
        index = self._model.index_of(self._session.current)
        selection = self._list.selectionModel()
        if not index.isValid():
            selection.clear()
        elif index != self._list.currentIndex() or not selection.isSelected(index):
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._list.scrollTo(index)

    def _choose_selected(self, *_: object) -> None:
        """Choose what the editor stepped to; rows that come and go beneath the list choose nothing."""
        row = next((self._model.row(index) for index in self._list.selectedIndexes()), None)
        if row is not None and not self._showing:
            self._session.choose(row.claim.id)

    def _enter(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self._session.choose(row.claim.id)
            self.entered.emit()

    def _spoken(self, row: ClaimRow) -> str:
        parts = [
            self.tr("Claim {number}").format(number=row.number),
            row.sign.word,
            row.also.word if row.also else "",
            row.claim.wording,
            self.tr("For publication") if row.claim.public else "",
            row.support.told if row.support else self._delegate.sources_text(row),
            self._conflicts_text(row),
            *(sign.word for sign in self._delegate.foot(row)),
        ]
        return ". ".join(part for part in parts if part)

    def _told(self, row: ClaimRow) -> str | None:
        public = self.tr("Marked for publication") if row.claim.public else ""
        told = (row.support.told if row.support else "", self._conflicts_text(row), public)
        return "\n".join(part for part in told if part) or None

    def _conflicts_text(self, row: ClaimRow) -> str:
        match row.conflicts:
            case 0:
                return ""
            case 1:
                return self.tr("1 possible conflict to look at")
        return self.tr("{count} possible conflicts to look at").format(count=row.conflicts)

    def _sign(self, state: ClaimFilter) -> Sign:
        words = {
            ClaimFilter.ALL: (self.tr("All"), "list-checks"),
            ClaimFilter.OPEN: (self.tr("Open"), "circle-dashed"),
            ClaimFilter.PROPOSED: (self.tr("Proposed"), "sparkles"),
            ClaimFilter.CHECKED: (self.tr("Checked"), "circle-check"),
            ClaimFilter.WAITING: (self.tr("Owed to us"), "clock"),
            ClaimFilter.CONFLICTS: (self.tr("Possible conflicts"), "triangle-alert"),
        }
        return Sign(*words[state], Tone.MUTED)
