"""Bombs and broken files read in: does any of them reach the program that reads them?

Bombs are made to take time or memory; mutants are sound files of every format with bytes flipped, cut, twice
or spliced. Each is read as the program reads it, but in a jailed process forked from one that has its parsers
loaded, so that thousands can be tried; `--apart` starts a new process for each, as the program does. Counted
are exceptions outside the jail, answers that took over 15 s, and memory over 1 GB.
Run: python -m benchmarks.hostile_files [MUTANTS] [--apart] [--without-bombs]
"""

from __future__ import annotations

import gzip
import json
import os
import random
import resource
import signal
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from io import BytesIO
from itertools import chain
from time import monotonic

from workbench.errors import UnreadableFile
from workbench.reading.apart import checked
from workbench.reading.files import read_bytes
from workbench.reading.refusals import Refused

LONGEST_S = 15.0
MOST_BYTES = 1_000_000_000
WORDS = "The harbour bridge will close for eleven weeks from April, the council said on Tuesday. "


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `bug` is an exception that got out of the jail, `memory` in bytes."""

    name: str
    said: str
    seconds: float
    memory: int
    bug: str = ""

    @property
    def failed(self) -> bool:
        """Whether it did what no file may."""
        return bool(self.bug) or self.seconds > LONGEST_S or self.memory > MOST_BYTES


def main(mutants: int = 4000, *, apart: bool = False, with_bombs: bool = True) -> int:
    """Read all bombs and so many mutants; print, and 1 when one of them did harm."""
    read = read_apart if apart else read_forked
    every = chain(bombs() if with_bombs else (), map(mutant, range(mutants)))
    outcomes = [read(name, data) for name, data in every]
    said = Counter(outcome.said for outcome in outcomes)
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    largest = max(outcomes, key=lambda outcome: outcome.memory)
    print(f"{len(outcomes)} files: " + ", ".join(f"{count} {what}" for what, count in said.most_common()))
    print(
        f"slowest {slowest.seconds:.1f} s ({slowest.name}), "
        f"most memory {largest.memory / 1e6:.0f} MB ({largest.name})"
    )
    failed = [outcome for outcome in outcomes if outcome.failed]
    for outcome in failed:
        print(f"FAILED {outcome}")
    return int(bool(failed))


def read_apart(name: str, data: bytes) -> Outcome:
    """Read a file as the program does. `memory` is the largest of any process so far."""
    start = monotonic()
    said, bug = "read", ""
    try:
        read_bytes(data, name)
    except UnreadableFile:
        said = "refused"
    except Exception as error:  # what is looked for
        bug = repr(error)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return Outcome(name, said, monotonic() - start, memory, bug)


def read_forked(name: str, data: bytes) -> Outcome:
    """Read a file in a jailed copy of this process."""
    _warm()
    start = monotonic()
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.close(out)
        _answer_and_end(name, data, into)
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        said = pipe.read()
    _, status, used = os.wait4(child, 0)
    took, memory = monotonic() - start, used.ru_maxrss * 1024
    if status:
        killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        return Outcome(
            name, f"stopped ({signal.Signals(killed).name})" if killed else "stopped", took, memory
        )
    return _told(name, said, took, memory)


def _told(name: str, said: bytes, took: float, memory: int) -> Outcome:
    try:
        checked(said)
    except Refused as refused:
        return Outcome(name, f"refused ({refused.reason.name.lower()})", took, memory)
    except Exception as error:  # what is looked for
        return Outcome(name, "broke", took, memory, repr(error))
    return Outcome(name, "read", took, memory)


def _answer_and_end(name: str, data: bytes, into: int) -> None:
    """In the forked process: answer as the jail does, and end without any of this process' clean-up."""
    try:
        from workbench.jail.confinement import confine
        from workbench.reading.jail import answer

        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        confine()
        with os.fdopen(into, "wb") as pipe:
            pipe.write(json.dumps(answer(data, name)).encode("ascii"))
    except BaseException:
        os._exit(1)
    os._exit(0)


def _warm() -> None:
    """Load every parser, so that a fork need not."""
    if "trafilatura" not in sys.modules:
        from workbench.reading.jail import answer

        for name, data in sound().items():
            answer(data, name)


def sound() -> dict[str, bytes]:
    """A sound file of every format."""
    return {name: make() for name, make in _SOUND.items()}


