"""PDF: the words of each page in reading order."""

from __future__ import annotations

from workbench.reading.blocks import Block, Piece, compose
from workbench.reading.result import About, Parsed


def parse(data: bytes) -> Parsed:
    """Read a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_range() for page in document]
    text, zones, links = compose(Block((Piece(page),)) for page in pages)
    return Parsed(About(), text, zones, links)
