"""Captions of pictures put back where they stood: trafilatura leaves `figcaption` out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.model import ZoneRole
from workbench.reading.blocks import Block
from workbench.reading.lines import letters
from workbench.reading.markup import paragraphs

_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td", "pre")
_OUTSIDE = ("aside", "nav", "footer", "form")


def with_captions(body: list[Block], page: Any, base: str | None) -> list[Block]:
    """`body` with every caption of the article after the paragraph it follows in `page`.

    Captions of teasers, of sidebars and of anything outside the article are left out.
    """
    places = _places(body, page)
    if not places:
        return body
    article = _article([element for element, _ in places])
    present = {letters(block.words) for block in body}
    following: dict[int, list[Block]] = {}
    for caption, index in _captions(article, dict(places)):
        block = _block(caption, base)
        if block is not None and letters(block.words) not in present:
            following.setdefault(index, []).append(block)
    result = following.get(-1, [])
    for index, block in enumerate(body):
        result += [block, *following.get(index, [])]
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


def _article(elements: list[Any]) -> Any:
    """The nearest `article` or `main` that holds all the elements, or else what they have in common."""
    common = list(elements[0].iterancestors())
    for element in elements[1:]:
        above = set(element.iterancestors())
        common = [ancestor for ancestor in common if ancestor in above]
    named = [ancestor for ancestor in common if ancestor.tag in ("article", "main")]
    return named[0] if named else common[0]


def _captions(article: Any, places: dict[Any, int]) -> Iterator[tuple[Any, int]]:
    """Each caption of the article with the number of the paragraph before it, -1 at the top."""
    last = -1
    for element in article.iter(*_BLOCKS, "figcaption"):
        if element.tag == "figcaption":
            if _belongs(element, article):
                yield element, last
        else:
            last = max(last, places.get(element, last))


def _belongs(caption: Any, article: Any) -> bool:
    for ancestor in caption.iterancestors():
        if ancestor is article:
            return True
        if ancestor.tag in _OUTSIDE or ancestor.tag in ("article", "a", "li"):
            return False
    return True


def _block(caption: Any, base: str | None) -> Block | None:
    tail, caption.tail = caption.tail, None
    lines = paragraphs(caption, base)
    caption.tail = tail
    pieces = tuple(piece for line in lines for piece in line.pieces)
    return Block(pieces, ZoneRole.CAPTION) if pieces else None
