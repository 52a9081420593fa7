"""Files without text, told by their first bytes: a recording, a picture, scanned pages, or anything else."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePath

from workbench.errors import UnreadableFile
from workbench.kinds import Medium
from workbench.model import Sha256
from workbench.progress import Progress
from workbench.reading.names import shown
from workbench.reading.refusals import Refusal, unreadable

MOST_KEPT = 50_000_000
"""Bytes of a file that a case keeps; a larger one stays where it is."""
_CHUNK = 1 << 20
_HEAD = 4096

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"BM", ".bmp"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"%PDF-", ".pdf"),
    (b"ID3", ".mp3"),
    (b"\xff\xfb", ".mp3"),
    (b"\xff\xf3", ".mp3"),
    (b"\xff\xf2", ".mp3"),
    (b"\xff\xf1", ".aac"),
    (b"\xff\xf9", ".aac"),
    (b"OggS", ".ogg"),
    (b"fLaC", ".flac"),
    (b"#!AMR", ".amr"),
    (b"caff", ".caf"),
    (b"\x1a\x45\xdf\xa3", ".mkv"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", ".wma"),
    (b"\0\0\x01\xba", ".mpg"),
    (b"\0\0\x01\xb3", ".mpg"),
)
_WITHIN: dict[bytes, str] = {
    b"WEBP": ".webp",
    b"WAVE": ".wav",
    b"AVI ": ".avi",
    b"AIFF": ".aiff",
    b"AIFC": ".aiff",
}
"""What stands in the ninth byte of a container, by what it holds."""
_BRANDS = {
    b"heic": ".heic",
    b"heix": ".heic",
    b"mif1": ".heic",
    b"avif": ".avif",
    b"M4A ": ".m4a",
    b"qt  ": ".mov",
}
_ALSO = (
    ".jpeg .tiff .jpe .m4v .webm .wave .aif .mpeg .oga .opus .ogv .3gp .m4b .wmv .asf .avif .heif .mka .mp2"
)
"""Other suffixes of such files."""
_PICTURES = frozenset((".png", ".jpg", ".gif", ".bmp", ".tif", ".webp", ".heic", ".avif"))


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file as it lies there. `data` is None when it is too large to be kept."""

    name: str
    medium: Medium
    size: int
    sha256: Sha256
    data: bytes | None


def look_at(path: Path, progress: Progress) -> FoundFile:
    """Read a file that is to be kept as back-up, or take the fingerprint of a larger one.

    Raises:
        UnreadableFile: it is not there, empty, no ordinary file, or may not be read.
    """
    name = shown(path.name)
    with _refusing(name):
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise unreadable(Refusal.FOLDER if stat.S_ISDIR(about.st_mode) else Refusal.NOT_A_FILE, name)
        if not about.st_size:
            raise unreadable(Refusal.EMPTY, name)
        if about.st_size > MOST_KEPT:
            head, found, size = _fingerprint(path, about.st_size, progress)
            return FoundFile(name, medium_of(head), size, found, None)
        data = path.read_bytes()
    return FoundFile(name, medium_of(data), len(data), Sha256(sha256(data).hexdigest()), data)


def is_file(path: Path, wanted: Sha256, progress: Progress) -> bool:
    """Whether a file is the one of that fingerprint. Raises `UnreadableFile`."""
    name = shown(path.name)
    with _refusing(name):
        return _fingerprint(path, path.stat().st_size, progress)[1] == wanted


def medium_of(data: bytes) -> Medium:
    """What a file is, by its first bytes."""
    suffix = suffix_of(data)
    if not suffix:
        return Medium.FILE
    if suffix == ".pdf":
        return Medium.PAGES
    return Medium.PICTURE if suffix in _PICTURES else Medium.RECORDING


def suffix_of(data: bytes) -> str:
    """The suffix that belongs to the first bytes of a file; empty where they are unknown here.

    A file is handed to another program under this one, whatever it is called: what calls itself a picture
    and is a program is not started.
    """
    head = data[:_HEAD]
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], ".mp4")
    if head[:4] in (b"RIFF", b"FORM"):
        return _WITHIN.get(head[8:12], "")
    return next((suffix for begin, suffix in _BEGINNINGS if head.startswith(begin)), "")


def is_named_safely(name: str) -> bool:
    """Whether a file is called like a recording, a picture or pages, so that no system would run it."""
    known = {suffix for _, suffix in _BEGINNINGS} | {*_WITHIN.values(), *_BRANDS.values(), ".mp4"}
    return PurePath(name).suffix.lower() in known | set(_ALSO.split())


def safe_name(name: str, data: bytes) -> str:
    """A name for a copy of a file, ending as its bytes demand, that is a name on any system."""
    stem = "".join(letter if letter.isalnum() or letter in " -_." else "_" for letter in PurePath(name).stem)
    return (stem.strip(" .")[:100] or "file") + suffix_of(data)


def _fingerprint(path: Path, total: int, progress: Progress) -> tuple[bytes, Sha256, int]:
    """The first bytes of a file, its sha256 and how many bytes there are."""
    found, head, size = sha256(), b"", 0
    with path.open("rb") as opened:
        while piece := opened.read(_CHUNK):
            head = head or piece[:_HEAD]
            found.update(piece)
            size += len(piece)
            progress(size // _CHUNK, total // _CHUNK + 1, os.path.basename(path))
    return head, Sha256(found.hexdigest()), size


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """What the disk answers, as sentences."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise unreadable(Refusal.MISSING, name) from error
    except PermissionError as error:
        raise unreadable(Refusal.FORBIDDEN, name) from error
    except UnreadableFile:
        raise
    except (OSError, ValueError) as error:
        raise unreadable(Refusal.BROKEN_DISK, name) from error
