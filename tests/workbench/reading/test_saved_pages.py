"""Saved pages and web archives: the article, where it came from, and when."""

from __future__ import annotations

import gc
import re
import warnings
import zipfile
from collections.abc import Sequence
from io import BytesIO

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from workbench.reading.enclosed import with_enclosed
from workbench.reading.files import read_bytes
from workbench.reading.parsing import parse
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.saved import archived, moment

SENTENCE = "The Halden Sound Bridge was closed to heavy lorries after inspectors found rust on its hangers. "


def page(head: str = "", before: str = "") -> str:
    body = "".join(f"<p>{SENTENCE}{word}</p>" for word in ("First.", "Second.", "Third."))
    return (
        f"{before}<html><head><title>Bridge closed</title>{head}</head>"
        f"<body><article><h1>Bridge closed</h1>{body}</article></body></html>"
    )


SINGLE_FILE = """<!--
 Page saved with SingleFile
 url: https://est.example/bridge?a=1
 saved date: Sat Mar 14 2026 11:32:11 GMT+0100 (Central European Standard Time)
-->"""
WAYBACK = "https://web.archive.org/web/20260314103211/https://est.example/bridge"


@pytest.mark.parametrize(
    ("source", "url", "at", "copy"),
    [
        (page(before=SINGLE_FILE), "https://est.example/bridge?a=1", "2026-03-14T10:32:11Z", None),
        (
            page(before="<!-- saved from url=(0026)https://est.example/bridge -->"),
            "https://est.example/bridge",
            None,
            None,
        ),
        (
            page(
                before="<!-- Saved from https://est.example/b at 2026-03-14T10:32:11Z using monolith v2.8 -->"
            ),
            "https://est.example/b",
            "2026-03-14T10:32:11Z",
            None,
        ),
        (
            page(f'<link rel="canonical" href="{WAYBACK}">'),
            "https://est.example/bridge",
            "2026-03-14T10:32:11Z",
            WAYBACK,
        ),
        (page('<link rel="canonical" href="https://est.example/c">'), "https://est.example/c", None, None),
    ],
    ids=["SingleFile", "browser", "monolith", "archive", "canonical"],
)
def test_a_page_tells_where_and_when_it_was_saved(
    source: str, url: str, at: str | None, copy: str | None
) -> None:
    about = parse(source.encode(), "page.html").about
    assert (about.url, about.accessed, about.archived_url) == (url, at, copy)


def mhtml(content: str, charset: str = "utf-8") -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://est.example/bridge\r\n"
        "Date: Sat, 14 Mar 2026 10:32:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        '\tboundary="--B"\r\n\r\n\r\n----B\r\n'
        f"Content-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n"
        "Content-Location: https://est.example/bridge\r\n\r\n"
    )
    return head.encode() + content.encode(charset) + b"\r\n----B--\r\n"


@pytest.mark.parametrize(("name", "charset"), [("a.mhtml", "utf-8"), ("a.mht", "cp1252"), ("a.txt", "utf-8")])
def test_a_page_saved_as_one_file_is_read(name: str, charset: str) -> None:
    parsed = parse(mhtml(page().replace("Third.", "Dreißig."), charset), name)
    assert "Dreißig." in parsed.text
    assert (parsed.about.url, parsed.about.accessed) == ("https://est.example/bridge", "2026-03-14T10:32:00Z")


def test_an_archive_that_ends_within_its_page_is_cut_short() -> None:
    with pytest.raises(Refused) as caught:
        parse(warc(page())[:120], "a.warc.gz")
    assert caught.value.reason is Refusal.TRUNCATED


def test_nothing_is_said_of_a_checksum_that_an_archive_does_not_give() -> None:
    data = re.sub(rb"WARC-(Payload|Block)-Digest: [^\r]+\r\n", b"", warc(page(), gzip=False))
    (remark,) = parse(data, "a.warc").remarks
    assert remark.text == "Archived 2026-03-14T10:32:11Z"


