"""An origin told: who it rests on, why its documents count once, and why it may not count at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from workbench.model import DocumentId
from workbench.tracing.independence.grouping import Group, Member
from workbench.tracing.independence.traced import Traced, plain
from workbench.tracing.independence.ways import IS_BY, Way, listed, shown, told
from workbench.tracing.values import Merging, Origin, PartyId

IS_THE_STORY = "{titles} is the story that is being checked."
REPEATS = ("{titles} only repeats the story itself.", "{titles} only repeat the story itself.")
CIRCLE = "{titles} rest on each other, and on nobody else."
CIRCLE_OF_ONE = "{titles} rests on texts that rest on it in turn, and on nobody else."
APART = "The desk counts {title} as an origin of its own{reason}"
TOGETHER = "The desk counts {title} together with {joined}{reason}"


def origin(group: Group, traced: Traced) -> Origin:
    """The origin that a group of documents is."""
    why_not = _why_not(group, traced)
    return Origin(
        tuple(member.document for member in group),
        _roots(group, traced),
        tuple(_merged(group, traced)),
        not why_not,
        why_not,
    )


def _why_not(group: Group, traced: Traced) -> str:
    if any(member.is_apart for member in group):
        return ""
    titles = listed([traced.title(member.document) for member in group])
    free = [member for member in group if member.ruling is None]
    if any(traced.is_story(party) for member in free for party in member.parties):
        return _repeating(group, traced)
    if free and all(member.rest.looped for member in free):
        return (CIRCLE if len(group) > 1 else CIRCLE_OF_ONE).format(titles=titles)
    return ""


def _repeating(group: Group, traced: Traced) -> str:
    repeating = [member.document for member in group if member.document != traced.story]
    if not repeating:
        return IS_THE_STORY.format(titles=traced.title(group[0].document))
    return REPEATS[len(repeating) > 1].format(titles=listed([traced.title(item) for item in repeating]))


def _roots(group: Group, traced: Traced) -> tuple[PartyId, ...]:
    """Where the words began, as far as can be traced; the unnamed included."""
    found = [
        party
        for member in group
        if member.ruling is None or member.is_apart
        for party in _ends_of(member, traced)
    ]
    found = found or [traced.party(member.document) for member in group]
    known: dict[str, PartyId] = {}
    for party in found:
        known.setdefault(_known_as(party, traced), party)
    return tuple(known.values())


def _known_as(party: PartyId, traced: Traced) -> str:
    """What texts of one origin call the same, "the company", is told once."""
    known = traced.parties[party]
    return plain(known.name) if known.within else party


def _ends_of(member: Member, traced: Traced) -> Iterator[PartyId]:
    if member.is_apart or member.rest.is_own:
        yield traced.party(member.document)
        return
    for route in member.rest.routes:
        yield from (way[-1].giver for way in _furthest(_taken(route.through.values())))


def _taken(ways: Iterable[Way]) -> Iterator[Way]:
    """The ways without the step from a letter to who wrote it: where it is known, the letter is the root."""
    return (way for way in ways if way[-1].verb != IS_BY)


def _furthest(ways: Iterable[Way]) -> list[Way]:
    """The ways that no other way goes beyond."""
    known = list(dict.fromkeys(ways))
    return [way for way in known if not any(_goes_beyond(other, way) for other in known)]


def _goes_beyond(other: Way, way: Way) -> bool:
    return len(other) > len(way) and other[: len(way)] == way


def _merged(group: Group, traced: Traced) -> Iterator[Merging]:
    """One sentence a document, more only where it ties several together."""
    needed = _needed(group)
    for member in group:
        if member.ruling is not None:
            yield _by_ruling(member, traced)
            continue
        for way in _furthest(needed[member.document]):
            yield Merging(member.document, way[-1].giver, told(way, traced), shown(way))


def _by_ruling(member: Member, traced: Traced) -> Merging:
    ruling = member.ruling
    assert ruling is not None
    reason = f": {ruling.reason.rstrip('.')}." if ruling.reason.strip() else "."
    title = traced.title(member.document)
    if member.is_apart:
        why = APART.format(title=title, reason=reason)
        return Merging(member.document, traced.party(member.document), why, ruled=True)
    (giver,) = member.ways
    why = TOGETHER.format(title=title, joined=traced.called(giver), reason=reason)
    return Merging(member.document, giver, why, ruled=True)


def _needed(group: Group) -> Mapping[DocumentId, list[Way]]:
    """The ways that hold the group together: those to what most share first, none that adds nothing."""
    if len(group) == 1:
        (member,) = group
        return {member.document: list(_taken(member.ways.values()))}
    found: dict[DocumentId, list[Way]] = {member.document: [] for member in group}
    tied: list[set[DocumentId]] = [{member.document} for member in group]
    for holders, party in _by_reach(group):
        touched = [some for some in tied if any(member.document in some for member in holders)]
        if len(touched) > 1:
            tied = [some for some in tied if some not in touched] + [set().union(*touched)]
            for member in holders:
                found[member.document] += [member.ways[party]] if party in member.ways else []
    for member in group:
        if member.rest.looped and not found[member.document]:
            found[member.document] = list(member.ways.values())[:1]
    return found


def _by_reach(group: Group) -> list[tuple[list[Member], PartyId]]:
    """What several documents of a group share: what most do comes first, the nearest among equals."""
    holders: dict[PartyId, list[Member]] = {}
    for member in group:
        for party in member.parties:
            holders.setdefault(party, []).append(member)
    shared = [(some, party) for party, some in holders.items() if len(some) > 1]
    return sorted(shared, key=lambda pair: (-len(pair[0]), _distance(*pair)))


def _distance(holders: Iterable[Member], party: PartyId) -> int:
    return sum(len(member.ways.get(party, ())) for member in holders)