def mutant(seed: int) -> tuple[str, bytes]:
    """A sound file with damage that depends on `seed` alone."""
    chance = random.Random(seed)
    name = list(_SOUND)[seed % len(_SOUND)]
    data = bytearray(_CACHE.get(name) or _CACHE.setdefault(name, _SOUND[name]()))
    for _ in range(chance.choice((1, 1, 3, 10, 100))):
        at = chance.randrange(len(data) or 1)
        match chance.randrange(6):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[at : at + chance.randrange(1, 200)]
            case 2:
                data[at:at] = data[at : at + chance.randrange(1, 2000)]
            case 3:
                data[at:at] = chance.choice(_SPICE)
            case 4:
                del data[at:]
            case 5:
                data[at : at + 4] = chance.randbytes(4)
        if not data:
            data = bytearray(b"x")
    return f"{seed}-{name}", bytes(data)


def bombs() -> Iterator[tuple[str, bytes]]:
    """Files made to take all the time or memory there is."""
    for name, make in BOMBS.items():
        yield name, make()


def _packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def _docx() -> bytes:
    from docx import Document

    document = Document()
    document.add_heading("Bridge to close", 0)
    run = document.add_paragraph(WORDS).runs[0]
    document.add_comment([run], text="Which council?", author="Ruth", initials="R")
    document.add_table(2, 2).cell(0, 0).text = "Cost"
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _xlsx() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for row in (["Region", "Hangers"], ["North", 14], ["South", 3]):
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _odt(body: str = f"<text:p>{WORDS}</text:p>") -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table")
    )
    inner = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {spaces}>{inner}</office:document-content>"
    files = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()}
    return _packed(files, zipfile.ZIP_STORED)


def _epub(chapter: str = f"<html><body><p>{WORDS}</p></body></html>") -> bytes:
    container = (
        b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        b'<rootfile full-path="p.opf"/></rootfiles></container>'
    )
    opf = (
        b'<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" '
        b'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    files = {"mimetype": b"application/epub+zip", "META-INF/container.xml": container, "p.opf": opf}
    return _packed({**files, "a.xhtml": chapter.encode()}, zipfile.ZIP_STORED)


def _pdf(
    stream: bytes = b"BT /F1 12 Tf 72 700 Td (The harbour bridge will close for weeks.) Tj ET",
    filters: str = "",
) -> bytes:
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}{filters}>>\nstream\n".encode() + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    table = len(made)
    made += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    made += f"trailer<</Size {len(parts) + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF".encode()
    return bytes(made)


def _html(body: str = "") -> bytes:
    paragraphs = "".join(
        f"<p>{WORDS}<a href='https://council.example/'>Notice {number}</a></p>" for number in range(3)
    )
    article = f"<article>{paragraphs}{body}</article>"
    return f"<html><head><title>Bridge</title></head><body>{article}</body></html>".encode()


def _mail(attachments: int = 1) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "a@b.example", "Bridge", "Sat, 14 Mar 2026 10:32:00 +0100"
    mail.set_content(WORDS)
    for number in range(attachments):
        mail.add_attachment(b"a,b\n1,2\n", maintype="text", subtype="csv", filename=f"{number}.csv")
    return bytes(mail)


def _nested_mail(depth: int) -> bytes:
    opened = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return f"From: a@b.example\nMIME-Version: 1.0\n{opened}Content-Type: text/plain\n\n{WORDS}\n".encode()


def _warc(page: bytes | None = None, encoding: str = "") -> bytes:
    body = _html() if page is None else page
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{encoding}\r\n".encode()
    record = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
        "WARC-Date: 2026-03-14T10:32:11Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(head) + len(body)}\r\n\r\n"
    )
    return record.encode() + head + body + b"\r\n\r\n"


def _mhtml(page: bytes | None = None) -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
        "--B\r\nContent-Type: text/html\r\n\r\n"
    )
    return head.encode() + (page or _html()) + b"\r\n--B--\r\n"


