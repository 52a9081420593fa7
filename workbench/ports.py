"""What the domain asks of the outside: a place to keep a case, a search in it, an engine for language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from workbench.analysis import Analysis, Judgement, Statement
from workbench.change import Change
from workbench.model import DocumentId, Entity, Original, Revision, RevisionId, Sha256, Zone
from workbench.text import Span

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Event:
    """A change as the history holds it. `number` counts from 1; `hash` covers it and all before it."""

    number: int
    hash: Sha256
    change: Change


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found by search; `rank` grows with how well it fits (BM25, sign turned)."""

    document: DocumentId
    revision: RevisionId
    span: Span
    text: str
    rank: float


class Search(Protocol):
    """Looks for passages (sentences outside furniture) in the latest revision of every document."""

    def passages(
        self, terms: Sequence[str], *, limit: int, exclude: DocumentId | None = None
    ) -> tuple[Hit, ...]:
        """The passages that hold the most and the rarest of `terms`, best first. Terms are plain words."""


class Store(Protocol):
    """One open case. `apply` is the only writer."""

    @property
    def path(self) -> Path:
        """Where the case file lies."""

    @property
    def read_only(self) -> str | None:
        """A sentence that says why the case cannot be changed, or None when it can."""

    @property
    def search(self) -> Search:
        """Full-text search over the case."""

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every stored value of one type, in the order they were added."""

    def get(self, kind: type[E], id: str) -> E | None:
        """One value, or None when there is none of that id."""

    def latest(self, document: DocumentId) -> Revision | None:
        """The newest revision of a document."""

    def original(self, sha256: Sha256) -> bytes:
        """The bytes of an original. Raises `DamagedCase` when they are missing or differ from their hash."""

    def apply(self, change: Change, originals: Iterable[Original] = ()) -> Event:
        """Write the change in one durable transaction and append it to the history.

        Raises:
            StaleChange: a stored value is not what an edit says was before; nothing was written.
            ReadOnlyCase, CaseNotWritten: nothing was written.
        """

    def history(self) -> tuple[Event, ...]:
        """Every change ever made, oldest first. Revisions come without their text, but with its hash."""

    def close(self) -> None:
        """Release the file and its lock. Calling it twice does nothing."""


class Engine(Protocol):
    """Reads language. May live in another process; every call may raise `EngineFailed`."""

    @property
    def reduced(self) -> str | None:
        """A sentence that says what is missing (no language model), or None when all is there."""

    def analyse(self, text: str, zones: Sequence[Zone] = ()) -> Analysis:
        """Sentences, names, claims worth checking and credits of one text; furniture zones are skipped."""

    def judge(self, claim: Statement, passages: Sequence[Statement]) -> tuple[Judgement, ...]:
        """How each passage bears on the claim, in the order given."""

    def close(self) -> None:
        """Let go of models and processes."""
