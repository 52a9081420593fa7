"""Plain text and pasted text: the words as they stand, with headline, subheadings and credits told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.model import Zone, ZoneRole
from workbench.reading.charset import decoded
from workbench.reading.front import byline, headline, published
from workbench.reading.furniture import furniture
from workbench.reading.lines import Line, lines
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import About, FoundLink, Parsed
from workbench.reading.wrapping import unwrapped
from workbench.text import Span, normalise

ADDRESS = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]’']")
_CREDIT = re.compile(
    r"(?:photo|photograph|photography|picture|image|illustration|graphic|file photo|foto|bild|credit)s?"
    r"(?: (?:by|credit|courtesy(?: of)?))?\s*(?::|/|©).{1,160}"
    r"|(?:photo|photograph|picture|image|illustration)s? (?:by|courtesy of) .{2,80}"
    r"|.{0,60}(?:/ ?(?:AFP|Reuters|AP|EPA|Getty(?: Images)?|dpa|ANSA|EFE)|Getty Images)(?: via .{2,40})?",
    re.I,
)
_LONGEST_CREDIT = 220
_LONGEST_SUBHEADING = 70
_SHORTEST_PARAGRAPH = 80


def parse(data: bytes) -> Parsed:
    """Read a file of plain text in any encoding.

    Raises:
        Refused: no text encoding fits.
    """
    found = decoded(data)
    if found is None:
        raise Refused(Refusal.BINARY)
    parsed = read_plain(found.text)
    return replace(parsed, about=replace(parsed.about, charset=found.charset))


def read_plain(raw: str) -> Parsed:
    """The text of `raw`, normalised; lines broken at a fixed width are joined again."""
    text = unwrapped(normalise(raw))
    hidden = frozenset(furniture(text))
    content = [line for line in lines(text) if line.span not in hidden]
    title = headline(content)
    about = About(title.words if title else "", byline(content), published=published(content))
    zones = tuple(_zones(text, content, title))
    links = tuple(FoundLink(Span(*match.span()), match.group()) for match in ADDRESS.finditer(text))
    return Parsed(about, text, zones, links)


def _zones(text: str, content: Sequence[Line], title: Line | None) -> Iterator[Zone]:
    for index, line in enumerate(content):
        if line is title or (title is not None and line.words == title.words and index < 3):
            yield Zone(line.span, ZoneRole.HEADING)
        elif len(line.words) <= _LONGEST_CREDIT and _CREDIT.fullmatch(line.words):
            yield Zone(line.span, ZoneRole.CAPTION)
        elif index + 1 < len(content) and _is_subheading(text, line, content[index + 1]):
            yield Zone(line.span, ZoneRole.HEADING)


def _is_subheading(text: str, line: Line, below: Line) -> bool:
    """A short line without a full stop, alone between blank lines, above a proper paragraph."""
    span = line.span
    alone = text.endswith("\n\n", 0, span.start) and text.startswith("\n\n", span.end)
    return (
        alone
        and len(line.words) <= _LONGEST_SUBHEADING
        and line.words[0].isupper()
        and line.words[-1].isalnum()
        and len(below.words) >= _SHORTEST_PARAGRAPH
    )
