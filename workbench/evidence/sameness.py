"""Whether a passage has a claim's very words."""

from __future__ import annotations

from workbench.evidence.checks import Checks

LONG_RUN = 8
"""Meaningful words in a row that are no chance, however long the claim."""

RUN, SHARE = 5, 0.6
"""Fewer are enough where they are most of what the claim says."""

ORDERED = 0.9
"""The share of a claim's words that, in order though not side by side, amount to the same."""


def is_word_for_word(checks: Checks) -> bool:
    """Whether a long run of words, or nearly all in order, stand in both, and nothing speaks against."""
    return not _is_gainsaid(checks) and (has_run(checks) or _is_in_order(checks))


def has_run(checks: Checks) -> bool:
    """Whether the longest shared stretch is long enough to be shown."""
    run = checks.run
    return run.content >= LONG_RUN or (run.content >= RUN and run.share >= SHARE)


def _is_in_order(checks: Checks) -> bool:
    from rapidfuzz.distance import LCSseq

    ours, theirs = ([word.stem for word in side.wording.content] for side in (checks.claim, checks.passage))
    if len(ours) <= RUN or checks.matching.replaced or checks.cover < ORDERED:
        return False
    return LCSseq.similarity(ours, theirs) >= ORDERED * len(ours)


def _is_gainsaid(checks: Checks) -> bool:
    found = checks.opposition
    quantities = checks.figures.conflicting or checks.dates.conflicting
    words = (
        found.opposites
        or found.acts
        or found.negated
        or found.denials
        or found.denied
        or found.swapped
        or found.precedent
    )
    return bool(quantities or words)
