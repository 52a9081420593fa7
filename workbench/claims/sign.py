"""One reason to check a stretch of text."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model import ClaimKind, Risk


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that makes words worth checking. `weight` is how much it adds, in log odds."""

    kind: ClaimKind | None
    risk: Risk | None
    reason: str
    weight: float
