"""What is merged, and what comes of it: two branches of one case, what comes together, what clashes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.change import Edit, Key, Stamp
from workbench.errors import WorkbenchError
from workbench.model import Entity, Revision, Sha256
from workbench.ports import Line

State = Mapping[Key, Entity]
"""The values of a case by their keys, in the order they were added. Revisions may come without their text."""


class MergeRefused(WorkbenchError):
    """The other file is no copy that could be merged; nothing was changed."""


class Choice(StrEnum):
    """What becomes of a clash."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Branch:
    """One copy of a case: its values, its own history, and what earlier merges brought in beside it."""

    values: State
    own: tuple[Line, ...]
    lines: tuple[Line, ...] = ()

    @property
    def head(self) -> Sha256:
        """The hash of its last event."""
        return self.own[-1].hash


@dataclass(frozen=True, slots=True)
class Clash:
    """What both changed, each differently. None stands for a value that is not there, or was removed.

    `ours` and `theirs` are the value as it will be with either choice: what does not clash in it is merged in
    both. `both` is None where one has to give way. `fields` are those that differ; empty when one side
    removed what the other changed, or hung something on: then `hanging` is what keeps or leaves with it.
    """

    key: Key
    base: Entity | None
    ours: Entity | None
    theirs: Entity | None
    both: Entity | None = None
    fields: tuple[str, ...] = ()
    hanging: tuple[Entity, ...] = ()
    ours_by: Stamp | None = None
    theirs_by: Stamp | None = None
    choice: Choice | None = None

    @property
    def is_about_drafts(self) -> bool:
        """Whether both read in a draft of the same number: `both` is theirs, counted after ours."""
        return self.key.kind is Revision

    @property
    def is_about_removal(self) -> bool:
        """Whether one side removed what the other still needs."""
        return not self.fields

    @property
    def offers(self) -> tuple[Choice, ...]:
        """What it may be settled by."""
        if self.is_about_drafts and not self.is_about_removal:
            return Choice.OURS, Choice.BOTH
        both = (Choice.BOTH,) if self.both is not None else ()
        return Choice.OURS, Choice.THEIRS, *both


@dataclass(frozen=True, slots=True)
class Arrival:
    """What comes in by itself: an edit of our case, and who made it when in the other copy, if told."""

    edit: Edit
    by: Stamp | None


@dataclass(frozen=True, slots=True)
class Merge:
    """Two branches compared.

    `joined` counts what both added alike, and what gives way to proposals of ours. `edits` is all that
    changes in our case with the clashes settled as `choice` in each of them says, ours where it says nothing.
    `brings_merges`: theirs has merged somebody else's copy, and nobody need decide again what clashed in it.
    `lines` are the events that come in with it, `head` the last of them. `remarks` are sentences about what
    an editor should know.
    """

    head: Sha256
    people: tuple[str, ...]
    arrivals: tuple[Arrival, ...]
    clashes: tuple[Clash, ...]
    edits: tuple[Edit, ...]
    lines: tuple[Line, ...]
    joined: int = 0
    brings_merges: bool = False
    remarks: tuple[str, ...] = ()
    values: State = field(default_factory=dict)
    """The case as it will be."""

    @property
    def is_empty(self) -> bool:
        """Whether the other copy has nothing that ours lacks."""
        return not (self.edits or self.clashes or self.joined or self.brings_merges)

    @property
    def unsettled(self) -> tuple[Clash, ...]:
        """The clashes nobody has decided."""
        return tuple(clash for clash in self.clashes if clash.choice is None)
