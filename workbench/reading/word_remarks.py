"""Comments, footnotes and endnotes of a Word document, and marks where they stand in its text.

WordprocessingML (ECMA-376 part 1, 17.13.4 and 17.11): a comment covers what stands between its range's
start and end, a note hangs at its reference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.model import RemarkKind
from workbench.reading.lines import squeezed
from workbench.reading.markers import Turn, marker, without_markers
from workbench.reading.result import FoundRemark
from workbench.text import Span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_KINDS = {"comment": RemarkKind.COMMENT, "footnote": RemarkKind.FOOTNOTE, "endnote": RemarkKind.FOOTNOTE}
_HOLDS_RUNS = {
    f"{W}{name}" for name in ("p", "hyperlink", "ins", "moveTo", "smartTag", "sdtContent", "fldSimple")
}
_BLOCKS = {f"{W}{name}" for name in ("body", "tc", "txbxContent", "tbl", "tr")}


@dataclass(frozen=True, slots=True)
class WordRemark:
    """A comment or note as the package holds it. `done` when its author has resolved it."""

    kind: RemarkKind
    text: str
    author: str = ""
    at: str | None = None
    done: bool = False


def remarks_in(part: Callable[[str], Any]) -> dict[str, WordRemark]:
    """The comments and notes of a package, by the name of their mark.

    `part` gives the root of a part of the package by its name, or None.
    """
    done = _resolved(part("commentsExtended"))
    found: dict[str, WordRemark] = {}
    for name, kind in _KINDS.items():
        root = part(f"{name}s")
        for element in () if root is None else root.iter(f"{W}{name}"):
            words = _words(element)
            if words and element.get(f"{W}type") not in (
                "separator",
                "continuationSeparator",
                "continuationNotice",
            ):
                found[_name(name, element)] = WordRemark(
                    kind,
                    words,
                    squeezed(element.get(f"{W}author")),
                    element.get(f"{W}date"),
                    bool(done & set(_paragraph_ids(element))),
                )
    return found


def put_marks(document: Any, known: Mapping[str, WordRemark]) -> None:
    """Put a mark into the text wherever a comment begins and ends, and behind every note's reference."""
    for text in document.iter(f"{W}t"):
        if text.text:
            text.text = without_markers(text.text)
    ranged = {_name("comment", start) for start in document.iter(f"{W}commentRangeStart")}
    for element in list(document.iter(*(f"{W}{name}" for name in _TURNS))):
        kind, turn = _TURNS[element.tag.removeprefix(W)]
        name = _name(kind, element)
        # A comment without a range stands at its reference; one with a range has been marked already.
        if name in known and not (turn is Turn.POINT and name in ranged):
            _insert(element, marker(turn, name))


def placed(known: Mapping[str, WordRemark], marks: Mapping[str, tuple[Span, ...]]) -> tuple[FoundRemark, ...]:
    """The remarks with the words they are about, in reading order; one without any is left out."""
    found = [
        FoundRemark(
            Span(marks[name][0].start, marks[name][-1].end), one.kind, one.text, one.author, one.at, one.done
        )
        for name, one in known.items()
        if marks.get(name)
    ]
    return tuple(sorted(found, key=lambda item: (item.span, item.at or "")))


_TURNS = {
    "commentRangeStart": ("comment", Turn.OPEN),
    "commentRangeEnd": ("comment", Turn.CLOSE),
    "commentReference": ("comment", Turn.POINT),
    "footnoteReference": ("footnote", Turn.POINT),
    "endnoteReference": ("endnote", Turn.POINT),
}


def _name(kind: str, element: Any) -> str:
    number = element.get(f"{W}id") or ""
    return f"{kind}{number if number.isdecimal() and number.isascii() else 'x'}"


def _insert(element: Any, words: str) -> None:
    """Put a run of its own beside the element, or into the nearest paragraph when it stands between two."""
    from lxml import etree

    run = etree.Element(f"{W}r")
    text = etree.SubElement(run, f"{W}t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    at, parent = element, element.getparent()
    while parent is not None and parent.tag not in _HOLDS_RUNS and parent.tag not in _BLOCKS:
        at, parent = parent, parent.getparent()
    if parent is None:
        return
    if parent.tag in _HOLDS_RUNS and not (parent.tag == f"{W}sdtContent" and _stands_between(at)):
        at.addnext(run)
        return
    opens = element.tag.endswith("Start")
    beside = element.itersiblings(f"{W}p", preceding=not opens)
    paragraph = next(iter(beside), None)
    if paragraph is not None and opens:
        _begin(paragraph, run)
    elif paragraph is not None:
        paragraph.append(run)


def _stands_between(element: Any) -> bool:
    """Whether an element of a content control stands between paragraphs rather than in one."""
    return any(other.tag == f"{W}p" for other in element.getparent())


def _begin(paragraph: Any, run: Any) -> None:
    properties = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if properties is None else 1, run)


def _words(element: Any) -> str:
    paragraphs = (squeezed("".join(_said(paragraph))) for paragraph in element.iter(f"{W}p"))
    return without_markers("\n".join(words for words in paragraphs if words))


def _said(paragraph: Any) -> Iterator[str]:
    for part in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        yield part.text or "" if part.tag == f"{W}t" else " "


def _paragraph_ids(element: Any) -> Iterator[str]:
    for paragraph in element.iter(f"{W}p"):
        if known := paragraph.get(f"{_W14}paraId"):
            yield known


def _resolved(root: Any) -> set[str]:
    entries = () if root is None else root.iter(f"{_W15}commentEx")
    return {entry.get(f"{_W15}paraId", "") for entry in entries if entry.get(f"{_W15}done") in ("1", "true")}
