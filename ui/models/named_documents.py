"""The document of the case that is meant by a name in the story: an outlet's article, a letter."""

from __future__ import annotations

from collections.abc import Sequence

from ui.models.chains import Step
from ui.session import Session
from workbench.model import Claim, Document, DocumentId, SourceKind

_ARTICLES = ("the ", "a ", "an ")
_OWN_WORDS = {
    SourceKind.LETTER,
    SourceKind.SPEECH,
    SourceKind.TRANSCRIPT,
    SourceKind.PRESS_RELEASE,
    SourceKind.SOCIAL_POST,
}
"""Kinds of document that give their author's own words."""


def document_of(session: Session, claim: Claim, step: Step, speakers: Sequence[str] = ()) -> Document | None:
    """The text of a step in the case: as registered or linked in the story, else by outlet or author.

    "A letter" is that of one of its `speakers`. Of several by the same outlet, one that is linked to the
    claim as evidence goes first.
    """
    known = _registered(session, step.name) or _linked(session, claim, step)
    if known is not None:
        return session.document(known)
    found = document_candidates(session, step.name)
    if not found and step.kind in _OWN_WORDS:
        found = [
            one for name in speakers for one in document_candidates(session, name) if one.kind is step.kind
        ]
    return _first(session, claim, found)


def document_candidates(session: Session, name: str) -> list[Document]:
    """The documents, other than the story, that an outlet printed or a person wrote."""
    wanted, story = _plain(name), session.story()
    return [
        document
        for document in session.documents()
        if (story is None or document.id != story.id) and _is_called(wanted, document)
    ]


def _registered(session: Session, name: str) -> DocumentId | None:
    same = (item for item in session.sources() if item.name.casefold() == name.casefold())
    return next((item.document for item in same if item.document is not None), None)


def _linked(session: Session, claim: Claim, step: Step) -> DocumentId | None:
    """The document behind a link that the story gives for the claim on the very words of the step."""
    links = session.links_of(claim.passage.revision)
    revision = session.revision(claim.passage.document)
    if not links or revision is None:
        return None
    from workbench.addresses import by_address
    from workbench.attribution import cited_sources

    places = [(link.passage.span, link.url) for link in links]
    credits = tuple(item.credit for item in session.attributions(claim.id))
    documents = by_address(session.documents())
    cited = cited_sources(revision.text, claim.passage.span, credits, places, documents)
    meant = (one for one in cited if one.document and any(one.place.overlaps(span) for span in step.spans))
    return next((one.document for one in meant), None)


def _first(session: Session, claim: Claim, found: list[Document]) -> Document | None:
    linked = {item.passage.document for item in session.evidence(claim.id)}
    return min(found, key=lambda document: document.id not in linked, default=None)


def _is_called(wanted: str, document: Document) -> bool:
    """By title or outlet; a letter, a speech also by its author, with or without office."""
    if wanted in {_plain(document.outlet), _plain(document.title)} - {""}:
        return True
    author = _plain(document.byline) if document.kind in _OWN_WORDS else ""
    return bool(author) and f" {wanted}".endswith(f" {author}")


def _plain(name: str) -> str:
    """Without article and case; an agency's or a paper's name without the word for what it is."""
    plain = " ".join(name.casefold().split())
    for article in _ARTICLES:
        plain = plain.removeprefix(article)
    return plain.removesuffix(" news agency")
