"""OpenDocument texts (.odt; OASIS ODF 1.3 part 3): brought into the shape of a web page, then read as one."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.model import RemarkKind, ZoneRole
from workbench.reading.blocks import compose
from workbench.reading.front import byline, headline, published
from workbench.reading.lines import lines, squeezed
from workbench.reading.markers import Turn, marker, without_markers
from workbench.reading.markup import paragraphs
from workbench.reading.packages import package_of, part_of
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import About, FoundRemark, Parsed
from workbench.text import Span

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
}
_MOST_SPACES = 100


def _tag(name: str) -> str:
    space, local = name.split(":")
    return f"{{{_NAMES[space]}}}{local}"


_AS_HTML = {
    _tag("text:p"): "p",
    _tag("text:list"): "ul",
    _tag("text:list-item"): "li",
    _tag("text:a"): "a",
    _tag("text:line-break"): "br",
    _tag("table:table"): "table",
    _tag("table:table-row"): "tr",
    _tag("table:table-cell"): "td",
}
_LEFT_OUT = tuple(
    map(
        _tag,
        (
            *("text:tracked-changes", "text:table-of-content", "text:sequence-decls", "office:forms"),
            *("table:covered-table-cell", "text:ruby-text"),
        ),
    )
)
_TITLES = {"Title": "h1", "Subtitle": "h2", "Caption": "figcaption"}


def parse(data: bytes) -> Parsed:
    """Read an .odt file; text deleted under tracked changes is left out, comments and notes become remarks.

    Raises:
        Refused: locked, damaged, a bomb, not a text, or without words.
    """
    with package_of(data) as package:
        _refuse_locked(package)
        content = part_of(package, "content.xml")
        body = None if content is None else content.find(f".//{_tag('office:text')}")
        if body is None:
            raise Refused(Refusal.OTHER_FORMAT)
        styles = {**_styles(part_of(package, "styles.xml")), **_styles(content)}
        stated = _stated(part_of(package, "meta.xml"))
    known = _prepare(body, styles)
    made = compose(paragraphs(body))
    if not made.text.strip():
        raise Refused(Refusal.NO_TEXT)
    written = lines(made.text)
    title = headline(written)
    first = next((zone.span.of(made.text) for zone in made.zones[:1] if zone.role is ZoneRole.HEADING), "")
    about = About(
        title=first or (title.words if title else "") or stated.get("title", ""),
        byline=byline(written) or stated.get("creator", ""),
        published=published(written),
    )
    return Parsed(about, made.text, made.zones, made.links, _placed(known, made.marks))


def _refuse_locked(package: zipfile.ZipFile) -> None:
    manifest = part_of(package, "META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(_tag("manifest:encryption-data")), None) is not None:
        raise Refused(Refusal.ENCRYPTED)


def _styles(root: Any) -> dict[str, str]:
    """What each style is based on, by its name."""
    found = () if root is None else root.iter(_tag("style:style"))
    return {
        style.get(_tag("style:name"), ""): style.get(_tag("style:parent-style-name"), "") for style in found
    }


def _stated(root: Any) -> dict[str, str]:
    if root is None:
        return {}
    title, author = root.find(f".//{_tag('dc:title')}"), root.find(f".//{_tag('meta:initial-creator')}")
    found = {"title": title, "creator": author}
    return {name: squeezed(element.text) for name, element in found.items() if element is not None}


def _prepare(body: Any, styles: Mapping[str, str]) -> dict[str, FoundRemark]:
    """Rename what a web page has too, and put marks where remarks stand; what these say, by their marks."""
    from lxml import etree

    etree.strip_elements(body, *_LEFT_OUT, with_tail=False)
    for element in body.iter(etree.Element):
        element.text = element.text and without_markers(element.text)
        element.tail = element.tail and without_markers(element.tail)
    known = dict(_taken_out(body))
    for element in list(body.iter(etree.Element)):
        _rename(element, styles)
    return known


def _rename(element: Any, styles: Mapping[str, str]) -> None:
    tag = element.tag
    if tag == _tag("text:s"):
        count = element.get(_tag("text:c"), "1")
        element.text = " " * min(_MOST_SPACES, int(count) if count.isdecimal() else 1)
    elif tag == _tag("text:tab"):
        element.text = " "
    elif tag == _tag("text:h"):
        element.tag = "h2"
    elif tag in _AS_HTML:
        element.tag = _AS_HTML[tag]
        if tag == _tag("text:a"):
            element.set("href", element.get(_tag("xlink:href"), ""))
        if tag == _tag("text:p"):
            element.tag = _TITLES.get(_based_on(element.get(_tag("text:style-name"), ""), styles), "p")


def _based_on(style: str, styles: Mapping[str, str]) -> str:
    """The named style behind one that the program made up for a single paragraph ("P3")."""
    for _ in range(5):
        if style in _TITLES or style not in styles:
            break
        style = styles[style]
    return style


def _taken_out(body: Any) -> Iterator[tuple[str, FoundRemark]]:
    """Comments and notes, each replaced by a mark."""
    names: dict[str, str] = {}
    ended = {end.get(_tag("office:name")) for end in body.iter(_tag("office:annotation-end"))}
    kinds = ("office:annotation", "office:annotation-end", "text:note")
    for number, element in enumerate(list(body.iter(*map(_tag, kinds)))):
        given = element.get(_tag("office:name")) or ""
        if element.tag == _tag("office:annotation-end"):
            _replace(element, marker(Turn.CLOSE, names[given]) if given in names else "")
            continue
        note = element.tag == _tag("text:note")
        mark = f"{'footnote' if note else 'comment'}{number}"
        ranged = not note and given in ended
        names |= {given: mark} if ranged else {}
        words = _words(element)
        if words:
            yield mark, _remark(element, words, RemarkKind.FOOTNOTE if note else RemarkKind.COMMENT)
        _replace(element, marker(Turn.OPEN if ranged else Turn.POINT, mark))


def _remark(element: Any, words: str, kind: RemarkKind) -> FoundRemark:
    author, at = element.findtext(_tag("dc:creator")), element.findtext(_tag("dc:date"))
    return FoundRemark(Span(0, 0), kind, words, squeezed(author), at[:19] if at else None)


def _words(element: Any) -> str:
    every = (squeezed("".join(paragraph.itertext())) for paragraph in element.iter(_tag("text:p")))
    return "\n".join(words for words in every if words)


def _replace(element: Any, words: str) -> None:
    """Put words in the place of an element."""
    words += element.tail or ""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + words
    else:
        parent.text = (parent.text or "") + words
    parent.remove(element)


def _placed(
    known: Mapping[str, FoundRemark], marks: Mapping[str, tuple[Span, ...]]
) -> tuple[FoundRemark, ...]:
    from dataclasses import replace

    found = (
        replace(one, span=Span(marks[mark][0].start, marks[mark][-1].end))
        for mark, one in known.items()
        if marks.get(mark)
    )
    return tuple(sorted(found, key=lambda item: item.span))
