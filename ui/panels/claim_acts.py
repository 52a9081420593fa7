"""What the editor does with the claim that is shown, each as a change of the session."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.models.chains import chains
from ui.session import Session
from workbench import linking, queries, review
from workbench.model import (
    Citation,
    CitationId,
    Claim,
    ClaimId,
    Evidence,
    Passage,
    Query,
    QueryId,
    Relation,
    Source,
    SourceId,
)


class ClaimActs(QObject):
    """Acts on one claim, or on what hangs on it; does nothing while there is none."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.id: ClaimId | None = None
        """The claim acted on."""

    @property
    def claim(self) -> Claim | None:
        """The claim as it stands now."""
        return self._session.claim(self.id) if self.id else None

    def accept(self) -> None:
        """Take up the proposed claim."""
        if claim := self.claim:
            self._session.do(review.accept(claim, self._session.stamp()))

    def dismiss(self) -> None:
        """Set the claim aside."""
        if claim := self.claim:
            self._session.do(review.dismiss(claim, self._session.stamp()))

    def join(self, other: Claim) -> None:
        """Say that another claim asserts the same."""
        if claim := self.claim:
            self._session.do(review.join(claim, other, self._session.stamp()))

    def part(self, place: Passage) -> None:
        """Make one of the claim's other places a claim of its own."""
        session = self._session
        if claim := self.claim:
            session.do(review.part(claim, place, ClaimId(session.new_id()), session.stamp()))

    def relate(self, id: str, relation: Relation) -> bool:
        """Say what a piece of evidence does to the claim. Whether it was written."""
        claim, evidence = self.claim, self._evidence(id)
        if claim is None or evidence is None:
            return False
        return self._session.do(linking.relate(claim, evidence, relation, self._session.stamp()))

    def set_aside(self, id: str) -> bool:
        """Dismiss a piece of evidence. Whether there was one."""
        evidence = self._evidence(id)
        if evidence is not None:
            self._session.do(linking.set_aside(evidence, self._session.stamp()))
        return evidence is not None

    def comment(self, id: str, note: str) -> None:
        """Keep a note on a piece of evidence."""
        evidence = self._evidence(id)
        if evidence is not None and evidence.note != note:
            self._session.do(linking.comment(evidence, note, self._session.stamp()))

    def answer(self, after: Query) -> None:
        """Keep what became of a question to the author."""
        known = self._session.query(after.id)
        if known is not None and known != after:
            self._session.do(review.answer(known, after, self._session.stamp()))

    def take_back(self, id: QueryId) -> None:
        """Ask no more what the author was asked."""
        if query := self._session.query(id):
            self._session.do(queries.take_back(query, self._session.stamp()))

    def cite(self, name: str) -> None:
        """Link the claim to a source of that name; one of the register is taken as it stands."""
        from workbench.attribution import kind_of

        claim, session = self.claim, self._session
        if claim is None:
            return
        known = next((item for item in session.sources() if item.name.casefold() == name.casefold()), None)
        source = known or Source(SourceId(session.new_id()), name, kind_of(name))
        id = CitationId(session.new_id())
        session.do(linking.cite(claim, source, id, session.stamp(), new=known is None))

    def uncite(self, citation: Citation) -> None:
        """Take the link to a source back."""
        self._session.do(linking.uncite(citation, self._session.stamp()))

    def cited(self, claim: Claim) -> list[tuple[Citation, Source]]:
        """The sources that a claim is linked to."""
        found = [(item, self._session.source(item.source)) for item in self._session.citations(claim.id)]
        return [(citation, source) for citation, source in found if source is not None]

    def named(self, claim: Claim) -> list[str]:
        """Whom the story credits with the claim, each once."""
        names = [name for chain in chains(self._session.attributions(claim.id)) for name in chain]
        return list(dict.fromkeys(names))

    def _evidence(self, id: str) -> Evidence | None:
        found = self._session.every_evidence(self.id) if self.id else ()
        return next((item for item in found if item.id == id), None)
