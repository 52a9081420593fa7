"""What the window reads of the open case: its values, and views of them that are made once a change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from operator import attrgetter
from typing import Any, TypeVar, cast

from ui.shelf import Shelf
from workbench.canonical import KINDS
from workbench.held import Held
from workbench.model import (
    Attribution,
    Case,
    Citation,
    Claim,
    ClaimId,
    Contact,
    Document,
    DocumentId,
    Entity,
    Evidence,
    Gate,
    Identity,
    Layout,
    Link,
    Query,
    QueryId,
    Remark,
    Revision,
    RevisionId,
    Role,
    Ruling,
    SavedSearch,
    Scale,
    SignOff,
    Source,
    SourceId,
    Status,
    Step,
    Verdict,
)
from workbench.remarks import beside
from workbench.scales import TWO_SOURCE, offered, scale_of, step_of
from workbench.waiting import in_tray

T = TypeVar("T")


class CaseReads:
    """Every question about the case that changes nothing. Answers are kept until the next change."""

    _shelf: Shelf
    _views: dict[Hashable, Any]
    _story: DocumentId | None

    def case(self) -> Case | None:
        """The case itself, with its title and verdict scale."""
        cases = self._shelf.all(Case)
        return cases[0] if cases else None

    def scales(self) -> tuple[Scale, ...]:
        """The verdict scales that the desk has edited or made."""
        return self._shelf.all(Scale)

    def scale(self) -> Scale:
        """The verdict scale of the case."""
        case = self.case()
        return scale_of(self.scales(), case.scale) if case else TWO_SOURCE

    def steps(self) -> tuple[Step, ...]:
        """The steps that a verdict can be given by, best first; none where it is in the desk's own words."""
        return offered(self.scale())

    def given_step(self, claim: ClaimId) -> Step | None:
        """The step of a scale that the verdict on a claim is; None while it has none."""
        verdict = self.verdict(claim)
        return step_of(self.scales(), verdict) if verdict else None

    def gates(self) -> tuple[Gate, ...]:
        """What the desk asks for before a claim is confirmed, where that is not as usual."""
        return self._shelf.all(Gate)

    def held(self) -> Held:
        """The case as it is now, for a worker. Of texts it holds the latest of every document."""
        latest = (self.revision(document.id) for document in self.documents())
        kinds = (kind for kind in KINDS if kind is not Revision)
        known: dict[type[Any], tuple[Entity, ...]] = {kind: self._shelf.all(kind) for kind in kinds}
        return Held(known | {Revision: tuple(text for text in latest if text is not None)})

    def signatures(self) -> tuple[SignOff, ...]:
        """Every signature ever given, those taken back included."""
        return self._shelf.all(SignOff)

    def documents(self) -> tuple[Document, ...]:
        """Every document, stories and sources, in the order they came in."""
        return self._shelf.all(Document)

    def document(self, id: DocumentId) -> Document | None:
        """One document."""
        return self._shelf.get(Document, id)

    def story(self) -> Document | None:
        """The story being checked: the chosen one, else the first. None before there is one."""
        chosen = self.document(self._story) if self._story else None
        if chosen is not None and chosen.role is Role.STORY:
            return chosen
        return next((item for item in self.documents() if item.role is Role.STORY), None)

    def revision(self, document: DocumentId) -> Revision | None:
        """The latest text of a document."""
        return self._shelf.latest(document)

    def layout(self, revision: RevisionId) -> Layout:
        """Headings, captions and furniture of a text."""
        return self._shelf.get(Layout, revision) or Layout(revision)

    def claims(self) -> tuple[Claim, ...]:
        """The claims of the story's latest text in reading order; dismissed ones are left out."""
        return self._view("claims", self._read_claims)

    def number(self, claim: ClaimId) -> int:
        """The number on the claim's badge, counting from 1. Raises `KeyError` for a claim not shown."""
        return self._view("numbers", self._read_numbers)[claim]

    def claim(self, id: ClaimId) -> Claim | None:
        """One claim, dismissed ones included."""
        return self._shelf.get(Claim, id)

    def every_evidence(self, claim: ClaimId) -> tuple[Evidence, ...]:
        """All evidence of a claim, dismissed pieces included, in the order it was found."""
        return self._by_claim(Evidence, claim)

    def evidence(self, claim: ClaimId) -> tuple[Evidence, ...]:
        """The evidence of a claim, accepted first, then by score; dismissed pieces are left out."""
        kept = (item for item in self.every_evidence(claim) if item.status is not Status.DISMISSED)
        return tuple(sorted(kept, key=_evidence_order))

    def citations(self, claim: ClaimId) -> tuple[Citation, ...]:
        """The sources linked to a claim."""
        return self._by_claim(Citation, claim)

    def queries(self, claim: ClaimId) -> tuple[Query, ...]:
        """The questions put to the author about a claim."""
        return self._by_claim(Query, claim)

    def every_query(self) -> tuple[Query, ...]:
        """Every question ever put to the author, in the order in which they were put."""
        return self._shelf.all(Query)

    def query(self, id: QueryId) -> Query | None:
        """One question to the author."""
        return self._shelf.get(Query, id)

    def verdict(self, claim: ClaimId) -> Verdict | None:
        """The verdict on a claim."""
        given = self._by_claim(Verdict, claim)
        return given[0] if given else None

    def every_verdict(self) -> tuple[Verdict, ...]:
        """Every verdict of the case, whatever its draft."""
        return self._shelf.all(Verdict)

    def sources(self) -> tuple[Source, ...]:
        """The register of named sources."""
        return self._shelf.all(Source)

    def source(self, id: str) -> Source | None:
        """One named source."""
        return self._shelf.get(Source, id)

    def contacts(self, source: SourceId) -> tuple[Contact, ...]:
        """When the desk was in touch with a source, oldest first."""
        groups = self._view("contacts", lambda: _grouped(self.every_contact(), "source"))
        return groups.get(source, ())

    def contacts_about(self, claim: ClaimId) -> tuple[Contact, ...]:
        """The contacts that were about a claim, oldest first."""
        return tuple(item for item in self.every_contact() if item.claim == claim)

    def every_contact(self) -> tuple[Contact, ...]:
        """The whole log, oldest first."""
        return tuple(sorted(self._shelf.all(Contact), key=lambda item: item.at))

    def every_citation(self) -> tuple[Citation, ...]:
        """Which claims are linked to which sources."""
        return self._shelf.all(Citation)

    def cited_for(self, source: SourceId) -> tuple[Claim, ...]:
        """The claims of the story that are linked to a source, in reading order."""
        linked = {item.claim for item in self.every_citation() if item.source == source}
        return tuple(claim for claim in self.claims() if claim.id in linked)

    def attributions(self, claim: ClaimId) -> tuple[Attribution, ...]:
        """Who is credited with words that the claim covers."""
        found = self.claim(claim)
        if found is None:
            return ()
        known = self.attributions_of(found.passage.revision)
        return tuple(item for item in known if found.overlaps(item.credit.content))

    def attributions_of(self, revision: RevisionId) -> tuple[Attribution, ...]:
        """Every credit found in one text."""
        groups = self._view(Attribution, lambda: _grouped(self._shelf.all(Attribution), "revision"))
        return groups.get(revision, ())

    def links_of(self, revision: RevisionId) -> tuple[Link, ...]:
        """The hyperlinks of one text."""
        groups = self._view(Link, lambda: _grouped(self._shelf.all(Link), "passage.revision"))
        return groups.get(revision, ())

    def remarks(self, revision: RevisionId) -> tuple[Remark, ...]:
        """What others wrote beside the words of one text, in reading order."""
        groups = self._view(Remark, lambda: _grouped(self._shelf.all(Remark), "passage.revision"))
        return beside(groups.get(revision, ()), revision)

    def every_attribution(self) -> tuple[Attribution, ...]:
        """Every credit found in any text."""
        return self._shelf.all(Attribution)

    def identities(self) -> tuple[Identity, ...]:
        """What the editor has said of who is who."""
        return self._shelf.all(Identity)

    def rulings(self) -> tuple[Ruling, ...]:
        """What the editor has said of documents that count together, or apart."""
        return self._shelf.all(Ruling)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """The searches over everything that are kept under a name."""
        return self._shelf.all(SavedSearch)

    def all_claims(self) -> tuple[Claim, ...]:
        """Every claim of the case, whatever its draft, dismissed ones included."""
        return self._shelf.all(Claim)

    def every_claim(self, revision: RevisionId) -> tuple[Claim, ...]:
        """All claims of one text, dismissed ones included."""
        return tuple(item for item in self._shelf.all(Claim) if item.passage.revision == revision)

    def waiting(self) -> tuple[Claim, ...]:
        """The claims of the story that wait for a place in its latest draft."""
        return self._view("waiting", self._read_waiting)

    def _read_claims(self) -> tuple[Claim, ...]:
        story = self.story()
        revision = self.revision(story.id) if story else None
        if revision is None:
            return ()
        kept = (item for item in self.every_claim(revision.id) if item.status is not Status.DISMISSED)
        return tuple(sorted(kept, key=lambda item: (item.passage.span.start, -item.passage.span.end)))

    def _read_waiting(self) -> tuple[Claim, ...]:
        story = self.story()
        revision = self.revision(story.id) if story else None
        if story is None or revision is None:
            return ()
        of_story = (claim for claim in self._shelf.all(Claim) if claim.passage.document == story.id)
        return in_tray(of_story, revision.id)

    def _read_numbers(self) -> dict[ClaimId, int]:
        return {claim.id: number for number, claim in enumerate(self.claims(), 1)}

    def _by_claim(self, kind: type[T], claim: ClaimId) -> tuple[T, ...]:
        views = cast(dict[Any, Any], self._views)
        groups = views.get(kind)
        if groups is None:
            groups = views[kind] = _grouped(self._shelf.all(cast(Any, kind)), "claim")
        return cast(tuple[T, ...], groups.get(claim, ()))

    def _view(self, name: Hashable, read: Callable[[], T]) -> T:
        if name not in self._views:
            self._views[name] = read()
        return cast(T, self._views[name])


def _evidence_order(item: Evidence) -> tuple[bool, float]:
    return item.status is not Status.ACCEPTED, -(item.score or 0.0)


def _grouped(values: Iterable[T], field: str) -> dict[str, tuple[T, ...]]:
    groups, key = defaultdict[str, list[T]](list), attrgetter(field)
    for value in values:
        groups[key(value)].append(value)
    return {key: tuple(group) for key, group in groups.items()}
