"""Word documents: mammoth turns them into HTML, links, headings and captions kept."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

from workbench.model import ZoneRole
from workbench.reading.blocks import compose
from workbench.reading.front import byline, headline, published
from workbench.reading.lines import lines, squeezed
from workbench.reading.markup import paragraphs
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import About, Parsed

_MOST_UNPACKED = 200_000_000
"""Bytes; a bomb unpacks to more. Pictures are never unpacked, but count."""
_MOST_XML = 40_000_000
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='caption'] => figcaption:fresh
"""
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_PLACEHOLDERS = frozenset(("python-docx", "microsoft office user", "user", "admin", "author", "unknown"))


def parse(data: bytes) -> Parsed:
    """Read a .docx file.

    Raises:
        Refused: locked, damaged, a bomb, not a Word document, or without text.
    """
    properties = _inspected(data)
    body = paragraphs(_page(data))
    made = compose(body)
    text, zones, links = made.text, made.zones, made.links
    if not text.strip():
        raise Refused(Refusal.NO_TEXT)
    content = lines(text)
    first = next((zone.span.of(text) for zone in zones[:1] if zone.role is ZoneRole.HEADING), "")
    title = headline(content)
    author = squeezed(properties.get("creator"))
    return Parsed(
        About(
            title=first or (title.words if title else "") or squeezed(properties.get("title")),
            byline=byline(content) or ("" if author.lower() in _PLACEHOLDERS else author),
            outlet=squeezed(properties.get("publisher")),
            published=published(content),
        ),
        text,
        zones,
        links,
    )


def _inspected(data: bytes) -> dict[str, str]:
    """The document's core properties, once the archive is known to be harmless."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            _refuse_bombs(package.infolist())
            names = package.namelist()
            if "word/document.xml" not in names:
                raise Refused(Refusal.OTHER_FORMAT)
            if package.testzip() is not None:
                raise Refused(Refusal.DAMAGED)
            return _properties(package.read("docProps/core.xml")) if "docProps/core.xml" in names else {}
    except zipfile.BadZipFile as error:
        whole = b"PK\x05\x06" in data[-70_000:]
        raise Refused(Refusal.DAMAGED if whole else Refusal.TRUNCATED) from error


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(Refusal.ENCRYPTED)
    xml = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    if xml > _MOST_XML or sum(entry.file_size for entry in entries) > _MOST_UNPACKED or len(entries) > 5000:
        raise Refused(Refusal.TANGLED)


def _properties(xml: bytes) -> dict[str, str]:
    """Dublin Core values by name; none when the part is damaged, which the text need not be."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(xml, parser)
    found = root.iter(f"{_DUBLIN_CORE}*") if root is not None else ()
    return {element.tag.removeprefix(_DUBLIN_CORE): element.text or "" for element in found}


def _no_picture(_: Any) -> dict[str, str]:
    return {}


def _page(data: bytes) -> Any:
    import mammoth
    from lxml import html

    made = mammoth.convert_to_html(
        BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(_no_picture)
    )
    page = html.document_fromstring(f"<body>{made.value}</body>")
    for mark in page.xpath(
        "//sup[a[starts-with(@href, '#')]] | //a[starts-with(@href, '#') and . = '↑'] | //img"
    ):
        mark.drop_tree()
    return page
