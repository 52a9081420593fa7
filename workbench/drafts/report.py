"""What an editor is told about a new draft."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.drafts.values import LEAST_KEPT, Fate
from workbench.model import ClaimId, QueryId


@dataclass(frozen=True, slots=True)
class DraftReport:
    """What became of the work on a story in its new draft.

    `fates` tell of each passage that the editor has taken up. `reopened` attached or changed and have to be
    looked at again; `surrounded` attached in a sentence of which a figure has changed. `returned` were gone,
    and stand in this draft again. `applied` and `missing` are the accepted change requests that the draft has
    or lacks. `fresh` sentences were not there before. `same_as` is the number of an earlier draft that this
    one is word for word; `kept` how much of the shorter of the two drafts stands in the other (0..1).
    """

    number: int
    fates: tuple[tuple[ClaimId, Fate], ...]
    reopened: tuple[ClaimId, ...]
    surrounded: tuple[ClaimId, ...]
    returned: tuple[ClaimId, ...]
    applied: tuple[QueryId, ...]
    missing: tuple[QueryId, ...]
    fresh: int
    kept: float
    same_as: int | None = None

    def count(self, fate: Fate) -> int:
        """How many passages fared so."""
        return sum(each is fate for _, each in self.fates)

    @property
    def standing(self) -> int:
        """How many passages stand in the new draft, moved ones included."""
        return sum(fate.attaches for _, fate in self.fates)

    @property
    def waiting(self) -> int:
        """How many wait for the editor to say where they belong."""
        return len(self.fates) - self.standing

    @property
    def is_another_story(self) -> bool:
        """Whether the new text has so little of the story that it is hardly a draft of it."""
        return self.kept < LEAST_KEPT
