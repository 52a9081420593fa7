"""A fetched page as a reading: the bytes as they came are kept, with its address and the time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from workbench.fetching.fetch import Fetched, fetch
from workbench.progress import Progress
from workbench.reading import Reading, read_bytes
from workbench.reading.saved import archived

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/csv": ".csv",
}


def read_page(url: str, progress: Progress) -> Reading:
    """Fetch a page and read it in.

    Raises:
        PageNotFetched, UnreadableFile: with a sentence that says why.
    """
    return reading_of(fetch(url, progress))


def reading_of(page: Fetched) -> Reading:
    """What was fetched, read in. Raises `UnreadableFile`."""
    reading = read_bytes(page.data, _name(page))
    address, copy, made = archived(page.url)
    fetched = page.at.isoformat(timespec="seconds").replace("+00:00", "Z")
    return replace(
        reading,
        url=reading.url if copy is None and reading.url else address,
        archived_url=copy or reading.archived_url,
        accessed=made or fetched,
    )


def _name(page: Fetched) -> str:
    """A file name out of an address: its last part, else its host, with the suffix of what it is."""
    found = urlsplit(page.url)
    last = PurePosixPath(unquote(found.path)).name or (found.hostname or "page")
    suffix = _SUFFIXES.get(page.kind, "")
    return last if not suffix or last.lower().endswith(suffix) else f"{last[:120]}{suffix}"
