"""What a desk asks for before a claim is confirmed, by kind of claim, and what a claim still lacks of it.

A primary source that supports the claim, or several independent origins. What the presets ask for follows
the handbooks of fact-checking desks: a quotation is compared with its recording or its speaker; who is said
to be the first, or to have caused something, is mostly the source of that itself, so that one voice does not
do; whoever is accused is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.change import Change, Edit, Stamp
from workbench.model import (
    Citation,
    Claim,
    ClaimKind,
    Contact,
    Disposition,
    Document,
    DocumentId,
    Evidence,
    Gate,
    GateId,
    Relation,
    Risk,
    Source,
    SourceId,
    Status,
)
from workbench.register import accuses, right_of_reply

USUAL = Gate(GateId("usual"), None, primary=1, origins=2)
PRESETS: Mapping[ClaimKind | None, Gate] = {
    None: USUAL,
    ClaimKind.QUOTATION: Gate(GateId("quotation"), ClaimKind.QUOTATION, primary=1, origins=0),
    ClaimKind.ACCUSATION: Gate(GateId("accusation"), ClaimKind.ACCUSATION, primary=0, origins=2, reply=True),
    ClaimKind.SUPERLATIVE: Gate(GateId("superlative"), ClaimKind.SUPERLATIVE, primary=0, origins=2),
    ClaimKind.CAUSE: Gate(GateId("cause"), ClaimKind.CAUSE, primary=0, origins=2),
}
"""The rules that hold while the desk has made none of its own; every other kind is asked for the usual."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


@dataclass(frozen=True, slots=True)
class Rests:
    """What a claim rests on, as far as the editor has linked it: primary sources and independent origins."""

    primary: int
    origins: int


@dataclass(frozen=True, slots=True)
class GateResult:
    """What a gate says of a claim: a sentence for each thing that is missing, none when it passes."""

    missing: tuple[str, ...] = ()

    @property
    def passes(self) -> bool:
        """Whether the claim may be confirmed without a written reason."""
        return not self.missing


def gate_for(stored: Iterable[Gate], claim: Claim) -> Gate:
    """The gate that a claim has to pass.

    What may be libel is asked, whatever its kind, for the reply that an accusation is asked for.
    """
    rules = {gate.kind: gate for gate in stored}
    gate = rule_of(rules.values(), claim.kind)
    if claim.risk is Risk.LIBEL and claim.kind is not ClaimKind.ACCUSATION:
        gate = replace(gate, reply=gate.reply or rule_of(rules.values(), ClaimKind.ACCUSATION).reply)
    return gate


def rule_of(stored: Iterable[Gate], kind: ClaimKind | None) -> Gate:
    """The rule for one kind: the desk's own, else the preset, else the usual one as the desk has it."""
    rules = {gate.kind: gate for gate in stored}
    return rules.get(kind) or PRESETS.get(kind) or rules.get(None) or USUAL


def rests_on(
    claim: Claim,
    evidence: Iterable[Evidence],
    citations: Iterable[Citation],
    contacts: Iterable[Contact],
    documents: Mapping[DocumentId, Document],
    sources: Sequence[Source],
    origins: int,
) -> Rests:
    """What a claim rests on. What is about other claims is passed over; `origins` is what was counted of the
    passages linked to it (`tracing.origins.independence`).

    A primary source is a document at first hand with a linked passage that supports the claim; or a
    source at first hand that is linked to the claim and has answered the desk about it. What is only
    suggested counts for nothing, nor does what the accused replied.
    """
    supporting = [item.passage.document for item in evidence if item.claim == claim.id and _supports(item)]
    by_document = _by_document(sources) if supporting else {}
    first = {id for id in supporting if _is_primary(documents.get(id), by_document.get(id))}
    spoke = _spoke(claim, citations, contacts, sources)
    heard = {id for id in spoke if not first & set(_texts(sources, id))}
    return Rests(len(first) + len(heard), origins)


