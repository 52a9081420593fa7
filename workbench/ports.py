"""What the domain asks of the outside: a case, a search in it, a library, vectors, an engine for language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from workbench.analysis import Analysis, Judgement, Statement
from workbench.change import Change
from workbench.library import Article, ArticleId, LibraryHit, LibrarySharing, LibraryState
from workbench.meaning import Vector
from workbench.model import CaseId, DocumentId, Entity, Original, Revision, RevisionId, Sha256, SourceId, Zone
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.backups import Mark
    from workbench.checked.values import Checked, Collection
    from workbench.progress import Progress
    from workbench.reading.result import Reading
    from workbench.record import Seen
    from workbench.undoing import Header

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Event:
    """A change as the history holds it. `number` counts from 1; `hash` covers it and all before it."""

    number: int
    hash: Sha256
    change: Change


@dataclass(frozen=True, slots=True)
class Line:
    """An event word for word as a history holds it: what a merge takes along of a colleague's copy.

    `hash` is that of `previous` and `event` (`docs/file-format.md`); `previous` that of the event before it.
    """

    number: int
    event: str
    previous: Sha256
    hash: Sha256


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found by search; `rank` grows with how well it fits (BM25, sign turned)."""

    document: DocumentId
    revision: RevisionId
    span: Span
    text: str
    rank: float


@dataclass(frozen=True, slots=True)
class Sharing:
    """A document that shares fingerprints: how many, and their weight, which counts rare ones for more."""

    document: DocumentId
    shared: int
    weight: float


class Search(Protocol):
    """Looks in the latest revision of every document, furniture left out. A passage is a sentence."""

    def passages(
        self, terms: Sequence[str], *, limit: int, exclude: DocumentId | None = None
    ) -> tuple[Hit, ...]:
        """The passages that hold the most and the rarest of `terms`, best first. Terms are plain words."""

    def every(self) -> tuple[Hit, ...]:
        """All passages there are, in no particular order; `rank` is 0."""

    def sharing(
        self, fingerprints: Sequence[int], *, limit: int, exclude: DocumentId | None = None
    ) -> tuple[Sharing, ...]:
        """The documents that share the most and the rarest fingerprints, best first.

        They may hold words of the text the fingerprints are of (`workbench.tracing.fingerprints`); whether
        they do, only a comparison of the two can tell.
        """


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
        """Search over the texts of the case."""

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every stored value of one type, in the order they were added."""

    def get(self, kind: type[E], id: str) -> E | None:
        """One value, or None when there is none of that id."""

    def latest(self, document: DocumentId) -> Revision | None:
        """The newest revision of a document."""

    def original(self, sha256: Sha256) -> bytes:
        """The bytes of an original. Raises `DamagedCase` when they are missing or differ from their hash."""

    def apply(self, change: Change, originals: Iterable[Original] = (), merged: Iterable[Line] = ()) -> Event:
        """Write the change in one durable transaction and append it to the history.

        `merged` are the events of a colleague's copy that come in with it.

        Raises:
            StaleChange: a stored value is not what an edit says was before; nothing was written.
            ReadOnlyCase, CaseNotWritten: nothing was written.
        """

    def history(self, after: int = 0) -> tuple[Event, ...]:
        """Every change made since event number `after`, oldest first.

        Revisions come without their text, but with its hash.
        """

    def head(self) -> Mark:
        """The last event of the history."""

    def hash_of(self, number: int) -> Sha256 | None:
        """The hash of an event, or None when there is none of that number."""

    def headers(self) -> Iterator[Header]:
        """Every change ever made without its edits, newest first, read as far as they are asked for."""

    def event(self, number: int) -> Event | None:
        """One change ever made, or None when there is none of that number."""

    def own_line(self) -> tuple[Line, ...]:
        """The events of the history as stored, oldest first."""

    def lines(self) -> tuple[Line, ...]:
        """The events that merges brought in, in the order they came (`workbench/merging/brought.py`)."""

    def backwards(self, before: int | None = None) -> Iterator[Event]:
        """Every change made before event number `before` (None: all), newest first, read as asked for."""

    def removing(self) -> Iterator[Event]:
        """Every change of an editor's that took a value out or set one aside, oldest first."""

    def close(self) -> None:
        """Release the file and its lock. Calling it twice does nothing."""


class OpenNames(Protocol):
    """The real names of a case's protected sources while their file is unlocked.

    A value: what changes it writes the file and gives the names as they are then. Every such call may raise
    `NamesUnusable`, and then the file is as it was.
    """

    @property
    def path(self) -> Path:
        """The file, beside the case."""

    @property
    def names(self) -> Mapping[SourceId, str]:
        """The real names."""

    def with_name(self, source: SourceId, name: str) -> OpenNames:
        """Keep the real name of a source."""

    def without(self, source: SourceId) -> OpenNames:
        """Forget the real name of a source."""

    def sealed_anew(self, passphrase: str) -> OpenNames:
        """Encrypt the file with another passphrase. Takes a noticeable while."""


