"""What a question to the case brings to light: in groups, best first, with the words that were hit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from workbench.everywhere.entries import FURNITURE, Entry, Sort
from workbench.everywhere.filters import lets_through, states_of
from workbench.everywhere.index import Index, Row
from workbench.everywhere.query import Asked, Term, sorts_of
from workbench.everywhere.snippets import snippet, stands
from workbench.text import Span

MOST_EACH, MOST_OF_ONE = 12, 200
"""So many are shown of each kind; so many when only one kind is asked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: a few of its words, and where in them those asked for stand."""

    entry: Entry
    words: str
    lit: tuple[Span, ...]
    at: str
    states: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind; `total` counts also what is not shown."""

    sort: Sort
    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for `asked`.

    `counts` say how many there are of each kind, those left out by `kind:` too. By `people` and `states` what
    was found could be narrowed further; the commonest come first.
    """

    asked: Asked
    groups: tuple[Group, ...] = ()
    counts: Mapping[Sort, int] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Everything shown, in order."""
        return tuple(hit for group in self.groups for hit in group.hits)


def answer(index: Index, asked: Asked, today: date) -> Answer:
    """Look for what was asked. `today` tells what is overdue."""
    if asked.is_empty:
        return Answer(asked)
    lets = lets_through(index, asked, today)
    found = [row for row in _holding(index.rows, asked) if lets(row.entry) and _counts(row.entry, asked)]
    counts = Counter(row.entry.sort for row in found)
    wanted = [row for row in found if row.entry.sort in _wanted(asked)]
    groups = tuple(
        _group(index, sort, [row for row in wanted if row.entry.sort is sort], asked, today)
        for sort in Sort
        if sort in _wanted(asked) and counts[sort]
    )
    return Answer(asked, groups, counts, _people(wanted), _states(index, wanted, today))


def _wanted(asked: Asked) -> frozenset[Sort]:
    denied = (item.value for item in asked.filters if item.name == "kind" and item.denied)
    return (asked.sorts or frozenset(Sort)) - {sort for value in denied for sort in sorts_of(value)}


def _holding(rows: Iterable[Row], asked: Asked) -> Iterable[Row]:
    """The rows in which every term stands, and none of those excluded."""
    # The rarest check first: most rows do not even hold the letters.
    terms = sorted(asked.terms, key=lambda term: -len(term.words))
    for term in terms:
        words = term.words
        rows = [row for row in rows if words in row.folded]
    for row in rows:
        if all(stands(term, row.folded) >= 0 for term in terms) and not any(
            stands(term, row.folded) >= 0 for term in asked.excluded
        ):
            yield row


def _counts(entry: Entry, asked: Asked) -> bool:
    """Where no words are asked for, a claim is listed once, not again for its reasons."""
    return bool(asked.terms) or entry.part != "reasons"


def _group(index: Index, sort: Sort, rows: Sequence[Row], asked: Asked, today: date) -> Group:
    most = MOST_OF_ONE if len(_wanted(asked)) <= 2 else MOST_EACH
    phrase = Term(" ".join(term.words for term in asked.terms))
    # Sorting is stable: by date first, then by how well the words fit.
    recent = (
        sorted(rows, key=lambda row: index.changed(row.entry), reverse=True)
        if sort is not Sort.STORY
        else rows
    )
    ranked = sorted(recent, key=lambda row: -_fit(row, asked.terms, phrase))
    return Group(sort, tuple(_hit(index, row.entry, asked, today) for row in ranked[:most]), len(rows))


def _fit(row: Row, terms: Sequence[Term], phrase: Term) -> int:
    """4 for all words in their order, 2 for all of them in the title, 1 for whole words; the sum of these."""
    if not terms:
        return 0
    whole = all(stands(Term(term.words, whole=True), row.folded) >= 0 for term in terms)
    titled = row.entry.head and all(0 <= stands(term, row.folded) < row.entry.head for term in terms)
    exact = len(terms) > 1 and stands(phrase, row.folded) >= 0
    return 4 * bool(exact) + 2 * bool(titled) + whole


def _hit(index: Index, entry: Entry, asked: Asked, today: date) -> Hit:
    words, lit = snippet(entry.text, asked.terms)
    return Hit(entry, words, lit, index.changed(entry), states_of(index, entry, today))


def _people(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(name for name, _ in Counter(row.entry.by for row in rows if row.entry.by).most_common())


def _states(index: Index, rows: Iterable[Row], today: date) -> tuple[str, ...]:
    found = Counter(state for row in rows for state in states_of(index, row.entry, today))
    return tuple(state for state, _ in found.most_common() if state != FURNITURE)
