"""Lucide icons, tinted when they are drawn and sharp at every scale of the screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme.files import RESOURCES


class TintedIcon(QIconEngine):
    """Draws one SVG in one colour; greyed where the control is switched off."""

    def __init__(self, svg: bytes, colour: QColor, disabled: QColor) -> None:
        super().__init__()
        self._svg = svg
        self._colour = colour
        self._disabled = disabled
        self._drawn: dict[tuple[int, int, bool], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw into `rect`."""
        colour = self._disabled if mode is QIcon.Mode.Disabled else self._colour
        _renderer(self._svg, colour).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture of `size` device pixels, drawn once."""
        key = (size.width(), size.height(), mode is QIcon.Mode.Disabled)
        if key not in self._drawn:
            self._drawn[key] = self._draw(size, mode, state)
        return self._drawn[key]

    def clone(self) -> QIconEngine:
        """A copy, as Qt asks for one when an icon is detached."""
        return TintedIcon(self._svg, self._colour, self._disabled)

    def _draw(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return QPixmap.fromImage(image)


def program_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    return QIcon(str(RESOURCES / "icons" / "twosource.svg"))


def tinted(name: str, colour: QColor, disabled: QColor) -> QIcon:
    """The icon `name` (a file in `resources/icons`, without its ending). Raises `FileNotFoundError`."""
    svg = (RESOURCES / "icons" / f"{name}.svg").read_bytes()
    return QIcon(TintedIcon(svg, colour, disabled))


def paint_vector(painter: QPainter, name: str, colour: QColor, place: QRectF) -> None:
    """Draw an icon as lines, not as a picture. Needs no window and may be used in a worker thread."""
    svg = (RESOURCES / "icons" / f"{name}.svg").read_bytes()
    _renderer(svg, colour).render(painter, place)


def beside_icon(words: str) -> str:
    """Words for a button with an icon, a little apart from it: the style sets them too close."""
    return f" {words}"


def _renderer(svg: bytes, colour: QColor) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg.replace(b"currentColor", colour.name().encode())))
