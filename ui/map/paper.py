"""The source map written to a file: title, map, dates and legend, light on paper. Runs in a worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QImageWriter, QPaintDevice, QPainter, QTransform
from PySide6.QtSvg import QSvgGenerator

from ui.export.files import write_safely
from ui.map.faces import Faces
from ui.map.frame import AXIS, GUTTER, paint_axis, paint_gutter
from ui.map.legend import HEIGHT, paint_legend
from ui.map.picture import Picture
from ui.map.style import Style, on_paper
from workbench.errors import ExportFailed

_MARGIN, _HEAD = 28.0, 74.0
_RATIO = 2.0
"""Pixels of a picture to one of the map's."""
_MOST_PIXELS = 60_000_000
"""Larger pictures are made with fewer pixels: few programs would open them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the map: the case, the claim whose chain is lit, and when it was drawn."""

    title: str
    claim: str
    date: str


def write_map(picture: Picture, heading: Heading, path: Path) -> Path:
    """Write the map as the ending of `path` says: .svg or .png.

    Raises:
        ExportFailed: nothing was written; an earlier file at `path` is as it was.
    """
    data = map_bytes(picture, heading, path.suffix.lower())
    if not data:
        raise ExportFailed(f"{path.name}: a source map ends in .svg or .png. Nothing was written.")
    write_safely(path, lambda part: part.write_bytes(data))
    return path


def map_bytes(picture: Picture, heading: Heading, ending: str) -> bytes:
    """The map as the contents of a file that ends in ".svg" or ".png"; nothing for any other ending.

    Raises:
        ExportFailed: the picture is too large for the memory there is.
    """
    match ending:
        case ".svg":
            return _svg(picture, heading)
        case ".png":
            return _png(picture, heading)
    return b""


def page_size(picture: Picture) -> QSize:
    """Room for the whole map at full size, and what frames it."""
    bounds = picture.bounds
    width = max(bounds.width() + GUTTER + 4 * _MARGIN, 640)
    return QSize(round(width), round(bounds.height() + _HEAD + AXIS + HEIGHT + 4 * _MARGIN))


def paint_page(device: QPaintDevice, picture: Picture, heading: Heading, scale: float = 1.0) -> None:
    """Paint heading, map, dates and legend."""
    size, style = page_size(picture), on_paper()
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), style.theme.raised)
    _paint_heading(painter, heading, style, size.width() - 2 * _MARGIN)
    bounds = picture.bounds.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    room = QRectF(_MARGIN + GUTTER, _HEAD, size.width() - 2 * _MARGIN - GUTTER, bounds.height())
    view = QTransform.fromTranslate(room.left() - bounds.left(), room.top() - bounds.top())
    painter.save()
    painter.translate(view.dx(), view.dy())
    picture.paint(painter, bounds, 1.0, Faces(style))
    painter.restore()
    paint_axis(painter, picture.layout, QRectF(room.left(), room.bottom(), room.width(), AXIS), view, style)
    paint_gutter(painter, QRectF(_MARGIN, _HEAD, GUTTER, room.height() + AXIS), view.dy(), style)
    rings = bool(picture.sheet.circles)
    paint_legend(painter, _MARGIN, room.bottom() + AXIS + _MARGIN, style, rings=rings)
    painter.end()


def _paint_heading(painter: QPainter, heading: Heading, style: Style, width: float) -> None:
    painter.setFont(style.font(18, strong=True))
    painter.setPen(style.theme.text)
    painter.drawText(QPointF(_MARGIN, 36), _fitted(painter, heading.title, width))
    painter.setFont(style.font(12))
    painter.setPen(style.theme.muted)
    told = "  ·  ".join(part for part in (heading.date, heading.claim) if part)
    painter.drawText(QPointF(_MARGIN, 57), _fitted(painter, told, width))


def _fitted(painter: QPainter, words: str, width: float) -> str:
    return QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, width)


def _svg(picture: Picture, heading: Heading) -> bytes:
    size, kept = page_size(picture), QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(kept)
    drawing.setSize(size)
    drawing.setViewBox(QRectF(0, 0, size.width(), size.height()))
    drawing.setResolution(96)
    drawing.setTitle(heading.title)
    drawing.setDescription(heading.claim)
    paint_page(drawing, picture, heading)
    return bytes(kept.data().data())


def _png(picture: Picture, heading: Heading) -> bytes:
    size = page_size(picture)
    scale = min(_RATIO, sqrt(_MOST_PIXELS / (size.width() * size.height())))
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    if image.isNull():
        raise ExportFailed("There is not enough memory for this picture. Export the map as .svg instead.")
    paint_page(image, picture, heading, scale)
    image.setDotsPerMeterX(round(96 * scale / 0.0254))
    image.setDotsPerMeterY(round(96 * scale / 0.0254))
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(kept, QByteArray(b"PNG")).write(image)
    return bytes(kept.data().data())
