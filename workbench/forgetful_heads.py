"""The ends of histories kept as long as the program runs, where there is no folder to keep them in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.backups import Mark
    from workbench.model import CaseId
    from workbench.record import Seen


class ForgetfulHeads:
    """Implements `workbench.ports.Heads` in memory."""

    def __init__(self) -> None:
        self._seen: defaultdict[CaseId, tuple[Seen, ...]] = defaultdict(tuple)

    def of(self, case: CaseId) -> tuple[Seen, ...]:
        """What was seen of a case, at whatever place, oldest first."""
        return self._seen[case]

    def keep(self, case: CaseId, seen: Seen, overtaken: Iterable[Mark] = ()) -> None:
        """Add what was seen, in place of marks of the same place that it leads through."""
        gone = {*overtaken, seen.mark}
        left = (item for item in self._seen[case] if item.place != seen.place or item.mark not in gone)
        self._seen[case] = (*left, seen)

    def settle(self, case: CaseId, place: str) -> None:
        """Forget what was seen at a place."""
        self._seen[case] = tuple(item for item in self._seen[case] if item.place != place)
