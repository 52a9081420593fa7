"""The findings in words for the editor, what matters most first."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.evidence.checks import Checks
from workbench.evidence.names import shared_names
from workbench.evidence.sameness import has_run, is_word_for_word
from workbench.model import Relation
from workbench.text import Span
from workbench.wording import lines, words

_MOST_SHARED = 5
_MOST = 4


def reasons(checks: Checks, relation: Relation) -> tuple[str, ...]:
    """Plain phrases, each a finding that holds whatever the relation; the telling ones first."""
    if is_word_for_word(checks):
        found = [_same_words(checks), *_tone(checks)]
    elif relation is Relation.CONTRADICTS:
        found = [*(list(_against(checks)) or _apart(checks)), *_agreeing(checks), *_tone(checks)]
    else:
        found = [*_agreeing(checks), *_against(checks), *_tone(checks)]
    return tuple(dict.fromkeys(found))[:_MOST] or ("little in common",)


def _same_words(checks: Checks) -> str:
    if has_run(checks):
        return f"the same words: “{checks.run.passage.of(checks.passage.wording.text)}”"
    return "nearly the same words"


def _against(checks: Checks) -> Iterator[str]:
    found = checks.opposition
    for kind, pairs in (("figures", checks.figures.conflicting), ("dates", checks.dates.conflicting)):
        for pair in pairs:
            yield _difference(checks, kind, pair)
    earlier = (found.precedent,) if found.precedent else ()
    for one, other in (*earlier, *found.acts, *found.opposites):
        yield f"opposites: “{one}” / “{other}”"
    if found.negated:
        yield f"only one says “not”: “{found.negated[0]}”"
    if found.denials:
        yield f"the passage denies: {_listed(found.denials)}"
    if found.denied:
        yield f"the claim denies: {_listed(found.denied)}"
    if found.swapped:
        yield f"roles may be swapped: {found.swapped[0]} and {found.swapped[1]}"


def _difference(checks: Checks, kind: str, pair: tuple[Span, Span]) -> str:
    if _is_exact(checks, pair):
        return f"only one says “not”: “{_sides(checks, pair)[0]}”"
    return f"{kind} differ: {_printed(checks, pair, ' / ')}"


def _apart(checks: Checks) -> list[str]:
    """The words in which two otherwise like statements part, where no firmer finding speaks against."""
    found = checks.matching
    if found.replaced:
        one, other = found.replaced[0]
        return [f"other words there: “{one.text}” / “{other.text}”"]
    return [f"not there: {_listed(tuple(word.text for word in found.missing))}"] if found.missing else []


def _agreeing(checks: Checks) -> Iterator[str]:
    exact = [_printed(checks, pair, "") for pair in _quantities(checks) if _is_exact(checks, pair)]
    for pair in _quantities(checks):
        if not _is_exact(checks, pair):
            yield _printed(checks, pair, " ~ ")
    roles = words("roles.txt")
    plain = {
        one.stem: other.text
        for one, other in checks.matching.same
        if not (one.is_name or other.is_name or one.bare in roles)
    }
    shared = list(dict.fromkeys([*exact, *shared_names(checks), *plain.values()]))
    if shared:
        yield f"both: {', '.join(shared[:_MOST_SHARED])}"
    yield from _alike(checks)


def _alike(checks: Checks) -> Iterator[str]:
    """At most two pairs of near synonyms, each word once and none that is in both texts anyway."""
    seen = {other.stem for _, other in checks.matching.same}
    left = 2
    for one, other in checks.matching.alike:
        if left and other.stem not in seen:
            seen.add(other.stem)
            left -= 1
            ours = checks.claim.phrased.get(one.stem, one.text)
            yield f"“{ours}” ~ “{checks.passage.phrased.get(other.stem, other.text)}”"


def _tone(checks: Checks) -> Iterator[str]:
    if checks.claim_hedges:
        return
    text = checks.passage.wording.text.casefold()
    for line in lines("distance.txt"):
        kind, listed = line.split(":", 1)
        found = [word for word in checks.hedges if word.casefold() in listed.split()]
        if found:
            phrase = (
                "according to" if found[0].casefold() == "according" and "according to" in text else found[0]
            )
            yield (
                f"only reported there: “{phrase}”" if kind == "reported" else f"not certain there: “{phrase}”"
            )


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


def _listed(found: tuple[str, ...]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(found[:3]))
