"""What Twosource proposes in either copy: it never clashes, and ours stays where both have something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set

from workbench.change import Key
from workbench.dependants import refers_to
from workbench.merging.values import State
from workbench.model import Attribution, Claim, Entity, Evidence, Layout, Link, Remark, RevisionId, Status
from workbench.text import Span


def is_bare(value: Entity | None) -> bool:
    """Whether it is a proposal that no editor has decided on or written about."""
    match value:
        case Claim(status=Status.PROPOSED):
            return not (value.note or value.answer)
        case Evidence(status=Status.PROPOSED):
            return not value.note
    return False


def follows_from_text(value: Entity) -> bool:
    """Whether it is told from a text alone and comes again with it."""
    return isinstance(value, Attribution | Layout | Link) or (isinstance(value, Remark) and not value.done)


def without_rivals(base: State, ours: State, theirs: State) -> State:
    """Theirs without the proposals that ours has others in place of."""
    dropped = {
        *_rival_credits(base, ours, theirs),
        *_rival_evidence(base, ours, theirs),
        *_rival_claims(base, ours, theirs),
    }
    kept = {key: value for key, value in theirs.items() if key not in dropped}
    # Credits of a text go together: where ours are others, none of theirs were removed either.
    back = {key: value for key, value in base.items() if isinstance(value, Attribution) and key in ours}
    rivals = _own_credits(base, ours)
    return {**kept, **{key: value for key, value in back.items() if value.revision in rivals}}


def _own_credits(base: State, ours: State) -> Set[RevisionId]:
    """The texts of which ours has other credits than before."""
    return _credited(base.keys() ^ ours.keys(), {**base, **ours})


def _credited(keys: Set[Key], values: State) -> Set[RevisionId]:
    found = (values[key] for key in keys if key.kind is Attribution)
    return {value.revision for value in found if isinstance(value, Attribution)}


def _rival_credits(base: State, ours: State, theirs: State) -> set[Key]:
    own = _own_credits(base, ours)
    return {
        key
        for key, value in theirs.items()
        if isinstance(value, Attribution) and value.revision in own and key not in base and key not in ours
    }


def _rival_evidence(base: State, ours: State, theirs: State) -> set[Key]:
    """Suggestions for claims that ours has been given other suggestions for."""
    fresh = {
        value.claim
        for key, value in ours.items()
        if isinstance(value, Evidence) and is_bare(value) and key not in base
    }
    return {
        key
        for key, value in theirs.items()
        if isinstance(value, Evidence)
        and is_bare(value)
        and key not in base
        and key not in ours
        and value.claim in fresh
    }


def _rival_claims(base: State, ours: State, theirs: State) -> set[Key]:
    """Proposed claims on words that a claim of ours has, unless somebody has worked on them."""
    taken = defaultdict[RevisionId, list[Span]](list)
    for value in ours.values():
        if isinstance(value, Claim):
            for place in value.places:
                taken[place.revision].append(place.span)
    needed = {ref for value in theirs.values() if not is_bare(value) for ref in refers_to(value)}
    return {
        key
        for key, value in theirs.items()
        if isinstance(value, Claim)
        and is_bare(value)
        and not (key in base or key in ours or key in needed)
        and value.overlaps(taken[value.passage.revision])
    }
