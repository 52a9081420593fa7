"""The process that a foreign picture is decoded in: `python -m ui.logged.picture MOST_PX`.

Takes the file on standard input and answers with one line, "WIDTH HEIGHT FULL_WIDTH FULL_HEIGHT", and the
bare pixels (three bytes each: red, green, blue). Before it looks at the file it gives up everything else
(`workbench.jail`), so that a picture made to break a decoder breaks nothing but this process.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from workbench.jail.confinement import confine

FORMATS = (b"png", b"jpeg", b"gif", b"webp", b"bmp", b"tiff")
"""What is decoded at all: pictures made of pixels, no drawings that could refer to anything."""
_MOST_MEGABYTES = 400


def main() -> None:
    """Read standard input, write the answer."""
    data = sys.stdin.buffer.read()
    QImageReader.supportedImageFormats()  # loads the decoders while files can still be opened freely
    confine()
    sys.stdout.buffer.write(decoded(data, int(sys.argv[1])))


def decoded(data: bytes, most_px: int) -> bytes:
    """The answer; empty when the bytes are no picture that can be shown."""
    held = QByteArray(data)
    opened = QBuffer(held)
    opened.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    reader = QImageReader(opened)
    reader.setAutoTransform(True)
    if reader.format().data() not in FORMATS:
        return b""
    picture = reader.read()
    if picture.isNull():
        return b""
    full = picture.size()
    return _bare(picture, full, full.scaled(QSize(most_px, most_px), Qt.AspectRatioMode.KeepAspectRatio))


def _bare(picture: QImage, full: QSize, wanted: QSize) -> bytes:
    if wanted.width() < full.width():
        wanted = wanted.expandedTo(QSize(1, 1))
        picture = picture.scaled(
            wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    picture = picture.convertToFormat(QImage.Format.Format_RGB888)
    width, height = picture.width(), picture.height()
    lines = bytes(picture.constBits())
    step = picture.bytesPerLine()
    rows = b"".join(lines[row * step : row * step + 3 * width] for row in range(height))
    return f"{width} {height} {full.width()} {full.height()}\n".encode("ascii") + rows


if __name__ == "__main__":
    main()