def judge_gate(gate: Gate, claim: Claim, rests: Rests, contacts: Iterable[Contact]) -> GateResult:
    """What is missing before `claim` may be confirmed."""
    missing = []
    if not _is_borne(gate, rests):
        missing.append(_too_little(gate, rests))
    if gate.reply and accuses(claim) and right_of_reply(claim, contacts).state is None:
        missing.append("Whoever is accused has not been asked for a reply.")
    return GateResult(tuple(missing))


def falls_short(claim: Claim, result: GateResult) -> bool:
    """Whether a claim stands as confirmed though its gate does not pass and nobody has written why."""
    return claim.disposition is Disposition.CONFIRMED and not claim.waiver and not result.passes


def asked_for(gate: Gate) -> str:
    """A gate in words: "one primary source or two independent origins; the accused has been asked"."""
    ways = [
        *([_count(gate.primary, "primary source", "primary sources")] if gate.primary else []),
        *([_count(gate.origins, "independent origin", "independent origins")] if gate.origins else []),
    ]
    words = " or ".join(ways) or "nothing"
    return f"{words}; the accused has been asked" if gate.reply else words


def set_rules(
    stored: Collection[Gate], wanted: Mapping[ClaimKind | None, Gate | None], stamp: Stamp
) -> Change | None:
    """Keep these rules, None for as usual; None when nothing is new.

    A rule that is as usual leaves no row; kinds that are not given stay as they are.
    """
    before = {gate.kind: gate for gate in stored}
    edits = []
    for kind, gate in wanted.items():
        known = before.get(kind)
        after = None if gate is None or _asks_same(gate, PRESETS.get(kind)) else gate
        if after is not None and known is not None:
            after = replace(after, id=known.id)
        if known != after:
            edits.append(Edit(known, after))
    return Change("Change rules for confirming", stamp, tuple(edits)) if edits else None


def _asks_same(one: Gate, other: Gate | None) -> bool:
    return other is not None and replace(one, id=other.id) == other


def _supports(item: Evidence) -> bool:
    return item.status is Status.ACCEPTED and item.relation is Relation.SUPPORTS


def _by_document(sources: Iterable[Source]) -> dict[DocumentId, Source]:
    return {id: source for source in sources for id in (*source.papers, source.document) if id}


def _is_primary(document: Document | None, source: Source | None) -> bool:
    """The editor's word on the source it is tied to counts; else the document's own kind."""
    if source is not None and source.first_hand is not None:
        return source.first_hand
    return document is not None and document.kind.is_primary


def _spoke(
    claim: Claim, citations: Iterable[Citation], contacts: Iterable[Contact], sources: Iterable[Source]
) -> set[SourceId]:
    """The sources at first hand that are linked to the claim and answered about it, not as the accused."""
    about = (item for item in contacts if item.claim == claim.id)
    answered = {item.source for item in about if item.answer and item.reply is None}
    if not answered:
        return set()
    cited = {item.source for item in citations if item.claim == claim.id}
    return {source.id for source in sources if source.is_primary and source.id in answered & cited}


def _texts(sources: Iterable[Source], id: SourceId) -> tuple[DocumentId, ...]:
    source = next(source for source in sources if source.id == id)
    return (*source.papers, *((source.document,) if source.document else ()))


def _is_borne(gate: Gate, rests: Rests) -> bool:
    if not gate.primary and not gate.origins:
        return True
    return 0 < gate.primary <= rests.primary or 0 < gate.origins <= rests.origins


def _too_little(gate: Gate, rests: Rests) -> str:
    asked = asked_for(replace(gate, reply=False))
    found = [
        *([_count(rests.primary, "primary source", "primary sources")] if gate.primary else []),
        *([_count(rests.origins, "independent origin", "independent origins")] if gate.origins else []),
    ]
    return f"It asks for {asked}; linked so far: {' and '.join(found)}."


def _count(number: int, one: str, many: str) -> str:
    words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{words} {one if number < 2 else many}"
