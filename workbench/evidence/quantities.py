"""The figures and dates of a claim set against those of a passage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from workbench import dates, figures
from workbench.agreement import Agreement
from workbench.dates import Date, Precision
from workbench.evidence.reading import Reading
from workbench.figures import Figure, Kind
from workbench.text import Span

Q = TypeVar("Q", Figure, Date)

_NEAR = 6
"""How many content words around a figure tell what it is about."""


@dataclass(frozen=True, slots=True)
class Quantities:
    """Pairs of claim and passage spans that agree or conflict, and the claim's that find no partner."""

    agreeing: tuple[tuple[Span, Span], ...] = ()
    conflicting: tuple[tuple[Span, Span], ...] = ()
    missing: tuple[Span, ...] = ()


def compare_figures(claim: Reading, passage: Reading) -> Quantities:
    """Pair the figures; two conflict only where the words around them, or what they count, are shared."""
    return _paired(claim, passage, claim.figures, passage.figures, figures.compare, _same_subject)


def compare_dates(claim: Reading, passage: Reading) -> Quantities:
    """Pair the dates; two conflict only where the words around them are shared."""
    return _paired(claim, passage, claim.dates, passage.dates, dates.compare, _share_words)


def _paired(
    claim: Reading,
    passage: Reading,
    ours: Sequence[Q],
    theirs: Sequence[Q],
    compare: Callable[[Q, Q], Agreement],
    is_shared: Callable[[Reading, Reading, Q, Q], bool],
) -> Quantities:
    """Agreements first; a quantity that agrees with one is in conflict with no other."""
    if not ours:
        return Quantities()
    outcomes = {(a, b): compare(one, other) for a, one in enumerate(ours) for b, other in enumerate(theirs)}
    close = {pair: outcome for pair, outcome in outcomes.items() if _is_close(ours[pair[0]], theirs[pair[1]])}
    agreeing = _best(close, Agreement.AGREES, set(), set())
    settled, used = {a for a, _ in agreeing}, {b for _, b in agreeing}
    rivals = {
        pair: outcome
        for pair, outcome in outcomes.items()
        if is_shared(claim, passage, ours[pair[0]], theirs[pair[1]])
    }
    conflicting = _best(rivals, Agreement.CONFLICTS, settled, used)
    settled |= {a for a, _ in conflicting}
    return Quantities(
        tuple((ours[a].span, theirs[b].span) for a, b in agreeing),
        tuple((ours[a].span, theirs[b].span) for a, b in conflicting),
        tuple(one.span for a, one in enumerate(ours) if a not in settled),
    )


def _is_close(one: Figure | Date, other: Figure | Date) -> bool:
    """Whether agreement says anything: that a Friday lies in last year does not."""
    if isinstance(one, Date) and isinstance(other, Date):
        scale = list(Precision)
        return abs(scale.index(one.precision) - scale.index(other.precision)) <= 2
    return True


def _best(
    outcomes: dict[tuple[int, int], Agreement], wanted: Agreement, settled: set[int], used: set[int]
) -> list[tuple[int, int]]:
    """Pairs of the wanted outcome, each quantity at most once, in reading order."""
    settled, used, found = set(settled), set(used), []
    for (a, b), outcome in outcomes.items():
        if outcome is wanted and a not in settled and b not in used:
            found.append((a, b))
            settled.add(a)
            used.add(b)
    return found


def _same_subject(claim: Reading, passage: Reading, one: Figure, other: Figure) -> bool:
    """Whether two figures speak of the same: counted things in common, or the words around them."""
    if one.kind is Kind.COUNT and one.things and other.things:
        return True
    return _share_words(claim, passage, one, other)


def _share_words(claim: Reading, passage: Reading, one: Figure | Date, other: Figure | Date) -> bool:
    near = _around(claim, one.span)
    if not near:
        return True
    found = near & _around(passage, other.span)
    return len(found) >= min(2, len(near))


def _around(reading: Reading, span: Span) -> set[str]:
    """The stems, and their meanings, of the content words nearest to a figure."""
    ranked = sorted(reading.plain, key=lambda word: abs(word.span.start - span.start))
    stems = {word.stem for word in ranked[:_NEAR]}
    return stems | {group for key in stems for group in reading.meanings.get(key, ())}
