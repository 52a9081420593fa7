"""What is drawn on the map: cards and the lines between them, made from what tracing found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ui.map.bundles import FOLD, called_alike, copied_together, credited_once
from ui.map.layout import Box
from ui.map.words import details_of, many_credited, party_title, stack_title
from workbench.model import Document, DocumentId
from workbench.tracing.values import Circle, Edge, Party, PartyId, Provenance, Step


@dataclass(frozen=True, slots=True)
class Card:
    """A document, a source that is not in the case, or a stack of either.

    `parties` are those it stands for, the first being the one it is named after. `bundle` names the stack it
    is, or belongs to while that lies open; `is_stack` while it lies closed.
    """

    key: str
    parties: tuple[PartyId, ...]
    documents: tuple[DocumentId, ...]
    title: str
    details: str
    date: str | None
    primary: bool
    is_story: bool = False
    bundle: str = ""
    is_stack: bool = False
    members: tuple[str, ...] = ()
    """What lies in the stack, in words."""
    count: int = 1
    """How many that is."""

    @property
    def outside(self) -> bool:
        """Whether nothing of it is in the case."""
        return not self.documents


@dataclass(frozen=True, slots=True)
class Line:
    """What went from one card to another; `step` is the strongest way. `circular` where it closes a ring."""

    taker: str
    giver: str
    step: Step
    edges: tuple[Edge, ...]
    circular: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """All cards and lines, and the rings that were found."""

    cards: tuple[Card, ...] = ()
    lines: tuple[Line, ...] = ()
    circles: tuple[Circle, ...] = ()
    card_of: Mapping[PartyId, str] = field(default_factory=dict)
    """The card that stands for a party."""

    def boxes(self) -> list[Box]:
        """The cards as the layout sees them."""
        return [Box(card.key, card.date, card.primary, card.is_story) for card in self.cards]

    def links(self) -> list[tuple[str, str]]:
        """The lines as the layout sees them."""
        return [(line.taker, line.giver) for line in self.lines]


def draw(
    provenance: Provenance,
    documents: Iterable[Document],
    story: DocumentId | None,
    opened: Collection[str] = (),
) -> Sheet:
    """The sheet for a case, with the stacks in `opened` laid out card by card."""
    known = {document.id: document for document in documents}
    parties = {party.id: party for party in provenance.parties}
    edges = [edge for edge in provenance.edges if edge.taker in parties and edge.giver in parties]
    dates = _dates(provenance.parties, edges, known)
    copied = copied_together(provenance, story)
    closed = {id: bundle.key for bundle in copied if bundle.key not in opened for id in bundle.parties}
    alike = called_alike(provenance, closed)
    bundles = [*copied, *credited_once(provenance, closed, alike)]
    bundle_of = {id: bundle.key for bundle in bundles for id in bundle.parties}
    folded = [bundle for bundle in bundles if bundle.key not in opened]
    hidden = {id for bundle in folded for id in bundle.parties}
    hidden |= {id for id, first in alike.items() if id != first}
    cards = [
        _card(party, dates[party.id], known, story, bundle_of.get(party.id, ""))
        for party in provenance.parties
        if party.id not in hidden
    ]
    cards += [_stack(bundle.key, [parties[id] for id in bundle.parties], dates, known) for bundle in folded]
    card_of = {id: card.key for card in cards for id in card.parties}
    card_of |= {id: card_of[first] for id, first in alike.items()}
    lines = _lines(edges, card_of, _rings(provenance.circles))
    ends = {key for line in lines for key in (line.taker, line.giver)}
    # Who is not in the case and gave nothing that is drawn would only stand about.
    shown = tuple(card for card in cards if card.documents or card.key in ends)
    return Sheet(shown, lines, provenance.circles, card_of)


def _dates(
    parties: Sequence[Party], edges: Iterable[Edge], known: Mapping[DocumentId, Document]
) -> dict[PartyId, str | None]:
    """When each speaks; who is not in the case, when somebody in it first took words from them."""
    own = {party.id: _date(party, known) for party in parties}
    seen: defaultdict[PartyId, list[str]] = defaultdict(list)
    for edge in edges:
        if date := own[edge.taker]:
            seen[edge.giver].append(date)
    return {
        party.id: own[party.id] or (None if party.document else min(seen[party.id], default=None))
        for party in parties
    }


def _date(party: Party, known: Mapping[DocumentId, Document]) -> str | None:
    document = known.get(party.document) if party.document else None
    return (document.published if document else party.date) or None


def _card(
    party: Party,
    date: str | None,
    known: Mapping[DocumentId, Document],
    story: DocumentId | None,
    bundle: str,
) -> Card:
    document = known.get(party.document) if party.document else None
    return Card(
        party.id,
        (party.id,),
        (document.id,) if document else (),
        party_title(party, document),
        details_of(party, document, is_story=document is not None and document.id == story),
        date,
        party.is_primary,
        document is not None and document.id == story,
        bundle,
    )


def _stack(
    key: str,
    parties: Sequence[Party],
    dates: Mapping[PartyId, str | None],
    known: Mapping[DocumentId, Document],
) -> Card:
    """One card for many; it stands at the date of the first of them."""
    first = parties[0]
    found = [known.get(party.document) if party.document else None for party in parties]
    members = tuple(
        " · ".join(part for part in (party_title(party, document), details_of(party, document)) if part)
        for party, document in zip(parties, found, strict=True)
    )
    copies = not key.startswith(FOLD)
    names = dict.fromkeys(party.name for party in parties)
    credited = ", ".join(names) if len(names) > 1 else details_of(first, None)
    return Card(
        key,
        tuple(party.id for party in parties),
        tuple(document.id for document in found if document),
        many_credited(len(names)) if len(names) > 1 and not copies else party_title(first, found[0]),
        stack_title(len(parties)) if copies else credited,
        dates[first.id] if copies else min((date for id in parties if (date := dates[id.id])), default=None),
        first.is_primary,
        bundle=key,
        is_stack=True,
        members=tuple(dict.fromkeys(members)),
        count=len(parties) if copies else len(names),
    )


def _rings(circles: Iterable[Circle]) -> set[tuple[PartyId, PartyId]]:
    """The pairs of taker and giver that stand in a ring."""
    return {
        (one, circle.parties[(at + 1) % len(circle.parties)])
        for circle in circles
        for at, one in enumerate(circle.parties)
    }


def _lines(
    edges: Iterable[Edge], card_of: Mapping[PartyId, str], rings: Collection[tuple[PartyId, PartyId]]
) -> tuple[Line, ...]:
    """One line for all that went between two cards; what stays within a stack is not drawn."""
    drawn: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        if (pair := (card_of[edge.taker], card_of[edge.giver]))[0] != pair[1]:
            drawn[pair].append(edge)
    roundabout = _roundabout([pair for pair, found in drawn.items() if _strongest(found) is Step.COPIES])
    lines = []
    for pair, found in drawn.items():
        kept = [edge for edge in found if edge.step is not Step.COPIES] if pair in roundabout else found
        if kept:
            circular = any((edge.taker, edge.giver) in rings for edge in kept)
            lines.append(Line(*pair, _strongest(kept), tuple(kept), circular))
    return tuple(lines)


def _strongest(edges: Iterable[Edge]) -> Step:
    """How a line is drawn that stands for several ways: a copy tells more than a credit, that than a link."""
    return min((edge.step for edge in edges), key=list(Step).index)


def _roundabout(copied: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Of copies of copies, the pairs that need no line: the way from one to the other is drawn by steps."""
    givers: defaultdict[str, set[str]] = defaultdict(set)
    for taker, giver in copied:
        givers[taker].add(giver)
    return {
        (taker, giver)
        for taker, giver in copied
        if any(giver in givers[step] and taker not in givers[step] for step in givers[taker] - {giver})
    }
