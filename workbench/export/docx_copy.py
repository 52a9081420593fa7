"""The author's own Word file with the desk's comments in it: a copy, its words and their looks untouched.

A comment in Word covers whole runs, so runs are cut in two where a claim begins or ends; both halves keep
the formatting of the whole.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx import Document as open_document
from docx.text.run import Run

from workbench.annotations.placing import place
from workbench.annotations.values import Annotation
from workbench.export.docx import comment_on
from workbench.export.report import Judged, Report
from workbench.text import Span

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAKEN_OUT = {f"{_W}del", f"{_W}moveFrom"}
_STAND_FOR = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}


@dataclass(frozen=True, slots=True)
class Annotated:
    """The copy, and the claims whose words were not found in it (a headline set as a picture, say)."""

    data: bytes
    missing: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one element of a run says, and where that stands in the text of the file."""

    element: Any
    span: Span


def annotate_copy(original: bytes, report: Report) -> Annotated:
    """A copy of the Word file that the story was read from, with a comment on each claim.

    Raises:
        ValueError, KeyError: `original` is no Word file that can be opened.
    """
    document = open_document(io.BytesIO(original))
    missing = [claim for claim in report.claims if not _mark(document, report, claim)]
    buffer = io.BytesIO()
    document.save(buffer)
    return Annotated(buffer.getvalue(), tuple(missing))


def _mark(document: Any, report: Report, claim: Judged) -> bool:
    """Put the comment on a claim into the document. Whether its words are there."""
    # Read anew for each claim: the one before may have cut runs in two.
    text, pieces = _read(document.element.body)
    quote = claim.passages[0].quote
    start = round(claim.span.start * len(text) / max(1, len(report.text)))
    span = place(Annotation("", quote, start), text)
    covered = [piece for piece in pieces if span is not None and piece.span.overlaps(span)]
    if span is None or not covered:
        return False
    runs = _cut(covered, span)
    comment_on(document, report, claim, [Run(run, document) for run in (runs[0], runs[-1])])
    return True


def _read(body: Any) -> tuple[str, list[_Piece]]:
    """The words of the file as they stand, deleted ones left out, paragraphs two line ends apart."""
    parts: list[str] = []
    pieces: list[_Piece] = []
    length = 0
    for paragraph in body.iter(f"{_W}p"):
        if parts:
            parts.append("\n\n")
            length += 2
        for element in _said(paragraph):
            words = element.text or "" if element.tag == f"{_W}t" else _STAND_FOR[element.tag]
            pieces.append(_Piece(element, Span(length, length + len(words))))
            parts.append(words)
            length += len(words)
    return "".join(parts), pieces


def _said(paragraph: Any) -> Iterator[Any]:
    """The elements of a paragraph that say something; a text box in it is a paragraph of its own."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}t" or element.tag in _STAND_FOR:
            if element.getparent().tag == f"{_W}r":
                yield element
        elif element.tag not in _TAKEN_OUT and element.tag != f"{_W}p":
            waiting += reversed(element)


def _cut(covered: Sequence[_Piece], span: Span) -> list[Any]:
    """The runs that hold the words of `span` and nothing else, in order."""
    first, last = covered[0], covered[-1]
    if span.end < last.span.end:
        _part(last.element, span.end - last.span.start)
    begun = first.element
    if span.start > first.span.start:
        begun = _part(first.element, span.start - first.span.start)
    ended = begun if last.element is first.element else last.element
    return [_alone(begun, from_here=True), _alone(ended, from_here=False)]


def _part(element: Any, at: int) -> Any:
    """Cut a run's text in two; the element that holds the second half, in a run of its own."""
    words = element.text or ""
    rest = _split_run(element, behind=True)
    second = deepcopy(element)
    _say(element, words[:at])
    _say(second, words[at:])
    first_of_rest = next((child for child in rest if child.tag != f"{_W}rPr"), None)
    if first_of_rest is None:
        rest.append(second)
    else:
        first_of_rest.addprevious(second)
    return second


def _alone(element: Any, *, from_here: bool) -> Any:
    """The run of an element, cut so that the element begins it, or ends it."""
    if from_here and _begins(element):
        return element.getparent()
    if from_here:
        return _split_run(element, behind=False)
    if element.getnext() is not None:
        _split_run(element, behind=True)
    return element.getparent()


def _begins(element: Any) -> bool:
    before = element.getprevious()
    return before is None or before.tag == f"{_W}rPr"


def _split_run(element: Any, *, behind: bool) -> Any:
    """Move what stands behind the element (or the element, and that) into a run of the same looks."""
    run = element.getparent()
    rest = deepcopy(run)
    for child in list(rest):
        if child.tag != f"{_W}rPr":
            rest.remove(child)
    moved = list(element.itersiblings())
    for child in moved if behind else [element, *moved]:
        rest.append(child)
    run.addnext(rest)
    return rest


def _say(element: Any, words: str) -> None:
    element.text = words
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
