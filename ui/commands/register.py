"""Commands about the register of sources: cards, contacts, real names."""

from __future__ import annotations

from random import SystemRandom

from PySide6.QtCore import QObject

from ui.commands.host import Host
from ui.desk import Desk
from ui.dialogs.choose import ChooseDialog
from ui.models.source_rows import SourceRow
from ui.register.contacting import Contacting
from ui.register.new_source import Entered, NewSourceForm
from ui.register.signs import at_words
from ui.register.taking import take_in
from workbench import register
from workbench.model import Reply, Source
from workbench.register import StandsInHistory


class RegisterCommands(QObject):
    """Acts on the register of the open case."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.contacting = Contacting(self._desk, host.widget, self)

    def listen_to(self, desk: Desk) -> None:
        """Do what is asked for on the panes of a case."""
        desk.evidence.log_contact_requested.connect(self.contacting.about_claim)
        desk.sources.card_wanted.connect(self.take_row)
        desk.sources.log_wanted.connect(self.log_with_row)
        desk.sources.add_wanted.connect(self.add)
        desk.card.log_wanted.connect(self.log_with)
        desk.card.contact_wanted.connect(self.contacting.correct)
        desk.card.terms.protect_wanted.connect(self.protect)
        desk.card.terms.show_wanted.connect(self.show_name)
        desk.card.terms.change_wanted.connect(self.ask_name)
        desk.card.terms.forget_wanted.connect(self.forget_name)

    def add(self) -> None:
        """Ask for a source that no text names."""
        self._ask_source(protected=False)

    def add_protected(self) -> None:
        """Ask for a source that goes by a code name."""
        self._ask_source(protected=True)

    def take_entered(self, entered: Entered | Source) -> None:
        """Add what was entered; a source that is known already shows its card."""
        if (desk := self._host.desk) is None:
            return
        if isinstance(entered, Source):
            desk.right.show_card(entered.id)
        elif entered.source.protected:
            desk.protecting.add(entered, self._host.widget)
        elif desk.session.do(register.add(entered.source, desk.session.stamp())):
            desk.right.show_card(entered.source.id)

    def open_card(self) -> None:
        """Show the card of the source chosen, taking it in first; with no list in sight, of one cited."""
        if (desk := self._host.desk) is None:
            return
        if desk.sources.isVisible() and desk.sources.chosen():
            desk.sources.want_card()
            return
        cited = self._cited(desk)
        if not cited:
            self._host.hint(
                self.tr("Choose a source in the list of sources first, or link one to the claim.")
            )
        elif len(cited) == 1:
            self._show(cited[0])
        else:
            words = self.tr("Whose card?")
            choices = [(source.name, source) for source in cited]
            dialog = ChooseDialog(
                self.tr("Sources cited"), words, self.tr("Open"), choices, self._host.widget
            )
            dialog.answered.connect(self._show_chosen)
            dialog.open()

    def take_row(self, row: SourceRow) -> None:
        """Take a row of the list into the register; one that is there already shows its card."""
        if (desk := self._host.desk) is None:
            return
        if row.source is not None:
            self._show(row.source)
        elif take_in(desk.session, row):
            words = self.tr("“{name}” is in the register now. The same key opens its card.")
            self._host.hint(words.format(name=row.name))

    def log(self) -> None:
        """Log a contact with the source in hand, else about the current claim."""
        if (desk := self._host.desk) is None:
            return
        chosen = desk.sources.chosen() if desk.sources.has_keyboard() else []
        if desk.right.is_showing_card and (source := self._on_card(desk)):
            self.contacting.with_name(source.name)
        elif len(chosen) == 1:
            self.log_with_row(chosen[0])
        else:
            self.contacting.about_claim()

    def log_with_row(self, row: SourceRow) -> None:
        """Log a contact with a source of the list; it is taken into the register with that."""
        self.contacting.with_name(row.source.name if row.source else row.name)

    def log_with(self, source: Source) -> None:
        """Log a contact with a source of the register."""
        self.contacting.with_name(source.name)

    def protect(self) -> None:
        """Say why a source that is in the case under its name cannot be protected, and what can be done."""
        if (desk := self._host.desk) is None or (source := self._on_card(desk)) is None:
            return
        choices = [
            (self.tr("Add a new source under a code name"), True),
            (self.tr("Leave it as it is"), False),
        ]
        words = str(StandsInHistory.of(source))
        dialog = ChooseDialog(
            self.tr("Protect this source"), words, self.tr("Go on"), choices, self._host.widget
        )
        dialog.answered.connect(self._protect_anew)
        dialog.open()

    def show_name(self) -> None:
        """Show the real name of the source on the card, unlocking it first."""
        if desk := self._host.desk:
            desk.protecting.unlock(self._host.widget, desk.card.terms.reveal)

    def ask_name(self) -> None:
        """Ask for the real name of the source on the card."""
        if (desk := self._host.desk) and (source := self._on_card(desk)):
            desk.protecting.ask_name(source, self._host.widget)

    def forget_name(self) -> None:
        """Forget the real name of the source on the card."""
        if (desk := self._host.desk) and (source := self._on_card(desk)):
            desk.protecting.forget(source)

    def unlock(self) -> None:
        """Unlock the real names."""
        if desk := self._host.desk:
            desk.protecting.unlock(self._host.widget, self._say_unlocked)

    def lock(self) -> None:
        """Lock the real names now."""
        if desk := self._host.desk:
            desk.names.lock()
            self._host.hint(self.tr("The real names are locked."))

    def change_passphrase(self) -> None:
        """Ask for another passphrase of the real names."""
        if desk := self._host.desk:
            desk.protecting.change_passphrase(self._host.widget)

    def forget_strays(self) -> None:
        """Forget real names that belong to no source of the case."""
        if desk := self._host.desk:
            desk.protecting.forget_strays(self._host.widget)

    def find_missing(self) -> None:
        """Tell what the register lacks, and go to the first claim whose subject must still be asked."""
        if (desk := self._host.desk) is None:
            return
        session = desk.session
        waiting = register.unanswered(session.claims(), session.every_contact())
        unnoted = register.without_terms(session.sources(), session.every_contact())
        for answered in waiting[:1]:
            session.choose(answered.claim)
            self._host.show_evidence()
        self._host.hint(self._missing(desk, waiting, unnoted))

    def _ask_source(self, *, protected: bool) -> None:
        if (desk := self._host.desk) is None:
            return
        session, start = desk.session, SystemRandom().randrange(1_000)
        form = NewSourceForm(session.sources(), session.new_id, start, self._host.widget, protected=protected)
        form.answered.connect(self.take_entered)
        form.open()

    def _missing(
        self, desk: Desk, waiting: tuple[register.Answered, ...], unnoted: tuple[Source, ...]
    ) -> str:
        if not waiting and not unnoted:
            return self.tr("Nothing is missing: everybody accused has been heard, and all terms are noted.")
        told = []
        for item in waiting:
            number = desk.session.number(item.claim)
            asked = self.tr("claim {number}: asked on {date}, no reply yet")
            never = self.tr("claim {number}: nobody asked yet")
            told.append(
                (asked if item.state is Reply.ASKED else never).format(
                    number=number, date=at_words(item.at or "")
                )
            )
        replies = self.tr("Right of reply: {claims}.").format(claims="; ".join(told)) if told else ""
        names = ", ".join(source.name for source in unnoted)
        terms = self.tr("Terms not noted: {names}.").format(names=names) if names else ""
        return " ".join(part for part in (replies, terms) if part)

    def _desk(self) -> Desk | None:
        return self._host.desk

    def _on_card(self, desk: Desk) -> Source | None:
        return desk.session.source(desk.card.source) if desk.card.source else None

    def _cited(self, desk: Desk) -> list[Source]:
        current = desk.session.current
        found = (
            [desk.session.source(item.source) for item in desk.session.citations(current)] if current else []
        )
        return [source for source in found if source is not None]

    def _show(self, source: Source) -> None:
        if desk := self._host.desk:
            self._host.show_evidence()
            desk.right.show_card(source.id)

    def _show_chosen(self, answer: tuple[Source]) -> None:
        self._show(answer[0])

    def _protect_anew(self, answer: tuple[bool]) -> None:
        if answer[0]:
            self.add_protected()

    def _say_unlocked(self) -> None:
        self._host.hint(self.tr("The real names are unlocked; they are on the cards of their sources."))
