"""Whether a passage keeps its distance: passes something on, doubts it, asks it, or tells it as planned."""

from __future__ import annotations

import re

from workbench.evidence.checks import Checks
from workbench.wording import lines

_REPORT = re.compile(
    r"(?i)(?:^|[:,;–—-]\s)(?:report|reports|source|sources|rumou?rs?|claim)\s*(?::|$)"
    r"|\b(?:reports?|sources?|rumou?rs?)\s+(?:say|says|said|suggests?|claims?|indicates?|circulat\w+)\b"
    r"|\b(?:said|tipped|set|poised|expected|rumou?red|reported|believed|thought|alleged)\s+to\b"
)
"""Forms by which a headline passes something on."""


def keeps_distance(checks: Checks) -> bool:
    """Whether the passage is not sure of the claim's matter, though the claim is."""
    if checks.claim_hedges:
        return False
    text = checks.passage.wording.text
    asks = "?" in text and "?" not in checks.claim.wording.text
    return asks or checks.only_said or bool(checks.unrealised or _doubts(checks) or _REPORT.search(text))


def _doubts(checks: Checks) -> list[str]:
    """The words of doubt. "According to" names a source, and "May" is the month more often than not."""
    known = {word for line in lines("distance.txt") for word in line.split(":", 1)[1].split()} - {"according"}
    return [word for word in checks.hedges if word.casefold() in known and word != "May"]
