"""The values of a case held still, so that a worker can count on them while the editor goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, cast

from workbench.model import Document, DocumentId, Entity, Revision

E = TypeVar("E", bound=Entity)


class Values(Protocol):
    """Where stored values are looked up: a `Store`, or values held still."""

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every stored value of one type."""


@dataclass(frozen=True, slots=True)
class Held:
    """Values by their type. Of texts, those that are known: at least the latest of every document."""

    by_kind: Mapping[type[Any], tuple[Entity, ...]]

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every value of one type that was held, in the order they were added."""
        return cast(tuple[E, ...], self.by_kind.get(kind, ()))


def latest_text(values: Values, document: DocumentId) -> Revision | None:
    """The newest text of a document."""
    texts = (text for text in values.all(Revision) if text.document == document)
    return max(texts, key=lambda text: text.number, default=None)


def document_of(values: Values, id: DocumentId) -> Document | None:
    """One document."""
    return next((one for one in values.all(Document) if one.id == id), None)
