"""What the values of a case are called, those that have left it included: for the history and the trash."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication

from ui.models.signs import source_word
from workbench.change import Change, Key, key_of
from workbench.model import (
    Attribution,
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
    Revision,
    Ruling,
    SavedSearch,
    Scale,
    SignOff,
    Source,
    SourceId,
    Verdict,
)
from workbench.scales import step_of

E = TypeVar("E", bound=Entity)
LONGEST = 90
"""Of longer words only so many characters stand in a line."""
_CONTEXT = "Values"
_NAMED = (Document, Claim, Source, Scale)


class Values(Protocol):
    """Where the values that the case holds now are looked up; a `Store`."""

    def all(self, kind: type[E]) -> Iterable[E]:
        """Every stored value of one type."""


class Known:
    """Documents, claims and sources by their ids, in their latest form: what other values are about."""

    def __init__(self, values: Values) -> None:
        self._values: dict[Key, Entity] = {}
        for kind in _NAMED:
            self.meet(values.all(kind))

    def meet(self, values: Iterable[Entity]) -> None:
        """Know these too, unless they are known in a later form."""
        for value in values:
            if isinstance(value, _NAMED):
                self._values.setdefault(key_of(value), value)

    def learn(self, values: Iterable[Entity | None]) -> None:
        """Know these in place of earlier forms."""
        self._values |= {key_of(value): value for value in values if isinstance(value, _NAMED)}

    def meet_all_of(self, change: Change) -> None:
        """Know all that a change was about; to be told newest first."""
        self.meet(value for edit in change.edits if (value := edit.after or edit.before) is not None)

    def claim(self, id: ClaimId | None) -> str:
        """The words of a claim on one line; empty for one nobody knows."""
        value = self._values.get(Key(Claim, id)) if id else None
        return one_line(value.wording) if isinstance(value, Claim) else ""

    def document(self, id: DocumentId) -> str:
        """The title of a document in quotation marks."""
        value = self._values.get(Key(Document, id))
        return quoted(title_of(value)) if isinstance(value, Document) else _said("a text")

    def source(self, id: SourceId) -> str:
        """The name of a source."""
        value = self._values.get(Key(Source, id))
        return value.name if isinstance(value, Source) else _said("a source")

    def verdict(self, verdict: Verdict) -> str:
        """A verdict in the words of the scale it was given in."""
        scales = (value for value in self._values.values() if isinstance(value, Scale))
        return one_line(step_of(scales, verdict).label)


def noun(value: Entity) -> str:
    """What a value is, in lower case."""
    nouns: dict[type[Entity], str] = {
        Document: _said("document"),
        Revision: _said("text"),
        Layout: _said("headings and captions"),
        Link: _said("hyperlink"),
        Source: _said("source"),
        Claim: _said("claim"),
        Attribution: _said("credit"),
        Evidence: _said("passage"),
        Citation: _said("link to a source"),
        Verdict: _said("verdict"),
        Query: _said("question to the author"),
        Identity: _said("names of one and the same"),
        Ruling: _said("word on what counts together"),
        Contact: _said("contact"),
        Scale: _said("verdict scale"),
        Gate: _said("rule for confirming"),
        SignOff: _said("signature"),
        SavedSearch: _said("saved search"),
    }
    return nouns.get(type(value), _said("case"))


def words_of(value: Entity, known: Known) -> str:
    """The words by which an editor recognises a value, on one line."""
    match value:
        case Claim() | Evidence():
            return one_line(value.passage.quote.exact)
        case Document():
            return title_of(value)
        case Revision(document=document, number=number):
            said = _said("draft {number} of {title}") if number > 1 else _said("text of {title}")
            return said.replace("{title}", known.document(document)).replace("{number}", str(number))
        case Verdict(conclusion=conclusion):
            return ": ".join(part for part in (known.verdict(value), one_line(conclusion)) if part)
        case Query(question=question, wording=wording):
            return one_line(question or wording)
        case Source(name=name) | Identity(name=name) | Scale(name=name) | SavedSearch(name=name):
            return name
        case Contact(asked=asked, answer=answer):
            return one_line(" — ".join(part for part in (asked, answer) if part))
        case Citation(source=source):
            return known.source(source)
        case Link(url=url):
            return url
        case Attribution(speaker=speaker, cue=cue):
            return f"{speaker} · {cue}" if cue else speaker
        case SignOff(by=by, document=document):
            return _said("{name} under {title}").format(name=by, title=known.document(document))
        case Ruling(document=document):
            return known.document(document)
    return noun(value)


def full_words_of(value: Entity, known: Known) -> str:
    """As `words_of`, but of passages every word."""
    return value.passage.quote.exact if isinstance(value, Claim | Evidence) else words_of(value, known)


def place_of(value: Entity, known: Known) -> str:
    """Where a value belongs: the text it stands in, the claim or the source it is about; empty for none."""
    match value:
        case Claim(passage=place) | Link(passage=place):
            return known.document(place.document)
        case Evidence(passage=place, claim=claim):
            return f"{known.document(place.document)} · {_about(claim, known)}"
        case Verdict(claim=claim) | Citation(claim=claim):
            return _about(claim, known)
        case Query(claim=claim, passage=place):
            return _about(claim, known) if claim else known.document(place.document) if place else ""
        case Contact(source=source):
            return known.source(source)
        case Document(outlet=outlet, kind=kind):
            return " · ".join(part for part in (outlet, source_word(kind)) if part)
        case Source(kind=kind):
            return source_word(kind)
        case Ruling(claim=claim):
            return _about(claim, known)
        case Revision(document=document) | SignOff(document=document) | Attribution(document=document):
            return known.document(document)
    return ""


def title_of(document: Document) -> str:
    """The title of a document, on one line."""
    return one_line(document.title) or _said("Untitled")


def one_line(words: str) -> str:
    """Words without line ends, no longer than a line can be."""
    flat = " ".join(words[: 4 * LONGEST].split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rstrip() + "…"


def quoted(words: str) -> str:
    """In quotation marks, unless they bring their own."""
    return words if words[:1] in '“”„«»"' else f"“{words}”"


def _about(claim: ClaimId | None, known: Known) -> str:
    words = known.claim(claim)
    return quoted(words) if words else ""


def _said(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
