"""What the map tells of a line or a card: in tooltips, and to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from ui.map.light import Light
from ui.map.sheet import Line, Sheet
from ui.map.words import joined, said, step_word
from ui.models.dates import date_words
from workbench.tracing.values import Circle, Edge

_SHORT = 160
"""So much of a passage is quoted in a tooltip."""
_FEW, _MANY = 3, 8
"""So many lines, and so many members of a stack, are told one by one."""
_MARKS = '“‘"«„'


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
    told = [card.title, joined(card.details, date_words(card.date) if not card.outside else "")]
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
