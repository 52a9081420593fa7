"""Books (.epub; EPUB 3.3 and 2): the documents of the spine in order, each a place of its own."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from workbench.model import SourceKind
from workbench.reading.blocks import Block, compose
from workbench.reading.lines import squeezed
from workbench.reading.packages import package_of, part_of
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import About, Parsed

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_ENCRYPTION = "{http://www.w3.org/2001/04/xmlenc#}"
_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


def parse(data: bytes) -> Parsed:
    """Read a book.

    Raises:
        Refused: locked by its seller, damaged, a bomb, or without words.
    """
    with package_of(data) as package:
        _refuse_locked(package)
        path = _package_document(package)
        opf = part_of(package, path)
        if opf is None:
            raise Refused(Refusal.DAMAGED)
        blocks = [block for name in _spine(opf, path) for block in _chapter(package, *name)]
    made = compose(blocks)
    if not made.text.strip():
        raise Refused(Refusal.NO_TEXT)
    return Parsed(
        _about(opf), made.text, made.zones, made.links, places=made.places, kind=SourceKind.DOCUMENT
    )


def _refuse_locked(package: zipfile.ZipFile) -> None:
    rights = part_of(package, "META-INF/encryption.xml")
    methods = () if rights is None else rights.iter(f"{_ENCRYPTION}EncryptionMethod")
    if any(method.get("Algorithm") not in _FONTS_ONLY for method in methods):
        raise Refused(Refusal.ENCRYPTED)


def _package_document(package: zipfile.ZipFile) -> str:
    container = part_of(package, "META-INF/container.xml")
    found = None if container is None else container.find(f".//{_CONTAINER}rootfile")
    if found is None:
        raise Refused(Refusal.DAMAGED)
    return str(found.get("full-path", ""))


def _spine(opf: Any, path: str) -> Iterator[tuple[int, str]]:
    """The documents in reading order, counted from 1, by their names in the package."""
    folder = posixpath.dirname(path)
    items = {item.get("id"): item for item in opf.iter(f"{_OPF}item")}
    for number, entry in enumerate(opf.iter(f"{_OPF}itemref"), 1):
        item = items.get(entry.get("idref"))
        if item is not None and item.get("media-type") in _PAGES:
            yield number, posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _chapter(package: zipfile.ZipFile, number: int, name: str) -> Iterator[Block]:
    from lxml import etree, html

    from workbench.reading.markup import paragraphs

    if name not in package.namelist():
        return
    try:
        page = html.document_fromstring(package.read(name).replace(b"\0", b""))
    except (etree.ParserError, ValueError):
        return
    for block in paragraphs(page):
        pieces = tuple(replace(piece, place=f"section {number}") for piece in block.pieces)
        yield replace(block, pieces=pieces)


def _about(opf: Any) -> About:
    def told(name: str) -> str:
        return squeezed(opf.findtext(f".//{_DC}{name}"))

    authors = [squeezed(author.text) for author in opf.iter(f"{_DC}creator") if squeezed(author.text)]
    return About(
        title=told("title"),
        byline=", ".join(authors),
        outlet=told("publisher"),
        published=told("date")[:10] or None,
        language=told("language")[:2].lower() or None,
    )
