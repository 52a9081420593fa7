"""Prints a summary to PDF. A process of its own: `python -m ui.export.pdf <blocks.json >summary.pdf`.

What it reads are plain words (`workbench.export.blocks`), so there is nothing to load from disk or network.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from ui.export.finishing import finished
from ui.export.setting import POINT, Setter
from ui.export.sheets import Mark, Sheets
from ui.theme.colours import load_theme
from workbench.export.blocks import Page, from_blocks

MARGIN_MM = 20.0
TOP_MM = 17.0
FOOT_MM = 11.0
MM_PER_POINT = 25.4 / 72


def print_page(page: Page) -> bytes:
    """Print a summary on A4. Returns the PDF file; empty when it could not be printed."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    marks = _print(page, _writer(buffer, page.title))
    if marks is None:
        return b""
    return finished(bytes(buffer.data().data()), [_risen(mark) for mark in marks], page.language)


def _risen(mark: Mark) -> Mark:
    """The mark as PDF counts: in points, from the lower edge."""
    height = QPageSize.size(QPageSize.PageSizeId.A4, QPageSize.Unit.Point).height()
    return mark._replace(y=height - TOP_MM / MM_PER_POINT - mark.y / POINT)


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN_MM, TOP_MM, MARGIN_MM, FOOT_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    writer.setResolution(72 * POINT)
    writer.setCreator("Twosource")
    writer.setTitle(title)
    return writer


def _print(page: Page, writer: QPdfWriter) -> list[Mark] | None:
    painter = QPainter()
    if not painter.begin(writer):
        return None
    theme = load_theme("light")
    size = QRectF(0, 0, writer.width(), writer.height())
    sheets = Sheets(painter, size, writer.newPage, theme)
    sheets.fill(Setter(size.width(), theme).strips(page.blocks), page.title, page.record)
    return sheets.marks if painter.end() else None


def main() -> int:
    """Read the page from standard input and write the PDF to standard output."""
    gc.disable()  # It ends soon, and collecting would only go through all blocks again and again.
    application = QGuiApplication(sys.argv[:1])
    printed = print_page(from_blocks(sys.stdin.buffer.read().decode()))
    sys.stdout.buffer.write(printed)
    application.quit()
    return 0 if printed else 1


if __name__ == "__main__":
    sys.exit(main())
