"""What a case has to tell other cases: its claims that are settled, with what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from workbench.checked.values import Checked, CheckedId, Kept, Place, Support
from workbench.model import (
    Attribution,
    Case,
    Citation,
    Claim,
    Disposition,
    Document,
    DocumentId,
    Evidence,
    Relation,
    Scale,
    Source,
    Status,
    Verdict,
)
from workbench.ports import Store
from workbench.register import is_confidential
from workbench.scales import step_of

MOST_EVIDENCE = 6
"""Passages remembered of one claim, those against it and for it before mere context."""
LONGEST = 600
"""Characters of a passage that are remembered."""

_SETTLED = {
    Disposition.CONFIRMED: ("Confirmed", "good"),
    Disposition.CORRECTED: ("Corrected", "care"),
    Disposition.UNVERIFIABLE: ("Unverifiable", "care"),
}
"""Dispositions that settle a claim by themselves. One that rests on the author, waits or lies with the
lawyers has not been checked."""


def settled_claims(store: Store, path: Path) -> tuple[Checked, ...]:
    """The claims of a case that another case should hear of.

    Left out is what the editor dismissed or has not settled, and every claim linked to a source, or credited
    to one, that is protected or not on record: what it said stays in its case.
    """
    (case,) = store.all(Case) or (None,)
    if case is None:
        return ()
    told = _Told(store)
    return tuple(
        _remembered(claim, case, path, told)
        for claim in store.all(Claim)
        if claim.status is not Status.DISMISSED
        and told.verdict(claim)
        and not told.waits(claim)
        and not told.stays(claim)
    )


def id_of(*parts: str) -> CheckedId:
    """The id that the same claim of the same origin always gets."""
    return CheckedId(sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32])


class _Told:
    """The values of a case, by the claim they belong to."""

    def __init__(self, store: Store) -> None:
        self.documents = {item.id: item for item in store.all(Document)}
        self.scales = store.all(Scale)
        self._evidence = store.all(Evidence)
        self._verdicts = {item.claim: item for item in store.all(Verdict)}
        self._credits = store.all(Attribution)
        latest = (store.latest(id) for id in self.documents)
        self._latest = {draft.id: draft.number for draft in latest if draft is not None}
        self._sources = {item.id: item for item in store.all(Source)}
        self._citations = store.all(Citation)

    def verdict(self, claim: Claim) -> Verdict | Disposition | None:
        """What settles a claim: its verdict, else its disposition; None while it is open."""
        return self._verdicts.get(claim.id) or (claim.disposition if claim.disposition in _SETTLED else None)

    def evidence(self, claim: Claim) -> Sequence[Evidence]:
        """What the editor has linked to a claim; of a confidential source nothing."""
        linked = (
            item for item in self._evidence if item.claim == claim.id and item.status is Status.ACCEPTED
        )
        open_ones = (item for item in linked if item.passage.document not in self._confidential_documents())
        return sorted(open_ones, key=lambda item: item.relation is Relation.CONTEXT)[:MOST_EVIDENCE]

    def speaker(self, claim: Claim) -> str:
        """Who is credited with the words of a claim."""
        return next((item.credit.resolved or item.speaker for item in self._crediting(claim)), "")

    def waits(self, claim: Claim) -> bool:
        """Whether a claim has no place in the latest draft yet: what was decided may not hold of it."""
        return not claim.gone and claim.passage.revision not in self._latest

    def stays(self, claim: Claim) -> bool:
        """Whether a claim came from a source that is protected or not on record, or may have.

        Words of an earlier draft have no credits any more, and those of a new one none until it has been
        read: where anybody must be protected, nothing is told of them.
        """
        if self._confidential() and not self._is_read(claim):
            return True
        names = {source.name.casefold() for source in self._confidential()}
        cited = {item.source for item in self._citations if item.claim == claim.id}
        credited = {
            self.speaker(claim).casefold(),
            *(item.speaker.casefold() for item in self._crediting(claim)),
        }
        return any(source.id in cited for source in self._confidential()) or bool(names & credited)

    def _crediting(self, claim: Claim) -> Iterator[Attribution]:
        place = claim.passage
        for item in self._credits:
            if item.revision == place.revision and any(
                span.overlaps(place.span) for span in item.credit.content
            ):
                yield item

    def _is_read(self, claim: Claim) -> bool:
        """Whether it is known who is credited in the draft that a claim is in."""
        draft = claim.passage.revision
        return self._latest.get(draft) == 1 or any(item.revision == draft for item in self._credits)

    def _confidential(self) -> list[Source]:
        return [source for source in self._sources.values() if is_confidential(source)]

    def _confidential_documents(self) -> set[DocumentId]:
        return {id for source in self._confidential() for id in (source.document, *source.papers) if id}


def _remembered(claim: Claim, case: Case, path: Path, told: _Told) -> Checked:
    verdict = told.verdict(claim)
    story = told.documents.get(claim.passage.document)
    if isinstance(verdict, Verdict):
        given = step_of(told.scales, verdict)
        word, tone = given.label, given.tone
        about = verdict.conclusion, verdict.at.date().isoformat(), verdict.by
    else:
        word, tone = _SETTLED[verdict or claim.disposition]
        about = "", "", ""
    conclusion, at, by = about
    return Checked(
        id_of(case.id, claim.id),
        claim.wording,
        word,
        Place(Kept.CASE, case.id, str(path), claim.id),
        title=story.title if story else "",
        speaker=told.speaker(claim),
        conclusion=conclusion,
        at=at,
        checker=by,
        tone=tone,
        evidence=tuple(_support(item, told.documents) for item in told.evidence(claim)),
    )


def _support(item: Evidence, documents: dict[DocumentId, Document]) -> Support:
    document = documents.get(item.passage.document)
    words = item.passage.quote.exact[:LONGEST]
    if document is None:
        return Support(words, relation=item.relation.value)
    outlet = document.outlet or document.title
    return Support(words, outlet, document.url or "", document.published or "", item.relation.value)
