"""Origins that may want the same: a minister and a ministry, a firm and its spokeswoman."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import combinations

from workbench.identity.lexicon import name_lexicon
from workbench.identity.spelling import folded
from workbench.model import Document, DocumentId, SourceKind
from workbench.tracing.independence.traced import Traced
from workbench.tracing.independence.ways import listed
from workbench.tracing.values import Origin, PartyId, SharedInterest

_IDLE = frozenset("the for and from but its his her their this that mrs miss sir letter report story".split())
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_CONTEXT = 28
"""Characters in front of a name that may hold a title; Twosource keeps 32 of them with every passage."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    state: frozenset[str]
    local: frozenset[str]
    role: frozenset[str]
    subjects: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What the words for somebody say of those they speak for.

    `places` are countries, `bodies` the capitalised words that name a body, a town or a party.
    """

    name: str
    words: frozenset[str]
    places: frozenset[str]
    bodies: tuple[str, ...]
    is_body: bool
    within: DocumentId | None = None
    """The only text that knows it by this name: "the company"."""

    @property
    def is_somebody(self) -> bool:
        """Whether it is called by its own name and not by the title of what it wrote."""
        return not self.name.startswith("“")

    @property
    def is_state(self) -> bool:
        """Whether it speaks for a state."""
        return bool(self.words & _lexicon().state)

    @property
    def is_local(self) -> bool:
        """Whether it speaks for a town or a region."""
        return bool(self.words & _lexicon().local)

    @property
    def has_role(self) -> bool:
        """Whether it is somebody who speaks for a body."""
        return bool(self.words & (_lexicon().role | name_lexicon().titles))


def shared_interests(origins: Sequence[Origin], traced: Traced) -> tuple[SharedInterest, ...]:
    """Origins that count but may want the same, each time with what they have in common."""
    gathered: dict[str, dict[int, str]] = {}
    sides = [
        (at, side)
        for at, origin in enumerate(origins)
        if origin.counts
        for party in origin.roots
        for side in _sides(party, traced)
    ]
    for (at, one), (to, other) in combinations(sides, 2):
        common = _common(one, other) if at != to else None
        if common:
            gathered.setdefault(common, {}).setdefault(at, one.name)
            gathered[common].setdefault(to, other.name)
    return tuple(
        SharedInterest(tuple(sorted(found)), _told([found[at] for at in sorted(found)], common))
        for common, found in gathered.items()
    )


def _told(names: Sequence[str], common: str) -> str:
    together = "both" if len(names) == 2 else "all"
    if len(set(names)) == 1:
        return f"{together.capitalize()} rest on {names[0]}, which may be one and the same."
    return f"{listed(names)} {together} {common}."


def _sides(party: PartyId, traced: Traced) -> Iterator[Side]:
    """What is known of a party; of a report that speaks for nobody else, the paper that printed it."""
    known = traced.parties[party]
    document = traced.documents.get(known.document) if known.document is not None else None
    if document is not None and not _speaks(document):
        yield Side(traced.called(party), frozenset(), frozenset(), (document.outlet,), False)
        return
    if known.unnamed:
        return
    found = side(traced.called(party), known.name, _described(party, document, traced), known.kind)
    yield replace(found, within=known.within)


def _speaks(document: Document) -> bool:
    return document.kind.is_primary or document.kind is SourceKind.PRESS_RELEASE


def _described(party: PartyId, document: Document | None, traced: Traced) -> str:
    """The words with which texts introduce somebody, title and office included."""
    shown = (
        f"{_same_sentence(place.quote.prefix[-_CONTEXT:])}{place.quote.exact}"
        for edge in traced.provenance.edges
        if edge.giver == party and len(edge.passages) > 0
        for place in edge.passages[:1]
        if len(place.quote.exact) < 120
    )
    own = (document.byline, document.outlet) if document is not None else ()
    return " . ".join((*own, *dict.fromkeys(shown)))


def _same_sentence(before: str) -> str:
    return re.split(r"[.!?:;\n“”\"]\s*|,\s", before)[-1]


def side(called: str, name: str, described: str, kind: SourceKind | None) -> Side:
    """Read from a name and the words that describe it on whose behalf somebody speaks."""
    is_person = kind is SourceKind.PERSON
    known = _WORD.findall(f"{name} . {described}")
    lower = frozenset(_bare(word) for word in known)
    peoples = name_lexicon().peoples
    own = {_bare(word) for word in _WORD.findall(name)} if is_person else set()
    named = dict.fromkeys(_bare(word) for word in known if word[0].isupper())
    return Side(
        called,
        lower,
        frozenset(peoples[word] for word in lower if word in peoples),
        tuple(word for word in named if word not in own and _tells(word)),
        not is_person,
    )


def _tells(word: str) -> bool:
    lexicon, ours = name_lexicon(), _lexicon()
    idle = lexicon.titles | lexicon.heads | lexicon.generic | ours.state | ours.local | ours.role
    return len(word) > 2 and word not in idle and word not in lexicon.peoples and word not in _IDLE


def _bare(word: str) -> str:
    return folded(word).rstrip(".").removesuffix("'s")


def _common(one: Side, other: Side) -> str | None:
    """What two have in common, as what both do: "speak for the government of Mali"."""
    if one.within and other.within and one.name == other.name:
        return f"are called {one.name}"
    if not (one.words and other.words):
        same = not one.words and not other.words and one.bodies == other.bodies
        return f"appeared in {one.bodies[0]}" if same and one.bodies[0] else None
    return _government(one, other) or _body(one, other)


def _government(one: Side, other: Side) -> str | None:
    if not (one.is_state and other.is_state):
        return None
    if one.places and other.places:
        shared = one.places & other.places
        return f"speak for the state of {min(shared).title()}" if shared else None
    for subject in _lexicon().subjects:
        if one.words & subject and other.words & subject:
            return "speak for the same branch of government"
    return None


def _body(one: Side, other: Side) -> str | None:
    shared = [word for word in one.bodies if word in other.bodies]
    if not shared or one.is_local is not other.is_local:
        return None
    spoken = (one.is_body or one.has_role) and (other.is_body or other.has_role)
    whole = len(shared) == min(len(one.bodies), len(other.bodies))
    if not spoken or not (whole or (one.has_role and other.has_role)):
        return None
    bodies = () if one.is_local else (one, other)
    body = next((side.name for side in bodies if side.is_body and side.is_somebody), None)
    return f"speak for {body or ' '.join(word.capitalize() for word in shared)}"


@cache
def _lexicon() -> _Lexicon:
    data = tomllib.loads(files("resources").joinpath("language/interests.toml").read_text("utf-8"))
    state, local, role = (frozenset(data[key].split()) for key in ("state", "local", "role"))
    subjects = tuple(frozenset(line.split()) for line in data["subjects"].strip().splitlines())
    return _Lexicon(state, local, role, subjects)
