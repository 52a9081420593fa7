"""What a question to the case brings to light: in groups, best first, with the words that were hit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from workbench.everywhere.entries import FURNITURE, Entry, Sort
from workbench.everywhere.filters import Lets, asks_for_furniture, lets_through, states_of
from workbench.everywhere.index import Index
from workbench.everywhere.query import Asked, Term, sorts_of
from workbench.everywhere.rows import Row, holding
from workbench.everywhere.snippets import snippet, stands
from workbench.everywhere.titles import title_of
from workbench.text import Span

MOST_EACH, MOST_OF_ONE = 12, 200
"""So many are shown of each kind; so many when only one or two kinds are asked for."""
_FEW = 2
_MOST_RANKED = 400
"""Of words that occur more often than this, only the newest places are put in order."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: what it belongs to, a few of its words, and where in them those asked for stand."""

    entry: Entry
    title: str
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


def answer(index: Index, asked: Asked, today: date, *, most: int | None = None) -> Answer:
    """Look for what was asked. `today` tells what is overdue; `most` how many of each kind to show."""
    if asked.is_empty:
        return Answer(asked)
    lets = lets_through(index, asked, today)
    rows = index.furniture if asks_for_furniture(asked) else index.rows
    found = {sort: _found(rows.get(sort, ()), asked, lets) for sort in Sort}
    wanted = _wanted(asked)
    shown = {sort: found[sort] for sort in Sort if sort in wanted and found[sort]}
    most = most or (MOST_OF_ONE if len(wanted) <= _FEW else MOST_EACH)
    groups = tuple(_group(index, sort, rows, asked, today, most) for sort, rows in shown.items())
    counts = {sort: len(rows) for sort, rows in found.items() if rows}
    every = [row.entry for rows in shown.values() for row in rows]
    return Answer(asked, groups, counts, _people(every), _states(index, every, today))


def _wanted(asked: Asked) -> frozenset[Sort]:
    denied = (item.value for item in asked.filters if item.name == "kind" and item.denied)
    return (asked.sorts or frozenset(Sort)) - {sort for value in denied for sort in sorts_of(value)}


def _found(rows: Sequence[Row], asked: Asked, lets: Lets | None) -> Sequence[Row]:
    """The rows in which every term stands, and none of those excluded, and that the filters let through."""
    # The longest is the rarest, as a rule; and most rows do not even hold its letters.
    for term in sorted(asked.terms, key=lambda term: -len(term.words)):
        rows = holding(term, rows)
    for term in asked.excluded:
        without = set(map(id, holding(term, rows)))
        rows = [row for row in rows if id(row) not in without]
    if not asked.terms:
        # A claim is listed once, not again for its reasons.
        rows = [row for row in rows if row.entry.part != "reasons"]
    return rows if lets is None else [row for row in rows if lets(row.entry)]


def _group(index: Index, sort: Sort, rows: Sequence[Row], asked: Asked, today: date, most: int) -> Group:
    """The best of what was found of one kind: by how well the words fit, then the newest."""
    total, phrase = len(rows), Term(" ".join(term.words for term in asked.terms))
    whole = tuple(replace(term, whole=True) for term in asked.terms)
    ranked = max(_MOST_RANKED, most)
    if len(asked.terms) > 1 and len(rows) > ranked:
        rows = [*holding(phrase, rows)[:ranked], *rows]
    # Sorting keeps the order of those that fit alike.
    best = sorted(rows[:ranked], key=lambda row: -_fit(row, asked.terms, whole, phrase))
    entries = {row.entry.id: row.entry for row in best}
    hits = tuple(_hit(index, entry, asked, today) for entry in islice(entries.values(), most))
    return Group(sort, hits, total)


def _fit(row: Row, terms: Sequence[Term], whole: Sequence[Term], phrase: Term) -> int:
    """4 for all words in their order, 2 for all of them in the title, 1 for whole words; the sum of these."""
    if not terms:
        return 0
    titled = row.entry.head and all(0 <= stands(term, row.folded) <= row.entry.head for term in terms)
    exact = len(terms) > 1 and stands(phrase, row.folded) >= 0
    complete = all(stands(term, row.folded) >= 0 for term in whole)
    return 4 * bool(exact) + 2 * bool(titled) + complete


def _hit(index: Index, entry: Entry, asked: Asked, today: date) -> Hit:
    words, lit = snippet(entry.text, asked.terms)
    return Hit(
        entry, title_of(index, entry), words, lit, index.changed(entry), states_of(index, entry, today)
    )


def _people(entries: Iterable[Entry]) -> tuple[str, ...]:
    names = Counter(entry.by for entry in entries)
    return tuple(name for name, _ in names.most_common() if name)


def _states(index: Index, entries: Iterable[Entry], today: date) -> tuple[str, ...]:
    """The states that occur, the commonest first. Those of many entries are the same: counted together."""
    found, known = Counter[str](), Counter[frozenset[str]]()
    for entry in entries:
        known[states_of(index, entry, today) if entry.sort is Sort.CLAIM else entry.states] += 1
    for states, count in known.items():
        for state in states:
            found[state] += count
    return tuple(state for state, _ in found.most_common() if state != FURNITURE)
