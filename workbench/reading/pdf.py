"""PDF: words in reading order, paragraphs joined, running heads and feet marked as furniture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from workbench.model import Zone, ZoneRole
from workbench.reading.blocks import compose
from workbench.reading.front import byline, headline, published
from workbench.reading.lines import lines, squeezed
from workbench.reading.pdf_columns import in_reading_order
from workbench.reading.pdf_furniture import part_running_lines
from workbench.reading.pdf_links import Anchor, anchors, placed
from workbench.reading.pdf_paragraphs import paragraphs
from workbench.reading.pdf_words import Box, boxes
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import About, Parsed

_END = b"%%EOF"
_TAIL = 4096
_FEWEST_LETTERS = 20
_NO_TITLE = (".doc", ".docx", ".pdf", ".indd", ".qxd", ".rtf", "untitled", "microsoft word")


def parse(data: bytes) -> Parsed:
    """Read a PDF.

    Raises:
        Refused: locked, cut short, damaged, or nothing but pictures of pages.
    """
    document = _opened(data)
    sheets = [_sheet(document, number) for number in range(len(document))]
    pages = [sheet.boxes for sheet in sheets]
    if sum(len(box.words) for page in pages for box in page) < _FEWEST_LETTERS:
        raise Refused(Refusal.SCANNED if _has_pictures(document) else Refusal.NO_TEXT)
    parted = part_running_lines(pages, [sheet.height for sheet in sheets])
    ordered = [
        ([replace(line, page=page) for line in in_reading_order(kept)], running)
        for page, (kept, running) in enumerate(parted, 1)
    ]
    made = compose(paragraphs(ordered))
    links = placed(made.text, made.places, (sheet.links for sheet in sheets))
    return Parsed(_about(document, made.text, made.zones), made.text, made.zones, links, places=made.places)


def _opened(data: bytes) -> Any:
    import pypdfium2

    if _END not in data[-_TAIL:]:
        raise Refused(Refusal.TRUNCATED)
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise Refused(Refusal.ENCRYPTED if locked else Refusal.DAMAGED) from error


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is on a page, and how high it is."""

    boxes: list[Box]
    height: float
    links: list[Anchor]


def _sheet(document: Any, number: int) -> _Sheet:
    page = document[number]
    textpage = page.get_textpage()
    try:
        return _Sheet(boxes(textpage), page.get_height(), anchors(document, page, textpage))
    finally:
        textpage.close()
        page.close()


def _has_pictures(document: Any) -> bool:
    import pypdfium2.raw as pdfium

    return any(
        any(True for _ in document[number].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]))
        for number in range(min(3, len(document)))
    )


def _about(document: Any, text: str, zones: tuple[Zone, ...]) -> About:
    stated = document.get_metadata_dict(skip_empty=True)
    hidden = {zone.span for zone in zones if zone.role is ZoneRole.FURNITURE}
    content = [line for line in lines(text) if line.span not in hidden]
    running = [line for line in lines(text) if line.span in hidden]
    large = next((zone.span.of(text) for zone in zones if zone.role is ZoneRole.HEADING), "")
    first = headline(content)
    title = squeezed(stated.get("Title"))
    if any(mark in title.lower() for mark in _NO_TITLE):
        title = ""
    return About(
        title=large or title or (first.words if first else ""),
        byline=byline(content) or squeezed(stated.get("Author")),
        published=published(content) or published(running),
    )
