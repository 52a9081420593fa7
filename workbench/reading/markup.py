"""A tree of HTML (or of the TEI-like tree trafilatura makes) to paragraphs with their links.

Walked without recursion: foreign pages nest deeper than Python's stack.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from workbench.model import ZoneRole
from workbench.reading.blocks import Block, Piece
from workbench.reading.markers import Turn, parts

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "head"))
_CAPTIONS = frozenset(("figcaption", "caption"))
_BREAKING = (
    _HEADINGS
    | _CAPTIONS
    | {"p", "div", "article", "section", "main", "header", "address", "body", "figure", "details", "summary"}
    | {"ul", "ol", "li", "list", "item", "dl", "dt", "dd", "blockquote", "quote", "pre", "code"}
    | {"table", "tr", "row", "hr", "br", "lb"}
)
_TIGHT = frozenset(("li", "item", "tr", "row", "br", "lb", "dd"))
_LINE_BREAKS = frozenset(("br", "lb"))
_LISTS = frozenset(("ul", "ol", "list", "dl", "table"))
_CELLS = frozenset(("td", "th", "cell"))
_ROWS = frozenset(("tr", "row"))
_SKIPPED = ("script", "style", "template", "noscript", "iframe", "object", "svg", "math", "form", "title")
_LAST_WORD = re.compile(r"\S+\s*\Z")
_FOLLOWED = re.compile(r"https?://\S|mailto:\S|(?![a-z][a-z0-9+.-]*:|#|//)\S", re.I)


def paragraphs(root: Any, base: str | None = None) -> list[Block]:
    """The paragraphs below `root`, in order. Links are made absolute against `base` where it is known."""
    etree.strip_elements(root, *_SKIPPED, with_tail=False)
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    walk = _Walk(base)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            walk.enter(element)
        else:
            walk.leave(element)
    return walk.blocks


def link_address(raw: str | None, base: str | None) -> str | None:
    """The address of a link worth keeping; None for scripts, local files, jumps within the page."""
    address = (raw or "").strip()
    if not _FOLLOWED.match(address) or len(address) > 2000:
        return None
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return None


class _Walk:
    """The state of one walk: what is open, and the pieces of the paragraph under way."""

    def __init__(self, base: str | None) -> None:
        self.blocks: list[Block] = []
        self._base = base
        self._open: list[str] = []
        self._links: list[str | None] = []
        self._pieces: list[Piece] = []
        self._marks: frozenset[str] = frozenset()
        self._bare: set[str] = set()
        self._tight = False
        self._begins_list = False

    def enter(self, element: Any) -> None:
        """Take in the beginning of an element and the words right behind it."""
        tag = element.tag
        if tag in _CELLS and self._has_words():
            self._pieces.append(Piece("\t"))
        if self._breaks(tag):
            self._finish()
            self._tight |= tag in _TIGHT and (tag in _LINE_BREAKS or not self._begins_list)
            self._begins_list |= tag in _LISTS
        self._open.append(tag)
        if tag in ("a", "ref"):
            self._links.append(link_address(element.get("href") or element.get("target"), self._base))
        self._say(element.text)

    def leave(self, element: Any) -> None:
        """Take in the end of an element."""
        if self._breaks(element.tag) and element.tag not in _LINE_BREAKS:
            self._finish()
            self._tight = False
        self._open.pop()
        if element.tag in ("a", "ref"):
            self._links.pop()
        self._say(element.tail)

    def _breaks(self, tag: str) -> bool:
        return tag in _BREAKING and (tag in _ROWS or not _ROWS.intersection(self._open))

    def _say(self, words: str | None) -> None:
        for part in parts((words or "").replace("\t", " ")):
            if isinstance(part, str):
                url = self._links[-1] if self._links else None
                self._pieces.append(Piece(part, url, self._marks))
                if not part.isspace():
                    self._bare.clear()
            else:
                self._turn(*part)

    def _turn(self, turn: Turn, mark: str) -> None:
        """Let a mark begin or end; one that covers no words belongs to the word before it."""
        if turn is Turn.OPEN:
            self._marks |= {mark}
            self._bare.add(mark)
            return
        self._marks -= {mark}
        if turn is Turn.POINT or mark in self._bare:
            self._bare.discard(mark)
            self._mark_last_word(mark)

    def _mark_last_word(self, mark: str) -> None:
        for at in range(len(self._pieces) - 1, -1, -1):
            piece = self._pieces[at]
            if found := _LAST_WORD.search(piece.words):
                before = replace(piece, words=piece.words[: found.start()])
                last = replace(piece, words=piece.words[found.start() :], marks=piece.marks | {mark})
                self._pieces[at : at + 1] = [before, last]
                return

    def _finish(self) -> None:
        if self._has_words():
            self.blocks.append(Block(tuple(self._pieces), self._role(), self._tight))
            self._tight = self._begins_list = False
        self._pieces = []

    def _has_words(self) -> bool:
        return any(not piece.words.isspace() for piece in self._pieces)

    def _role(self) -> ZoneRole | None:
        if _HEADINGS.intersection(self._open):
            return ZoneRole.HEADING
        return ZoneRole.CAPTION if _CAPTIONS.intersection(self._open) else None
