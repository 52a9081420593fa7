"""Shapes of a file that would keep a parser busy for ever, told by counting before it is asked.

The jail stops what takes too long anyway; this says so at once. No file that a person wrote comes near.
"""

from __future__ import annotations

import re

from workbench.reading.sniffing import Format

_MOST_TAGS = 300_000
_MOST_LINKS = 50_000
_LONGEST_TAG = re.compile(rb"<[a-z][^<>]{400000}", re.I)
_EMBEDDED = re.compile(rb"data:[\w/+.-]+;base64,[A-Za-z0-9+/=%]+")
_MOST_BRACKETS = 20_000
_MOST_BOUNDARIES = 1_000
_MOST_ROWS = 300_000


def is_tangled(format: Format, data: bytes) -> bool:
    """Whether a file in that format is shaped like nothing that anybody reads."""
    match format:
        case Format.HTML | Format.SAVED:
            return data.count(b"<") > _MOST_TAGS or _links(data) > _MOST_LINKS or _has_endless_tag(data)
        case Format.MARKDOWN:
            return data.count(b"[") > _MOST_BRACKETS or data.count(b"> " * 200) > 0
        case Format.MAIL:
            return data.lower().count(b"boundary=") > _MOST_BOUNDARIES
        case Format.CSV | Format.TEXT:
            return data.count(b"\n") > _MOST_ROWS
        case _:
            return False


def _has_endless_tag(data: bytes) -> bool:
    """Whether a tag goes on for ever; pictures that a page holds in itself do not count."""
    return bool(_LONGEST_TAG.search(_EMBEDDED.sub(b"", data)))


def _links(data: bytes) -> int:
    return data.count(b"<a ") + data.count(b"<A ")
