"""Two branches compared: what comes in by itself, what clashes, and the edits that make them one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from workbench.change import Change, Edit, Key, Stamp, key_of
from workbench.merging.drafts import Choices, numbered_anew, settle_drafts
from workbench.merging.lineage import Lineage, without_text
from workbench.merging.proposed import without_rivals
from workbench.merging.remarks import remarks
from workbench.merging.rewriting import edits_between
from workbench.merging.settling import Doings, settle
from workbench.merging.twins import pair
from workbench.merging.values import Arrival, Branch, Clash, Merge, MergeRefused, State
from workbench.model import Case, Entity, Revision, Sha256

NOTHING: Choices = {}


def compare(ours: Branch, theirs: Branch, choices: Choices = NOTHING) -> Merge:
    """What of a colleague's copy is new to ours, and how both come together.

    Raises:
        MergeRefused: the other one is no copy of this case, or its history was rewritten.
    """
    lineage = Lineage(ours, theirs)
    _require_copy(lineage)
    told = _told(lineage)
    paired = pair(lineage.base(), *(_textless(branch.values) for branch in (ours, theirs)))
    drafts = settle_drafts(paired.base, paired.ours, paired.theirs, choices)
    doings = _doings(lineage, {**paired.given_way, **drafts.given_way})
    other = without_rivals(paired.base, paired.ours, drafts.theirs)
    settled = settle(paired.base, paired.ours, other, choices, doings, drafts.follows)
    values = numbered_anew(settled.values, paired.ours, other)
    clashes = (*(_signed(clash, doings) for clash in drafts.clashes), *settled.clashes)
    texts = _texts(theirs.values, ours.values)
    return Merge(
        head=theirs.head,
        people=told,
        arrivals=_arrivals(paired.ours, values, clashes, doings),
        clashes=clashes,
        edits=edits_between(_textless(ours.values), values, texts),
        lines=lineage.fresh,
        joined=0 if lineage.has_theirs else len(paired.given_way) + len(drafts.theirs.keys() - other.keys()),
        brings_merges=lineage.brings_merges,
        remarks=remarks(lineage, paired.ours, values),
        values=values,
    )


def merge(found: Merge, stamp: Stamp) -> Change | None:
    """The change that makes two copies one; None when theirs has nothing that ours lacks."""
    if found.is_empty:
        return None
    return Change(merge_label(found.people, stamp.by), stamp, found.edits, merged=found.head)


def merge_label(people: Iterable[str], but: str = "") -> str:
    """What a merge is called in the menu and in the history."""
    name = next((name for name in people if name and name != but), "")
    return f"Merge {name}’s copy" if name else "Merge a copy"


def _require_copy(lineage: Lineage) -> None:
    ours, theirs = (_case(branch.values) for branch in (lineage.ours, lineage.theirs))
    if ours is None or theirs is None or ours.id != theirs.id:
        raise MergeRefused(
            f"That file is another case, “{theirs.title if theirs else ''}”, and no copy of this one. "
            "Nothing was changed; choose a copy of this case."
        )
    if not lineage.common:
        raise _rewritten(1)
    known = {_mark(lineage.change(line)) for line in lineage.missing}
    alike = [line for line in lineage.fresh if _mark(lineage.change(line)) in known]
    if alike:
        # Two people never do something in the same microsecond under the same name.
        raise _rewritten(min(line.number for line in lineage.fresh))


def _rewritten(number: int) -> MergeRefused:
    return MergeRefused(
        f"The history of that copy was rewritten: from event {number} on it holds other entries than this "
        "case for the same work. Nothing was changed; ask for the copy as it was."
    )


def _mark(change: Change) -> tuple[str, str]:
    return change.stamp.by, change.stamp.at.isoformat()


def _case(values: State) -> Case | None:
    return next((value for value in values.values() if isinstance(value, Case)), None)


def _told(lineage: Lineage) -> tuple[str, ...]:
    """Who worked in the copy, who did most first."""
    counts = Counter(lineage.change(line).stamp.by for line in lineage.fresh)
    return tuple(name for name, _ in counts.most_common())


def _doings(lineage: Lineage, given_way: Mapping[Key, str]) -> Doings:
    theirs = lineage.doings(lineage.since(lineage.theirs.head))
    names = {key: Key(key.kind, new) for key, new in given_way.items()}
    return Doings(
        lineage.doings(lineage.since(lineage.ours.head)),
        {names.get(key, key): stamp for key, stamp in theirs.items()},
    )


def _signed(clash: Clash, doings: Doings) -> Clash:
    """Two drafts with the names of who read them in."""
    mine, other = clash.ours, clash.both
    return replace(
        clash,
        ours_by=doings.ours.get(key_of(mine)) if mine else None,
        theirs_by=doings.theirs.get(key_of(other)) if other else None,
    )


def _arrivals(ours: State, values: State, clashes: Iterable[Clash], doings: Doings) -> tuple[Arrival, ...]:
    told = (clash.both for clash in clashes if clash.is_about_drafts)
    asked = {clash.key for clash in clashes} | {key_of(value) for value in told if value is not None}
    edits = (edit for edit in edits_between(ours, values, {}) if edit.key not in asked)
    return tuple(Arrival(edit, doings.theirs.get(edit.key)) for edit in edits if not _is_same(edit))


def _is_same(edit: Edit) -> bool:
    return edit.before == edit.after


def _textless(values: State) -> dict[Key, Entity]:
    return {key: without_text(value) for key, value in values.items()}


def _texts(*states: State) -> dict[Sha256, str]:
    return {
        value.sha256: value.text
        for state in states
        for value in state.values()
        if isinstance(value, Revision) and value.text
    }
