"""A full date in a line, in the commonest European spellings."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio janeiro januari",
            "february feb februar février febrero febbraio fevereiro februari",
            "march mar märz mars marzo março maart",
            "april apr avril abril aprile",
            "may mai mayo maggio maio mei",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho",
            "august aug août agosto augustus",
            "september sep sept septembre septiembre settembre setembro",
            "october oct oktober octobre octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember décembre diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATES = (
    re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)\b"),
    re.compile(
        rf"\b(?P<d>[0-3]?\d)(?:st|nd|rd|th|\.|er)?(?: de| di)? (?P<n>{_MONTH})\.?,?(?: de)? "
        r"(?P<y>(?:19|20)\d\d)\b",
        re.I,
    ),
    re.compile(rf"\b(?P<n>{_MONTH})\.? (?P<d>[0-3]?\d)(?:st|nd|rd|th)?,? (?P<y>(?:19|20)\d\d)\b", re.I),
)


def date_in(words: str) -> str | None:
    """The first full date in `words`, as "2026-03-14", or None."""
    for pattern in _DATES:
        if found := pattern.search(words):
            parts = found.groupdict()
            month = int(parts["m"]) if "m" in parts else _MONTHS[parts["n"].lower()]
            with suppress(ValueError):
                return date(int(parts["y"]), month, int(parts["d"])).isoformat()
    return None
