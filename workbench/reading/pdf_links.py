"""Links of a PDF, by the words they lie on: annotations with an address, and addresses in the text."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.reading.result import FoundLink, FoundPlace
from workbench.text import Span, normalise

_KEPT = re.compile(r"(?:https?://|mailto:)\S{1,2000}", re.I)
_MOST = 5_000
_INSET = 0.5
"""Points by which an area is made smaller, so that it takes in nothing of the lines beside it."""
_BEFORE = 24
"""Characters in front of a link that tell it from the same words elsewhere on the page."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link as it lies on a page: its words, and what stands right before them on the line."""

    url: str
    words: str
    before: str


def anchors(document: Any, page: Any, textpage: Any) -> list[Anchor]:
    """The links of one page, as they are in the file; those of the text after those of the file."""
    found = []
    for url, areas in (*_annotated(document, page), *_printed(textpage)):
        words = " ".join(part for area in areas if (part := _words(textpage, area)))
        if _KEPT.fullmatch(url) and words:
            found.append(Anchor(url, words, _words_before(textpage, areas[0])))
        if len(found) >= _MOST:
            break
    return found


def placed(
    text: str, places: Sequence[FoundPlace], pages: Iterable[Sequence[Anchor]]
) -> tuple[FoundLink, ...]:
    """Where the anchors of each page stand in the text made of the pages."""
    found: list[FoundLink] = []
    for number, links in enumerate(pages, 1):
        here = [place.span for place in places if place.label == f"page {number}"]
        if here and links:
            page = Span(here[0].start, here[-1].end)
            for link in links:
                span = _place(text, page, link, found)
                if span is not None:
                    found.append(FoundLink(span, link.url))
    return tuple(sorted(found, key=lambda link: link.span))


def _place(text: str, page: Span, link: Anchor, taken: Sequence[FoundLink]) -> Span | None:
    """The stretch of the page that has the words, and before them what stands before the link."""
    pattern = r"\s+".join(map(_loose, link.words.split()))
    spans = [Span(*match.span()) for match in re.compile(pattern).finditer(text, page.start, page.end)]
    free = [span for span in spans if not any(span.overlaps(other.span) for other in taken)]
    return max(free, key=lambda span: _alike(text[: span.start], link.before), default=None)


def _loose(word: str) -> str:
    """A word as a pattern; a hyphen at its end may have been one that only broke a line."""
    return f"{re.escape(word[:-1])}-?" if word.endswith("-") and len(word) > 1 else re.escape(word)


def _alike(text: str, before: str) -> int:
    """How many letters before a place agree with those before the link, from right to left."""
    have = re.sub(r"\W+", "", text[-2 * _BEFORE :])
    want = re.sub(r"\W+", "", before)
    count = 0
    for one, other in zip(reversed(have), reversed(want), strict=False):
        if one != other:
            break
        count += 1
    return count


_Area = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def _annotated(document: Any, page: Any) -> Iterator[tuple[str, list[_Area]]]:
    import pypdfium2.raw as pdfium

    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
        action = pdfium.FPDFLink_GetAction(link)
        if action and (areas := _areas(link)):
            size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
            buffer = ctypes.create_string_buffer(max(size, 1))
            pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
            yield buffer.value.decode("utf-8", "replace").strip(), areas


def _areas(link: Any) -> list[_Area]:
    """The areas of a link, one for each line it covers; its whole rectangle where it names none."""
    import pypdfium2.raw as pdfium

    quad, found = pdfium.FS_QUADPOINTSF(), []
    for number in range(min(pdfium.FPDFLink_CountQuadPoints(link), 100)):
        if pdfium.FPDFLink_GetQuadPoints(link, number, ctypes.byref(quad)):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            found.append((min(xs), min(ys), max(xs), max(ys)))
    rect = pdfium.FS_RECTF()
    if not found and pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
        found.append((rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top)))
    return found


def _printed(textpage: Any) -> Iterator[tuple[str, list[_Area]]]:
    import pypdfium2.raw as pdfium

    links = pdfium.FPDFLink_LoadWebLinks(textpage)
    try:
        for number in range(pdfium.FPDFLink_CountWebLinks(links)):
            size = pdfium.FPDFLink_GetURL(links, number, None, 0)
            buffer = (ctypes.c_ushort * max(size, 1))()
            pdfium.FPDFLink_GetURL(links, number, buffer, size)
            url = bytes(buffer).decode("utf-16-le", "replace").split("\0")[0]
            areas = [_rect(links, number, part) for part in range(pdfium.FPDFLink_CountRects(links, number))]
            if areas:
                yield url, areas
    finally:
        pdfium.FPDFLink_CloseWebLinks(links)


def _rect(links: Any, number: int, part: int) -> _Area:
    import pypdfium2.raw as pdfium

    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFLink_GetRect(links, number, part, *map(ctypes.byref, (left, top, right, bottom)))
    return left.value, bottom.value, right.value, top.value


def _words(textpage: Any, area: _Area) -> str:
    left, bottom, right, top = area
    inset = _INSET if top - bottom > 4 * _INSET else 0.0
    found = textpage.get_text_bounded(left, bottom + inset, right, top - inset)
    return " ".join(normalise(found.replace("\ufffe", "-").replace("\x02", "-")).split())


def _words_before(textpage: Any, area: _Area) -> str:
    left, bottom, _, top = area
    return _words(textpage, (0.0, bottom, left, top))[-_BEFORE:]
