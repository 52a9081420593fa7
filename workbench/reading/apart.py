"""Start the jailed process on one file and check what it answers."""

from __future__ import annotations

import json
from base64 import b64decode
from typing import Any

from workbench.jail.process import Stopped, ask
from workbench.model import RemarkKind, SourceKind, Zone, ZoneRole
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import About, Enclosed, FoundLink, FoundPlace, FoundRemark, Parsed
from workbench.text import Span

_PATIENCE_S = 30
"""Wall clock; the child's own limit on computing time is shorter."""


def parse_apart(data: bytes, name: str, *, patience_s: float = _PATIENCE_S) -> Parsed:
    """Parse `data` in a process of its own.

    Raises:
        Refused: the parser refused, was stopped by its limits, or answered nonsense.
    """
    try:
        answer = ask("workbench.reading.jail", name, data, patience_s=patience_s)
    except Stopped as error:
        raise Refused(Refusal.TANGLED) from error
    return checked(answer)


def checked(answer: bytes) -> Parsed:
    """The answer as values; zones and links that do not lie in the text are taken for a broken parser.

    Raises:
        Refused: the parser refused, or its answer makes no sense.
    """
    try:
        found = json.loads(answer)
        if "refused" in found:
            raise Refused(Refusal[found["refused"]])
        return _parsed(found)
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(Refusal.DAMAGED) from error


def _parsed(found: dict[str, Any]) -> Parsed:
    text, about = found["text"], found["about"]
    if not isinstance(text, str) or not all(value is None or isinstance(value, str) for value in about):
        raise TypeError("not words")
    return Parsed(
        About(*about),
        text,
        tuple(Zone(_within(text, start, end), ZoneRole(role)) for start, end, role in found["zones"]),
        tuple(FoundLink(_within(text, start, end), str(url)) for start, end, url in found["links"]),
        tuple(_remark(text, *item) for item in found.get("remarks", ())),
        tuple(
            FoundPlace(_within(text, start, end), str(label)) for start, end, label in found.get("places", ())
        ),
        tuple(_enclosed(*item) for item in found.get("enclosed", ())),
        SourceKind(found["kind"]) if found.get("kind") else None,
    )


def _remark(
    text: str, start: int, end: int, kind: str, words: str, author: str, at: str | None, done: bool
) -> FoundRemark:
    span = _within(text, start, end)
    return FoundRemark(span, RemarkKind(kind), str(words), str(author), _words(at), bool(done))


def _enclosed(name: str, data: str, url: str | None, at: str | None) -> Enclosed:
    return Enclosed(str(name), b64decode(data, validate=True), _words(url), _words(at))


def _words(value: object) -> str | None:
    return None if value is None else str(value)


def _within(text: str, start: int, end: int) -> Span:
    if not start < end <= len(text):
        raise ValueError("a span outside the text")
    return Span(start, end)
