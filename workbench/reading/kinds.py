"""What kind of source a text most likely is. A guess the editor can correct."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from workbench.model import SourceKind
from workbench.reading.dateline import dateline
from workbench.reading.patterns import rows

_HOSTS = {
    "reuters.com": SourceKind.AGENCY,
    "apnews.com": SourceKind.AGENCY,
    "afp.com": SourceKind.AGENCY,
    "bbc.co.uk": SourceKind.BROADCASTER,
    "bbc.com": SourceKind.BROADCASTER,
    "cnn.com": SourceKind.BROADCASTER,
    "aljazeera.com": SourceKind.BROADCASTER,
    "wikipedia.org": SourceKind.ENCYCLOPAEDIA,
    "twitter.com": SourceKind.SOCIAL_POST,
    "x.com": SourceKind.SOCIAL_POST,
    "facebook.com": SourceKind.SOCIAL_POST,
    "prnewswire.com": SourceKind.PRESS_RELEASE,
    "businesswire.com": SourceKind.PRESS_RELEASE,
}
_SALUTATION = re.compile(
    r"^(?:dear\b[^\n]{0,80}[,:]?$"
    r"|(?:to )?(?:your|his|her) (?:excellency|majesty|honour)\b[^\n]{0,60}[,:]?$"
    r"|to (?:the|his|her) (?:president|minister|secretary|editor|members|director|chair|ambassador)"
    r"[^\n.]{0,100}[,:]?$"
    r"|sehr geehrte[^\n]{0,80},?$|(?:madame|monsieur)[^\n.]{0,60},$)",
    re.I | re.M,
)
_LETTERHEAD = 400
"""Characters within which a letter comes to its salutation."""
_RELEASE = re.compile(r"^(?:press release|for immediate release|media release|news release)\b", re.I | re.M)
_TOP = 1500
_LONGEST_NAME = 40


def guess_kind(outlet: str, url: str | None, text: str) -> SourceKind:
    """Judge by the text's opening first, then by who publishes it; a website when nothing tells."""
    top = text[:_TOP]
    if _RELEASE.search(top[:300]):
        return SourceKind.PRESS_RELEASE
    if _SALUTATION.search(top[:_LETTERHEAD]):
        return SourceKind.LETTER
    if dateline(text):
        return SourceKind.AGENCY
    return _of_outlet(outlet) or kind_of_host(url) or SourceKind.WEBSITE


def outlet_in(lines: Iterable[str]) -> str:
    """The first line that is nothing but the name of an outlet ("The Estuary Post"), or ""."""
    return next((line for line in lines if len(line) <= _LONGEST_NAME and _of_outlet(line)), "")


def _of_outlet(outlet: str) -> SourceKind | None:
    for kind, name in rows("outlets"):
        if re.fullmatch(name, outlet.strip(), re.I):
            return SourceKind(kind)
    return None


def kind_of_host(url: str | None) -> SourceKind | None:
    """What kind of source publishes at an address; None where the host is none we know."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    return next((kind for name, kind in _HOSTS.items() if f".{host}".endswith(f".{name}")), None)
