"""Markdown: through HTML to paragraphs, links kept; a YAML head gives title, author, date and address."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.model import ZoneRole
from workbench.reading.blocks import compose
from workbench.reading.charset import decoded
from workbench.reading.dates import date_in
from workbench.reading.front import byline, headline, published
from workbench.reading.lines import lines, squeezed
from workbench.reading.markup import paragraphs
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import About, Parsed

_HEAD = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<fields>.{0,4000}?)\r?\n(?:---|\.\.\.)[ \t]*\r?\n", re.S)
_FIELD = re.compile(r"^(?P<name>\w+)\s*:\s*(?P<value>\S.*)$", re.M)
_NAMES = {
    "title": "title",
    "author": "byline",
    "byline": "byline",
    "by": "byline",
    "outlet": "outlet",
    "publisher": "outlet",
    "date": "published",
    "published": "published",
    "url": "url",
    "canonical_url": "url",
    "lang": "language",
    "language": "language",
}


def parse(data: bytes) -> Parsed:
    """Read a Markdown file.

    Raises:
        Refused: no text encoding fits, or nothing is left once the markup is gone.
    """
    found = decoded(data)
    if found is None:
        raise Refused(Refusal.BINARY)
    parsed = read_markdown(found.text)
    return replace(parsed, about=replace(parsed.about, charset=found.charset))


def read_markdown(source: str) -> Parsed:
    """The text of `source` without its markup."""
    from lxml import html
    from markdown_it import MarkdownIt

    stated, body = _head(source)
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(body)
    if not rendered.strip():
        raise Refused(Refusal.NO_TEXT)
    made = compose(paragraphs(html.document_fromstring(f"<body>{rendered}</body>")))
    text, zones, links = made.text, made.zones, made.links
    content = lines(text)
    first = next((zone.span.of(text) for zone in zones[:1] if zone.role is ZoneRole.HEADING), "")
    title = headline(content)
    return Parsed(
        replace(
            stated,
            title=stated.title or first or (title.words if title else ""),
            byline=stated.byline or byline(content),
            published=stated.published or published(content),
        ),
        text,
        zones,
        links,
    )


def _head(source: str) -> tuple[About, str]:
    """What the YAML head says (simple `name: value` lines), and the Markdown after it."""
    found = _HEAD.match(source)
    if found is None:
        return About(), source
    values = {
        _NAMES[match["name"].lower()]: squeezed(match["value"].strip("\"' "))
        for match in _FIELD.finditer(found["fields"])
        if match["name"].lower() in _NAMES
    }
    if "published" in values:
        values["published"] = date_in(values["published"]) or ""
    return About(**{name: value for name, value in values.items() if value}), source[found.end() :]
