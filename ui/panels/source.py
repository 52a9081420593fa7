"""A source beside the story: read it, select words, link them to the current claim."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.linked import link_passage
from ui.models.dates import date_words
from ui.models.signs import evidence_sign, relation_sign, source_word
from ui.panels.buttons import LinkButton, ToneButton
from ui.panels.cited_links import LinksMenu
from ui.panels.elided import ElidedBox
from ui.panels.flow import Flow
from ui.panels.keys import Keys, keys_of_table, with_key
from ui.panels.words import Words
from ui.session import Session
from ui.text.marks import Mark
from ui.text.remark_marks import is_remark, remark_marks, remarks_of
from ui.text.view import TextView
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.citable import label_of
from workbench.model import (
    Claim,
    Document,
    DocumentId,
    Evidence,
    Layout,
    Passage,
    Relation,
    Revision,
    Status,
    passage,
)
from workbench.text import Span, trimmed

_NARROWEST = 260
"""A source may be narrower than the story: pixels."""
_SHOWN = "shown"
"""The key of the mark on a passage that is shown but not linked."""


class SourceReader(QWidget):
    """Shows one document at a time, with the evidence that the current claim has in it."""

    closed = Signal()
    evidence_clicked = Signal(str)
    """Id of the evidence whose words were clicked."""
    text_shown = Signal()
    """Another text is shown, or the same one was made anew."""
    remarks_clicked = Signal(object)
    """Ids of the notes whose words were clicked."""
    place_wanted = Signal()
    """The editor wants to go to another page or row."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._revision: Revision | None = None
        self._passage: Passage | None = None
        self._earlier = False
        self._set: tuple[Revision | None, Document | None, Layout | None] = (None, None, None)
        self._listed: tuple[Document, ...] = ()
        self._view = TextView(look, self)
        self._chooser = ElidedBox(self)
        self._links = QToolButton(self)
        self._menu = LinksMenu(session, self)
        self._at = LinkButton(look, parent=self)
        self._close = QToolButton(self)
        self._hint = Words(look, px=12, tone=Tone.MUTED, parent=self)
        self._buttons = [self._link_button(relation) for relation in Relation]
        self._build()
        self._connect()
        self.show_keys(keys_of_table())
        self.refresh()

    @property
    def view(self) -> TextView:
        """The text itself, for find and text size."""
        return self._view

    @property
    def document(self) -> DocumentId | None:
        """Which document is shown."""
        return self._revision.document if self._revision else None

    @property
    def revision(self) -> Revision | None:
        """Which text of the document is shown."""
        return self._revision

    def put_above_text(self, part: QWidget, fields: Sequence[QWidget]) -> None:
        """Let something stand between the bar and the text; Tab goes through its fields."""
        rows = self.layout()
        assert isinstance(rows, QVBoxLayout)
        rows.insertWidget(1, part)
        for one, other in pairwise((self._close, *fields, self._view)):
            QWidget.setTabOrder(one, other)

    def show_document(self, id: DocumentId) -> None:
        """Show a document from its beginning."""
        self._passage = None
        self._earlier = False
        self._show(self._session.revision(id))

    def show_passage(self, wanted: Passage) -> None:
        """Show a document where `wanted` stands, and mark the words."""
        self._passage = wanted
        revision = self._session.revision(wanted.document)
        if revision is None or revision.id != wanted.revision:
            revision = self._session.store.get(Revision, wanted.revision) or revision
        latest = self._session.revision(wanted.document)
        self._earlier = revision is not None and revision != latest
        self._show(revision)
        if revision is not None and revision.id == wanted.revision:
            self._view.reveal(wanted.span)

    def show_keys(self, keys: Keys) -> None:
        """Show these keys beside what they do."""
        for button in self._buttons:
            relation = Relation(button.property("relation"))
            button.setToolTip(with_key(button.accessibleName(), keys.get(relation, "")))
        self._close.setToolTip(with_key(self._close.accessibleName(), keys.get("source", "")))
        self._at.setToolTip(with_key(self.tr("Go to another page or row"), keys.get("go_to_place", "")))

    def selected_place(self) -> Passage | None:
        """The words selected, where they stand."""
        return self._selected()

    def has_selection(self) -> bool:
        """Whether words are selected that could be linked."""
        return self._selected() is not None

    def link_selection(self, relation: Relation) -> None:
        """Link the selected words to the current claim."""
        place, claim, session = self._selected(), self._claim(), self._session
        if place is None or claim is None:
            return
        if link_passage(session, claim, place, relation):
            self._passage = place
            self._view.select(Span(place.span.end, place.span.end))
            self.refresh()

    def refresh(self, *_: object) -> None:
        """Follow what has changed in the case: documents, the current claim, its evidence.

        While nobody looks, nothing is read; it is made up for when the reader is shown.
        """
        if not self.isVisible():
            return
        self._list_documents()
        self._follow_text()
        self._show_marks()
        self._show_hint()

    def showEvent(self, event: QShowEvent) -> None:
        """Make up for what has changed unseen."""
        super().showEvent(event)
        self.refresh()

    def sizeHint(self) -> QSize:
        """Half of the middle."""
        return QSize(460, 700)

    def _build(self) -> None:
        self._view.setAccessibleName(self.tr("Source text"))
        self._view.set_edges_movable(False)
        self._view.setMinimumWidth(_NARROWEST)
        self._chooser.setAccessibleName(self.tr("Document shown"))
        self._chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._chooser.setMinimumContentsLength(8)
        self._links.setMenu(self._menu)
        self._links.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        _name(self._links, self.tr("Links in this document"))
        _name(self._close, self.tr("Close the document"))
        bar, foot = QHBoxLayout(), Flow()
        bar.setContentsMargins(12, 8, 8, 8)
        bar.setSpacing(10)
        self._at.hide()
        for widget, stretch in ((self._chooser, 1), (self._at, 0), (self._links, 0), (self._close, 0)):
            bar.addWidget(widget, stretch)
        foot.setContentsMargins(14, 8, 14, 10)
        for button in self._buttons:
            foot.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(bar)
        rows.addWidget(self._view, 1)
        self._hint.setContentsMargins(14, 8, 14, 0)
        rows.addWidget(self._hint)
        rows.addLayout(foot)
        self._tint()

    def _connect(self) -> None:
        self._chooser.activated.connect(self._choose)
        self._close.clicked.connect(self.closed)
        self._menu.passage_chosen.connect(self.show_passage)
        self._at.clicked.connect(self.place_wanted)
        self._view.verticalScrollBar().valueChanged.connect(self._show_place)
        self._view.selection_settled.connect(self._show_hint)
        self._view.marks_clicked.connect(self._click)
        self._session.changed.connect(self.refresh)
        self._session.current_changed.connect(self.refresh)
        self._session.story_changed.connect(self.refresh)
        self._look.changed.connect(self._tint)

    def _link_button(self, relation: Relation) -> ToneButton:
        button = ToneButton(self._look, relation_sign(relation), self)
        words = self.tr("Link the selected words: {relation}").format(relation=relation_sign(relation).word)
        button.setAccessibleName(words)
        button.setProperty("relation", relation.value)
        button.clicked.connect(self._link)
        return button

    def _link(self) -> None:
        self.link_selection(Relation(self.sender().property("relation")))

    def _choose(self, place: int) -> None:
        self.show_document(self._listed[place].id)

    def _list_documents(self) -> None:
        documents, story = self._session.documents(), self._session.story()
        listed = tuple(sorted(documents, key=lambda item: story is not None and item.id == story.id))
        if listed != self._listed:
            self._listed = listed
            self._chooser.clear()
            for document in listed:
                self._chooser.addItem(self._line(document, story))
        shown = [item.id for item in listed]
        self._chooser.setCurrentIndex(shown.index(self.document) if self.document in shown else -1)

    def _line(self, document: Document, story: Document | None) -> str:
        kind = self.tr("the story") if story and story.id == document.id else source_word(document.kind)
        return f"{document.title or self.tr('Untitled')} — {kind}"

    def _follow_text(self) -> None:
        """Leave a document that has left the case, and begin with the first one there is."""
        if self.document not in {item.id for item in self._listed}:
            self._revision = self._session.revision(self._listed[0].id) if self._listed else None
        elif self._revision is not None and not self._earlier:
            self._revision = self._session.revision(self._revision.document)
        self._show_text()

    def _show(self, revision: Revision | None) -> None:
        self._revision = revision
        self._show_text()
        self._list_documents()
        self._show_marks()
        self._show_hint()

    def _show_text(self) -> None:
        """Set the text, unless it stands there already just so."""
        revision = self._revision
        document = self._session.document(revision.document) if revision else None
        layout = self._session.layout(revision.id) if revision else None
        if self._set == (revision, document, layout):
            return
        self._set = (revision, document, layout)
        self._menu.show_links_of(revision)
        if revision is None or document is None or layout is None:
            self._view.show_text("")
        else:
            self._view.show_text(revision.text, layout.zones, document.title, self._meta(document))
        self._show_place()
        self.text_shown.emit()

    def _show_place(self, *_: object) -> None:
        """Say at the top which page or row the reader has come to."""
        places = self._set[2].places if self._set[2] else ()
        self._at.setVisible(bool(places))
        if places:
            at = self._view.first_visible()
            label = label_of(places, Span(at, at)) or places[0].label
            self._at.say(label)
            self._at.setAccessibleName(self.tr("{place}; go to another").format(place=label))

    def _meta(self, document: Document) -> str:
        rank = self.tr("primary") if document.kind.is_primary else self.tr("secondary")
        parts = (
            document.byline,
            document.outlet,
            source_word(document.kind),
            date_words(document.published),
            rank,
        )
        return "  ·  ".join(part for part in parts if part)

    def _show_marks(self) -> None:
        claim, wanted = self._claim(), self._passage
        found = self._session.evidence(claim.id) if claim else ()
        marks = [_mark(item) for item in found if self._stands_here(item.passage)]
        current = next((mark.key for mark in marks if wanted and mark.span == wanted.span), None)
        if wanted is not None and current is None and self._stands_here(wanted):
            marks.append(Mark(_SHOWN, wanted.span, Tone.ACCENT))
            current = _SHOWN
        notes = self._session.remarks(self._revision.id) if self._revision else ()
        self._view.set_marks([*marks, *remark_marks(notes)])
        self._view.set_current(current)

    def _show_hint(self, *_: object) -> None:
        claim = self._claim()
        ready = claim is not None and self._session.store.read_only is None and self.has_selection()
        for button in self._buttons:
            button.setEnabled(ready)
        if claim is None:
            self._hint.say(self.tr("Choose a claim to link words of this document to it."))
        elif ready:
            self._hint.say(
                self.tr("Link the selected words to “{claim}”").format(claim=_short(claim.wording))
            )
        else:
            self._hint.say(
                self.tr("Select words to link them to “{claim}”").format(claim=_short(claim.wording))
            )

    def _click(self, keys: tuple[str, ...]) -> None:
        if remarks := remarks_of(keys):
            self.remarks_clicked.emit(remarks)
        evidence = [key for key in keys if key != _SHOWN and not is_remark(key)]
        if evidence:
            self.evidence_clicked.emit(evidence[0])

    def _selected(self) -> Passage | None:
        span = self._view.selected_span()
        if span is None or self._revision is None:
            return None
        words = trimmed(self._revision.text, span)
        return passage(self._revision, words) if words else None

    def _stands_here(self, place: Passage) -> bool:
        return self._revision is not None and place.revision == self._revision.id

    def _claim(self) -> Claim | None:
        return self._session.claim(self._session.current) if self._session.current else None

    def _tint(self) -> None:
        self._links.setIcon(self._look.icon("link", Tone.MUTED))
        self._close.setIcon(self._look.icon("x", Tone.MUTED))


def _mark(item: Evidence) -> Mark:
    sign = evidence_sign(item)
    return Mark(
        item.id, item.passage.span, sign.tone, proposed=item.status is Status.PROPOSED, hint=sign.word
    )


def _name(button: QToolButton, words: str) -> None:
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def _short(wording: str) -> str:
    return wording if len(wording) <= 60 else wording[:59].rstrip() + "…"
