"""One page fetched: at most so many bytes, redirects and seconds, and from public addresses alone.

No proxy is used and no cookie kept; nothing is sent but the address, and what kind of answer can be read.
"""

from __future__ import annotations

import gzip
import http.client
import socket
import ssl
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from time import monotonic
from urllib.parse import SplitResult, urljoin

from workbench.errors import PageNotFetched
from workbench.fetching.guard import Resolve, parts, port_of, public_address, resolved
from workbench.progress import Progress

MOST_BYTES = 50_000_000
MOST_REDIRECTS = 8
PATIENCE_S = 20.0
"""For the page as a whole; a host that says nothing is left after half of it."""
_CHUNK = 64 * 1024
_MOVED = frozenset((301, 302, 303, 307, 308))
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Twosource fact-checking desk)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Accept-Language": "en, *;q=0.5",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: the bytes, from which address in the end, when (UTC), and as what."""

    data: bytes
    url: str
    at: datetime
    kind: str
    asked: str


def fetch(
    url: str,
    progress: Progress,
    *,
    resolve: Resolve = resolved,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    patience_s: float = PATIENCE_S,
) -> Fetched:
    """Fetch a page. `progress` may cancel it between two pieces.

    Raises:
        PageNotFetched: with a sentence that says why; nothing was kept.
    """
    end, asked = monotonic() + patience_s, url.strip()
    address = asked
    for _ in range(MOST_REDIRECTS + 1):
        found = parts(address)
        try:
            answer = _ask(found, resolve, end, progress)
        except (OSError, http.client.HTTPException, EOFError, zlib.error) as error:
            raise _unanswered(found, error) from error
        if isinstance(answer, str):
            address = urljoin(address, answer)
            continue
        data, kind = answer
        return Fetched(data, address, clock(), kind, asked)
    raise PageNotFetched(f"“{asked[:80]}” leads on and on, so nothing was fetched. Open it in a browser.")


def _ask(found: SplitResult, resolve: Resolve, end: float, progress: Progress) -> str | tuple[bytes, str]:
    """Ask one host: where the page is instead, or its bytes and kind."""
    host = found.hostname or ""
    connection = _connection(found, public_address(host, port_of(found), resolve), end)
    try:
        target = (found.path or "/") + (f"?{found.query}" if found.query else "")
        connection.request("GET", target, headers=_HEADERS)
        with connection.getresponse() as answer:
            return _told_by(answer, host, end, progress)
    finally:
        connection.close()


def _told_by(
    answer: http.client.HTTPResponse, host: str, end: float, progress: Progress
) -> str | tuple[bytes, str]:
    """What an answer says: where the page is instead, or its bytes and kind."""
    if answer.status in _MOVED and answer.headers.get("Location"):
        return str(answer.headers["Location"])
    if answer.status != 200:
        raise PageNotFetched(
            f"“{host}” answered {answer.status} ({answer.reason[:40]}), so there is nothing to read in. "
            "Open the page in a browser, save it and import the file."
        )
    data = _read(answer, end, progress, host)
    if answer.headers.get("Content-Encoding", "").lower() == "gzip":
        data = _unpacked(data, host)
    return data, answer.headers.get_content_type()


def _connection(found: SplitResult, address: str, end: float) -> http.client.HTTPConnection:
    """A connection to the address that was looked at, under the name that was asked for."""
    wait = max(0.1, min(end - monotonic(), PATIENCE_S / 2))
    host, port = found.hostname or "", port_of(found)
    plain = socket.create_connection((address, port), timeout=wait)
    made = http.client.HTTPConnection(host, port, timeout=wait)
    try:
        secure = found.scheme == "https"
        made.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if secure else plain
    except BaseException:
        plain.close()
        raise
    if secure:
        made.default_port = 443
    return made


def _read(answer: http.client.HTTPResponse, end: float, progress: Progress, host: str) -> bytes:
    data = bytearray()
    while piece := answer.read(_CHUNK):
        data += piece
        if len(data) > MOST_BYTES:
            raise _too_large(host)
        if monotonic() > end:
            raise TimeoutError
        progress(len(data), answer.length or 0, host)
    return bytes(data)


def _unpacked(data: bytes, host: str) -> bytes:
    with gzip.GzipFile(fileobj=BytesIO(data)) as packed:
        found = packed.read(MOST_BYTES + 1)
    if len(found) > MOST_BYTES:
        raise _too_large(host)
    return found


def _too_large(host: str) -> PageNotFetched:
    return PageNotFetched(f"What “{host}” sends is larger than 50 MB, so nothing was read in.")


def _unanswered(found: SplitResult, error: Exception) -> PageNotFetched:
    why = "took too long to answer" if isinstance(error, TimeoutError) else "gave no answer that can be read"
    if isinstance(error, ssl.SSLCertVerificationError):
        why = "could not prove that it is the right one"
    return PageNotFetched(
        f"“{found.hostname}” {why}, so nothing was fetched. Check the connection, or save the page in a "
        "browser and import the file."
    )
