"""Annotations in the JSON of several programs: the W3C's model, and Hypothesis' own.

W3C Web Annotation Data Model (2017), sections 3.2 (bodies) and 4.2 (selectors), and as Hypothesis and
Recogito write it; Hypothesis' API as it is exported (`rows`, or `annotations` in an export file).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.annotations.values import Annotation
from workbench.reading.lines import squeezed
from workbench.text import Quote, normalise

_LISTS = ("items", "rows", "annotations", "@graph", "first", "resources")
_DEEPEST = 6
_LONGEST_QUOTE = 20_000
_ABOUT_STYLE = ("text/css",)
Json = Any


def entries(content: Json, depth: int = 0) -> Iterator[Mapping[str, Json]]:
    """Every annotation in a file's JSON: a single one, a list, a page, a collection, a search's answer."""
    if depth > _DEEPEST:
        return
    if isinstance(content, list):
        for item in content:
            yield from entries(item, depth + 1)
    elif isinstance(content, dict):
        if "target" in content:
            yield content
        else:
            for name in _LISTS:
                if isinstance(content.get(name), (list, dict)):
                    yield from entries(content[name], depth + 1)


def annotation(entry: Mapping[str, Json]) -> Annotation | None:
    """The entry as a value; None when it is about no words, a whole page say."""
    own = "uri" in entry or "user" in entry
    for target in _listed(entry.get("target")):
        selectors = list(_selectors(target))
        quoted = next((one for one in selectors if one.get("type") == "TextQuoteSelector"), None)
        if quoted is None or not _text(quoted.get("exact")):
            continue
        position = next((one for one in selectors if one.get("type") == "TextPositionSelector"), {})
        quote = Quote(*(_text(quoted.get(part))[:_LONGEST_QUOTE] for part in ("exact", "prefix", "suffix")))
        return Annotation(
            source=_source(target) or _text(entry.get("uri")),
            quote=quote,
            start=_number(position.get("start")),
            end=_number(position.get("end")),
            in_units=own or not _counts_code_points(entry),
            text=_said(entry),
            author=_author(entry),
            at=_text(entry.get("created")) or None,
            tags=tuple(_tags(entry)),
        )
    return None


def _counts_code_points(entry: Mapping[str, Json]) -> bool:
    """Whether the program that wrote it is known to count as the standard says. Ours does."""
    generator = entry.get("generator")
    name = generator.get("name") if isinstance(generator, dict) else generator
    return "twosource" in str(name or "").lower()


def _selectors(target: Json) -> Iterator[Mapping[str, Json]]:
    """All selectors of a target, refinements included."""
    waiting = _listed(target.get("selector")) if isinstance(target, dict) else []
    for _ in range(50):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, dict):
            yield one
            waiting += _listed(one.get("refinedBy")) + _listed(one.get("items"))


def _source(target: Json) -> str:
    if isinstance(target, str):
        return target
    source = target.get("source") if isinstance(target, dict) else None
    return _text(source.get("id") if isinstance(source, dict) else source)


def _said(entry: Mapping[str, Json]) -> str:
    """The words of the bodies that are no tags; of Hypothesis' own form, its text."""
    bodies = [
        body
        for body in _listed(entry.get("body"))
        if not (
            isinstance(body, dict)
            and (body.get("purpose") == "tagging" or body.get("format") in _ABOUT_STYLE)
        )
    ]
    told = [_text(body.get("value")) if isinstance(body, dict) else _text(body) for body in bodies]
    own = _text(entry.get("text")) or _text(entry.get("bodyValue"))
    return "\n".join(part for part in (*told, own) if part)


def _tags(entry: Mapping[str, Json]) -> Iterator[str]:
    for tag in _listed(entry.get("tags")):
        if squeezed(_text(tag)):
            yield squeezed(_text(tag))
    for body in _listed(entry.get("body")):
        if isinstance(body, dict) and body.get("purpose") == "tagging" and squeezed(_text(body.get("value"))):
            yield squeezed(_text(body.get("value")))


def _author(entry: Mapping[str, Json]) -> str:
    """The display name where there is one; of "acct:mara@hypothes.is", "mara"."""
    shown = entry.get("user_info")
    if isinstance(shown, dict) and _text(shown.get("display_name")):
        return squeezed(_text(shown["display_name"]))
    creator = next(iter(_listed(entry.get("creator"))), entry.get("user"))
    if isinstance(creator, dict):
        creator = creator.get("name") or creator.get("nickname") or creator.get("id")
    name = squeezed(_text(creator))
    return name.removeprefix("acct:").split("@")[0] if name.startswith("acct:") else name


def _listed(value: Json) -> list[Json]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(value: Json) -> str:
    return normalise(value) if isinstance(value, str) else ""


def _number(value: Json) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
