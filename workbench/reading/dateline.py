"""The line an agency opens its reports with: "HALDEN, 5 March 2026 (Northern Wire) –"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.reading.dates import date_in

_TOP = 1500
_KNOWN = r"Reuters|AFP|AP|dpa|UPI|TASS|Xinhua|ANSA|EFE|PA"
_DATELINE = re.compile(
    rf"^(?P<place>.{{0,80}})\((?P<outlet>{_KNOWN})\)\s*[-–—]"
    # Any other name counts only after a place in capitals, as agencies print it.
    r"|^(?P<where>[A-Z][A-Z .'’/-]{2,40}(?:, [^()\n]{0,40})?) \((?P<other>[A-Z][\w .&'’-]{1,40})\)\s*[-–—]",
    re.M,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Which agency reports, and when, as far as the line says: ISO date or None."""

    outlet: str
    published: str | None


def dateline(text: str) -> Dateline | None:
    """The dateline near the top of a text, or None."""
    found = _DATELINE.search(text[:_TOP])
    if found is None:
        return None
    return Dateline(found["outlet"] or found["other"], date_in(found.group()))
