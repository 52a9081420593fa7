"""One piece of evidence: where it stands, what it says beside what the story says, what to make of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.dates import date_words
from ui.models.evidence_items import EvidenceItem
from ui.models.reason_words import all_findings, reason_sentence
from ui.models.signs import Sign, relation_sign, source_word
from ui.panels.buttons import LinkButton, ToneButton
from ui.panels.card import Card
from ui.panels.comparison import Comparison, compared
from ui.panels.field import Field
from ui.panels.flow import Flow
from ui.panels.keys import Keys, with_key
from ui.panels.place import address
from ui.panels.words import Chip, Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import EvidenceId, Passage, Relation


class EvidenceCard(Card):
    """A card that can show any piece of evidence. It reports what the editor wants and changes nothing."""

    chosen = Signal(str)
    related = Signal(str, object)
    """Evidence id and `Relation`."""
    set_aside = Signal(str)
    opened = Signal(object)
    """The `Passage` to show in its document."""
    noted = Signal(str, str)
    """Evidence id and the note."""

    def __init__(self, look: Look, keys: Keys, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._item: EvidenceItem | None = None
        self._title = Words(look, px=14, strong=True)
        self._chip = Chip(look)
        self._details = Words(look, px=12, tone=Tone.MUTED)
        self._comparison = Comparison(look)
        self._reason = Words(look, px=12, tone=Tone.MUTED)
        self._place = LinkButton(look)
        self._match = Words(look, px=11, tone=Tone.MUTED)
        self._relations = {relation: self._button(relation) for relation in Relation}
        self._aside = ToneButton(look, Sign(self.tr("Dismiss"), "", Tone.MUTED))
        self._note_button = LinkButton(look, self.tr("Add note"))
        self._note: Field | None = None
        self._rows = QVBoxLayout(self)
        self._build()
        self.show_keys(keys)

    @property
    def evidence_id(self) -> EvidenceId | None:
        """Which evidence the card shows."""
        return self._item.evidence.id if self._item else None

    @property
    def passage(self) -> Passage | None:
        """The words the card shows, where they stand."""
        return self._item.evidence.passage if self._item else None

    def show_item(self, item: EvidenceItem, *, writable: bool) -> None:
        """Show a piece of evidence; nothing happens when it is shown already."""
        if item == self._item:
            return
        fresh = self._item is None or self._item.evidence.id != item.evidence.id
        self._item = item
        self._title.say(item.document.title or self.tr("Untitled"))
        self._chip.show_sign(item.sign)
        self._details.say(self._details_of(item))
        passage = item.evidence.passage.quote.exact
        self._comparison.show_wordings(*compared(item.claim.wording, passage))
        self._say_reason(item)
        self._show_place(item)
        self._show_state(item, writable)
        self._show_note(item.evidence.note, writable=writable, fresh=fresh)
        self.setAccessibleName(f"{item.sign.word}: {item.document.title}")
        self.setAccessibleDescription(self._reason.text())

    def show_keys(self, keys: Keys) -> None:
        """Say in the tooltips by which keys the buttons can be pressed."""
        for relation, button in self._relations.items():
            button.setToolTip(with_key(relation_sign(relation).word, keys.get(relation, "")))
        self._aside.setToolTip(with_key(self.tr("Set this passage aside"), keys.get("set_aside", "")))
        opening = self.tr("Open the passage in its document")
        self._place.setToolTip(with_key(opening, keys.get("show_passage", "")))

    def choose(self) -> None:
        """Ask to become the current card."""
        if self._item is not None:
            self.chosen.emit(self._item.evidence.id)

    def settle(self) -> None:
        """Save a note that is being written."""
        if self._note is not None:
            self._note.settle()

    def write_note(self) -> None:
        """Open the note and put the cursor in it."""
        field = self._note_field()
        field.show()
        field.setFocus()

    def _build(self) -> None:
        head, buttons, foot = QHBoxLayout(), Flow(gap=4), QHBoxLayout()
        head.addWidget(self._chip)
        head.addStretch(1)
        head.addWidget(self._match)
        self._match.setWordWrap(False)
        for button in (*self._relations.values(), self._aside):
            buttons.addWidget(button)
        foot.addWidget(self._place, 1, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self._note_button)
        self._aside.clicked.connect(self._put_aside)
        self._note_button.clicked.connect(self.write_note)
        self._place.clicked.connect(self._open)
        self._rows.setContentsMargins(14, 11, 14, 10)
        self._rows.setSpacing(5)
        self._rows.addLayout(head)
        self._rows.addSpacing(1)
        self._rows.addWidget(self._title)
        self._rows.addWidget(self._details)
        self._rows.addSpacing(3)
        self._rows.addWidget(self._comparison)
        self._rows.addSpacing(2)
        self._rows.addWidget(self._reason)
        self._rows.addLayout(foot)
        self._rows.addLayout(buttons)

    def _button(self, relation: Relation) -> ToneButton:
        sign = relation_sign(relation)
        button = ToneButton(self._look, Sign(sign.word, "", sign.tone))
        button.setCheckable(True)
        button.setProperty("relation", relation.value)
        button.clicked.connect(self._relate)
        return button

    def _show_state(self, item: EvidenceItem, writable: bool) -> None:
        for relation, button in self._relations.items():
            button.setChecked(not item.suggested and relation is item.evidence.relation)
            button.setEnabled(writable)
        self._aside.setText(self.tr("Dismiss") if item.suggested else self.tr("Unlink"))
        self._aside.updateGeometry()
        self._aside.setEnabled(writable)

    def _details_of(self, item: EvidenceItem) -> str:
        document = item.document
        rank = self.tr("primary") if document.kind.is_primary else self.tr("secondary")
        date = date_words(document.published).replace(" ", "\u00a0")
        parts = (document.outlet, source_word(document.kind), date, rank)
        return "\u00a0· ".join(part for part in parts if part)

    def _say_reason(self, item: EvidenceItem) -> None:
        """The reason in one sentence; every finding in the tooltip."""
        reasons = item.evidence.reasons
        told = reason_sentence(reasons)
        self._reason.say(told)
        self._reason.setToolTip(all_findings(reasons) if len(reasons) > 1 else "")
        self._reason.setVisible(bool(told))

    def _show_place(self, item: EvidenceItem) -> None:
        where, paragraph, score = address(item.document), self._place_of(item), item.evidence.score
        self._place.say(where, f" · {paragraph}" if where else paragraph)
        self._place.setAccessibleName(
            self.tr("Open the passage in its document: {place}").format(place=f"{where} {paragraph}")
        )
        self._match.setVisible(score is not None)
        if score is not None:
            self._match.say(self.tr("match {score}").format(score=round(score)))
            self._match.setToolTip(self.tr("How much this passage has to do with the claim, 0 to 100"))

    def _place_of(self, item: EvidenceItem) -> str:
        if not item.paragraph:
            return self.tr("an earlier version")
        if item.place:
            return item.place
        return self.tr("paragraph {number}").format(number=item.paragraph)

    def _show_note(self, note: str, *, writable: bool, fresh: bool) -> None:
        self._note_button.setVisible(not note and writable)
        if note or self._note is not None:
            field = self._note_field()
            field.show_stored(note, fresh=fresh)
            field.setReadOnly(not writable)
            field.setVisible(bool(note) or field.hasFocus())

    def _note_field(self) -> Field:
        if self._note is None:
            self._note = Field(self._look, self.tr("Note on this evidence"), self.tr("Note on this evidence"))
            self._note.written.connect(self._keep_note)
            self._rows.insertWidget(self._rows.count() - 1, self._note)
        return self._note

    def _relate(self) -> None:
        if self._item is not None:
            relation = Relation(self.sender().property("relation"))
            self._show_state(self._item, True)
            self.related.emit(self._item.evidence.id, relation)

    def _put_aside(self) -> None:
        if self._item is not None:
            self.set_aside.emit(self._item.evidence.id)

    def _open(self) -> None:
        if self._item is not None:
            self.choose()
            self.opened.emit(self._item.evidence.passage)

    def _keep_note(self, text: str) -> None:
        if self._item is not None:
            self.noted.emit(self._item.evidence.id, text)
