"""Addresses that open an item of a case in Twosource: `twosource://CASE/claim/ID`, part of every export."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from workbench.model import CaseId

SCHEME = "twosource"
KINDS = ("claim", "evidence", "source", "query", "document")
"""What can be pointed at."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """An item of a case; `kind` is one of `KINDS`."""

    case: CaseId
    kind: str
    id: str


def pointer(case: CaseId, kind: str, id: str) -> str:
    """The address of an item."""
    return f"{SCHEME}://{quote(case, safe='')}/{kind}/{quote(id, safe='')}"


def pointed_at(address: str) -> Pointer | None:
    """What an address points at; None for one that is not ours."""
    try:
        found = urlsplit(address.strip())
    except ValueError:
        return None
    parts = found.path.strip("/").split("/")
    # The network part as it is written: `hostname` would be in small letters.
    case = unquote(found.netloc)
    if found.scheme != SCHEME or len(parts) != 2 or parts[0] not in KINDS or not case or not parts[1]:
        return None
    return Pointer(CaseId(case), parts[0], unquote(parts[1]))
