"""What the words around a figure make of it: a rate, an amount of change or a level, a time zone."""

from __future__ import annotations

import re

from workbench.figures.tokens import Tokens
from workbench.figures.values import Kind
from workbench.figures.vocabulary import CHANGES, UNITS

_REACH = 8
"""How many tokens before a figure a word of change is looked for."""

_THINGS = 2
"""How many words may stand between a figure and what it is reckoned on: "5 deaths per 100,000"."""

_NO_RATE = frozenset("ago later earlier before after from on old long or and since".split())
_PERSONS = frozenset(
    "person people head capita household pupil student patient passenger night hour unit game".split()
)
_ZONE = re.compile(r"\s?(GMT|BST|UTC|CET|CEST|EST|EDT|PST|PDT|CST|CDT|IST|local)\b")
_STOPS = frozenset(".;:!?")


def rate(tokens: Tokens, end: int) -> str:
    """What the figure that ends before token `end` is reckoned on: "hour", "100,000"; empty for no rate."""
    for place in range(end, end + _THINGS + 1):
        word = tokens[place].lower
        if word in ("per", "every", "each", "a", "an", "/"):
            return _reckoned_on(tokens, place)
        if not word.isalpha() and word not in "-–":
            return ""
    return ""


def _reckoned_on(tokens: Tokens, place: int) -> str:
    word, after = tokens[place + 1].lower, tokens[place + 2].lower
    if word == "h":
        return "hour"
    if tokens[place].lower == "per" and (tokens[place + 1].is_number or word in _PERSONS):
        return word
    known = UNITS.get(word)
    is_time = known is not None and known[0] is Kind.DURATION
    return word if is_time and after not in _NO_RATE else ""


def way(tokens: Tokens, start: int, end: int) -> str:
    """Whether a figure is the amount of a change ("by"), or what was before ("from") or after it ("to")."""
    before = tokens[start - 1].lower if start else ""
    if before in CHANGES or tokens[end].lower in CHANGES - {"up", "down", "go", "raise"}:
        return "by"
    return before if before in ("by", "from", "to") and is_after_a_change(tokens, start) else ""


def is_after_a_change(tokens: Tokens, start: int) -> bool:
    """Whether a word of change stands before, in the same sentence."""
    for place in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if tokens[place].text in _STOPS:
            return False
        if tokens[place].lower in CHANGES:
            return True
    return False


def zone(text: str, end: int) -> str:
    """The time zone after a time of day; empty where none is given."""
    found = _ZONE.match(text, end)
    return found[1] if found else ""
