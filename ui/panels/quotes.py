"""The quotations of the story: what became of each in the documents it may come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.linked import link_passage
from ui.marking import claim_about, mark_claim
from ui.models.found_rows import FoundRow
from ui.models.quote_rows import Quotes, key_of, match_place, quote_rows, tally_words
from ui.models.rows import Column, Rows
from ui.panels.found_delegate import FoundDelegate
from ui.panels.keys import Keys, keys_of_table
from ui.panels.list_pane import ListPane
from ui.panels.quote_card import QuoteCard
from ui.session import Session
from ui.text.layer import Lit
from ui.theme.look import Look
from workbench.model import Claim, Relation, passage

if TYPE_CHECKING:
    from workbench.quotations import QuotationCheck

_SHARES = (300, 340)


class QuotesPanel(ListPane):
    """Every quotation of the story. Choosing one shows it in the story and in its source."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(session, look, self.tr("Quotations of the story"), parent)
        self._quotes: Quotes | None = None
        self._checks: dict[str, QuotationCheck] = {}
        self._showing = False
        self._model = Rows(self._columns(), lambda row: row.key, self)
        self._card = QuoteCard(session, look)
        self._build()
        self._connect()
        self.show_keys(keys_of_table())
        self.refresh()

    def show_quotes(self, quotes: Quotes) -> None:
        """Show what a check has found."""
        self._quotes = quotes
        self._checks = {key_of(quotes, check): check for check in quotes.checks}
        self.refresh()

    def current(self) -> QuotationCheck | None:
        """The quotation that the keys act on."""
        row = self._model.row(self._list.currentIndex())
        return self._checks.get(row.key) if row else None

    def rows(self) -> tuple[FoundRow, ...]:
        """The quotations listed."""
        return self._model.rows()

    def choose(self, number: int) -> None:
        """Choose one of the rows."""
        self._list.setCurrentIndex(self._model.index(number, 0))

    def has_keyboard(self) -> bool:
        """Whether the keys are about a quotation now."""
        holder = QApplication.focusWidget()
        return self.isVisible() and holder is not None and self.isAncestorOf(holder)

    def mark_current(self) -> Claim | None:
        """Make the current quotation a claim."""
        check, revision = self.current(), self._quotes.revision if self._quotes else None
        if check is None or revision is None:
            return None
        return mark_claim(self._session, passage(revision, check.quotation.words))

    def link_current(self, relation: Relation) -> bool:
        """Link the place found to the claim about the quotation, which is made one if there is none yet."""
        check, session = self.current(), self._session
        place = match_place(session, check) if check else None
        if check is None or place is None:
            return False
        claim = claim_about(session, check.quotation.words) or self.mark_current()
        if claim is None:
            return False
        session.choose(claim.id)
        return link_passage(session, claim, place, relation)

    def open_current(self) -> None:
        """Show the current quotation in the story, and where it stands in its source."""
        if (check := self.current()) is None:
            return
        words = check.quotation.words
        self.revealed.emit(words)
        if (place := match_place(self._session, check)) is not None:
            self.open_passage.emit(place)
        self.lit.emit((Lit(words),))

    def show_keys(self, keys: Keys) -> None:
        """Show these keys beside what they do."""
        self._card.show_keys(keys)

    def _read(self) -> None:
        quotes = self._quotes or Quotes()
        self._showing = True
        self._model.show_rows(quote_rows(self._session, quotes))
        self._show_page(filled=bool(self._model.rowCount()))
        self._showing = False
        self._count.say(tally_words(quotes))
        self._count.setVisible(bool(self._model.rowCount()))
        self._say_why_empty()
        self._show_card()

    def _build(self) -> None:
        self._list_with(self._model, FoundDelegate(self._look, self))
        self._lay_out((), self._card, _SHARES, spacing=6)

    def _connect(self) -> None:
        self._list.selectionModel().currentChanged.connect(self._follow)
        self._list.activated.connect(self.open_current)
        self._list.clicked.connect(self.open_current)
        self._card.opened.connect(self.open_current)
        self._card.marked.connect(self.mark_current)
        self._card.related.connect(self.link_current)
        self._session.changed.connect(self.refresh)

    def _columns(self) -> tuple[Column[FoundRow], ...]:
        return (
            Column(
                self.tr("Quotation"), lambda row: row.text, {Qt.ItemDataRole.AccessibleTextRole: self._spoken}
            ),
        )

    def _spoken(self, row: FoundRow) -> str:
        check = self._checks.get(row.key)
        told = check.in_words if check else row.details
        return ". ".join(
            part for part in (row.sign.word if row.sign else "", row.title, row.text, told) if part
        )

    def _follow(self, _index: QModelIndex) -> None:
        """The editor has stepped to another one."""
        if not self._showing:
            self._show_card()
            self._card.verticalScrollBar().setValue(0)
            self.open_current()

    def _show_card(self) -> None:
        check = self.current()
        self._card.setVisible(check is not None)
        if check is not None and self._quotes is not None:
            self._card.show_check(self._quotes, check)

    def _say_why_empty(self) -> None:
        if self._session.story() is None:
            self._empty.say(self.tr("No story yet"), self.tr("Drop a file here, or paste the story’s text."))
        elif self._quotes is None:
            self._empty.say(self.tr("Looking up the quotations…"), "")
        else:
            advice = self.tr("What stands between quotation marks in the story is looked up here.")
            self._empty.say(self.tr("No quotations in this story"), advice)
