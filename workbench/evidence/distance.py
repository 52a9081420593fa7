"""Whether a passage keeps its distance from what it says."""

from __future__ import annotations

from workbench.evidence.checks import Checks
from workbench.wording import lines


def keeps_distance(checks: Checks) -> bool:
    """Whether the passage only passes the claim's matter on, or is not sure of it, though the claim is."""
    return not checks.claim_hedges and (checks.only_said or bool(_doubts(checks)))


def _doubts(checks: Checks) -> list[str]:
    """The words of doubt. "According to" names a source, and "May" is the month more often than not."""
    known = {word for line in lines("distance.txt") for word in line.split(":", 1)[1].split()} - {"according"}
    return [word for word in checks.hedges if word.casefold() in known and word != "May"]
