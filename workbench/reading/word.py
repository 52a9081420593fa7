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
from workbench.reading.packages import package_of, part_of, root_of
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import About, Parsed
from workbench.reading.word_remarks import WordRemark, placed, put_marks, remarks_in

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
    prepared, known = _with_marks(data)
    made = compose(paragraphs(_page(prepared)))
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
        placed(known, made.marks),
    )


def _inspected(data: bytes) -> dict[str, str]:
    """The document's core properties, once the archive is known to be harmless."""
    with package_of(data) as package:
        names = package.namelist()
        if "word/document.xml" not in names:
            raise Refused(Refusal.OTHER_FORMAT)
        return _properties(package.read("docProps/core.xml")) if "docProps/core.xml" in names else {}


def _properties(xml: bytes) -> dict[str, str]:
    """Dublin Core values by name; none when the part is damaged, which the text need not be."""
    root = root_of(xml)
    found = root.iter(f"{_DUBLIN_CORE}*") if root is not None else ()
    return {element.tag.removeprefix(_DUBLIN_CORE): element.text or "" for element in found}


def _with_marks(data: bytes) -> tuple[bytes, dict[str, WordRemark]]:
    """The package with marks in its text where comments and notes stand, and what these say."""
    with package_of(data) as package:
        known = remarks_in(lambda name: part_of(package, f"word/{name}.xml"))
        if not known:
            return data, known
        document = part_of(package, "word/document.xml")
        if document is None:
            raise Refused(Refusal.DAMAGED)
        put_marks(document, known)
        return _repacked(package, document), known


def _repacked(package: zipfile.ZipFile, document: Any) -> bytes:
    from lxml import etree

    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as copy:
        for entry in package.infolist():
            changed = entry.filename == "word/document.xml"
            if changed or entry.filename.endswith((".xml", ".rels")):
                copy.writestr(entry.filename, etree.tostring(document) if changed else package.read(entry))
    return made.getvalue()


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
