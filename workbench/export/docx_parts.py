"""Pieces of Word documents that python-docx has no words for: links, page numbers, heads of tables.

Its ways to dress a run or to name a style search the document each time, which takes minutes for a large
story; so looks are made once here and copied, and styles are named by their ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from functools import cache
from typing import Any

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


def paragraph_in(document: WordDocument, style: str = "") -> Paragraph:
    """A new paragraph; `style` is the id of a style: "Heading2", "ListBullet"."""
    element: Any = OxmlElement("w:p")
    if style:
        element.append(deepcopy(_styled(style)))
    # The properties of the section come last; to look for them takes longer the longer the document is.
    document.element.body[-1].addprevious(element)
    return Paragraph(element, document._body)


@cache
def _styled(style: str) -> Any:
    made, name = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
    name.set(qn("w:val"), style)
    made.append(name)
    return made


def say(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    muted: bool = False,
    pt: float = 0,
    colour: RGBColor | None = None,
) -> Run:
    """Add words to a paragraph, as far as Word can hold them."""
    return _dressed(paragraph, text, _looks(bold, GREY if muted else colour, pt, False))


def link(paragraph: Paragraph, words: str, address: str, *, pt: float = 0) -> None:
    """Add words that lead to an address; plain words where Word would not follow it."""
    if len(address) > _LONGEST_LINK or legal(address) != address:
        say(paragraph, words, pt=pt)
        return
    holder = OxmlElement("w:hyperlink")
    holder.set(qn("r:id"), _target(paragraph.part, address))
    run = _dressed(paragraph, words, _looks(False, ACCENT, pt, True))
    holder.append(run._r)
    paragraph._p.append(holder)


def _target(part: Any, address: str) -> str:
    """The id of a relationship to an address. Every link gets its own: to look for one takes longer."""
    id = f"rIdLink{len(part.rels)}"
    part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, id, is_external=True)
    return id


def _dressed(paragraph: Paragraph, text: str, looks: Any) -> Run:
    element: Any = OxmlElement("w:r")
    if looks is not None:
        element.append(deepcopy(looks))
    paragraph._p.append(element)
    run, words = Run(element, paragraph), legal(text)
    if "\t" in words or "\n" in words:
        run.text = words
    elif words:
        part: Any = OxmlElement("w:t")
        part.text = words
        part.set(qn("xml:space"), "preserve")
        element.append(part)
    return run


@cache
def _looks(bold: bool, colour: RGBColor | None, pt: float, underlined: bool) -> Any:
    """The properties of such a run, to be copied; None for one like all others. In the schema's order."""
    made = OxmlElement("w:rPr")
    for name, value in (
        ("w:b", "1" if bold else ""),
        ("w:color", str(colour or "")),
        ("w:sz", str(round(2 * pt)) if pt else ""),
        ("w:u", "single" if underlined else ""),
    ):
        if value:
            part = OxmlElement(name)
            part.set(qn("w:val"), value)
            made.append(part)
    return made if len(made) else None


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
    found = row.cells
    for cell, words in zip(found, cells, strict=True):
        fill(cell, words)
    return found


def fill(cell: _Cell, words: str, *, bold: bool = False) -> Paragraph:
    """Put words into an empty cell."""
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph._p.append(deepcopy(_close()))
    say(paragraph, words, bold=bold, pt=9)
    return paragraph


@cache
def _close() -> Any:
    """The properties of a paragraph with little room beneath, to be copied."""
    made, spacing = OxmlElement("w:pPr"), OxmlElement("w:spacing")
    spacing.set(qn("w:after"), "40")
    made.append(spacing)
    return made


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "F1EEE8")
    cell._tc.get_or_add_tcPr().append(shade)
