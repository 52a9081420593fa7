"""From the disk, from bytes, from the clipboard: the three ways a text comes in."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from pathlib import Path, PurePath

from workbench.model import Sha256
from workbench.reading.apart import parse_apart
from workbench.reading.charset import recoded
from workbench.reading.dateline import dateline
from workbench.reading.kinds import guess_kind, outlet_in
from workbench.reading.lines import lines, shortened
from workbench.reading.names import shown
from workbench.reading.refusals import Refusal, Refused, unreadable
from workbench.reading.result import Parsed, Reading
from workbench.reading.sniffing import SUFFIXES

MASTHEAD_LINES = 6
"""Lines at the top of a text in which it may name its outlet."""
MOST_BYTES = 50_000_000
_NAMED = 8
"""So many of the files passed over are named."""
_BESIDE_A_PAGE = re.compile(r"[-_ ](?:files|dateien|fichiers|archivos|file|bestanden)$", re.IGNORECASE)
_OF_THE_SYSTEM = frozenset(("Thumbs.db", "desktop.ini"))


def read_file(path: Path) -> Reading:
    """Read one file in. The file is not changed; its bytes are kept in `original`.

    Raises:
        UnreadableFile: with a sentence that says why.
    """
    try:
        data = _bytes_of(path)
    except Refused as refused:
        raise unreadable(refused.reason, path.name or str(path)) from refused
    return read_bytes(data, path.name)


def fingerprint(path: Path) -> Sha256 | None:
    """The SHA-256 of a file that could be read in; None for one that could not, as `read_file` will say."""
    try:
        return Sha256(sha256(_bytes_of(path)).hexdigest())
    except Refused:
        return None


def read_bytes(data: bytes, name: str, charset: str = "") -> Reading:
    """Read in bytes that came under the file name `name`; their content decides the format.

    A plain text, a table or a web page can be read in the encoding `charset`, whatever it seems to be in.

    Raises:
        UnreadableFile: with a sentence that says why.
    """
    try:
        if len(data) > MOST_BYTES:
            raise Refused(Refusal.TOO_LARGE)
        parsed = parse_apart(recoded(data, charset) if charset else data, shown(name))
        if charset:
            parsed = replace(parsed, about=replace(parsed.about, charset=charset))
        return _reading(parsed, shown(name), data)
    except Refused as refused:
        raise unreadable(refused.reason, name) from refused


def read_paste(text: str) -> Reading:
    """Read in pasted text. It needs no jail: no foreign format is parsed.

    Raises:
        UnreadableFile: nothing but white space, or too long.
    """
    from workbench.reading.parsing import MOST_CHARACTERS, finished
    from workbench.reading.plain import read_plain

    try:
        if not text.strip():
            raise Refused(Refusal.EMPTY)
        if len(text) > MOST_CHARACTERS:
            raise Refused(Refusal.TOO_LONG)
        return _reading(finished(read_plain(text)), "", None)
    except Refused as refused:
        raise unreadable(refused.reason, "The pasted text") from refused


def files_in(path: Path) -> list[Path]:
    """`path` itself when it is a file, or the readable files of a folder and the folders in it, sorted.

    Hidden files and folders are passed over. A single file is returned whatever its suffix, and so is
    a folder that may not be looked into: reading it says why.

    Raises:
        UnreadableFile: nothing is there, or the folder holds nothing that can be read in.
    """
    name = path.name or str(path)
    try:
        if not stat.S_ISDIR(_about(path).st_mode):
            return [path]
    except Refused as refused:
        raise unreadable(refused.reason, name) from refused
    closed: list[OSError] = []
    found = []
    for folder, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in names if _is_readable_name(name)]
    found += [Path(error.filename) for error in closed]
    if not found:
        raise unreadable(Refusal.NO_READABLE_FILES, name)
    return sorted(found)


def passed_over_in(path: Path) -> list[Path]:
    """The files of a folder that `files_in` leaves out for their kind, photos and recordings say, sorted.

    Hidden files are not among them, nor those that a browser saves beside a page (in "… files" folders).
    """
    found: list[Path] = []
    for folder, folders, names in os.walk(path):
        folders[:] = [
            name for name in folders if not name.startswith(".") and not _BESIDE_A_PAGE.search(name)
        ]
        others = (name for name in names if not name.startswith((".", "~$")) and not _is_readable_name(name))
        found += [Path(folder, name) for name in others if name not in _OF_THE_SYSTEM]
    return sorted(found)


def told_passed_over(folder: Path, paths: Sequence[Path]) -> str:
    """A sentence that names files of a folder that no text is read from; empty for none."""
    if not paths:
        return ""
    names = [shown(path.name) for path in paths[:_NAMED]]
    left = len(paths) - len(names)
    named = f"{', '.join(names)} and {left:,} more" if left else ", ".join(names)
    count = "one file" if len(paths) == 1 else f"{len(paths):,} files"
    return f"{shown(folder.name or str(folder))} holds {count} that Twosource reads no text from: {named}."


def _is_readable_name(name: str) -> bool:
    return not name.startswith((".", "~$")) and PurePath(name).suffix.lower() in SUFFIXES


def _bytes_of(path: Path) -> bytes:
    about = _about(path)
    if stat.S_ISDIR(about.st_mode):
        raise Refused(Refusal.FOLDER if os.access(path, os.R_OK | os.X_OK) else Refusal.FORBIDDEN)
    if not stat.S_ISREG(about.st_mode):
        raise Refused(Refusal.NOT_A_FILE)
    if about.st_size > MOST_BYTES:
        raise Refused(Refusal.TOO_LARGE)
    with _refusing():
        return path.read_bytes()


def _about(path: Path) -> os.stat_result:
    with _refusing():
        return path.stat()


@contextmanager
def _refusing() -> Iterator[None]:
    """What the disk answers, as reasons."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Refused(Refusal.MISSING) from error
    except PermissionError as error:
        raise Refused(Refusal.FORBIDDEN) from error
    except (OSError, ValueError) as error:
        raise Refused(Refusal.BROKEN_DISK) from error


def _reading(parsed: Parsed, name: str, original: bytes | None) -> Reading:
    about = parsed.about
    opening = dateline(parsed.text)
    outlet = about.outlet or (
        opening.outlet if opening else outlet_in(_first_lines(parsed.text, about.title))
    )
    return Reading(
        title=about.title or _title_of(parsed.text, name),
        byline=about.byline,
        outlet=outlet,
        published=about.published or (opening.published if opening else None),
        url=about.url,
        language=about.language,
        text=parsed.text,
        zones=parsed.zones,
        links=parsed.links,
        kind=parsed.kind or guess_kind(outlet, about.url, parsed.text),
        name=name,
        original=original,
        accessed=about.accessed,
        archived_url=about.archived_url,
        charset=about.charset,
        remarks=parsed.remarks,
        places=parsed.places,
        enclosed=parsed.enclosed,
    )


def _first_lines(text: str, title: str) -> list[str]:
    """The lines near the top in which a text names its outlet; the headline is none of them."""
    return [line.words for line in islice(lines(text), MASTHEAD_LINES) if line.words != title]


def _title_of(text: str, name: str) -> str:
    """Something to call a text without a headline by: its file's name, else its first words."""
    return PurePath(name).stem or shortened(next((line.words for line in lines(text)), ""))
