"""Hand-made traces for tests: documents, who took what from whom, passages that bear on a claim."""

from __future__ import annotations

from collections.abc import Sequence

from casework import revision, words

from workbench.model import (
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Evidence,
    EvidenceId,
    Passage,
    Relation,
    Role,
    SourceKind,
    passage,
)
from workbench.text import Span
from workbench.tracing.values import (
    Copy,
    Edge,
    Likeness,
    Party,
    PartyId,
    Reuse,
    Shared,
    Step,
)

CLAIM = Claim(ClaimId("claim"), passage(revision("story", "Fourteen hangers are rusty."), Span(0, 27)))
RUSTY = "Fourteen of the hangers are rusty"


def paper(id: str, outlet: str = "", kind: SourceKind = SourceKind.NEWSPAPER, **known: str) -> Document:
    """A document named after its id."""
    return Document(DocumentId(id), Role.SOURCE, f"Title of {id}", outlet=outlet, kind=kind, **known)


def said_in(
    id: str, text: str, relation: Relation = Relation.SUPPORTS, *, wanted: str | None = None
) -> Evidence:
    """The whole text of a document, or the words wanted, as a passage on the claim."""
    found = place(id, text, wanted or text)
    return Evidence(EvidenceId(f"e-{id}-{found.span.start}"), CLAIM.id, found, relation)


def place(id: str, text: str, wanted: str) -> Passage:
    """Words of the text of a document."""
    return passage(revision(id, text), words(text, wanted))


def party(document: Document) -> Party:
    """A document as a party."""
    return Party(PartyId(f"document:{document.id}"), document.title, document.id, document.kind)


def somebody(name: str, *, unnamed: bool = False, kind: SourceKind | None = SourceKind.PERSON) -> Party:
    """Somebody who is no text of the case."""
    return Party(PartyId(f"source:{name}"), name, kind=kind, unnamed=unnamed)


def credits(taker: Party, giver: Party, told: Evidence, content: str = "", step: Step = Step.CREDITS) -> Edge:
    """The taker says that it has the content, or all of it, from the giver."""
    span = words(told.passage.quote.exact, content) if content else told.passage.span
    part = passage(revision(told.passage.document, told.passage.quote.exact), span)
    return Edge(taker.id, giver.id, step, "", (told.passage,), (part,))


def copied(
    one: Evidence,
    other: Evidence,
    reuse: Reuse = Reuse.NEAR,
    original: str | None = None,
    shared: Sequence[Shared] | None = None,
) -> Copy:
    """Two documents that share the passages, or only the stretches `shared`."""
    whole = (Shared(one.passage.span, other.passage.span),) if shared is None else tuple(shared)
    giver = DocumentId(original) if original else None
    return Copy(one.passage.document, other.passage.document, Likeness(reuse, 0.9, whole), giver, "")
