"""The figures and dates of a claim set against those of a passage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from workbench import dates, figures
from workbench.agreement import Agreement
from workbench.dates import Date, Precision
from workbench.evidence.fates import same_fate
from workbench.evidence.precedent import is_another_time
from workbench.evidence.reading import Reading
from workbench.figures import Figure, Kind
from workbench.text import Span
from workbench.wording import stem, words

Q = TypeVar("Q", bound=Figure | Date)

Places = tuple[int, int]
"""The places of a claim's and a passage's quantity in their lists."""

Outcomes = dict[Places, Agreement]

_NEAR = 6
"""How many content words around a figure tell what it is about."""


@dataclass(frozen=True, slots=True)
class Quantities:
    """Pairs of claim and passage spans that agree or conflict, and the claim's that find no partner.

    `unlike` pairs some of the latter with values that would conflict if they were said of the same thing.
    """

    agreeing: tuple[tuple[Span, Span], ...] = ()
    conflicting: tuple[tuple[Span, Span], ...] = ()
    missing: tuple[Span, ...] = ()
    unlike: tuple[tuple[Span, Span], ...] = ()


_POINTING = frozenset("them us you it these those which whom".split())


def compare_figures(claim: Reading, passage: Reading) -> Quantities:
    """Pair the figures; two conflict only where the words around them, or what they count, are shared."""
    ranks = [item.meant for item in passage.figures if item.kind is Kind.ORDINAL]

    def compare(one: Figure, other: Figure) -> Agreement:
        # A passage that has a first and a second does not gainsay a first.
        if one.kind is Kind.ORDINAL and one.meant in ranks and one.meant != other.meant:
            return Agreement.NOT_COMPARABLE
        same = same_fate(claim, passage, one, other)
        if same is None:
            return figures.compare(one, other)
        # "41 people killed" and "53 dead" count the same, "41 people injured" does not.
        bare = replace(one, things=()), replace(other, things=())
        return figures.compare(*bare) if same else Agreement.NOT_COMPARABLE

    return _paired(claim, passage, claim.figures, passage.figures, compare, _same_subject)


def compare_dates(claim: Reading, passage: Reading) -> Quantities:
    """Pair the dates; two conflict only where the words around them are shared and no other time is meant."""
    found = _paired(claim, passage, claim.dates, passage.dates, dates.compare, _share_words)
    if found.conflicting and is_another_time(claim.wording.text, passage.wording.text):
        return Quantities(found.agreeing, (), tuple(item.span for item in claim.dates))
    return found


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
    close = {pair for pair in outcomes if _is_close(ours[pair[0]], theirs[pair[1]])}
    said = {pair for pair in outcomes if _is_said(claim, passage, ours, theirs, pair)}
    shared = {pair for pair in outcomes if is_shared(claim, passage, ours[pair[0]], theirs[pair[1]])}
    agreeing, conflicting = _sorted_out(outcomes, close, said, shared)
    settled = {a for a, _ in (*agreeing, *conflicting)}
    unlike = _best(outcomes, said, Agreement.CONFLICTS, [*agreeing, *conflicting])
    return Quantities(
        tuple((ours[a].span, theirs[b].span) for a, b in agreeing),
        tuple((ours[a].span, theirs[b].span) for a, b in conflicting),
        tuple(one.span for a, one in enumerate(ours) if a not in settled),
        tuple((ours[a].span, theirs[b].span) for a, b in unlike),
    )


def _sorted_out(
    outcomes: Outcomes, close: set[Places], said: set[Places], shared: set[Places]
) -> tuple[list[Places], list[Places]]:
    """What agrees and what conflicts. What is denied in one text conflicts where it would agree."""
    gainsaid = _gainsaid(outcomes, close - said)
    agreeing = _best(outcomes, close & said, Agreement.AGREES, gainsaid)
    rivals = _best(outcomes, shared & said, Agreement.CONFLICTS, [*agreeing, *gainsaid])
    return agreeing, [*gainsaid, *rivals]


def _is_said(
    claim: Reading, passage: Reading, ours: Sequence[Q], theirs: Sequence[Q], pair: tuple[int, int]
) -> bool:
    """Whether both texts assert the two quantities, or both deny them."""
    return (ours[pair[0]].span in claim.denied) == (theirs[pair[1]].span in passage.denied)


def _gainsaid(outcomes: Outcomes, turned: set[Places]) -> list[Places]:
    """Quantities that only one text denies, each paired with the one given instead where there is one."""
    found = []
    for a, b in sorted(turned):
        if outcomes[a, b] is Agreement.AGREES:
            others = (y for (x, y), rival in outcomes.items() if x == a and rival is Agreement.CONFLICTS)
            found.append((a, next(others, b)))
    return found


def _is_close(one: Figure | Date, other: Figure | Date) -> bool:
    """Whether agreement says anything: that a Friday lies in last year does not."""
    if isinstance(one, Date) and isinstance(other, Date):
        scale = list(Precision)
        return abs(scale.index(one.precision) - scale.index(other.precision)) <= 2
    return True


def _best(
    outcomes: Outcomes, allowed: set[Places], wanted: Agreement, settled: Sequence[Places]
) -> list[Places]:
    """Pairs of the wanted outcome, each quantity at most once, in reading order."""
    ours, theirs, found = {a for a, _ in settled}, {b for _, b in settled}, []
    for (a, b), outcome in outcomes.items():
        if outcome is wanted and (a, b) in allowed and a not in ours and b not in theirs:
            found.append((a, b))
            ours.add(a)
            theirs.add(b)
    return found


def _same_subject(claim: Reading, passage: Reading, one: Figure, other: Figure) -> bool:
    """Whether two figures speak of the same: counted things in common, or the words around them."""
    if same_fate(claim, passage, one, other):
        return bool(_around(claim, one.span) & _around(passage, other.span))
    if one.kind is Kind.COUNT and one.things and other.things and not _only_people(one, other):
        return True
    return _share_words(claim, passage, one, other)


def _only_people(one: Figure, other: Figure) -> bool:
    """Whether what both count is only people, of whom every report has many, or "them"."""
    shared = {stem(word) for word in one.things} & {stem(word) for word in other.things}
    return bool(shared) and shared <= {stem(word) for word in words("people.txt") | _POINTING}


def _share_words(claim: Reading, passage: Reading, one: Figure | Date, other: Figure | Date) -> bool:
    near = _around(claim, one.span)
    if not near:
        return True
    found = near & _around(passage, other.span)
    # Names alone are no subject: a firm has many figures.
    told = found - claim.wording.names or near <= claim.wording.names
    return len(found) >= min(2, len(near)) and bool(told)


def _around(reading: Reading, span: Span) -> set[str]:
    """The stems, and their meanings, of the content words nearest to a figure."""
    ranked = sorted(reading.plain, key=lambda word: abs(word.span.start - span.start))
    stems = {word.stem for word in ranked[:_NEAR]}
    return stems | {group for key in stems for group in reading.meanings.get(key, ())}
