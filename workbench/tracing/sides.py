"""Two texts side by side: what to call each, when it appeared, and whom it credits for its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from workbench.model import Document, DocumentId, SourceKind
from workbench.text import Span
from workbench.tracing.credit_lines import agency, credit_lines, credited_in
from workbench.tracing.credited import speaker_name
from workbench.tracing.parties import called, quoted
from workbench.tracing.values import TracedText
from workbench.tracing.when import Appeared, appeared, earlier

_SHORTEST_HOST = 4


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts. `name` tells it from the other in a sentence; `credits` leave out the text itself."""

    document: Document
    text: str
    name: str
    date: Appeared | None
    credits: tuple[str, ...]
    told_by: tuple[tuple[str, Span], ...] = ()
    """Whom the running text credits, with the words that are theirs."""

    @property
    def id(self) -> DocumentId:
        """The document of the text."""
        return self.document.id

    @property
    def kind(self) -> SourceKind:
        """What kind of source it is."""
        return self.document.kind

    def is_older(self, other: Side) -> bool:
        """Whether by the dates it certainly appeared before the other."""
        return self.date is not None and other.date is not None and earlier(self.date, other.date)

    def credits_with(self, other: Side, shared: Iterable[Span]) -> bool:
        """Whether its running text says that words the two share are the other's."""
        theirs = [span for name, span in self.told_by if other.goes_by(name) and not self.goes_by(name)]
        return any(span.overlaps(each) for each in shared for span in theirs)

    def goes_by(self, name: str) -> bool:
        """Whether it is published by, or at the address of, somebody of that name."""
        return _goes_by(self.document, name)


def sides(one: TracedText, other: TracedText) -> tuple[Side, Side]:
    """The two texts."""
    names = _names(one.document, other.document)
    return _side(one, names[0]), _side(other, names[1])


def credits_of(text: TracedText) -> tuple[str, ...]:
    """Whom a text credits in its byline and its credit lines, itself left out."""
    lines = (line.name for line in credit_lines(text.revision.text))
    named = dict.fromkeys((*credited_in(text.document.byline), *lines))
    return tuple(name for name in named if not _goes_by(text.document, name))


def _side(text: TracedText, name: str) -> Side:
    date, told_by = appeared(text.document), tuple(_told_by(text))
    return Side(text.document, text.revision.text, name, date, credits_of(text), told_by)


def _told_by(text: TracedText) -> Iterator[tuple[str, Span]]:
    for item in text.attributions:
        for name in (speaker_name(item), *(step.name for step in item.credit.via)):
            if name:
                yield from ((name, span) for span in item.credit.content)


def _names(one: Document, other: Document) -> tuple[str, str]:
    """By the title; where that is the same, with the outlet or the file as well."""
    if called(one).casefold() != called(other).casefold():
        return quoted(one), quoted(other)
    for ours, theirs in ((one.outlet, other.outlet), (one.filename, other.filename)):
        if ours.casefold() != theirs.casefold():
            return _marked(one, ours), _marked(other, theirs)
    return f"one {quoted(one)}", f"the other {quoted(other)}"


def _marked(document: Document, mark: str) -> str:
    return f"{quoted(document)} ({mark})" if mark else quoted(document)


def _goes_by(document: Document, name: str) -> bool:
    wanted, outlet = _plain(name), _plain(document.outlet)
    if outlet and (f" {wanted} " in f" {outlet} " or f" {outlet} " in f" {wanted} "):
        return True
    host = urlsplit(document.url or "").hostname or ""
    return len(wanted) >= _SHORTEST_HOST and wanted.replace(" ", "") in host.split(".")


def _plain(name: str) -> str:
    known = agency(name) or name
    return " ".join(known.casefold().split()).removeprefix("the ")
