"""Who published, wrote and signed the documents of a case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.attribution.kinds import kind_of
from workbench.identity.bodies import body_name
from workbench.identity.mention import Mention
from workbench.identity.reading import read_person
from workbench.model import Being, Document, DocumentId, Form, SourceKind
from workbench.text import Span
from workbench.tracing.values import TracedText

_APART = re.compile(r"\s*(?:,|;|/|&|\+|\band\b|\bwith\b|\bfor\b)\s*")
_SIGNED = re.compile(
    r"^[^\S\n]*(?:yours[^\n]*|(?:\w+[^\S\n]+)?regards|respectfully[^\n]*|sincerely[^\n]*|signed:?),?[^\S\n]*\n\s*"
    r"(?P<name>[A-Z][^\n,]{2,60})",
    re.IGNORECASE | re.MULTILINE,
)
_OWN_WORDS = (SourceKind.PRESS_RELEASE, SourceKind.SOCIAL_POST)


def speaks_for_itself(document: Document) -> bool:
    """Whether a document holds the words of whoever wrote or published it, and not a report on others."""
    return document.kind.is_primary or document.kind in _OWN_WORDS


def names_of(text: TracedText) -> tuple[str, ...]:
    """Who publishes a document, then who wrote it where it speaks for them, then who signed it."""
    document = text.document
    own = byline_parts(document) if speaks_for_itself(document) else ()
    signed = _SIGNED.search(text.revision.text) if document.kind is SourceKind.LETTER else None
    names = (document.outlet, *own, signed["name"].strip() if signed else "")
    return tuple(dict.fromkeys(name for name in names if name.strip()))


def byline_parts(document: Document) -> tuple[str, ...]:
    """Those that a byline names: "Gazette staff and Northern Wire" are two."""
    parts = (part.strip(" .") for part in _APART.split(document.byline))
    return tuple(part for part in parts if part)


def mentions_of_names(text: TracedText) -> Iterator[Mention]:
    """The names of those behind a document as mentions beyond its end, so that who is who covers them."""
    for number, name in enumerate(names_of(text)):
        is_body = name == text.document.outlet
        yield _mention(text.document.id, name, place_of_name(text, number), is_body=is_body)


def place_of_name(text: TracedText, number: int) -> Span:
    """Where the mention of such a name is put; nothing of the text itself begins there."""
    end = len(text.revision.text) + 1 + number
    return Span(end, end)


def _mention(document: DocumentId, name: str, span: Span, *, is_body: bool) -> Mention:
    named = read_person(name)
    if not is_body and kind_of(name) is SourceKind.PERSON and named.is_full:
        return Mention(Form(document, named.words), span, Being.PERSON, named)
    return Mention(Form(document, body_name(name)), span, Being.ORGANISATION)
