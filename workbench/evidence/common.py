"""What a claim and a passage have in common, in words."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.evidence.checks import Checks
from workbench.evidence.names import shared_names
from workbench.evidence.printed import counted, listed, named, quantity
from workbench.figures import Kind
from workbench.text import Span
from workbench.wording import words

_MOST_NAMES = 3
_MOST_WORDS = 3


def agreeing_quantities(checks: Checks) -> Iterator[str]:
    """Figures and dates that agree: printed alike in one clause, the others one by one."""
    alike: list[str] = []
    ranks = {item.span for item in checks.claim.figures if item.kind is Kind.ORDINAL}
    for pair in (*checks.figures.agreeing, *checks.dates.agreeing):
        if pair[0] in ranks:
            continue
        ours, theirs = _sides(checks, pair)
        if ours.casefold() == theirs.casefold():
            whole = counted(checks.claim, pair[0]), counted(checks.passage, pair[1])
            alike.append(whole[1] if whole[0].casefold() == whole[1].casefold() else theirs)
        else:
            theirs, ours = quantity(checks.passage, pair[1]), quantity(checks.claim, pair[0])
            yield f"the passage’s “{theirs}” fits the claim’s “{ours}”"
    if alike:
        yield f"both give {listed(alike)}"


def in_common(checks: Checks) -> Iterator[str]:
    """Names and words that both have."""
    names = list(shared_names(checks))[:_MOST_NAMES]
    shared = _words(checks)
    if names and shared:
        yield f"both name {named(names)} and say {listed(shared)}"
    elif names:
        yield f"both name {named(names)}"
    elif shared:
        yield f"both say {listed(shared)}"


def in_other_words(checks: Checks) -> Iterator[str]:
    """The nearest pair of near synonyms, none that is in both texts anyway."""
    seen = {other.stem for _, other in checks.matching.same}
    for one, other in checks.matching.alike:
        if other.stem not in seen and not _is_bound(checks.passage.wording.text, other.span):
            ours = checks.claim.phrased.get(one.stem, one.text)
            theirs = checks.passage.phrased.get(other.stem, other.text)
            yield f"the passage’s “{theirs}” is close to the claim’s “{ours}”"
            return


def _is_bound(text: str, span: Span) -> bool:
    """Whether a hyphen makes a word part of another: "sixth-place"."""
    return "-" in (text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1])


def _words(checks: Checks) -> tuple[str, ...]:
    """The shared words that tell most, acts before things, as the passage prints them."""
    roles = words("roles.txt")
    found = {
        one.stem: other
        for one, other in checks.matching.same
        if not (one.is_name or other.is_name or one.bare in roles) and other.text.isalpha()
    }
    ranked = sorted(found.values(), key=lambda word: not word.is_verb)[:_MOST_WORDS]
    return tuple(word.text.casefold() for word in sorted(ranked, key=lambda word: word.span.start))


def _sides(checks: Checks, pair: tuple[Span, Span]) -> tuple[str, str]:
    return pair[0].of(checks.claim.wording.text), pair[1].of(checks.passage.wording.text)
