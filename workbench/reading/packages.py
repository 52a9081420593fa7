"""Zip packages of office programs and books: looked over before anything in them is unpacked."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from workbench.reading.refusals import Refusal, Refused

_MOST_UNPACKED = 200_000_000
"""Bytes; a bomb unpacks to more. Pictures are never unpacked, but count."""
_MOST_XML = 40_000_000
_MOST_PARTS = 5000
_MARKUP = (".xml", ".rels", ".xhtml", ".html", ".htm", ".opf", ".ncx")


@contextmanager
def package_of(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The package in `data`, known to be no bomb.

    Raises:
        Refused: locked, damaged, cut short, or it would unpack to too much.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            _refuse_bombs(package.infolist())
            if package.testzip() is not None:
                raise Refused(Refusal.DAMAGED)
            yield package
    except zipfile.BadZipFile as error:
        whole = b"PK\x05\x06" in data[-70_000:]
        raise Refused(Refusal.DAMAGED if whole else Refusal.TRUNCATED) from error


def root_of(xml: bytes) -> Any:
    """The root of a part; None when nothing of it can be read. Nothing outside the part is ever looked up."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    return etree.fromstring(xml, parser)


def part_of(package: zipfile.ZipFile, name: str) -> Any:
    """The root of the part `name`; None when there is none, or nothing in it can be read."""
    return root_of(package.read(name)) if name in package.namelist() else None


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(Refusal.ENCRYPTED)
    xml = sum(entry.file_size for entry in entries if entry.filename.endswith(_MARKUP))
    whole = sum(entry.file_size for entry in entries)
    if xml > _MOST_XML or whole > _MOST_UNPACKED or len(entries) > _MOST_PARTS:
        raise Refused(Refusal.TANGLED)
