"""Pages are fetched from public addresses alone, in bounds, and kept as they came."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from workbench.errors import PageNotFetched
from workbench.fetching import fetch, guard
from workbench.fetching.fetch import Fetched
from workbench.fetching.guard import is_public
from workbench.fetching.pages import reading_of
from workbench.progress import Cancelled, silent

PAGE = (
    "<html><head><title>Bridge</title></head><body><article>"
    + "<p>The harbour bridge will close for eleven weeks, the council said on Tuesday.</p>" * 3
    + "</article></body></html>"
).encode()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.path.split("?")[0]
        match name:
            case "/page":
                self.answer(200, PAGE, {"Content-Type": "text/html; charset=utf-8"})
            case "/packed":
                self.answer(
                    200, gzip.compress(PAGE), {"Content-Type": "text/html", "Content-Encoding": "gzip"}
                )
            case "/moved":
                self.answer(302, b"", {"Location": "/page?from=moved"})
            case "/round":
                self.answer(302, b"", {"Location": "/round"})
            case "/inward":
                self.answer(302, b"", {"Location": "http://printer.example/status"})
            case "/file":
                self.answer(302, b"", {"Location": "file:///etc/passwd"})
            case "/large":
                self.answer(200, gzip.compress(bytes(60_000_000)), {"Content-Encoding": "gzip"})
            case _:
                self.answer(404, b"nothing", {})

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Fetched]]:
    """Fetches a page of a server on this machine, which stands for one of the open web."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    port = server.server_address[1]
    monkeypatch.setattr(guard, "is_public", lambda address: address == "127.0.0.1")

    def resolve(host: str, _port: int) -> Sequence[str]:
        return {"news.example": ["127.0.0.1"], "printer.example": ["10.0.0.7"]}.get(host, [])

    def get(path: str) -> Fetched:
        now = datetime(2026, 3, 14, 10, 32, tzinfo=UTC)
        return fetch(f"http://news.example:{port}{path}", silent, resolve=resolve, clock=lambda: now)

    yield get
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["/page", "/packed", "/moved"])
def test_a_page_is_fetched_and_read_in(site: Callable[[str], Fetched], path: str) -> None:
    page = site(path)
    assert page.data == PAGE
    reading = reading_of(page)
    assert "eleven weeks" in reading.text
    assert (reading.url, reading.accessed, reading.original) == (page.url, "2026-03-14T10:32:00Z", PAGE)
    assert page.url.endswith({"/moved": "/page?from=moved"}.get(path, path))


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/inward", "private network"),
        ("/file", "no address of a web page"),
        ("/round", "leads on and on"),
        ("/nothing", "answered 404"),
        ("/large", "larger than 50 MB"),
    ],
)
def test_what_is_not_fetched_is_told_in_a_sentence(
    site: Callable[[str], Fetched], path: str, why: str
) -> None:
    with pytest.raises(PageNotFetched, match=why):
        site(path)


def test_fetching_can_be_cancelled(site: Callable[[str], Fetched]) -> None:
    def cancel(*_: object) -> None:
        raise Cancelled

    address = site("/page").url
    with pytest.raises(Cancelled):
        fetch(address, cancel, resolve=lambda *_: ["127.0.0.1"])


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1"),
        *(
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1%eth0",
            "fc00::1",
            "ff02::1",
            "::ffff:127.0.0.1",
        ),
        *("::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1", "not an address", ""),
    ],
)
def test_addresses_of_this_machine_and_of_private_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"]
)
def test_other_addresses_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "",
            "page",
            "ftp://a.example/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "http://",
            "http://[::1/",
        ),
        *("http://a.example:99999/", "https://a b.example/", "http://user:secret@a.example/"),
    ],
)
def test_what_is_no_address_of_a_page_is_not_asked_for(url: str) -> None:
    def never(*_: object) -> Sequence[str]:
        raise AssertionError("asked")

    with pytest.raises(PageNotFetched):
        fetch(url, silent, resolve=never)


@pytest.mark.parametrize("known", [[], ["10.0.0.1"], ["93.184.215.14", "127.0.0.1"]])
def test_a_host_with_any_address_inside_is_not_asked(known: list[str]) -> None:
    with pytest.raises(PageNotFetched, match="private network"):
        fetch("https://mixed.example/", silent, resolve=lambda *_: known)