_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
_LAUGHING = f"<!DOCTYPE x [{_LAUGHS}]><x>&l11;</x>"
_SPICE = (
    b"<table>" * 300,
    b"&#x202e;&amp;\0\xff\xfe",
    b"<!ENTITY a SYSTEM 'file:///etc/passwd'>",
    b"/FlateDecode /ASCIIHexDecode",
    b"\x1f\x8b\x08\0\0\0\0\0",
    b"PK\x03\x04PK\x05\x06",
    b"%%EOF\n%PDF-1.4",
    b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
)
_SOUND: dict[str, Callable[[], bytes]] = {
    "a.docx": _docx,
    "a.xlsx": _xlsx,
    "a.odt": _odt,
    "a.epub": _epub,
    "a.pdf": _pdf,
    "a.html": _html,
    "a.mhtml": _mhtml,
    "a.warc": _warc,
    "a.warc.gz": lambda: gzip.compress(_warc(), mtime=0),
    "a.eml": _mail,
    "a.csv": lambda: b"Region,Hangers\nNorth,14\nSouth,3\n" * 20,
    "a.md": lambda: f"# Bridge\n\n{WORDS}[Notice](https://council.example/)\n".encode(),
    "a.txt": lambda: f"Bridge to close\n\n{WORDS}\n".encode(),
}
_CACHE: dict[str, bytes] = {}
_ZEROS = 300_000_000
BOMBS: dict[str, Callable[[], bytes]] = {
    "zip.docx": lambda: _packed({"word/document.xml": bytes(_ZEROS)}),
    "zip.xlsx": lambda: _packed({"xl/workbook.xml": b"<x/>", "xl/sharedStrings.xml": bytes(_ZEROS)}),
    "zip.epub": lambda: _packed({"META-INF/container.xml": b"<x/>", "a.xhtml": bytes(_ZEROS)}),
    "many.docx": lambda: _packed(
        {"word/document.xml": b"<x/>", **{f"word/{n}.xml": b"" for n in range(20_000)}}
    ),
    "laughs.docx": lambda: _packed({"word/document.xml": _LAUGHING.encode()}),
    "laughs.odt": lambda: _packed(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": _LAUGHING.encode()},
        zipfile.ZIP_STORED,
    ),
    "laughs.epub": lambda: _epub(_LAUGHING),
    "deep.docx": lambda: _packed({"word/document.xml": (b"<a>" * 400_000)}),
    "deep.odt": lambda: _odt("<text:list><text:list-item>" * 100_000),
    "deep.epub": lambda: _epub("<div>" * 500_000),
    "deep.html": lambda: _html("<div>" * 1_000_000),
    "tables.html": lambda: _html("<table><tr><td>" * 100_000 + "x"),
    "attributes.html": lambda: _html("<p " + " ".join(f"a{n}='x'" for n in range(200_000)) + ">x</p>"),
    "links.html": lambda: _html("<a href='x'>" * 200_000 + "x"),
    "lists.html": lambda: _html("<ul><li>x" * 60_000),
    "comments.html": lambda: _html("<!--" * 500_000),
    "quotes.md": lambda: b"> " * 300_000 + b"x",
    "brackets.md": lambda: b"[" * 400_000,
    "stars.md": lambda: b"*a **a " * 100_000,
    "list.md": lambda: b"".join(b" " * n + b"- x\n" for n in range(3000)),
    "wide.csv": lambda: b"," * 5_000_000,
    "quoted.csv": lambda: b'"' + b"x" * 20_000_000,
    "long.csv": lambda: b"a,b\n" * 5_000_000,
    "spaces.txt": lambda: b" \t" * 6_000_000 + b"x",
    "lines.txt": lambda: b"x\n\n" * 900_000,
    "flate.pdf": lambda: _pdf(zlib.compress(bytes(_ZEROS)), "/Filter/FlateDecode"),
    "filters.pdf": lambda: _pdf(
        zlib.compress(zlib.compress(zlib.compress(bytes(_ZEROS)))), "/Filter[" + "/FlateDecode" * 3 + "]"
    ),
    "kids.pdf": lambda: _pdf().replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"),
    "words.pdf": lambda: _pdf(b"BT /F1 1 Tf " + b"1 0 Td (x) Tj " * 400_000 + b"ET"),
    "nested.eml": lambda: _nested_mail(20_000),
    "attached.eml": lambda: _mail(400),
    "headers.eml": lambda: b"From: a@b.example\n" + b"X-A: b\n" * 500_000 + b"\nwords of the mail\n",
    "folded.eml": lambda: (
        b"From: a@b.example\nSubject: " + b"=?utf-8?q?a?= " * 200_000 + b"\n\nwords of the mail\n"
    ),
    "encoded.eml": lambda: b"From: a@b.example\nSubject: " + b"=?" * 200_000 + b"\n\nwords of the mail\n",
    "gzip.warc.gz": lambda: gzip.compress(_warc(bytes(_ZEROS)), mtime=0),
    "body.warc": lambda: _warc(gzip.compress(bytes(_ZEROS), mtime=0), "Content-Encoding: gzip\r\n"),
    "records.warc": lambda: _warc(b"<p>x") * 30_000,
    "deep.mhtml": lambda: _mhtml(_html("<table><tr><td>" * 100_000)),
    "base64.html": lambda: _html("<img src='data:image/png;base64," + "A" * 9_000_000 + "'>"),
}


if __name__ == "__main__":
    count = next((int(word) for word in sys.argv[1:] if word.isdecimal()), 4000)
    sys.exit(main(count, apart="--apart" in sys.argv, with_bombs="--without-bombs" not in sys.argv))
