"""The story in the middle: its text with the claims marked, and a way to find words in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.invitation import Invitation
from ui.marking import mark_claim
from ui.models.dates import date_words
from ui.models.signs import claim_sign
from ui.remembered import Remembered
from ui.session import Session
from ui.text.find import FindBar
from ui.text.lane import WIDTH_PX, CoverageLane
from ui.text.marks import Mark
from ui.text.remark_marks import is_remark, remark_marks, remarks_of
from ui.text.view import TextView
from ui.theme.colours import Tone
from ui.theme.look import Look
from ui.turn import after_a_turn
from workbench import review
from workbench.change import Key
from workbench.model import (
    Claim,
    ClaimId,
    Document,
    Layout,
    Query,
    QueryStatus,
    Remark,
    Revision,
    RevisionId,
    Scale,
    Status,
    Verdict,
    passage,
)
from workbench.queries import Asked, about
from workbench.text import Span, trimmed

NARROWEST = 440
"""The story never gets less than this many pixels."""
_ASKED = "?"
"""Begins the key of a mark that is a query, before the query's id; and what its badge says."""
_AT = "@"
"""Parts the id of a claim, in the key of a mark, from which of its further places is marked."""


class StoryPane(QWidget):
    """The chosen story. A click on a mark chooses its claim; moved edges become a change."""

    selection_settled = Signal(object)
    """A `Span` of the story, or None."""
    query_clicked = Signal(str)
    """The id of the open query whose words were clicked."""
    remarks_clicked = Signal(object)
    """Ids of the remarks whose words were clicked."""

    def __init__(
        self, session: Session, look: Look, invitations: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[RevisionId, Layout, Document] | None = None
        self._made = Remembered[tuple[Mark, ...]]()
        self.view = TextView(look, self)
        self.view.setAccessibleName(self.tr("Story"))
        self.view.set_edges_movable(session.store.read_only is None)
        self.find_bar = FindBar(self.view, look)
        self.find_bar.hide()
        self._empty = Invitation(look, invitations, self)
        self._empty.say(
            self.tr("No story yet"),
            self.tr(
                "Drop a file here: a Word document, a PDF, a web page or a plain text. "
                "Or paste the text of the story."
            ),
        )
        self.lane = CoverageLane(look, self.view, self)
        self.view.setMinimumWidth(NARROWEST - WIDTH_PX)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._pages, 1)
        beside.addWidget(self.lane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addLayout(beside)
        self.setMinimumWidth(NARROWEST)
        self._connect()
        self.refresh()

    def minimumSizeHint(self) -> QSize:
        """The story is never squeezed."""
        return QSize(NARROWEST, 200)

    def refresh(self) -> None:
        """Show the chosen story as it stands now."""
        self._show_text()
        self._show_marks()

    def selected_passage(self) -> Span | None:
        """The selected words without white space at their edges; None when nothing is selected."""
        span = self.view.selected_span()
        revision = self._revision()
        if span is None or revision is None:
            return None
        span = trimmed(revision.text, span)
        return span if span else None

    def reveal_current(self) -> None:
        """Scroll to the current claim, when it is out of sight."""
        current = self._session.current
        claim = self._session.claim(current) if current else None
        if claim is not None:
            self.view.reveal(claim.passage.span)

    def mark_selection(self) -> bool:
        """Mark the selected words as a claim and choose it. False when nothing is selected.

        Words that are marked already, word for word, are taken up instead of being marked twice.
        """
        span, revision = self.selected_passage(), self._revision()
        if span is None or revision is None:
            return False
        self.view.select(Span(span.end, span.end))
        mark_claim(self._session, passage(revision, span))
        return True

    def _connect(self) -> None:
        self.view.marks_clicked.connect(self._choose_clicked)
        self.lane.chosen.connect(self.view.show_at_top)
        self.view.selection_settled.connect(self.selection_settled)
        self.view.edges_moved.connect(self._move_edges)
        self._session.changed.connect(self._follow)
        self._session.story_changed.connect(self._refresh_soon)
        self._session.current_changed.connect(self._follow_current)

    def _follow(self, keys: frozenset[Key]) -> None:
        kinds = {key.kind for key in keys}
        if self._concerns_text(keys):
            self._refresh_soon()
        elif kinds & {Claim, Verdict, Scale, Query, Remark}:
            self._show_marks()

    def _concerns_text(self, keys: frozenset[Key]) -> bool:
        """Whether the text shown may be another now: sources come in by the hundred."""
        story, revision = self._session.story(), self._revision()
        if story is None or revision is None or self._shown is None:
            return True
        own = {story.id, revision.id, self._shown[0]}
        return any(key.kind in {Document, Revision, Layout} and key.id in own for key in keys)

    def _refresh_soon(self) -> None:
        """Give the window a turn first: a text may just have been written to the disk."""
        after_a_turn(self, self.refresh)

    def _revision(self) -> Revision | None:
        story = self._session.story()
        return self._session.revision(story.id) if story else None

    def _show_text(self) -> None:
        story, revision = self._session.story(), self._revision()
        self._pages.setCurrentWidget(self.view if revision else self._empty)
        self.lane.setVisible(revision is not None)
        if story is None or revision is None:
            self._shown = None
            return
        layout = self._session.layout(revision.id)
        if self._shown == (revision.id, layout, story):
            return
        self._shown = (revision.id, layout, story)
        date = date_words(story.published)
        meta = "  ·  ".join(part for part in (story.byline, story.outlet, date) if part)
        self.view.show_text(revision.text, layout.zones, story.title, meta)

    def _show_marks(self) -> None:
        if self._shown is None:
            return
        numbered, scales = enumerate(self._session.claims(), 1), self._session.scales()
        marks = [mark for number, claim in numbered for mark in self._known_marks(claim, number, scales)]
        draft = self._shown[0]
        remarks = remark_marks(self._session.remarks(draft))
        self.view.set_marks([*marks, *self._query_marks(draft), *remarks])
        self.view.set_current(self._session.current)

    def _known_marks(self, claim: Claim, number: int, scales: tuple[Scale, ...]) -> tuple[Mark, ...]:
        made_from = (claim, number, self._session.verdict(claim.id), scales)
        return self._made.of(claim.id, made_from, lambda: tuple(self._marks(claim, number)))

    def _marks(self, claim: Claim, number: int) -> Iterator[Mark]:
        """A mark at each place of the claim; the first bears its id, and can be moved."""
        sign = claim_sign(claim, self._session.given_step(claim.id))
        proposed = claim.status is Status.PROPOSED
        for at, place in enumerate(claim.places):
            key = f"{claim.id}{_AT}{at}" if at else claim.id
            yield Mark(key, place.span, sign.tone, str(number), proposed, sign.word)

    def _query_marks(self, draft: RevisionId) -> Iterator[Mark]:
        """A mark at the words of each query that waits for an answer."""
        session, story = self._session, self._session.story()
        claims = {claim.id: claim for claim in session.claims()}
        for asked in about(session.every_query(), claims, story.id) if story else ():
            if asked.query.status is QueryStatus.OPEN and asked.place.revision == draft:
                key = f"{_ASKED}{asked.query.id}"
                yield from self._made.of(key, asked, partial(self._query_mark, key, asked))

    def _query_mark(self, key: str, asked: Asked) -> tuple[Mark, ...]:
        words = asked.query.question or asked.query.wording
        hint = self.tr("Asked the author: {words}").format(words=words)
        return (Mark(key, asked.place.span, Tone.CARE, _ASKED, hint=hint, bare=True),)

    def _follow_current(self) -> None:
        self.view.set_current(self._session.current)
        self.reveal_current()

    def _choose_clicked(self, keys: tuple[str, ...]) -> None:
        """One claim under the click is chosen; of several, the editor picks one. A query is shown."""
        if remarks := remarks_of(keys):
            self.remarks_clicked.emit(remarks)
            keys = tuple(key for key in keys if not is_remark(key))
        asked = [key.removeprefix(_ASKED) for key in keys if key.startswith(_ASKED)]
        marked = (key for key in keys if not key.startswith(_ASKED))
        claims = tuple(dict.fromkeys(ClaimId(key.partition(_AT)[0]) for key in marked))
        if asked and not claims:
            self.query_clicked.emit(asked[0])
        if len(claims) == 1:
            self._session.choose(claims[0])
        elif claims:
            self._offer(claims, QCursor.pos())

    def _offer(self, claims: Sequence[ClaimId], at: QPoint) -> None:
        menu = QMenu(self)
        menu.triggered.connect(self._choose_offered)
        menu.aboutToHide.connect(menu.deleteLater)
        for id in claims:
            if claim := self._session.claim(id):
                number = self._session.number(claim.id)
                action = menu.addAction(_menu_text(f"{number}  {claim.wording}"))
                action.setData(id)
        menu.popup(at)

    def _choose_offered(self, action: QAction) -> None:
        self._session.choose(action.data())

    def _move_edges(self, key: str, span: Span) -> None:
        claim, revision = self._session.claim(key), self._revision()  # type: ignore[arg-type]
        if claim is None or revision is None or not (span := trimmed(revision.text, span)):
            self._show_marks()
            return
        session = self._session
        if not session.do(review.move_edges(claim, passage(revision, span), session.stamp())):
            self._show_marks()


def _menu_text(words: str) -> str:
    short = words if len(words) <= 70 else f"{words[:69].rstrip()}…"
    return " ".join(short.split()).replace("&", "&&")
