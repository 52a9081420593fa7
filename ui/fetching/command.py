"""`twosource fetch`: one page fetched from the command line. Imports no Qt."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from ui.console import say, tell
from ui.export.files import require_place, write_safely
from ui.fetching.allowed import FORBIDDEN, is_forbidden_here
from workbench.change import Stamp
from workbench.errors import PageNotFetched, ReadOnlyCase
from workbench.model import Role
from workbench.progress import silent

if TYPE_CHECKING:
    from workbench.fetching import Fetched
    from workbench.ports import Store

DONE = 0

OpenCase = Callable[[Path], "Store"]


def add_fetch(
    parser: argparse.ArgumentParser, open_case: OpenCase, note_end: Callable[[Store], None]
) -> None:
    """Give the parser what the command takes."""
    parser.add_argument("url", metavar="URL", help="its host is asked, and whichever it leads on to")
    kept = parser.add_mutually_exclusive_group(required=True)
    kept.add_argument("--out", type=Path, metavar="FILE", help="write what came back here, as it came")
    kept.add_argument("--case", type=Path, metavar="CASE", help="add the page to this case as a source")
    parser.add_argument("--by", metavar="NAME", help="who adds it; default: the name of your account")
    parser.set_defaults(run=partial(_fetch, open_case, note_end))


def _fetch(open_case: OpenCase, note_end: Callable[[Store], None], options: argparse.Namespace) -> int:
    if is_forbidden_here():
        raise PageNotFetched(FORBIDDEN)
    if options.out is not None:
        return _write(options.url, options.out)
    with closing(open_case(options.case)) as store:
        if store.read_only is not None:
            raise ReadOnlyCase(store.read_only)
        _add(store, options.url, options.by or getuser())
        note_end(store)
    return DONE


def _write(url: str, path: Path) -> int:
    require_place(path, ())
    page = _asked(url)
    write_safely(path, lambda part: part.write_bytes(page.data))
    say(f"{path}: {page.url}, {page.at.isoformat(timespec='seconds')}")
    return DONE


def _add(store: Store, url: str, by: str) -> None:
    from workbench.documents import add_document
    from workbench.fetching.pages import reading_of

    reading = reading_of(_asked(url))
    stamp = Stamp(by, datetime.now(UTC))
    change, originals = add_document(reading, Role.SOURCE, lambda: uuid4().hex, stamp)
    store.apply(change, originals)
    say(f"{os.fspath(store.path)}: {reading.title or reading.name}, {reading.url}, {reading.accessed}")


def _asked(url: str) -> Fetched:
    """The page; the host is named before it is asked."""
    from workbench.fetching import fetch
    from workbench.fetching.guard import parts

    tell(f"twosource: Asking {parts(url).hostname} for the page.")
    return fetch(url, silent)