def test_a_saved_file_without_a_page_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        parse(
            mhtml("").replace(b"Content-Type: text/html; charset", b"Content-Type: image/gif; charset"),
            "a.mhtml",
        )
    assert caught.value.reason is Refusal.NO_ARTICLE


def warc(*pages: str, gzip: bool = True, status: str = "200 OK") -> bytes:
    with warnings.catch_warnings():
        # The library that writes archives leaves its scratch files to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        made = _warc(pages, gzip, status)
        gc.collect()
    return made


def _warc(pages: Sequence[str], gzip: bool, status: str) -> bytes:
    file = BytesIO()
    writer = WARCWriter(file, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for number, content in enumerate(pages):
        headers = StatusAndHeaders(
            status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
        )
        writer.write_record(
            writer.create_warc_record(
                f"https://est.example/{number}",
                "response",
                payload=BytesIO(content.encode()),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2026-03-14T10:32:11Z"},
            )
        )
    return file.getvalue()


@pytest.mark.parametrize(("name", "gzip"), [("a.warc.gz", True), ("a.warc", False)])
def test_an_archive_of_one_page_is_that_page_with_its_checksum(name: str, gzip: bool) -> None:
    parsed = parse(warc(page(), gzip=gzip), name)
    assert parsed.text.startswith("Bridge closed")
    assert (parsed.about.url, parsed.about.accessed) == ("https://est.example/0", "2026-03-14T10:32:11Z")
    (remark,) = parsed.remarks
    assert "checksum sha1:" in remark.text
    assert remark.text.endswith("which its bytes fit")


def test_a_page_that_does_not_fit_its_checksum_is_told() -> None:
    data = warc(page(), gzip=False).replace(b"First.", b"Fxrst.")
    (remark,) = parse(data, "a.warc").remarks
    assert remark.text.endswith("which its bytes do not fit")


@pytest.mark.parametrize("name", ["a.warc.gz", "a.wacz"])
def test_an_archive_of_several_pages_lists_them_and_encloses_each(name: str) -> None:
    data = warc(page(), page().replace("First.", "Another page."))
    if name.endswith("wacz"):
        file = BytesIO()
        with zipfile.ZipFile(file, "w") as packed:
            packed.writestr("datapackage.json", "{}")
            packed.writestr("archive/data.warc.gz", data)
        data = file.getvalue()
    whole = with_enclosed(read_bytes(data, name))
    assert whole.readings[0].text.startswith("Web archive of 2 pages\n\nhttps://est.example/0\n")
    assert [reading.url for reading in whole.readings[1:]] == [
        "https://est.example/0",
        "https://est.example/1",
    ]
    assert {reading.accessed for reading in whole.readings} == {"2026-03-14T10:32:11Z"}
    assert "Another page." in whole.readings[2].text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (warc(), Refusal.NO_ARTICLE),
        (warc(page(), status="404 Not Found"), Refusal.NO_ARTICLE),
        (b"WARC/1.0\r\nbroken", Refusal.DAMAGED),
    ],
    ids=["no page", "not found", "broken"],
)
def test_an_archive_without_a_page_is_refused(data: bytes, reason: Refusal) -> None:
    from workbench.reading.jail import answer

    assert answer(data, "a.warc.gz")["refused"] in {reason.name, "NO_ARTICLE"}


def test_addresses_of_archived_copies_are_taken_apart() -> None:
    assert archived(WAYBACK) == ("https://est.example/bridge", WAYBACK, "2026-03-14T10:32:11Z")
    assert archived("https://web.archive.org/web/2026/https://a.example/") == (
        "https://a.example/",
        "https://web.archive.org/web/2026/https://a.example/",
        "2026",
    )
    assert archived("https://a.example/") == ("https://a.example/", None, None)
    assert archived(None) == (None, None, None)


@pytest.mark.parametrize("told", ["", "yesterday", "Sat, 99 Mar 2026", None, "2026-13-01"])
def test_what_is_no_time_is_none(told: str | None) -> None:
    assert moment(told) is None
