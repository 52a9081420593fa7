"""Which format a file is in, judged by its bytes; the suffix only decides among plain texts."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from workbench.reading.refusals import Refusal, Refused


class Format(StrEnum):
    """The formats that can be read in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    EPUB = "epub"
    XLSX = "xlsx"
    CSV = "csv"
    MAIL = "mail"
    SAVED = "saved page"
    WARC = "web archive"
    PDF = "pdf"


_BY_SUFFIX = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".docx": Format.DOCX,
    ".odt": Format.ODT,
    ".epub": Format.EPUB,
    ".xlsx": Format.XLSX,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".eml": Format.MAIL,
    ".mhtml": Format.SAVED,
    ".mht": Format.SAVED,
    ".warc": Format.WARC,
    ".gz": Format.WARC,
    ".wacz": Format.WARC,
    ".pdf": Format.PDF,
}
SUFFIXES = frozenset(_BY_SUFFIX)
"""The suffixes, in lower case, of files that can be read in."""

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_ANY_TAG = re.compile(rb"</?[a-z][a-z0-9]*[\s>/]", re.I)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ARCHIVE_END = b"PK\x05\x06"
_OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_BOOK = b"mimetypeapplication/epub+zip"
_GZIP = b"\x1f\x8b"
_MIME_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]")
_OF_A_MAIL = re.compile(rb"^(?:from|message-id|mime-version|received|return-path|delivered-to):", re.I | re.M)
_MULTIPART_PAGE = re.compile(
    rb"^content-type:\s*multipart/related\b[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*", re.I | re.M
)
_PACKED = frozenset((Format.DOCX, Format.ODT, Format.EPUB, Format.XLSX))
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096


def sniff(data: bytes, name: str) -> Format:
    """The format of `data`, whatever the file is called.

    Raises:
        Refused: empty, locked, or in a format that cannot be read.
    """
    head = data[:_HEAD]
    if not data.strip(b"\0 \t\r\n"):
        raise Refused(Refusal.EMPTY)
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(b"WARC/") or (head.startswith(_GZIP) and ".warc" in name.lower()):
        return Format.WARC
    if head.startswith(b"PK\x03\x04"):
        return _packed(data, PurePath(name).suffix.lower())
    if head.startswith(_OLE):
        raise Refused(Refusal.ENCRYPTED if _ENCRYPTED_PACKAGE in data else Refusal.OLD_WORD)
    if head.startswith(b"{\\rtf"):
        raise Refused(Refusal.OTHER_FORMAT)
    return _plain(data, PurePath(name).suffix.lower())


def _packed(data: bytes, suffix: str) -> Format:
    """A ZIP archive: a Word document, another office format, or anything."""
    if _OPEN_TEXT in data[:_HEAD]:
        return Format.ODT
    if _BOOK in data[:_HEAD] or b"META-INF/container.xml" in data:
        return Format.EPUB
    if suffix == ".wacz" or b"datapackage.json" in data:
        return Format.WARC
    if b"word/" in data:
        return Format.DOCX
    if b"xl/workbook.xml" in data:
        return Format.XLSX
    if _BY_SUFFIX.get(suffix) in _PACKED and _ARCHIVE_END not in data:
        raise Refused(Refusal.TRUNCATED)
    office = any(mark in data for mark in (b"mimetypeapplication/", b"xl/", b"ppt/"))
    raise Refused(Refusal.OTHER_FORMAT if office else Refusal.BINARY)


def _plain(data: bytes, suffix: str) -> Format:
    if not data.startswith(_WIDE) and _looks_binary(data):
        raise Refused(Refusal.BINARY)
    claimed = _BY_SUFFIX.get(suffix, Format.TEXT)
    if claimed is Format.PDF or claimed is Format.WARC or claimed in _PACKED:
        raise Refused(Refusal.DAMAGED)
    if claimed in (Format.TEXT, Format.MAIL, Format.SAVED) and (found := _with_headers(data)):
        return found
    if claimed in (Format.MAIL, Format.SAVED):
        claimed = Format.TEXT
    if claimed is Format.TEXT and _PAGE.match(data[:_HEAD]):
        return Format.HTML
    if claimed is Format.HTML and not data.startswith(_WIDE) and not _ANY_TAG.search(data):
        return Format.TEXT
    return claimed


def _with_headers(data: bytes) -> Format | None:
    """A mail, or a page saved as one; None where the file does not begin with such headers."""
    headers = data[: 16 * _HEAD].replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
    if not _MIME_HEADER.match(headers) or not _OF_A_MAIL.search(headers):
        return None
    related = _MULTIPART_PAGE.search(headers)
    return Format.SAVED if related and b"text/html" in related.group().lower() else Format.MAIL


def _looks_binary(data: bytes) -> bool:
    """Whether control characters, which no text holds, are more than a slip of the pen."""
    sample = data[:65_536]
    control = sum(map(sample.count, _CONTROL))
    return control * 100 > len(sample)


_CONTROL = [bytes([code]) for code in (*range(8), *range(14, 27), *range(28, 32))]
