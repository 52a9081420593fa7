"""Captions of pictures put back where they stood: trafilatura leaves `figcaption` out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from workbench.model import ZoneRole
from workbench.reading.blocks import Block
from workbench.reading.lines import letters
from workbench.reading.markup import paragraphs

_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td", "pre")
_CAPTIONS = ("figcaption", "p", "div", "span")
_CLASS = re.compile(r"(?:^|[\s_-])(?:figcaption|caption(?:[_-]?text)?)(?:$|\s)", re.I)
_OUTSIDE = ("aside", "nav", "footer", "form", "article", "a", "li")


def with_captions(body: list[Block], page: Any, base: str | None) -> list[Block]:
    """`body`, headline included, with every caption of the article after the paragraph it follows in `page`.

    Captions of teasers, of sidebars and of anything outside the article are left out. Those that are
    in `body` as plain paragraphs are told to be captions.
    """
    places = _places(body, page)
    if not places:
        return body
    found: dict[int, list[Block]] = {}
    for element, index in _captions(page, dict(places)):
        block = _block(element, base)
        if block is not None:
            found.setdefault(index, []).append(block)
    known = {letters(block.words) for blocks in found.values() for block in blocks}
    result = found.get(-1, [])
    for index, block in enumerate(body):
        if letters(block.words) not in known:
            result.append(block)
        result += found.get(index, [])
    return result


def _places(body: list[Block], page: Any) -> list[tuple[Any, int]]:
    """The elements of the page that became paragraphs, each with the number of its paragraph."""
    waiting: dict[str, list[int]] = {}
    for index, block in enumerate(body):
        waiting.setdefault(letters(block.words), []).append(index)
    found = []
    for element in page.iter(*_BLOCKS):
        numbers = waiting.get(letters(element.text_content()))
        if numbers:
            found.append((element, numbers.pop(0)))
    return found


def _captions(page: Any, places: dict[Any, int]) -> Iterator[tuple[Any, int]]:
    """Each caption of the article with the number of the paragraph before it, -1 at the top.

    A caption is the article's when it stands between two of its paragraphs, the headline being one,
    or within the same `article` or `main`.
    """
    own = {ancestor for element in places for ancestor in element.iterancestors()}
    article = _article([element for element, index in places.items() if index or len(places) == 1])
    last, waiting = -1, len(places)
    for element in page.iter(*_BLOCKS, *_CAPTIONS):
        if element in places:
            last, waiting = max(last, places[element]), waiting - 1
            continue
        amid = 0 < waiting < len(places) or article in element.iterancestors()
        if amid and _is_caption(element) and _belongs(element, own):
            yield element, last


def _article(elements: list[Any]) -> Any:
    """The nearest `article` or `main` that holds all the elements, or else what they have in common."""
    common = list(elements[0].iterancestors())
    for element in elements[1:]:
        above = set(element.iterancestors())
        common = [ancestor for ancestor in common if ancestor in above]
    named = [ancestor for ancestor in common if ancestor.tag in ("article", "main")]
    return named[0] if named else common[0]


def _is_caption(element: Any) -> bool:
    """A `figcaption`, or what older pages call a caption by its class ("wp-caption-text")."""
    return element.tag == "figcaption" or (
        element.tag in _CAPTIONS and _CLASS.search(element.get("class") or "") is not None
    )


def _belongs(caption: Any, own: set[Any]) -> bool:
    """Whether no sidebar, teaser or other caption stands between it and the article's own elements."""
    for ancestor in caption.iterancestors():
        if ancestor in own:
            return True
        if ancestor.tag in _OUTSIDE or _is_caption(ancestor):
            return False
    return True


def _block(caption: Any, base: str | None) -> Block | None:
    tail, caption.tail = caption.tail, None
    lines = paragraphs(caption, base)
    caption.tail = tail
    pieces = tuple(piece for line in lines for piece in line.pieces)
    return Block(pieces, ZoneRole.CAPTION) if pieces else None
