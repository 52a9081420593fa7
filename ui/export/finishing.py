"""What Qt cannot put into a PDF: bookmarks, the language, and which letters two of its signs stand for.

Bookmarks are an update behind the end of the file (ISO 32000-1, 7.5.6): what Qt wrote stays where it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ui.export.sheets import Mark

_NAMES = re.compile(rb"begincmap\b.*?\bendcmap", re.DOTALL)
_REF = re.compile(rb"(\d+) 0 R")
_MISTAKEN = ((b"<0009>", b"<0020>"), (b"<02BC>", b"<2019>"))
"""Qt names a sign after the first letter that has it: the space a tab, the apostrophe a modifier letter."""

Family = list[tuple[int, Mark]]
"""Bookmarks of one level below the same one, with the numbers of their objects."""


class Printed:
    """A PDF file as Qt writes it, with what is to be changed in it. Objects go by their numbers."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.start = int(data[data.rindex(b"startxref") + 9 :].split()[0])
        table, _, self.trailer = data[self.start :].partition(b"trailer")
        self._offsets = [int(line[:10]) for line in table.splitlines()[2:]]
        self.root = self._refers(self.trailer, b"/Root")
        self.pages = self._pages()
        self.changed: dict[int, bytes] = {}

    def object(self, number: int) -> bytes:
        """What stands between "obj" and "endobj"."""
        start = self.data.index(b"obj", self._offsets[number]) + 3
        return self.data[start : self.data.index(b"endobj", start)].strip()

    def add(self, number: int) -> range:
        """The numbers of so many new objects; to be asked once."""
        return range(len(self._offsets), len(self._offsets) + number)

    def written(self) -> bytes:
        """The file with its changes behind it."""
        if not self.changed:
            return self.data
        body, table = bytearray(self.data), [b"xref\n0 1\n0000000000 65535 f \n"]
        for number, told in sorted(self.changed.items()):
            table.append(b"%d 1\n%010d 00000 n \n" % (number, len(body)))
            body += b"%d 0 obj\n%s\nendobj\n" % (number, told)
        size = max(len(self._offsets), max(self.changed) + 1)
        kept = re.sub(rb"/Size \d+", b"/Size %d /Prev %d" % (size, self.start), self.trailer, count=1)
        start = len(body)
        trailer = kept[: kept.index(b"startxref")]
        return bytes(body + b"".join(table) + b"trailer" + trailer + b"startxref\n%d\n%%%%EOF\n" % start)

    def _refers(self, told: bytes, key: bytes) -> int:
        return int(told[told.index(key) + len(key) :].split()[0])

    def _pages(self) -> list[int]:
        told = self.object(self._refers(self.object(self.root), b"/Pages"))
        kids = told[told.index(b"[") : told.index(b"]")]
        return [int(number) for number in _REF.findall(kids)]


def finished(data: bytes, marks: Sequence[Mark], language: str) -> bytes:
    """The file with bookmarks and language. `marks` stand so many points from the lower edge."""
    printed = Printed(_signs_named(data))
    root = printed.object(printed.root).removesuffix(b">>")
    spoken = b"/Lang (%s)" % re.sub(rb"[^A-Za-z0-9-]", b"", language.encode("ascii", "ignore"))
    shown = b"/ViewerPreferences << /DisplayDocTitle true >>"
    printed.changed[printed.root] = b"%s%s\n%s\n%s>>" % (root, spoken, shown, _outline(printed, marks))
    return printed.written()


def _signs_named(data: bytes) -> bytes:
    """The file with the right letters for its signs, each in the place of the wrong one."""
    return _NAMES.sub(lambda names: _named(names.group()), data)


def _named(names: bytes) -> bytes:
    for mistaken, meant in _MISTAKEN:
        # Codes of signs look the same; a name stands in brackets, or third in its line.
        names = re.sub(rb"(\[[^\]]*|> <[0-9A-F]{4}> )%s" % mistaken, rb"\1%s" % meant, names)
    return names


def _outline(printed: Printed, marks: Sequence[Mark]) -> bytes:
    """Write the bookmarks, sections and the claims folded away in them. Returns the catalogue's part."""
    if not marks:
        return b""
    root, *numbers = printed.add(len(marks) + 1)
    under: dict[int, Family] = {root: []}
    section = root
    for number, mark in zip(numbers, marks, strict=True):
        under[root if mark.level == 1 else section].append((number, mark))
        if mark.level == 1:
            section, under[number] = number, []
    for parent, family in under.items():
        for number, told in _items(printed, parent, family, under):
            printed.changed[number] = told
    printed.changed[root] = b"<< /Type /Outlines%s >>" % _ends(under[root], 1)
    return b"/Outlines %d 0 R\n" % root


def _items(
    printed: Printed, parent: int, family: Family, under: Mapping[int, Family]
) -> Iterator[tuple[int, bytes]]:
    last = len(family) - 1
    for at, (number, mark) in enumerate(family):
        title = mark.words.encode("utf-16-be", "ignore").hex().encode()
        place = b"[%d 0 R /XYZ null %d null]" % (printed.pages[mark.sheet], mark.y)
        before = b" /Prev %d 0 R" % family[at - 1][0] if at else b""
        after = b" /Next %d 0 R" % family[at + 1][0] if at < last else b""
        inner = _ends(under.get(number, ()), -1)
        head = b"<< /Title <feff%s> /Parent %d 0 R /Dest %s" % (title, parent, place)
        yield number, b"%s%s%s%s >>" % (head, before, after, inner)


def _ends(family: Sequence[tuple[int, Mark]], sign: int) -> bytes:
    """The first and last of a family and how many it has; less than nothing while it is folded away."""
    if not family:
        return b""
    return b" /First %d 0 R /Last %d 0 R /Count %d" % (family[0][0], family[-1][0], sign * len(family))
