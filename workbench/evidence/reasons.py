"""The findings in words for the editor, what matters most first."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.evidence.checks import Checks
from workbench.model import Relation
from workbench.text import Span

_MOST_SHARED = 5
_MOST = 5


def reasons(checks: Checks, relation: Relation) -> tuple[str, ...]:
    """Plain phrases, each a finding that holds whatever the relation; the telling ones first."""
    against = list(_against(checks))
    agreeing = list(_agreeing(checks))
    first = against + agreeing if relation is Relation.CONTRADICTS else agreeing + against
    return tuple([*first, *_tone(checks)][:_MOST]) or ("little in common",)


def _against(checks: Checks) -> Iterator[str]:
    found = checks.opposition
    for kind, pairs in (("figures", checks.figures.conflicting), ("dates", checks.dates.conflicting)):
        for pair in pairs:
            yield f"{kind} differ: {_printed(checks, pair, ' / ')}"
    for one, other in (*found.acts, *found.opposites):
        yield f"opposites: “{one}” / “{other}”"
    if found.negated:
        yield f"only one says “not”: {_listed(found.negated)}"
    if found.denials:
        yield f"the passage denies: {_listed(found.denials)}"
    if found.denied:
        yield f"the claim denies: {_listed(found.denied)}"
    if found.swapped:
        yield f"roles may be swapped: {found.swapped[0]} and {found.swapped[1]}"


def _agreeing(checks: Checks) -> Iterator[str]:
    found = checks.matching
    names = [other.text for one, other in found.same if one.is_name]
    others = [other.text for one, other in found.same if not one.is_name]
    exact = [_printed(checks, pair, "") for pair in _quantities(checks) if _is_exact(checks, pair)]
    shared = list(dict.fromkeys([*map(_bare, names), *exact, *others]))
    if shared:
        yield f"both: {', '.join(shared[:_MOST_SHARED])}"
    for pair in _quantities(checks):
        if not _is_exact(checks, pair):
            yield _printed(checks, pair, " ~ ")
    alike = {f"“{one.text}” ~ “{other.text}”" for one, other in found.alike}
    yield from sorted(alike)[:2]


def _tone(checks: Checks) -> Iterator[str]:
    if checks.hedges and not checks.claim_hedges:
        yield f"the passage keeps its distance: {_listed(checks.hedges)}"


def _quantities(checks: Checks) -> tuple[tuple[Span, Span], ...]:
    return (*checks.figures.agreeing, *checks.dates.agreeing)


def _is_exact(checks: Checks, pair: tuple[Span, Span]) -> bool:
    ours, theirs = _sides(checks, pair)
    return ours.casefold() == theirs.casefold()


def _printed(checks: Checks, pair: tuple[Span, Span], joint: str) -> str:
    ours, theirs = _sides(checks, pair)
    return f"“{ours}”{joint}“{theirs}”" if joint == " ~ " else (f"{ours}{joint}{theirs}" if joint else theirs)


def _sides(checks: Checks, pair: tuple[Span, Span]) -> tuple[str, str]:
    return pair[0].of(checks.claim.wording.text), pair[1].of(checks.passage.wording.text)


def _bare(name: str) -> str:
    return name.removesuffix("’s").removesuffix("'s")


def _listed(found: tuple[str, ...]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(found[:3]))
