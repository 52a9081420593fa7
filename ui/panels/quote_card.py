"""What became of one quotation: in words, both wordings where they differ, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMargins, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.linked import known_evidence
from ui.marking import claim_about
from ui.models.quote_rows import Quotes, differing, match_place, within
from ui.models.signs import relation_sign
from ui.panels.buttons import LinkButton, ToneButton
from ui.panels.column import Column
from ui.panels.comparison import Comparison, Wording
from ui.panels.flow import Flow
from ui.panels.keys import Keys, with_key
from ui.panels.words import Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import Claim, Passage, Relation, Status
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.quotations import QuotationCheck


class QuoteCard(Column):
    """The quotation chosen in the list."""

    opened = Signal()
    marked = Signal()
    related = Signal(object)
    """The `Relation` by which the place found is to be linked."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(gap=5, margins=QMargins(4, 10, 10, 12), parent=parent)
        self._session = session
        self._told = Words(look, px=12, tone=Tone.MUTED)
        self._also = Words(look, px=12, tone=Tone.MUTED)
        self._comparison = Comparison(look)
        self._open = LinkButton(look)
        self._claim = LinkButton(look)
        self._about: Claim | None = None
        self._mark = QPushButton(self.tr("Make it a claim"))
        self._relations = [ToneButton(look, relation_sign(relation)) for relation in Relation]
        self._build()

    def show_check(self, quotes: Quotes, check: QuotationCheck) -> None:
        """Show one quotation."""
        assert quotes.revision is not None
        place = match_place(self._session, check)
        document = self._session.document(check.document) if check.document else None
        writable = self._session.store.read_only is None
        self._told.say(check.in_words)
        self._say_also(check)
        differs = place is not None and check.match.kind.value in ("altered", "shortened")
        self._comparison.setVisible(differs)
        if differs and place is not None:
            text = self._session.revision(place.document)
            self._comparison.show_wordings(*wordings(check, quotes.revision.text, text.text if text else ""))
        self._open.setVisible(place is not None)
        if document is not None:
            self._open.say(self.tr("Open “{title}”").format(title=document.title or self.tr("Untitled")))
        self._mark.setEnabled(writable)
        self._show_claim(claim_about(self._session, check.quotation.words), place)
        for button in self._relations:
            button.setVisible(place is not None)
            button.setEnabled(writable)

    def show_keys(self, keys: Keys) -> None:
        """Say in the tooltips by which keys it goes."""
        self._open.setToolTip(with_key(self.tr("Show the place in its source"), keys.get("show_passage", "")))
        self._mark.setToolTip(with_key(self.tr("Make the quotation a claim"), keys.get("mark", "")))
        for button, relation in zip(self._relations, Relation, strict=True):
            button.setToolTip(with_key(button.accessibleName(), keys.get(relation, "")))

    def _build(self) -> None:
        buttons, row = Flow(), QWidget()
        row.setLayout(buttons)
        buttons.addWidget(self._mark)
        for button, relation in zip(self._relations, Relation, strict=True):
            words = self.tr("Link the place found to the claim: {relation}")
            button.setAccessibleName(words.format(relation=relation_sign(relation).word))
            button.setProperty("relation", relation.value)
            button.setCheckable(True)
            button.clicked.connect(self._relate)
            buttons.addWidget(button)
        self.fill((self._told, self._comparison, self._also, self._open, self._claim, row))
        self._open.clicked.connect(self.opened)
        self._mark.clicked.connect(self.marked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a long one is read by the arrow keys
        self._claim.clicked.connect(self._choose_claim)

    def _show_claim(self, claim: Claim | None, place: Passage | None) -> None:
        """Say which claim is about the quotation, and what the place found does to it if it is linked."""
        self._about = claim
        self._claim.setVisible(claim is not None)
        if claim is not None:
            number = self._session.number(claim.id)
            self._claim.say(self.tr("Claim {number} is about these words").format(number=number))
        known = known_evidence(self._session, claim, place) if claim and place else None
        linked = known.relation if known and known.status is Status.ACCEPTED else None
        for button, relation in zip(self._relations, Relation, strict=True):
            button.setChecked(relation is linked)

    def _choose_claim(self) -> None:
        if self._about is not None:
            self._session.choose(self._about.id)

    def _relate(self) -> None:
        self.related.emit(Relation(self.sender().property("relation")))

    def _say_also(self, check: QuotationCheck) -> None:
        others = [found for id in check.also if (found := self._session.document(id)) is not None]
        titles = ", ".join(f"“{document.title or self.tr('Untitled')}”" for document in others)
        self._also.setVisible(bool(others))
        self._also.say(self.tr("Word for word in {titles} as well.").format(titles=titles))


def wordings(check: QuotationCheck, story: str, source: str) -> tuple[Wording, Wording]:
    """The quotation and its place in the source, each with what the other has otherwise."""
    words, place = check.quotation.words, check.match.span
    assert place is not None
    own, theirs = differing(check, in_source=False), differing(check, in_source=True)
    place = Span(
        min([place.start, *(span.start for span in theirs)]), max([place.end, *(span.end for span in theirs)])
    )
    heading = QCoreApplication.translate
    return (
        _wording(heading("Comparison", "Story says"), words, story, own),
        _wording(heading("Comparison", "Source says"), place, source, theirs),
    )


def _wording(heading: str, stretch: Span, text: str, differing: tuple[Span, ...]) -> Wording:
    figures = tuple(span for span in differing if any(sign.isdigit() for sign in span.of(text)))
    others = tuple(span for span in differing if span not in figures)
    return Wording(heading, stretch.of(text), within(others, stretch), within(figures, stretch))
