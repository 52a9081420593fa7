"""The process that a page of a foreign PDF is drawn in: `python -m ui.logged.sheet "NUMBER MOST_PX"`.

Answers like `ui.logged.picture`, and gives up as much before it looks at the file.
"""

from __future__ import annotations

import sys

from workbench.jail.confinement import confine


def main() -> None:
    """Read standard input, write the answer."""
    import pypdfium2  # noqa: F401 (loaded while files can still be opened freely)

    data = sys.stdin.buffer.read()
    number, most_px = map(int, sys.argv[1].split())
    confine()
    sys.stdout.buffer.write(drawn(data, number, most_px))


def drawn(data: bytes, number: int, most_px: int) -> bytes:
    """The answer; empty when there is no such page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    if not 1 <= number <= len(document):
        return b""
    page = document[number - 1]
    scale = most_px / max(1.0, *page.get_size())
    bitmap = page.render(scale=0.999 * scale, rev_byteorder=True, force_bitmap_format=_RGB)
    width, height, step = bitmap.width, bitmap.height, bitmap.stride
    lines = bytes(bitmap.buffer)
    rows = b"".join(lines[row * step : row * step + 3 * width] for row in range(height))
    return f"{width} {height} {width} {height}\n".encode("ascii") + rows


_RGB = 2
"""PDFium's FPDFBitmap_BGR, whose bytes are turned round."""


if __name__ == "__main__":
    main()
