"""What a document's passages rest on: whom the words that bear on one claim came through.

Only what bears on the claim is followed: an article that quotes a letter on one matter and has seen
another with its own eyes rests on the letter for the first alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.model import DocumentId, Evidence, Passage
from workbench.text import Span
from workbench.tracing.independence.bearing import carried, is_alike, is_near, words_of
from workbench.tracing.independence.traced import Traced, plain
from workbench.tracing.independence.ways import (
    NEARLY_THE_SAME,
    WHOSE_TEXT,
    Hop,
    Way,
    hop_of_edge,
    verb_of_copy,
)
from workbench.tracing.values import Copy, Edge, PartyId, Reuse, Step

_MOSTLY = 0.5
"""The part of a passage's telling words that must be credited, or copied, for it to rest on somebody."""


@dataclass(frozen=True, slots=True)
class Route:
    """Everybody one passage came through, nearest first, each with the way there; nobody: its own words.

    `looped` when every way leads back to a party already passed.
    """

    through: Mapping[PartyId, Way]
    looped: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """What a document rests on for one claim.

    `needed` are those that all its passages came through; `routes` each passage's. Both are empty of anybody
    when the document says it on its own authority.
    """

    needed: Mapping[PartyId, Way]
    routes: tuple[Route, ...]
    looped: bool = False

    @property
    def is_own(self) -> bool:
        """Whether it says so on its own authority."""
        return any(not route.through for route in self.routes)


class Resting:
    """Follows the passages that bear on one claim back to where they came from."""

    def __init__(self, traced: Traced, passages: Sequence[Evidence], wording: str) -> None:
        self._traced = traced
        self._wording = words_of(wording)
        self._passages: defaultdict[DocumentId, list[Passage]] = defaultdict(list)
        for item in passages:
            self._passages[item.passage.document].append(item.passage)
        self._in_order = sorted(self._passages, key=traced.place)

    def of(self, document: DocumentId) -> Rest:
        """What a document with passages on the claim rests on."""
        return self._rest(self._traced.party(document), ())

    def _rest(self, party: PartyId, path: tuple[PartyId, ...]) -> Rest:
        """Of a document, by its passages on the claim."""
        document = self._traced.parties[party].document
        assert document is not None
        routes = [route for place in self._passages[document] for route in self._routes(party, place, path)]
        usable = [route for route in routes if not (route.looped or self._repeats(route))] or routes
        shared = set.intersection(*(set(route.through) for route in usable))
        needed = {giver: way for giver, way in usable[0].through.items() if giver in shared}
        return Rest(needed, tuple(usable), all(route.looped for route in usable))

    def _repeats(self, route: Route) -> bool:
        return any(self._traced.is_story(party) for party in route.through)

    def _routes(self, party: PartyId, place: Passage, path: tuple[PartyId, ...]) -> Iterator[Route]:
        """One for each of those who are credited side by side with what bears on the claim."""
        words = self._words(place)
        always = [*self._copied(party, place), *self._whole(party, place)]
        for credited in self._credited(party, place, words) or [[]]:
            # What a text says itself tells more than what it has in common with another.
            hops = [*(hop_of_edge(edge) for edge in credited), *always]
            yield self._route(party, hops, place, words, path)

    def _route(
        self,
        party: PartyId,
        hops: Iterable[Hop],
        place: Passage | None,
        words: frozenset[str],
        path: tuple[PartyId, ...],
    ) -> Route:
        through: dict[PartyId, Way] = {}
        looped = []
        for hop in hops:
            # Nobody can tell who copied whom in a ring of copies; that is no circular reporting.
            if hop.giver == party or (hop.is_copy and hop.giver in path):
                continue
            through.setdefault(hop.giver, (hop,))
            further = self._further(hop.giver, place, words, (*path, party))
            looped.append(further.looped)
            for giver, way in further.through.items():
                through.setdefault(giver, (hop, *way))
        through.pop(party, None)
        return Route(through, bool(looped) and all(looped))

    def _further(
        self, party: PartyId, place: Passage | None, words: frozenset[str], path: tuple[PartyId, ...]
    ) -> Route:
        """Whom the giver has it from: as the text at hand tells, and by the giver's own text in the case."""
        if party in path:
            return Route({}, looped=True)
        if self._traced.is_story(party):
            return Route({})
        document = self._traced.parties[party].document
        if document in self._passages:
            rest = self._rest(party, path)
            return Route(rest.needed, rest.looped)
        edges = self._traced.edges.get(party, ())
        hops = [hop_of_edge(edge) for edge in edges if place and _is_told_at(edge, place)]
        hops += self._speaking_of(party, words) if document is not None else []
        hops += [Hop(party, text, WHOSE_TEXT) for text in self._published(party) if text not in path[-1:]]
        return self._route(party, hops, place, words, path)

    def _words(self, place: Passage) -> frozenset[str]:
        """The words of a passage that bear on the claim; all of them where none does."""
        own = words_of(place.quote.exact)
        return own & self._wording or own

    def _credited(self, party: PartyId, place: Passage, words: frozenset[str]) -> list[list[Edge]]:
        """The credits that cover what bears on the claim; those that overlap belong together."""
        found = [edge for edge in self._edges(party) if any(_overlaps(part, place) for part in edge.content)]
        groups = _together(found, place)
        # Who says it, and how, is no part of what is said.
        said = words - words_of(
            " ".join(shown.quote.exact for edge in found for shown in _named(edge, place))
        )
        covering = [group for group in groups if carried(_spans(group), place, said or words) >= _MOSTLY]
        if not covering and carried(_spans(found), place, said or words) >= _MOSTLY:
            return [found]
        return covering

    def _whole(self, party: PartyId, place: Passage) -> Iterator[Hop]:
        """What holds of the text as a whole; a link or mention only where it stands beside the passage."""
        for edge in self._edges(party):
            if edge.content:
                continue
            if edge.step is not Step.CITES or any(is_near(shown, place) for shown in edge.passages):
                yield hop_of_edge(edge)

    def _edges(self, party: PartyId) -> Iterator[Edge]:
        """What a party took, but for two things that are seen to elsewhere.

        Copies among documents of the case are looked at passage by passage; and a letter is no less its own
        origin for having an author.
        """
        for edge in self._traced.edges.get(party, ()):
            copied = edge.step is Step.COPIES and self._traced.parties[edge.giver].document is not None
            if not copied and (edge.content or edge.giver != self._traced.author(party)):
                yield edge

    def _speaking_of(self, party: PartyId, words: frozenset[str]) -> list[Hop]:
        """What a document without a passage on the claim has from others on the same matter."""
        return [
            hop_of_edge(edge)
            for edge in self._edges(party)
            if (_speaks_of(edge, words) if edge.content else edge.step is not Step.CITES)
        ]

    def _copied(self, party: PartyId, place: Passage) -> Iterator[Hop]:
        """The one text that the passage was most likely copied from."""
        for copy, other in self._traced.copies.get(place.document, ()):
            shown = _copied_words(copy, place, is_story=self._traced.story == other)
            if shown is not None:
                verb = verb_of_copy(copy, retold=_is_retold(copy, place))
                yield Hop(party, self._traced.party(other), verb, (place,), is_copy=True)
                return
        yield from self._alike(party, place)

    def _alike(self, party: PartyId, place: Passage) -> Iterator[Hop]:
        """The first document with a passage on the claim in almost the same words."""
        for other in self._in_order:
            if other == place.document:
                return
            known = self._traced.share_text(other, place.document)
            alike = (one for one in self._passages[other] if not known and is_alike(one, place))
            first = next(alike, None)
            if first is not None:
                yield Hop(party, self._traced.party(other), NEARLY_THE_SAME, (place, first), is_copy=True)
                return

    def _published(self, party: PartyId) -> Iterator[PartyId]:
        """The first document with a passage on the claim that an outlet published."""
        known = self._traced.parties[party]
        if known.document is None and not known.unnamed:
            name = plain(known.name.removesuffix(" story"))
            texts = (id for id in self._passages if plain(self._traced.documents[id].outlet) == name)
            first = next(texts, None)
            if first is not None:
                yield self._traced.party(first)


