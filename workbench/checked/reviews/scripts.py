"""The JSON in a file: the whole of it, one value a line, or what a web page holds in its scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser

_JSON_LD = "application/ld+json"


def values(data: bytes) -> Iterator[object]:
    """The JSON values in a file, whatever wraps them; nothing when there are none."""
    text = data.decode(json.detect_encoding(data), "replace").strip()
    whole = _parsed(text)
    if whole is not None:
        yield whole
    elif text.startswith("<"):
        for script in _scripts(text):
            yield _parsed(_unwrapped(script))
    else:
        for line in text.splitlines():
            yield _parsed(line)


def _parsed(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _unwrapped(script: str) -> str:
    """A script without the comment or CDATA that old pages put around it."""
    bare = script.strip()
    for start, end in (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>")):
        if bare.startswith(start):
            bare = bare.removeprefix(start).removesuffix(end).strip()
    return bare.rstrip(";")


def _scripts(page: str) -> list[str]:
    reader = _Scripts()
    reader.feed(page)
    return reader.found


class _Scripts(HTMLParser):
    """Gathers what stands in the page's scripts of JSON-LD."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a script."""
        if tag == "script":
            kind = dict(attrs).get("type") or ""
            self._inside = kind.split(";")[0].strip().casefold() == _JSON_LD
            if self._inside:
                self.found.append("")

    def handle_data(self, data: str) -> None:
        """Take in the words of a script."""
        if self._inside:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """End a script."""
        self._inside = self._inside and tag != "script"
