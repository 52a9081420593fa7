"""Files within files: attachments of a mail, pages of an archive. Each is read in a jail of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.errors import UnreadableFile
from workbench.reading.files import read_bytes, read_file
from workbench.reading.result import Enclosed, Reading

DEEPEST = 3
"""How many files may lie one in another; what lies deeper is passed over, and said."""
MOST_ENCLOSED = 200

_TOO_DEEP = "{name} lies too deep within other files, so it was passed over; save it as a file of its own."
_TOO_MANY = "{name} encloses more than {most} files: the first {most} were read in, the others passed over."


@dataclass(frozen=True, slots=True)
class Whole:
    """A file with everything in it that could be read, itself first, and a sentence for what could not."""

    readings: tuple[Reading, ...]
    refused: tuple[str, ...] = ()


def read_whole(path: Path) -> Whole:
    """Read a file in with the files within it. None of them is changed.

    Raises:
        UnreadableFile: the file itself cannot be read; what lies in it alone is told in `refused`.
    """
    return with_enclosed(read_file(path))


def with_enclosed(reading: Reading) -> Whole:
    """A reading with what is still enclosed in it read as well."""
    found, refused = [reading], list[str]()
    for item in _opened(reading, 1):
        if isinstance(item, Reading):
            found.append(item)
        else:
            refused.append(item)
        if len(found) > MOST_ENCLOSED:
            refused.append(_TOO_MANY.format(name=reading.name, most=MOST_ENCLOSED))
            break
    return Whole(tuple(replace(one, enclosed=()) for one in found), tuple(refused))


def _opened(outer: Reading, depth: int) -> Iterator[Reading | str]:
    for item in outer.enclosed:
        if depth > DEEPEST:
            yield _TOO_DEEP.format(name=item.name)
            continue
        try:
            inner = _told(read_bytes(item.data, item.name), item)
        except UnreadableFile as error:
            yield str(error)
            continue
        yield inner
        yield from _opened(inner, depth + 1)


def _told(reading: Reading, item: Enclosed) -> Reading:
    """What the outer file knows of the inner one, where that does not say so itself."""
    return replace(reading, url=reading.url or item.url, accessed=reading.accessed or item.at)
