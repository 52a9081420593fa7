"""What one side removed while the other changed it, or hung something on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass

from workbench.change import Key, key_of
from workbench.dependants import refers_to
from workbench.merging.proposed import follows_from_text, is_bare
from workbench.merging.values import State
from workbench.model import Entity


@dataclass(frozen=True, slots=True)
class Removal:
    """The topmost value that one side removed, and because of what the other still needs it.

    `state` is the side that has it, `gone` what the other has removed. `because` are the values that the one
    changed or added since.
    """

    root: Key
    by_ours: bool
    state: State
    gone: Set[Key]
    because: tuple[Entity, ...]
    is_silent: bool
    """Only a proposal was removed, by Twosource and not by an editor: it comes back unasked."""

    @property
    def needs(self) -> tuple[Key, ...]:
        """The keys of `because`."""
        return tuple(key_of(value) for value in self.because)


def removals(base: State, ours: State, theirs: State) -> Iterator[Removal]:
    """Everything removed by one side that the other still needs."""
    for by_ours, remover, keeper in ((True, ours, theirs), (False, theirs, ours)):
        gone = {key for key in base if key not in remover and key in keeper}
        for root, because in _needed(base, keeper, gone).items():
            silent = is_bare(base[root])
            yield Removal(root, by_ours, keeper, gone, tuple(because), silent)


def kept_alive(removal: Removal) -> frozenset[Key]:
    """What comes back with the root: all that was removed with it."""
    found = {removal.root}
    fresh = {removal.root}
    while fresh:
        fresh = {
            key
            for key in removal.gone - found
            if not fresh.isdisjoint(refers_to(removal.state[key])) and not is_bare(removal.state[key])
        }
        found |= fresh
    return frozenset(found)


def _needed(base: State, keeper: State, gone: Set[Key]) -> dict[Key, list[Entity]]:
    """The topmost removed values by what still needs them."""
    found: dict[Key, list[Entity]] = defaultdict(list)
    for key, value in keeper.items():
        if value == base.get(key) or is_bare(value) or follows_from_text(value):
            continue
        wanted = {key} & gone or {ref for ref in refers_to(value) if ref in gone}
        for root in dict.fromkeys(
            root for one in sorted(wanted, key=str) for root in _roots(one, keeper, gone)
        ):
            found[root].append(value)
    return found


def _roots(key: Key, state: State, gone: Set[Key]) -> Iterator[Key]:
    above = [ref for ref in refers_to(state[key]) if ref in gone]
    if not above:
        yield key
    for ref in above:
        yield from _roots(ref, state, gone)
