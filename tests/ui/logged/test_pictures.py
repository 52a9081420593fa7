"""Foreign pictures are decoded by a jailed process, and what it answers is believed only so far."""

import struct
import subprocess
import sys
import zlib
from io import BytesIO

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from ui.logged import drawn
from ui.logged.drawn import MOST_PX, draw, draw_page

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'


def encoded(width, height, format="PNG", colour="#336699"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    held = QByteArray()
    opened = QBuffer(held)
    opened.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(opened, format)
    return bytes(held.data())


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def bomb(side):
    """A picture of a few hundred bytes that says it is enormous."""
    head = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(bytes(1000))), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("format", ["PNG", "JPG", "BMP", "WEBP"])
def test_a_picture_comes_out_as_bare_pixels(format):
    found = draw(encoded(33, 20, format))
    assert (found.width, found.height, found.full_width, found.full_height) == (33, 20, 33, 20)
    assert len(found.pixels) == 3 * 33 * 20
    assert all(abs(one - other) < 8 for one, other in zip(found.pixels[:3], (0x33, 0x66, 0x99), strict=True))


def test_a_large_picture_is_made_smaller_and_its_true_size_is_told():
    found = draw(encoded(3000, 2000))
    assert max(found.width, found.height) == MOST_PX
    assert (found.full_width, found.full_height) == (3000, 2000)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        SVG,
        encoded(40, 40)[:60],
        bomb(60_000),
        b"%PDF-1.7\n",
        b"\xff\xd8\xff" + bytes(400),
    ],
    ids=["nothing", "text", "drawing", "cut short", "bomb", "pages", "damaged"],
)
def test_what_is_no_picture_is_not_shown(data):
    found = draw(data)
    assert found is None or len(found.pixels) == 3 * found.width * found.height


@pytest.mark.parametrize("data", [SVG, bomb(60_000), b"%PDF-1.7\n"], ids=["drawing", "bomb", "pages"])
def test_what_could_do_harm_is_not_even_decoded(data):
    assert draw(data) is None


def pages(count):
    """A PDF of empty pages."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(200, 300)
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def test_a_page_is_drawn_white_and_in_its_shape():
    found = draw_page(pages(3), 3)
    assert MOST_PX - 3 <= found.height <= MOST_PX
    assert abs(found.width / found.height - 2 / 3) < 0.01
    assert set(found.pixels) == {255}


@pytest.mark.parametrize("number", [0, 4])
def test_a_page_that_is_not_there_is_not_drawn(number):
    assert draw_page(pages(3), number) is None


def test_a_damaged_file_has_no_pages():
    assert draw_page(b"%PDF-1.7 and nothing more", 1) is None


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"3 2 3 2\n" + bytes(17),
        b"3 2 3 2\n" + bytes(19),
        b"-3 2 3 2\n" + bytes(18),
        b"3 2 1 1\n" + bytes(18),
        b"0 0 0 0\n",
        b"99999999 1 99999999 1\n" + bytes(9),
        b"9000 1 9000 1\n" + bytes(27_000),
        b"a b c d\n" + bytes(18),
    ],
)
def test_an_answer_that_does_not_fit_together_is_not_believed(answer, monkeypatch):
    monkeypatch.setattr(drawn, "ask", lambda *_, **__: answer)
    assert draw(b"whatever") is None


def test_the_window_itself_decodes_no_foreign_picture():
    script = (
        "import sys, ui.logged.preview, ui.logged.drawn, ui.logged.place\n"
        "print('ui.logged.picture' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
