"""Web pages: the article out of the page, with its links, headings and captions."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

from workbench.model import ZoneRole
from workbench.reading.blocks import Block, Piece, compose
from workbench.reading.captions import with_captions
from workbench.reading.charset import decoded_markup
from workbench.reading.lines import letters, squeezed
from workbench.reading.markup import paragraphs
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import About, Parsed
from workbench.reading.saved import archived, saved_from

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_EMBEDDED = re.compile(rb"data:[\w/+.-]+;base64,[A-Za-z0-9+/=%]+")
_MOST_MARKUP = 10_000_000
_OPENS = re.compile(r"<(?:html|body)\b", re.I)
_CLOSES = re.compile(r"</(?:html|body)\b", re.I)
_FEWEST_WORDS = 12
"""Below this an extracted text is a remnant of the page's frame, not an article."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?")
_CANONICAL = "//link[@rel='canonical']/@href"
_NEW_YEAR = re.compile(r"\b0?1[-./]0?1\b|\b0?1(?:st)?\.? jan|\bjan\w*\.? 0?1\b|[-/]01[-/]01\b", re.IGNORECASE)
"""The first of January, as pages print it."""
_PUBLISHED = (
    "//meta[@property='article:published_time' or @name='article:published_time' "
    "or @itemprop='datePublished']/@content"
)


def parse(data: bytes) -> Parsed:
    """Read a web page; what trafilatura takes for the page's frame is left out.

    Raises:
        Refused: no article, or no known encoding.
    """
    import trafilatura

    source, charset = _source(data)
    page = _tree(source)
    found: Any = trafilatura.bare_extraction(
        _tree(source), favor_precision=True, include_links=True, include_comments=False, with_metadata=True
    )
    if found is None or found.body is None:
        raise Refused(Refusal.NO_ARTICLE)
    about = replace(_about(found, page, source), charset=charset)
    body = paragraphs(found.body, about.url)
    if sum(len(block.words.split()) for block in body) < _FEWEST_WORDS:
        raise Refused(Refusal.NO_ARTICLE)
    made = compose(with_captions(_titled(body, about.title), page, about.url))
    return Parsed(about, made.text, made.zones, made.links)


def _source(data: bytes) -> tuple[str, str | None]:
    """The page's characters, without the pictures it may hold in itself, and their encoding."""
    lean = _EMBEDDED.sub(b"", data)
    if len(lean) > _MOST_MARKUP:
        raise Refused(Refusal.TOO_LONG)
    found = decoded_markup(lean)
    if found is None:
        raise Refused(Refusal.BINARY)
    if _is_cut_short(found.text):
        raise Refused(Refusal.TRUNCATED)
    return found.text, found.charset


def _is_cut_short(source: str) -> bool:
    """Whether the page's end is missing: it never closes, and stops within a tag or an open part."""
    if not _OPENS.search(source) or _CLOSES.search(source):
        return False
    lower = source.lower()
    unclosed = any(
        lower.count(f"<{tag}") > lower.count(f"</{tag}") for tag in ("div", "article", "main", "script")
    )
    return unclosed or source.rfind("<") > source.rfind(">")


def _tree(source: str) -> Any:
    from lxml import etree, html

    try:
        return html.document_fromstring(_DECLARATION.sub("", source, count=1).replace("\0", ""))
    except etree.ParserError as error:
        raise Refused(Refusal.NO_ARTICLE) from error


def _about(found: Any, page: Any, source: str) -> About:
    saved, at = saved_from(source)
    stated = [str(value) for value in page.xpath(_CANONICAL) if str(value).startswith("http")]
    url, copy, made = archived(saved or next(iter(stated), None) or found.url or None)
    return About(
        title=squeezed(found.title),
        byline=squeezed(found.author).replace("; ", ", "),
        outlet=squeezed(found.sitename),
        published=_moment(found.date, page, source),
        url=url,
        language=_language(page),
        accessed=made or at,
        archived_url=copy,
    )


def _moment(day: str | None, page: Any, source: str) -> str | None:
    """The day trafilatura found, with the time of day when the page's own metadata give one for it."""
    stated = [*page.xpath(_PUBLISHED), *_dates_in_json(page)]
    for value in stated:
        if day and str(value).startswith(day) and _MOMENT.fullmatch(value):
            return str(value)
    if not stated and day and day.endswith("-01-01") and not _NEW_YEAR.search(source):
        return None  # Made of a year that is somewhere in the text; when the page came out it does not tell.
    return day and _as_exact(day, stated)


def _as_exact(day: str, stated: list[str]) -> str:
    """The day; the month or year alone where the page states no more, or a day that there never was.

    Trafilatura makes a day up then.
    """
    known = [str(value) for value in stated]
    if any(value.startswith(day) for value in known):
        return day
    vague = [value[:7] for value in known if value == value[:7] or not _is_day(value[:10])]
    return next((told for told in (day[:7], day[:4]) if told in vague), day)


def _is_day(printed: str) -> bool:
    try:
        date.fromisoformat(printed)
    except ValueError:
        return False
    return True


def _dates_in_json(page: Any) -> list[str]:
    found = []
    for script in page.xpath("//script[@type='application/ld+json']/text()"):
        found += re.findall(r'"datePublished"\s*:\s*("[^"\\]{4,40}")', script)
    return [json.loads(value) for value in found]


def _language(page: Any) -> str | None:
    """The language the page itself declares."""
    stated = page.xpath("/html/@lang | /html/@*[name()='xml:lang']")
    code = str(stated[0]).strip().lower()[:2] if stated else ""
    return code if len(code) == 2 and code.isalpha() else None


def _titled(body: list[Block], title: str) -> list[Block]:
    """The headline first: trafilatura takes it out of the text when the page keeps it in its header."""
    wanted = letters(title)
    if not wanted:
        return body
    for index, block in enumerate(body[:3]):
        if letters(block.words) == wanted:
            return [*body[:index], Block(block.pieces, ZoneRole.HEADING, block.tight), *body[index + 1 :]]
    return [Block((Piece(title),), ZoneRole.HEADING), *body]
