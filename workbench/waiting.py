"""What a new draft leaves for the editor: claims that wait for a place in it, verdicts given on other words.

Apart from `drafts`, so that a window can ask without all that comparing texts takes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.change import Change, Edit, Stamp
from workbench.model import Claim, RevisionId, Status, Verdict


def waits(claim: Claim, latest: RevisionId) -> bool:
    """Whether a claim waits for the editor to say where in the latest draft of its story it belongs."""
    return claim.status is Status.ACCEPTED and not claim.gone and claim.passage.revision != latest


def in_tray(claims: Iterable[Claim], latest: RevisionId) -> tuple[Claim, ...]:
    """The claims of a story that wait for a place in its latest draft, in the order of their own drafts."""
    waiting = (claim for claim in claims if waits(claim, latest))
    return tuple(sorted(waiting, key=lambda claim: claim.passage.span))


def set_gone(claim: Claim, stamp: Stamp) -> Change:
    """Say that the story no longer has a claim. It is kept for the record, with all that was found for it."""
    return Change("Set claim as gone", stamp, (Edit(claim, replace(claim, gone=True)),))


def reads_alike(one: str, other: str) -> bool:
    """Whether two wordings are the same up to typography."""
    if one == other:
        return True
    from workbench.drafts.words import words_of

    return words_of(one).keys == words_of(other).keys


def is_on_other_words(verdict: Verdict, claim: Claim) -> bool:
    """Whether a verdict was given on other words than the claim has now; not known of old cases."""
    return bool(verdict.wording) and not reads_alike(verdict.wording, claim.wording)
