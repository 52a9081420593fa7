"""Prints the summary's page to PDF. A process of its own: `python -m ui.export.pdf <page.html >summary.pdf`.

The page is ours and fully escaped. Still nothing it names is loaded, neither from disk nor from the network.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from ui.theme.fonts import READING_FAMILY, UI_FAMILY, font

MARGIN_MM = 20.0
FOOT_MM = 8.0
"""Height of the line that holds the page number."""


class Page(QTextDocument):
    """A document that loads nothing from outside itself."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Refuse every image, style sheet or frame."""
        return None


def print_page(html: str) -> bytes:
    """Print `html` on A4 with page numbers. Returns the PDF file; empty when it could not be printed."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    printed = _print(html, QPdfWriter(buffer))
    return bytes(buffer.data().data()) if printed else b""


def _print(html: str, writer: QPdfWriter) -> bool:
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    writer.setResolution(300)
    writer.setCreator("Twosource")
    document = _laid_out(html, writer)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    painter = QPainter()
    if not painter.begin(writer):
        return False
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        _draw_page(painter, document, number)
    return painter.end()


def _laid_out(html: str, writer: QPdfWriter) -> QTextDocument:
    document = Page()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultFont(QFont(READING_FAMILY, 10))
    document.setHtml(html)
    height = writer.height() - _foot(writer)
    document.setPageSize(QSizeF(writer.width(), height))
    return document


def _foot(writer: QPdfWriter) -> float:
    return FOOT_MM / 25.4 * writer.resolution()


def _draw_page(painter: QPainter, document: QTextDocument, number: int) -> None:
    size = document.pageSize()
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, number * size.height(), size.width(), size.height())
    painter.save()
    painter.translate(0, -number * size.height())
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()
    painter.setFont(QFont(UI_FAMILY, 8))
    foot = QRectF(0, size.height(), size.width(), _foot_of(painter, size))
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, str(number + 1))


def _foot_of(painter: QPainter, size: QSizeF) -> float:
    return painter.device().height() - size.height()


def main() -> int:
    """Read the page from standard input and write the PDF to standard output."""
    application = QGuiApplication(sys.argv[:1])
    for family in (READING_FAMILY, UI_FAMILY):
        font(family, 10)  # Registers the family, so that the page's style sheet finds it.
    html = sys.stdin.buffer.read().decode()
    printed = print_page(html)
    sys.stdout.buffer.write(printed)
    application.quit()
    return 0 if printed else 1


if __name__ == "__main__":
    sys.exit(main())