class Vectors(Protocol):
    """Keeps sentence vectors by model and words, so that no sentence is ever embedded twice."""

    def of(self, model: str, texts: Sequence[str]) -> tuple[Vector | None, ...]:
        """The vector of each text, None where there is none yet."""

    def keep(self, model: str, texts: Sequence[str], vectors: Sequence[Vector]) -> None:
        """Store vectors; those already there are left."""

    def close(self) -> None:
        """Release the file. Calling it twice does nothing."""


class EarlierClaims(Protocol):
    """The memory of claims checked before, in other cases or by others. Derived, it can be thrown away.

    One object belongs to one thread. Every call may raise `MemoryFailed`.
    """

    def claims(self) -> tuple[Checked, ...]:
        """All of them, in the order they came in."""

    def collections(self) -> tuple[Collection, ...]:
        """The cases and files they came from."""

    def keep(self, collection: Collection, claims: Sequence[Checked]) -> bool:
        """Let these be all the claims of a case or a file. Whether that changed anything."""

    def forget(self, case: str | None = None) -> None:
        """Forget the claims of a case or file; None forgets all."""

    def close(self) -> None:
        """Release the file. Calling it twice does nothing."""


class Heads(Protocol):
    """The ends of histories as they were seen, kept outside the cases. Any thread may use it.

    Every call may raise `HeadsUnusable`.
    """

    def of(self, case: CaseId) -> tuple[Seen, ...]:
        """What was seen of a case, at whatever place, oldest first."""

    def keep(self, case: CaseId, seen: Seen, overtaken: Iterable[Mark] = ()) -> None:
        """Add what was seen, in place of marks of the same place that it leads through."""

    def settle(self, case: CaseId, place: str) -> None:
        """Forget what was seen at a place: the editor says that the file there is as it should be."""


class Library(Protocol):
    """Articles kept across cases, in a file of their own with indexes that can be rebuilt at any time.

    One object belongs to one thread. Every call may raise `LibraryFailed`.
    """

    @property
    def path(self) -> Path:
        """The folder it lies in."""

    def state(self) -> LibraryState:
        """How much is there, and what still waits to be indexed."""

    def articles(self, words: str = "", *, limit: int = 500) -> tuple[Article, ...]:
        """The articles whose title or outlet holds all of `words`, those added last first."""

    def add(self, readings: Iterable[Reading], at: str) -> tuple[Article, ...]:
        """Keep articles, durably. One whose text is there already is not added twice, and not returned.

        They are found by their words and fingerprints after `index`, and by meaning once their vectors are
        kept.
        """

    def remove(self, article: ArticleId) -> None:
        """Take an article out for good."""

    def reading(self, article: ArticleId) -> Reading | None:
        """The article as it was read in, ready to be taken into a case; None when it is not there."""

    def index(self, progress: Progress) -> None:
        """Make what was added findable by its words and fingerprints.

        Safe to stop: what is indexed stays indexed.
        """

    def rebuild(self, progress: Progress) -> None:
        """Throw the indexes away and make them anew from the articles; vectors are kept where they fit."""

    def unembedded(self, model: str, *, limit: int) -> tuple[tuple[int, str], ...]:
        """Passages that have no vector of this model yet: their number and their words."""

    def keep(self, model: str, vectors: Sequence[tuple[int, Vector]]) -> None:
        """Store the vectors of passages, by number. Vectors of another model give way."""

    def passages(self, terms: Sequence[str], *, limit: int) -> tuple[LibraryHit, ...]:
        """The passages that hold the most and the rarest of `terms`, best first. Terms are plain words."""

    def sharing(self, fingerprints: Sequence[int], *, limit: int) -> tuple[LibrarySharing, ...]:
        """The articles that share the most and the rarest fingerprints, best first."""

    def nearest(self, model: str, vector: Vector, *, limit: int) -> tuple[LibraryHit, ...]:
        """The passages nearest in meaning (`rank` is the cosine, 0..1), best first."""

    def close(self) -> None:
        """Release files and locks. Calling it twice does nothing."""


class Engine(Protocol):
    """Reads language. May live in another process; every call may raise `EngineFailed`."""

    @property
    def reduced(self) -> str | None:
        """A sentence that says what is missing (no language model), or None when all is there."""

    def analyse(self, text: str, zones: Sequence[Zone] = ()) -> Analysis:
        """Sentences, names, claims worth checking and credits of one text; furniture zones are skipped."""

    def judge(self, claim: Statement, passages: Sequence[Statement]) -> tuple[Judgement, ...]:
        """How each passage bears on the claim, in the order given."""

    @property
    def encoder(self) -> str | None:
        """The id of the model behind `embed`, kept with every vector; None when there is no such model."""

    def embed(self, texts: Sequence[str]) -> tuple[Vector, ...]:
        """The vector of each text, in the order given; no vectors at all when there is no model."""

    def close(self) -> None:
        """Let go of models and processes."""
