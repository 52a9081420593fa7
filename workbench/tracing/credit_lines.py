"""Lines in which a paper says where a report comes from: "(Reuters) –", "AFP contributed to this report"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from workbench.text import Span

_TOP, _TAIL = 1500, 1200
_CAPITAL = r"[A-ZÀ-ÞĀ-Ž]"
_FURTHER = rf"(?: (?:(?:of|the|and|de|du|for) )?(?:{_CAPITAL}|\d)[\w&.’'-]*)"
_NAME = rf"(?P<name>{_CAPITAL}[\w&.’'-]*{_FURTHER}{{0,5}}|dpa)"
_THE = r"(?:[Tt]he )?"
_STORY = r"(?:story|article|report|piece|text|post|interview)"
_DONE = "published|appeared|ran|posted|printed|produced|provided|supplied|written"
_FIRST = r"(?:(?:first|originally) )?"
_DATELINE = re.compile(rf"^(?:{_CAPITAL}[^()\n]{{0,79}})?\({_NAME}\)\s*[-–—]", re.MULTILINE)
_WHOLE = (
    rf"(?i:\b(?:this|the) {_STORY} (?:was |has been |has )?{_FIRST}(?:{_DONE}) {_FIRST}(?:by|in|on|at|for)) ",
    r"(?i:\b(?:re-?published|reprinted|reproduced|syndicated|adapted) (?:with permission )?(?:from|by)) ",
    rf"(?i:\bread the (?:original|full) {_STORY} (?:at|on|in)) ",
)
_PART = (
    r"(?i:\b(?:additional |with )reporting (?:by|from)) ",
    r"(?i:\bwith (?:files|material|information|reports|inputs?|contributions?) (?:from|by)) ",
    r"(?i:\bbased on (?:a report|reporting|reports) (?:by|from|in)) ",
)
_OWN_LINE = (
    rf"^\W*(?i:sources?|credit|via|h/t)\s*[:—–-]\s*{_THE}{_NAME}\W*$",
    rf"^\W*(?i:©|\(c\)|copyright)\s*(?:(?i:copyright) )?(?:\d{{4}} )?{_THE}{_NAME}\W*$",
    rf"^[ \t]*(?i:by) [^\n,|/]{{2,50}}[,|/]\s*{_NAME}[ \t]*$",
)
_CONTRIBUTED = (
    rf"{_NAME}(?:,? (?:also|and [^\n.]{{2,60}}))? contributed (?:to (?:this|the) {_STORY}|reporting)"
)
_CREDITS_WHOLE = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (*(f"{opening}{_THE}{_NAME}" for opening in _WHOLE), *_OWN_LINE)
)
_CREDITS_PART = tuple(
    re.compile(pattern) for pattern in (*(f"{opening}{_THE}{_NAME}" for opening in _PART), _CONTRIBUTED)
)
_LONGEST_NAME = 60
_UNNAMED = re.compile(
    r"\b(?:staff|correspondents?|reporters?|editors?) and (?:news )?(?:agencies|wires?)\b"
    r"|^\W*(?:with )?(?:news )?(?:agencies|wire services)\W*$|\bwith (?:news )?agencies\b",
    re.IGNORECASE | re.MULTILINE,
)
UNNAMED = "news agencies"
"""Who is credited where agencies are, but none by name."""


@dataclass(frozen=True, slots=True)
class CreditLine:
    """Whom a text credits as a whole, or, with `whole` False, for a part of its reporting.

    `name` is the usual name of an agency we know, else as printed; `span` is where the text says so.
    """

    name: str
    span: Span
    whole: bool = True


@lru_cache(maxsize=2000)
def credit_lines(text: str) -> tuple[CreditLine, ...]:
    """The credits at the top and the end of `text`, in order."""
    edges = (
        [Span(0, len(text))]
        if len(text) <= _TOP + _TAIL
        else [
            Span(0, _TOP),
            Span(len(text) - _TAIL, len(text)),
        ]
    )
    found = [line for edge in edges for line in _within(text, edge)]
    return tuple(sorted(set(found), key=lambda line: (line.span, line.name)))


def credited_in(byline: str) -> tuple[str, ...]:
    """The agencies a byline names: "Reuters", "Ida Holm and AFP", "Our staff and agencies"."""
    parts = re.split(r",|/|\||;|\band\b|\bwith\b|\bfor\b|[()]", re.sub(r"^\s*by\s+", "", byline, flags=re.I))
    known = [agency(part.strip()) for part in parts]
    names = tuple(dict.fromkeys(name for name in known if name))
    return names or ((UNNAMED,) if _UNNAMED.search(byline) else ())


def agency(name: str) -> str | None:
    """The usual name of the agency that goes by `name`; None where we know of none."""
    return _agencies().get(" ".join(name.split()).casefold().removeprefix("the "))


def _within(text: str, edge: Span) -> Iterator[CreditLine]:
    """The credits in one edge of the text."""
    if edge.start == 0:
        yield from (_line(match, whole=True) for match in _DATELINE.finditer(text, 0, edge.end))
    for patterns, whole in ((_CREDITS_WHOLE, True), (_CREDITS_PART, False)):
        for pattern in patterns:
            yield from (_line(match, whole=whole) for match in pattern.finditer(text, edge.start, edge.end))
    yield from _signed(text)


def _signed(text: str) -> Iterator[CreditLine]:
    """A last line that is the name of an agency and nothing else."""
    end = len(text.rstrip())
    start = text.rfind("\n", 0, end) + 1
    name = agency(text[start:end].strip(" ()[]—–-.*/\t")) if end - start < _LONGEST_NAME else None
    if name:
        yield CreditLine(name, Span(start, end))


def _line(match: re.Match[str], *, whole: bool) -> CreditLine:
    name = match["name"].rstrip(".,’'-& ")
    known = agency(name) or agency(name.partition(" and ")[0])
    return CreditLine(known or name, Span(*match.span()), whole)


@cache
def _agencies() -> dict[str, str]:
    """Every form of an agency's name, small, with its usual name."""
    lines = files("resources").joinpath("language/agencies.txt").read_text("utf-8").splitlines()
    table: dict[str, str] = {}
    for line in lines:
        if line and not line.startswith("#"):
            forms = [form.strip() for form in line.split("|")]
            table |= dict.fromkeys((form.casefold() for form in forms), forms[0])
    return table
