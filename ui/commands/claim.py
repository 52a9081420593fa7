"""Commands about the current claim, its evidence, and taking back what was done."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.commands.host import Host
from ui.desk import Desk
from ui.dialogs.choose import ChooseDialog
from ui.dialogs.link_source import LinkSourceDialog
from workbench import linking
from workbench.model import (
    CitationId,
    Claim,
    Disposition,
    Relation,
    Role,
    Source,
)


class ClaimCommands(QObject):
    """Acts on the claim that is current in the open case; without one, nothing happens."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host

    def undo(self) -> None:
        """Take the last change back; what is being written is saved first."""
        if desk := self._host.desk:
            desk.evidence.settle()
            desk.card.settle()
            desk.session.undo()

    def redo(self) -> None:
        """Make the change last taken back once more."""
        if desk := self._host.desk:
            desk.session.redo()

    def mark(self) -> None:
        """Mark the selected words of the story, or the quotation chosen in the list, as a claim."""
        if (desk := self._host.desk) is None or (desk.quotes.has_keyboard() and desk.quotes.mark_current()):
            return
        if not desk.story.mark_selection():
            self._host.hint(self.tr("Select words in the story first, then mark them as a claim."))

    def step(self, by: int) -> None:
        """Go to the next or the previous claim of those the list shows."""
        if desk := self._host.desk:
            shown = [row.claim.id for row in desk.claims.shown()]
            if not shown:
                return
            current = desk.session.current
            at = shown.index(current) + by if current in shown else (0 if by > 0 else len(shown) - 1)
            desk.session.choose(shown[max(0, min(len(shown) - 1, at))])

    def step_open(self) -> None:
        """Go to the next claim that nobody has settled yet, beginning again at the top."""
        if (desk := self._host.desk) is None:
            return
        session = desk.session
        claims = session.claims()
        ids = [claim.id for claim in claims]
        begin = ids.index(session.current) + 1 if session.current in ids else 0
        for claim in (*claims[begin:], *claims[:begin]):
            if claim.disposition is Disposition.OPEN and session.verdict(claim.id) is None:
                session.choose(claim.id)
                return
        self._host.hint(self.tr("Every claim has been checked."))

    def accept(self) -> None:
        """Take up the proposed claim."""
        if desk := self._host.desk:
            desk.evidence.acts.accept()

    def dismiss(self) -> None:
        """Set the claim aside."""
        if desk := self._host.desk:
            desk.evidence.acts.dismiss()

    def join(self) -> None:
        """Ask which other claim asserts the same."""
        desk, claim = self._here()
        if desk is None or claim is None:
            return
        others = [other for other in desk.session.claims() if other.id != claim.id]
        if not others:
            self._host.hint(self.tr("There is no other claim."))
            return
        choices = [(f"{desk.session.number(other.id)}  {_line(other.wording)}", other) for other in others]
        dialog = ChooseDialog(
            self.tr("Which claim says the same?"),
            self.tr("Its places become places of claim {n}, and it leaves the list.").format(
                n=desk.session.number(claim.id)
            ),
            self.tr("Join"),
            choices,
            self._host.widget,
        )
        dialog.answered.connect(self._join)
        dialog.open()

    def write_note(self) -> None:
        """Put the cursor into the note."""
        if desk := self._host.desk:
            self._host.show_evidence()
            desk.right.close_search()
            desk.evidence.write_note()

    def write_conclusion(self) -> None:
        """Put the cursor into the sentence that goes with the verdict."""
        if desk := self._host.desk:
            self._host.show_evidence()
            desk.right.close_search()
            if not desk.evidence.write_conclusion():
                self._host.hint(self.tr("Give a verdict first; the conclusion goes with it."))

    def write_answer(self) -> None:
        """Put the cursor into what the claimant answered."""
        if desk := self._host.desk:
            self._host.show_evidence()
            desk.right.close_search()
            desk.evidence.write_answer()

    def write_owner(self) -> None:
        """Put the cursor where one says who owes what a claim waits for."""
        if desk := self._host.desk:
            self._host.show_evidence()
            desk.right.close_search()
            if not desk.evidence.write_owner():
                self._host.hint(self.tr("Nothing is owed: set the claim to “TK” or “On author” first."))

    def move_edge(self, by: tuple[int, int]) -> None:
        """Let the claim begin or end a word earlier or later."""
        if desk := self._host.desk:
            desk.story.view.move_edge(*by)

    def dispose(self, disposition: str) -> None:
        """Set the working disposition."""
        if desk := self._host.desk:
            desk.evidence.set_disposition(Disposition(disposition))

    def decide(self, place: int) -> None:
        """Give the verdict that stands at this place (from 1) of the case's scale."""
        if desk := self._host.desk:
            steps = desk.session.steps()
            if place <= len(steps):
                desk.evidence.set_verdict(steps[place - 1].key)
            elif not steps:
                self._host.show_evidence()
                desk.right.close_search()
                desk.evidence.write_verdict()

    def withdraw(self) -> None:
        """Take the verdict back."""
        if desk := self._host.desk:
            desk.evidence.set_verdict(None)

    def relate(self, relation: str) -> None:
        """Say what the words selected in the source, else the current passage, do to the claim.

        With the keyboard in the list of quotations, it is the place of the quotation chosen there.
        """
        if (desk := self._host.desk) is None:
            return
        if desk.source.view.hasFocus() and desk.source.has_selection():
            desk.source.link_selection(Relation(relation))
        elif desk.quotes.has_keyboard():
            desk.quotes.link_current(Relation(relation))
        elif desk.right.is_searching:
            desk.search.link_current(Relation(relation))
        elif not desk.right.is_showing_card:
            desk.evidence.relate_current(Relation(relation))

    def set_aside(self) -> None:
        """Set the current passage aside."""
        if (desk := self._host.desk) and not desk.right.is_searching and not desk.right.is_showing_card:
            desk.evidence.dismiss_current_suggestion()

    def step_evidence(self, by: int) -> None:
        """Go to the next or the previous passage of the claim."""
        if desk := self._host.desk:
            self._host.show_evidence()
            desk.right.close_card()
            if desk.right.is_searching:
                desk.search.step(by)
            elif by > 0:
                desk.evidence.next_suggestion()
            else:
                desk.evidence.previous_suggestion()

    def explain_origins(self) -> None:
        """Lay open which independent origins the claim has, or close that again."""
        if desk := self._host.desk:
            self._host.show_evidence()
            desk.right.close_search()
            desk.evidence.explain_origins()

    def show_passage(self) -> None:
        """Open the current passage in its document."""
        if desk := self._host.desk:
            if desk.quotes.has_keyboard():
                desk.quotes.open_current()
            elif not desk.right.is_showing_card:
                (desk.search if desk.right.is_searching else desk.evidence).open_current()

    def link_selection(self, relation: str) -> None:
        """Link the words selected in the source beside the story to the claim."""
        if (desk := self._host.desk) is None:
            return
        if desk.source.has_selection():
            desk.source.link_selection(Relation(relation))
        else:
            self._host.hint(self.tr("Select words in the source beside the story first."))

    def link_source(self) -> None:
        """Ask which source the claim cites."""
        desk, claim = self._here()
        if desk is None or claim is None:
            return
        session = desk.session
        documents = [item for item in session.documents() if item.role is Role.SOURCE]
        dialog = LinkSourceDialog(
            session.sources(), documents, _speaker(desk, claim), session.new_id, self._host.widget
        )
        dialog.answered.connect(self._cite)
        dialog.open()

    def _cite(self, source: Source) -> None:
        desk, claim = self._here()
        if desk is None or claim is None:
            return
        session = desk.session
        if any(item.source == source.id for item in session.citations(claim.id)):
            self._host.hint(self.tr("The claim is linked to this source already."))
            return
        new = session.source(source.id) is None
        id = CitationId(session.new_id())
        session.do(linking.cite(claim, source, id, session.stamp(), new=new))

    def _join(self, chosen: tuple[Claim]) -> None:
        if desk := self._host.desk:
            desk.evidence.acts.join(chosen[0])

    def _here(self) -> tuple[Desk | None, Claim | None]:
        desk = self._host.desk
        current = desk.session.current if desk else None
        return desk, desk.session.claim(current) if desk and current else None


def _line(words: str) -> str:
    return " ".join(words.split())


def _speaker(desk: Desk, claim: Claim) -> str:
    """Whom the story credits with the claim, as the first guess of its source."""
    credits = desk.session.attributions(claim.id)
    if not credits:
        return ""
    return credits[0].credit.resolved or credits[0].speaker
