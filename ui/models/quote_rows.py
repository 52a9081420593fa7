"""The quotations of the story as their list shows them, with what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.models.found_rows import FoundRow, excerpt, place_label
from ui.models.signs import Sign
from ui.session import Session
from ui.theme.colours import Tone
from workbench.model import Passage, Revision, passage
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.quotations import QuotationCheck

_UNCOUNTED = "capital letter"
"""The departure that is not held against a quotation."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotations of one text, looked up in every other document."""

    revision: Revision | None = None
    checks: tuple[QuotationCheck, ...] = ()


def key_of(quotes: Quotes, check: QuotationCheck) -> str:
    """Tells one quotation from any other."""
    return f"{quotes.revision.id if quotes.revision else ''}/{check.quotation.span.start}"


def quote_rows(session: Session, quotes: Quotes) -> list[FoundRow]:
    """Every quotation in reading order; words and phrases held at arm's length come after, apart."""
    if quotes.revision is None:
        return []
    whole = [_row(session, quotes, check) for check in quotes.checks if not is_phrase(check)]
    parts = [_row(session, quotes, check) for check in quotes.checks if is_phrase(check)]
    if parts:
        heading = f"{_said('Single words and phrases')}  ·  {len(parts)}"
        parts[0] = replace(parts[0], heading=heading)
    return [*whole, *parts]


def tally_words(quotes: Quotes) -> str:
    """How many quotations there are, and how many of them want a look."""
    whole = [check for check in quotes.checks if not is_phrase(check)]
    if not whole:
        return ""
    counted = Counter(check.match.kind.value for check in whole)
    elsewhere = sum(check.elsewhere for check in whole)
    all_ = _said("1 quotation") if len(whole) == 1 else _said("{count} quotations")
    told = [all_.format(count=len(whole))]
    for count, words in (
        (counted["altered"], _said("{count} altered")),
        (counted["shortened"], _said("{count} shortened")),
        (elsewhere, _said("{count} credited otherwise")),
        (counted["absent"], _said("{count} not found")),
    ):
        if count:
            told.append(words.format(count=count))
    return " · ".join(part.replace(" ", "\u00a0") for part in told)


def is_phrase(check: QuotationCheck) -> bool:
    """Whether only a word or two stand between the marks."""
    return check.quotation.manner.value == "scare"


def quote_sign(check: QuotationCheck) -> Sign:
    """What became of a quotation; exact words in another's mouth are not fine."""
    match check.match.kind.value:
        case "absent":
            return Sign(_said("Not found"), "circle-help", Tone.MUTED if is_phrase(check) else Tone.OPEN)
        case "altered":
            return Sign(_said("Altered"), "triangle-alert", Tone.BAD)
        case _ if check.elsewhere:
            return Sign(_said("Someone else there"), "user", Tone.BAD)
        case "shortened":
            return Sign(_said("Shortened"), "circle-dot", Tone.CARE)
    return Sign(_said("Exact"), "circle-check", Tone.GOOD)


def match_place(session: Session, check: QuotationCheck) -> Passage | None:
    """Where the quotation stands in its source."""
    revision = session.revision(check.document) if check.document else None
    span = check.match.span
    if revision is None or span is None or span.end > len(revision.text):
        return None
    return passage(revision, span)


def differing(check: QuotationCheck, *, in_source: bool) -> tuple[Span, ...]:
    """The stretches in which the two differ, in the story or in the source; capitals do not count."""
    sides = (
        one.source if in_source else one.quoted
        for one in check.match.differences
        if one.departure.value != _UNCOUNTED
    )
    return tuple(span for span in sides if span)


def within(spans: Sequence[Span], stretch: Span) -> tuple[Span, ...]:
    """The parts of `spans` that lie in `stretch`, counted from its beginning."""
    return tuple(_within(spans, stretch))


def _within(spans: Sequence[Span], stretch: Span) -> Iterator[Span]:
    for span in spans:
        start, end = max(span.start, stretch.start), min(span.end, stretch.end)
        if start < end:
            yield Span(start - stretch.start, end - stretch.start)


def _row(session: Session, quotes: Quotes, check: QuotationCheck) -> FoundRow:
    assert quotes.revision is not None
    words = check.quotation.words
    lit = within(differing(check, in_source=False), words)
    text, lit = excerpt(words.of(quotes.revision.text), lit)
    title = check.speaker or _said("Nobody named")
    place = match_place(session, check)
    label = place_label(session, place) if place else ""
    details = " · ".join(part for part in (_details(session, check), label) if part)
    return FoundRow(
        key_of(quotes, check), title, details, f"“{text}”", _shifted(lit), place, sign=quote_sign(check)
    )


def _shifted(lit: Sequence[Span]) -> tuple[Span, ...]:
    """Behind the opening mark."""
    return tuple(span.shifted(1) for span in lit)


def _details(session: Session, check: QuotationCheck) -> str:
    document = session.document(check.document) if check.document else None
    if document is None:
        return _said("In no other document")
    if check.elsewhere:
        name = check.speaker_there.split(",")[0]
        return _said("Said by {name} in “{title}”").format(
            name=name, title=document.title or _said("Untitled")
        )
    return document.title or _said("Untitled")


def _said(text: str) -> str:
    return QCoreApplication.translate("Quotes", text)
