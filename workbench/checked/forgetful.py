"""A memory that lasts as long as the program, where there is no file to keep it in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.checked.values import Checked, Collection


class ForgetfulClaims:
    """Implements `workbench.ports.EarlierClaims` in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Collection, tuple[Checked, ...]]] = {}

    def claims(self) -> tuple[Checked, ...]:
        """All of them, in the order they came in."""
        return tuple(claim for _, claims in self._kept.values() for claim in claims)

    def collections(self) -> tuple[Collection, ...]:
        """The cases and files they came from."""
        return tuple(replace(told, claims=len(claims)) for told, claims in self._kept.values())

    def keep(self, collection: Collection, claims: Sequence[Checked]) -> bool:
        """Let these be all the claims of a case or a file. Whether that changed anything."""
        before = self._kept.pop(collection.case, (None, ()))[1]
        if claims:
            self._kept[collection.case] = (collection, tuple(claims))
        return before != tuple(claims)

    def forget(self, case: str | None = None) -> None:
        """Forget the claims of a case or file; None forgets all."""
        if case is None:
            self._kept.clear()
        else:
            self._kept.pop(case, None)

    def close(self) -> None:
        """Nothing is held."""
