"""Questions and change requests to the author: the words they are about, and how they come and go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.change import Change, Edit, Stamp, removed
from workbench.model import (
    Claim,
    ClaimId,
    DocumentId,
    Passage,
    Query,
    QueryStatus,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with the words it is about, and its claim where it has one."""

    query: Query
    place: Passage
    claim: Claim | None = None

    @property
    def words(self) -> str:
        """The words as they stand in the draft that they were last found in."""
        return self.place.quote.exact


def about(queries: Iterable[Query], claims: Mapping[ClaimId, Claim], story: DocumentId) -> tuple[Asked, ...]:
    """The queries about one story, in reading order. Those of dismissed claims stay: they were asked."""
    found = []
    for query in queries:
        claim = claims.get(query.claim) if query.claim else None
        place = query.passage or (claim.passage if claim else None)
        if place is not None and place.document == story:
            found.append(Asked(query, place, claim))
    return tuple(sorted(found, key=lambda asked: asked.place.span))


def rephrase(before: Query, after: Query, stamp: Stamp) -> Change | None:
    """Ask otherwise; None when nothing is new. Who asked first, and when, stays."""
    return None if before == after else Change("Edit query", stamp, (Edit(before, after),))


def take_back(query: Query, stamp: Stamp) -> Change:
    """Ask no more. The history keeps what was asked."""
    return Change("Take query back", stamp, removed(query))


def proposed(wording: str, words: str) -> str:
    """The wording asked for; empty when it is nothing else than the words as they stand."""
    cleaned = wording.strip()
    return "" if cleaned == words.strip() else cleaned


def with_status(queries: Iterable[Asked], status: QueryStatus | None) -> tuple[Asked, ...]:
    """Those that stand so; all of them for None."""
    return tuple(asked for asked in queries if status is None or asked.query.status is status)


def as_text(queries: Iterable[Asked]) -> str:
    """The queries as plain text for a mail to the author: the words, what is asked, what is proposed."""
    return "\n\n".join(
        "\n".join((f"{number}. {_quoted(asked.words)}", *_lines(asked.query)))
        for number, asked in enumerate(queries, 1)
    )


def _lines(query: Query) -> Iterable[str]:
    if query.question:
        yield f"   {_line(query.question)}"
    if query.wording:
        yield f"   Please change to: {_quoted(query.wording)}"
    if query.reason:
        yield f"   Why: {_line(query.reason)}"


def _line(words: str) -> str:
    return " ".join(words.split())


def _quoted(words: str) -> str:
    line = _line(words)
    return f"‘{line}’" if any(mark in line for mark in '“”"') else f"“{line}”"
