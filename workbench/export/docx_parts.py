"""Pieces of Word documents that python-docx has no words for: links, page numbers, heads of tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from workbench.export.letters import legal

GREY = RGBColor(0x5D, 0x5D, 0x64)
ACCENT = RGBColor(0x1F, 0x5F, 0xA8)
TONES = {
    "good": RGBColor(0x00, 0x69, 0x4C),
    "bad": RGBColor(0xB0, 0x3A, 0x00),
    "care": RGBColor(0x8A, 0x61, 0x00),
    "open": RGBColor(0x54, 0x56, 0x7E),
}
_LONGEST_LINK = 2_079
"""Characters of an address that Word follows."""


def say(paragraph: Paragraph, text: str, *, bold: bool = False, muted: bool = False, pt: float = 0) -> Run:
    """Add words to a paragraph, as far as Word can hold them."""
    run = paragraph.add_run(legal(text))
    run.bold = bold or None
    if muted:
        run.font.color.rgb = GREY
    if pt:
        run.font.size = Pt(pt)
    return run


def link(paragraph: Paragraph, words: str, address: str, *, pt: float = 0) -> None:
    """Add words that lead to an address; plain words where Word would not follow it."""
    if len(address) > _LONGEST_LINK or legal(address) != address:
        say(paragraph, words, pt=pt)
        return
    target = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    holder = OxmlElement("w:hyperlink")
    holder.set(qn("r:id"), target)
    run = say(paragraph, words, pt=pt)
    run.font.color.rgb = ACCENT
    run.font.underline = True
    holder.append(run._r)
    paragraph._p.append(holder)


def number_pages(document: WordDocument, words: str) -> None:
    """Let every page end in `words` and its number."""
    line = document.sections[0].footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    say(line, f"{words}  ·  " if words else "", muted=True, pt=8)
    _field(line, "PAGE")
    say(line, " of ", muted=True, pt=8)
    _field(line, "NUMPAGES")


def _field(paragraph: Paragraph, instruction: str) -> None:
    """A number that Word works out."""
    for kind in ("begin", "", "separate", "end"):
        run = say(paragraph, "1" if kind == "end" else "", muted=True, pt=8)
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = instruction
        run._r.append(part)


def table(document: WordDocument, heads: Sequence[str], widths: Iterable[int]) -> Table:
    """A table with a heading row that is repeated on every page; `widths` in points."""
    made: Table = document.add_table(1, len(heads))
    made.style = "Table Grid"
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Pt(width)
    for cell, head in zip(made.rows[0].cells, heads, strict=True):
        fill(cell, head, bold=True)
        _shade(cell)
    repeated = OxmlElement("w:tblHeader")
    made.rows[0]._tr.get_or_add_trPr().append(repeated)
    return made


def add_row(made: Table, cells: Sequence[str]) -> tuple[_Cell, ...]:
    """Add a row of words that stays on one page."""
    row: _Row = made.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves this one bare
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, words in zip(row.cells, cells, strict=True):
        fill(cell, words)
    return row.cells


def fill(cell: _Cell, words: str, *, bold: bool = False) -> Paragraph:
    """Put words into an empty cell."""
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    say(paragraph, words, bold=bold, pt=9)
    return paragraph


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "F1EEE8")
    cell._tc.get_or_add_tcPr().append(shade)