def _copied_words(copy: Copy, place: Passage, *, is_story: bool) -> tuple[Span, ...] | None:
    """The stretches of the passage that stand in the other text; None when it is not copied from there."""
    if copy.likeness.reuse in (Reuse.NONE, Reuse.QUOTATION):
        return None
    if copy.original is None and is_story and copy.likeness.reuse is not Reuse.IDENTICAL:
        return None
    # Within a text taken over as a whole, what it quotes was taken over too.
    wholly = copy.likeness.reuse is not Reuse.PARTIAL
    own = [shared for shared in copy.likeness.shared if wholly or not shared.quoted]
    ours = [shared.one if copy.one == place.document else shared.other for shared in own]
    spans = tuple(span for span in ours if span.overlaps(place.span))
    if copy.likeness.reuse is Reuse.IDENTICAL:
        return spans
    covered = sum(min(span.end, place.span.end) - max(span.start, place.span.start) for span in spans)
    return spans if covered >= _MOSTLY * len(place.span) else None


def _is_retold(copy: Copy, place: Passage) -> bool:
    """Whether the two texts have the passage in common only in other words."""
    at_home = copy.one == place.document
    here = [
        shared
        for shared in copy.likeness.shared
        if (shared.one if at_home else shared.other).overlaps(place.span)
    ]
    return bool(here) and all(shared.retold for shared in here)


def _overlaps(part: Passage, place: Passage) -> bool:
    return part.revision == place.revision and part.span.overlaps(place.span)


def _is_told_at(edge: Edge, place: Passage) -> bool:
    return any(_overlaps(part, place) for part in edge.content)


def _named(edge: Edge, place: Passage) -> Iterator[Passage]:
    """The words of the passage that name the giver; of a mention, they are part of the sentence it is in."""
    if edge.step is Step.CREDITS:
        yield from (shown for shown in edge.passages if _overlaps(shown, place))


def _spans(edges: Iterable[Edge]) -> tuple[Span, ...]:
    return tuple(part.span for edge in edges for part in edge.content)


def _together(edges: Sequence[Edge], place: Passage) -> list[list[Edge]]:
    """Credits grouped: one within another ("Norda writes that the letter says …") is one way, not two."""
    groups: list[list[Edge]] = []
    for edge in edges:
        touching = [group for group in groups if _touch(group, edge, place)]
        groups = [group for group in groups if group not in touching]
        groups.append([*(one for group in touching for one in group), edge])
    return groups


def _touch(group: Iterable[Edge], edge: Edge, place: Passage) -> bool:
    parts = [part.span for part in edge.content if _overlaps(part, place)]
    return any(part.overlaps(span) for part in parts for span in _spans(group))


def _speaks_of(edge: Edge, words: frozenset[str]) -> bool:
    said = words_of(" ".join(part.quote.exact for part in edge.content))
    return not words or len(said & words) >= _MOSTLY * len(words)
