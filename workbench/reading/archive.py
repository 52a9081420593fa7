"""Web archives (.warc, .wacz; ISO 28500): the pages in them, with address, time and checksum of each."""

from __future__ import annotations

import hashlib
import zlib
from base64 import b32encode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from workbench.model import RemarkKind, SourceKind, ZoneRole
from workbench.reading.blocks import Block, Piece, compose
from workbench.reading.packages import package_of
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import About, Enclosed, FoundRemark, Parsed
from workbench.text import Span

_GZIP = b"\x1f\x8b"
_LARGEST_PAGE = 20_000_000
_MOST_UNPACKED = 200_000_000
_MOST_RECORDS = 20_000
_PAGE_KINDS = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class _Page:
    url: str
    at: str
    digest: str
    sound: bool | None
    data: bytes

    @property
    def told(self) -> str:
        """What the archive says of the page, and whether its bytes fit the checksum."""
        fits = {None: "", True: ", which its bytes fit", False: ", which its bytes do not fit"}[self.sound]
        return f"Archived {self.at}, checksum {self.digest}{fits}" if self.digest else f"Archived {self.at}"


def parse(data: bytes) -> Parsed:
    """Read a web archive: its one page, or a list of its pages, which are enclosed.

    Raises:
        Refused: damaged, cut short, a bomb, or without a page.
    """
    pages = list(_pages(data))
    if not pages:
        raise Refused(Refusal.TRUNCATED if _is_cut(data) else Refusal.NO_ARTICLE)
    return _single(pages[0]) if len(pages) == 1 else _listed(pages)


def _single(page: _Page) -> Parsed:
    from workbench.reading.webpage import parse as parse_page

    parsed = parse_page(page.data)
    about = replace(parsed.about, url=page.url, accessed=page.at, charset=None)
    first = Span(0, len(parsed.text.split("\n", 1)[0]))
    remark = FoundRemark(first, RemarkKind.ANNOTATION, page.told, at=page.at)
    return replace(parsed, about=about, remarks=(remark,))


def _listed(pages: list[_Page]) -> Parsed:
    blocks = [Block((Piece(f"Web archive of {len(pages)} pages"),), ZoneRole.HEADING)]
    for page in pages:
        blocks.append(Block((Piece(page.url, page.url),)))
        blocks.append(Block((Piece(page.told),), tight=True))
    made = compose(blocks)
    enclosed = tuple(
        Enclosed(f"page {number}.html", page.data, page.url, page.at) for number, page in enumerate(pages, 1)
    )
    about = About(title=f"Web archive of {len(pages)} pages", accessed=pages[0].at)
    return Parsed(about, made.text, made.zones, made.links, enclosed=enclosed, kind=SourceKind.DOCUMENT)


def _pages(data: bytes) -> Iterator[_Page]:
    if not data.startswith(b"PK\x03\x04"):
        yield from _records(data)
        return
    with package_of(data) as package:
        for name in package.namelist():
            if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
                yield from _records(package.read(name))


def _is_cut(data: bytes) -> bool:
    """Whether a compressed archive ends in the midst of a record."""
    left = _MOST_UNPACKED
    while data.startswith(_GZIP) and left > 0:
        member = zlib.decompressobj(wbits=31)
        try:
            left -= len(member.decompress(data, left))
        except zlib.error:
            return False
        if not member.eof:
            return not member.unconsumed_tail
        data = member.unused_data
    return False


def _records(data: bytes) -> Iterator[_Page]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    left = _MOST_UNPACKED
    try:
        for number, record in enumerate(ArchiveIterator(BytesIO(data))):
            if number >= _MOST_RECORDS:
                raise Refused(Refusal.TANGLED)
            if record.rec_type not in ("response", "resource") or not _is_page(record):
                continue
            page = record.content_stream().read(min(left, _LARGEST_PAGE) + 1)
            left -= len(page)
            if len(page) > _LARGEST_PAGE or left < 0:
                raise Refused(Refusal.TANGLED)
            yield _page(record, page)
    except ArchiveLoadFailed as error:
        raise Refused(Refusal.DAMAGED) from error


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    kind = (headers or record.rec_headers).get_header("Content-Type") or ""
    answered = headers is None or headers.get_statuscode() == "200"
    return answered and kind.split(";")[0].strip().lower() in _PAGE_KINDS


def _page(record: Any, data: bytes) -> _Page:
    told = record.rec_headers
    digest = told.get_header("WARC-Payload-Digest") or ""
    encoded = record.http_headers is not None and record.http_headers.get_header("Content-Encoding")
    return _Page(
        told.get_header("WARC-Target-URI") or "",
        told.get_header("WARC-Date") or "",
        digest,
        None if encoded else _fits(digest, data),
        data,
    )


def _fits(digest: str, data: bytes) -> bool | None:
    """Whether bytes fit a checksum; None for a kind of checksum that is not known here."""
    kind, _, value = digest.partition(":")
    if kind not in ("sha1", "sha256"):
        return None
    made = hashlib.new(kind, data)
    return value.lower() in (made.hexdigest(), b32encode(made.digest()).decode("ascii").rstrip("=").lower())
