"""What of the map belongs to the claim that is chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from ui.map.sheet import Sheet
from ui.models.signs import Sign, evidence_sign
from workbench.model import DocumentId, Evidence, Relation, Status
from workbench.tracing.values import Edge

_GRAVEST = (Relation.CONTRADICTS, Relation.SUPPORTS, Relation.CONTEXT)


@dataclass(frozen=True, slots=True)
class Light:
    """The cards and lines of the chosen claim's chain, and what each card does to the claim.

    `lines` are places in the sheet's tuple of lines. `chosen` is False while no claim is chosen.
    """

    chosen: bool = False
    cards: frozenset[str] = frozenset()
    lines: frozenset[int] = frozenset()
    signs: Mapping[str, Sign] = field(default_factory=dict)


def shine(sheet: Sheet, chain: Collection[Edge], evidence: Iterable[Evidence]) -> Light:
    """Light the edges of a claim's chain, their ends, the documents that bear on it, and the story."""
    signs = _signs(sheet, evidence)
    lit_edges = set(chain)
    lines = frozenset(at for at, line in enumerate(sheet.lines) if lit_edges.intersection(line.edges))
    ends = {key for at in lines for key in (sheet.lines[at].taker, sheet.lines[at].giver)}
    story = {card.key for card in sheet.cards if card.is_story}
    return Light(True, frozenset(ends | story | set(signs)), lines, signs)


def _signs(sheet: Sheet, evidence: Iterable[Evidence]) -> dict[str, Sign]:
    """What each card does to the claim: what was linked goes before what is suggested, then the gravest."""
    card_of: dict[DocumentId, str] = {
        document: card.key for card in sheet.cards if not card.is_story for document in card.documents
    }
    best: dict[str, Evidence] = {}
    for item in sorted(evidence, key=_order):
        if (key := card_of.get(item.passage.document)) is not None:
            best.setdefault(key, item)
    return {key: evidence_sign(item) for key, item in best.items()}


def _order(item: Evidence) -> tuple[bool, int]:
    return item.status is not Status.ACCEPTED, _GRAVEST.index(item.relation)
