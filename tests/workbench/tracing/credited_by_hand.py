"""Texts with credits made by hand, for tests of who took what from whom."""

from __future__ import annotations

from casework import revision, words

from workbench.model import (
    Attribution,
    AttributionId,
    Credit,
    Document,
    DocumentId,
    Layout,
    Link,
    LinkId,
    Relay,
    Role,
    SourceKind,
    SpeakerKind,
    Voice,
    Zone,
    ZoneRole,
    passage,
)
from workbench.text import Span
from workbench.tracing.values import Edge, Provenance, TracedText

PERSON, BODY = Voice(SpeakerKind.PERSON), Voice(SpeakerKind.ORGANISATION)
PAPER, UNNAMED = Voice(SpeakerKind.DOCUMENT), Voice(SpeakerKind.UNNAMED, "officials")
PRONOUN = Voice(SpeakerKind.PRONOUN)


class Writer:
    """Writes a document and notes who is credited with what in it."""

    def __init__(self, id: str, text: str, **known: object) -> None:
        defaults: dict[str, object] = {"title": id.capitalize(), "kind": SourceKind.NEWSPAPER}
        self.document = Document(DocumentId(id), Role.SOURCE, **(defaults | known))  # type: ignore[arg-type]
        self.revision = revision(id, text)
        self._credits: list[Attribution] = []
        self._links: list[Link] = []
        self._zones: list[Zone] = []

    def credit(
        self,
        source: str,
        content: str,
        cue: str = "said",
        voice: Voice = PERSON,
        via: tuple[tuple[str, str, SourceKind | None], ...] = (),
        resolved: str | None = None,
    ) -> Writer:
        """Credit somebody; `via` holds the words that name each relay, its full name and its kind."""
        relays = tuple(Relay(name, (self._at(said),) if said else (), kind) for said, name, kind in via)
        credit = Credit(
            (self._at(source),),
            (self._at(cue),) if cue else (),
            (self._at(content),),
            relays,
            resolved,
            voice=voice,
        )
        id = AttributionId(f"{self.document.id}-{len(self._credits)}")
        self._credits.append(Attribution(id, self.document.id, self.revision.id, source, cue, credit))
        return self

    def link(self, anchor: str, url: str) -> Writer:
        """Make words a link."""
        place = passage(self.revision, self._at(anchor))
        self._links.append(Link(LinkId(f"{self.document.id}-link-{len(self._links)}"), place, url))
        return self

    def furniture(self, wanted: str) -> Writer:
        """Make words furniture."""
        self._zones.append(Zone(self._at(wanted), ZoneRole.FURNITURE))
        return self

    @property
    def text(self) -> TracedText:
        """The document as tracing reads it."""
        layout = Layout(self.revision.id, tuple(self._zones))
        return TracedText(self.document, self.revision, layout, tuple(self._credits), tuple(self._links))

    def _at(self, wanted: str) -> Span:
        return words(self.revision.text, wanted)


def steps(found: Provenance) -> list[tuple[str, str, str]]:
    """The edges as names: taker, giver, step."""
    names = {party.id: party.name for party in found.parties}
    return [(names[edge.taker], names[edge.giver], edge.step.value) for edge in found.edges]


def takes(found: Provenance) -> list[tuple[str, str]]:
    """The edges as pairs of names."""
    return [(taker, giver) for taker, giver, _ in steps(found)]


def between(found: Provenance, taker: str, giver: str) -> Edge:
    """The first edge between two parties."""
    return found.edges[takes(found).index((taker, giver))]
