"""The origins of a claim as an editor reads them: numbered groups of documents, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.models.dates import date_words
from ui.theme.colours import Tone
from workbench.model import ClaimId, Document, DocumentId, Evidence, Passage, Ruling
from workbench.tracing.independence.traced import Traced, name_of
from workbench.tracing.independence.ways import listed
from workbench.tracing.values import Independence, Origin


@dataclass(frozen=True, slots=True)
class Counted:
    """A document in its origin.

    `place` is its passage on the claim, `shown` other words that `why` rests on.
    """

    document: DocumentId
    title: str
    imprint: str
    place: Passage
    why: str
    shown: Passage | None
    ruling: Ruling | None


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Documents that count once. `number` is None where they do not count; `note` then says why not."""

    number: int | None
    heading: str
    documents: tuple[Counted, ...]
    note: str = ""

    @property
    def tone(self) -> Tone | None:
        """Grey for what does not count."""
        return Tone.MUTED if self.number is None else None


@dataclass(frozen=True, slots=True)
class Explained:
    """All origins of a claim, and a sentence for each interest that some of them share."""

    groups: tuple[OriginGroup, ...] = ()
    interests: tuple[str, ...] = ()


def explained(found: Independence, passages: Sequence[Evidence], traced: Traced, claim: ClaimId) -> Explained:
    """The origins counted for a claim from its passages."""
    places = {item.passage.document: item.passage for item in reversed(passages)}
    groups = tuple(_group(at, origin, places, traced, claim) for at, origin in enumerate(found.origins, 1))
    return Explained(groups, tuple(_interest(found, number) for number in range(len(found.interests))))


def _group(
    number: int, origin: Origin, places: dict[DocumentId, Passage], traced: Traced, claim: ClaimId
) -> OriginGroup:
    documents = tuple(
        _counted(document, origin, places[document], traced, claim) for document in origin.documents
    )
    heading = _heading(origin, traced) if origin.counts else _said("Does not count")
    return OriginGroup(number if origin.counts else None, heading, documents, origin.why_not)


def _heading(origin: Origin, traced: Traced) -> str:
    own = {traced.party(document) for document in origin.documents}
    if len(origin.documents) == 1 and own & set(origin.roots):
        return _said("Says so itself")
    return _said("Rests on {names}").format(names=listed([traced.called(party) for party in origin.roots]))


def _counted(document: DocumentId, origin: Origin, place: Passage, traced: Traced, claim: ClaimId) -> Counted:
    known = traced.documents[document]
    merged = [item for item in origin.merged if item.document == document]
    shown = (words for item in merged for words in item.passages if words != place)
    why = " ".join(_without_title(item.why, traced.title(document)) for item in merged)
    ruling = traced.ruling(document, claim)
    return Counted(document, name_of(known), _imprint(known), place, why, next(shown, None), ruling)


def _without_title(why: str, title: str) -> str:
    """The sentence as it reads beneath the title: "Credits Ines Marsh."."""
    rest = why.removeprefix(f"{title} ")
    return rest[:1].upper() + rest[1:]


def _imprint(document: Document) -> str:
    date = date_words(document.published) if document.published else _said("undated")
    return " · ".join(part for part in (document.outlet, date) if part)


def _interest(found: Independence, at: int) -> str:
    interest = found.interests[at]
    numbers = listed([str(place + 1) for place in interest.origins])
    return _said("Origins {numbers} may share an interest. {why}").format(numbers=numbers, why=interest.why)


def _said(words: str) -> str:
    return QCoreApplication.translate("Origins", words)
