"""First times and earlier times: "the first time since" against "once before"."""

from __future__ import annotations

import re

_FIRST = re.compile(r"\b(?:first time|first(?:[- ]ever)?|never before|unprecedented|never been)\b", re.I)
_EARLIER = re.compile(
    r"\b(?:(?:once|twice|\w+ times) before|previously|in the past|not the first(?: time)?"
    r"|(?:second|third|fourth|fifth) time|yet again|once again)\b",
    re.I,
)
_ANOTHER_TIME = re.compile(r"\b(?:once|twice|times) before\b|\b(?:previously|formerly|in the past)\b", re.I)


def precedent(claim: str, passage: str) -> tuple[str, str] | None:
    """The words that call something the first, and those by which the passage knows of an earlier one."""
    first, earlier = _FIRST.search(claim), _EARLIER.search(passage)
    return (first.group(), earlier.group()) if first and earlier else None


def is_another_time(claim: str, passage: str) -> bool:
    """Whether one of the two speaks of an earlier occasion, so that its dates are those of another event."""
    return bool(_ANOTHER_TIME.search(claim)) != bool(_ANOTHER_TIME.search(passage))
