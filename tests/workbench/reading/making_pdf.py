"""Small PDF files written by hand, for tests."""

from __future__ import annotations

from collections.abc import Sequence

_LOCK = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"5a" * 32, b"a5" * 32)
Placed = tuple[float, float, float, str]
"""Left edge, base line (points from the lower left corner), type size, words."""


Linked = tuple[tuple[float, float, float, float], str]
"""Left, bottom, right and top of a link, and where it leads."""


def make_pdf(
    pages: Sequence[Sequence[Placed]],
    *,
    info: str = "",
    picture: bool = False,
    locked: bool = False,
    links: Sequence[Linked] = (),
) -> bytes:
    """A PDF with the words of each page where they are placed, in Helvetica; `links` are on every page."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"
    )
    objects += [image, f"<< {info} >>".encode("latin-1")]
    kids = []
    for page in pages:
        content = b"\n".join(_shown(*placed) for placed in page)
        if picture:
            content += b"\nq 400 0 0 600 50 50 cm /Im Do Q"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Annots [%s] /Resources "
            b"<< /Font << /F 3 0 R >> /XObject << /Im 4 0 R >> >> >>"
            % (len(objects), b" ".join(map(_annotation, links)))
        )
    references = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (references, len(kids))
    if locked:
        objects.append(_LOCK)
    return _file(objects, locked)


def column(
    left: float, top: float, lines: Sequence[str], size: float = 10, leading: float = 14
) -> list[Placed]:
    """Lines one under the other."""
    return [(left, top - index * leading, size, words) for index, words in enumerate(lines)]


def _annotation(link: Linked) -> bytes:
    area, url = link
    return b"<< /Type /Annot /Subtype /Link /Rect [%g %g %g %g] /A << /S /URI /URI (%s) >> >>" % (
        *area,
        url.encode("ascii"),
    )


def _shown(left: float, base: float, size: float, words: str) -> bytes:
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"BT /F %g Tf %g %g Td (%s) Tj ET" % (size, left, base, escaped)


def _file(objects: Sequence[bytes], locked: bool) -> bytes:
    result, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(result))
        result += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    lock = b" /Encrypt %d 0 R /ID [<01> <01>]" % len(objects) if locked else b""
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R%s >>\nstartxref\n%d\n%%%%EOF\n"
    return (
        result
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + trailer % (len(objects) + 1, lock, len(result))
    )
