"""What the map calls things: parties, stacks, steps, dates."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.map.columns import Slot
from ui.models.dates import date_words
from ui.models.signs import source_word
from workbench.model import Document
from workbench.tracing.values import Party, Step

_MONTH, _YEAR = 30.4, 365.25


def party_title(party: Party, document: Document | None) -> str:
    """What a card is called."""
    if document is None:
        return party.name
    return document.title or document.filename or document.outlet or party.name


def details_of(party: Party, document: Document | None, *, is_story: bool = False) -> str:
    """Outlet and kind; of who is not in the case, that."""
    kind = source_word(party.kind) if party.kind else ""
    if document is None:
        return joined(kind, said("not in the case"))
    return joined(document.outlet, said("the story") if is_story else source_word(document.kind))


def stack_title(count: int) -> str:
    """How many texts lie in a stack of copies."""
    if count == 2:
        return said("and 1 copy of it")
    return said("and {count} copies of it").format(count=count - 1)


def many_credited(count: int) -> str:
    """What a stack of sources is called that only one text credits."""
    return said("{count} sources not in the case").format(count=count)


def step_word(step: Step) -> str:
    """How words came from one to the other, for the legend."""
    return {
        Step.COPIES: said("copied or retold from"),
        Step.CREDITS: said("credits"),
        Step.CITES: said("cites"),
    }[step]


def slot_words(slot: Slot) -> str:
    """The date beneath a column, no more precise than it is."""
    if slot.first is None or slot.last is None:
        return said("No date")
    first, last = slot.first.isoformat(), slot.last.isoformat()
    for length, whole in ((10, first), (7, _month_end(slot)), (4, f"{first[:4]}-12-31")):
        begins = length == 10 or first[length:] == {7: "-01", 4: "-01-01"}[length]
        if begins and last == whole:
            return date_words(first[:length])
    return f"{date_words(first)} – {date_words(last)}"


def gap_words(days: int) -> str:
    """How much time lies between two columns, roughly."""
    if days < 2 * _YEAR:
        return said("{count} months").format(count=round(days / _MONTH))
    return said("{count} years").format(count=round(days / _YEAR))


def said(words: str) -> str:
    """Translated words of the map."""
    return QCoreApplication.translate("Map", words)


def _month_end(slot: Slot) -> str:
    from calendar import monthrange

    assert slot.first is not None
    return slot.first.replace(day=monthrange(slot.first.year, slot.first.month)[1]).isoformat()


def joined(*parts: str) -> str:
    """What there is of several details, in a row."""
    return " · ".join(part for part in parts if part)
