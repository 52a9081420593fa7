"""What the map says in words: on cards, in tooltips, to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.map.columns import Slot
from ui.models.dates import date_words
from ui.models.signs import source_word
from workbench.model import Document
from workbench.tracing.values import Circle, Edge, Party, Step

if TYPE_CHECKING:
    from ui.map.light import Light
    from ui.map.sheet import Line, Sheet

_SHORT = 160
"""So much of a passage is quoted in a tooltip."""
_FEW, _MANY = 3, 8
"""So many lines, and so many members of a stack, are told one by one."""
_MARKS = '“‘"«„'
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
        return _joined(kind, said("not in the case"))
    return _joined(document.outlet, said("the story") if is_story else source_word(document.kind))


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
        Step.COPIES: said("copied from"),
        Step.CREDITS: said("credits"),
        Step.CITES: said("cites"),
    }[step]


def edge_words(edge: Edge) -> str:
    """Why there is a line, and the words that show it."""
    told = [_shortened(place.quote.exact) for place in edge.passages or edge.content]
    words = max(told, key=len, default="")
    if not words or words in edge.why:
        return edge.why
    return f"{edge.why}\n    {words if words[0] in _MARKS else f'“{words}”'}"


def line_words(sheet: Sheet, line: Line) -> str:
    """Who took from whom, and what shows it."""
    titles = {card.key: card.title for card in sheet.cards}
    ways = ", ".join(dict.fromkeys(step_word(edge.step) for edge in line.edges))
    told = [f"{titles[line.taker]}  →  {titles[line.giver]}  ({ways})"]
    told += [edge_words(edge) for edge in line.edges[:_FEW]]
    if len(line.edges) > _FEW:
        told.append(said("and {count} more").format(count=len(line.edges) - _FEW))
    if line.circular:
        told += [circle.why for circle in sheet.circles if _closes(line, circle)]
    return "\n".join(told)


def card_words(sheet: Sheet, key: str, light: Light) -> str:
    """All that is known of a card: what it does to the claim, what it rests on, who rests on it."""
    card = next(card for card in sheet.cards if card.key == key)
    told = [card.title, _joined(card.details, date_words(card.date) if not card.outside else "")]
    if sign := light.signs.get(key):
        told.append(sign.word)
    told += [f"· {member}" for member in card.members[:_MANY]]
    taken = [edge_words(edge) for line in sheet.lines if line.taker == key for edge in line.edges]
    titles = {other.key: other.title for other in sheet.cards}
    takers = dict.fromkeys(titles[line.taker] for line in sheet.lines if line.giver == key)
    told += [f"· {words}" for words in dict.fromkeys(taken[:_FEW])]
    if len(taken) > _FEW:
        told.append(said("· and {count} more").format(count=len(taken) - _FEW))
    if takers:
        told.append(said("Gave words to {titles}").format(titles=_listed(tuple(takers))))
    if card.outside:
        told.append(said("Not in the case: fetch it and import it, or ask."))
    return "\n".join(part for part in told if part)


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


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _listed(titles: Sequence[str]) -> str:
    quoted = [f"“{title}”" for title in titles[:_FEW]]
    if len(titles) > _FEW:
        quoted.append(said("{count} more").format(count=len(titles) - _FEW))
    return ", ".join(quoted)


def _closes(line: Line, circle: Circle) -> bool:
    return any(edge.taker in circle.parties and edge.giver in circle.parties for edge in line.edges)


def _shortened(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHORT else f"{plain[: _SHORT - 1].rstrip()}…"
