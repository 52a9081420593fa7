"""Which of two texts took its words from the other: by credits first, then by dates, then by their kinds.

A credit weighs more than a date, for the date of a web page is that of its last edit as often as not. That
one text holds all of the other and more proves nothing: the shorter may be the first report or a cut one.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.attribution.quotations import quotations
from workbench.model import DocumentId, SourceKind
from workbench.text import Span
from workbench.tracing.credit_lines import UNNAMED
from workbench.tracing.sides import Side, sides
from workbench.tracing.values import Likeness, Reuse, TracedText

_GIVING = frozenset(
    (
        SourceKind.AGENCY,
        SourceKind.PRESS_RELEASE,
        SourceKind.LETTER,
        SourceKind.SPEECH,
        SourceKind.TRANSCRIPT,
        SourceKind.DOCUMENT,
        SourceKind.COURT_RECORD,
        SourceKind.LAW,
        SourceKind.STUDY,
    )
)
"""Kinds of text that others take words from."""
TAKING = frozenset((SourceKind.NEWSPAPER, SourceKind.BROADCASTER, SourceKind.WEBSITE, SourceKind.SOCIAL_POST))
"""Kinds of text that take them."""
_ALL_OF_IT = 0.95


@dataclass(frozen=True, slots=True)
class Direction:
    """Which document the words were taken from, None when that cannot be told; `why` in one sentence."""

    original: DocumentId | None
    why: str


def direction(one: TracedText, other: TracedText, found: Likeness) -> Direction:
    """Say which of two texts that share words had them first."""
    pair = sides(one, other)
    if found.reuse is Reuse.QUOTATION:
        told: Direction | None = _by_marks(*pair, found)
    else:
        told = _by_credit(*pair) or _by_words(*pair, found)
        told = told or _by_third(*pair) or _by_date(*pair) or _by_kind(*pair)
    told = told or Direction(None, _unknown(*pair, found))
    return Direction(told.original, f"{told.why[0].upper()}{told.why[1:]}.")


def _by_credit(one: Side, other: Side) -> Direction | None:
    """One names the other as where its words are from."""
    found = [
        (taker, giver, name)
        for taker, giver in ((one, other), (other, one))
        for name in taker.credits
        if giver.goes_by(name)
    ]
    if len({taker.id for taker, _, _ in found}) != 1:
        return Direction(None, _mutual(one, other)) if found else None
    taker, giver, name = found[0]
    why = f"{taker.name} credits {name}, where {giver.name} appeared"
    return Direction(giver.id, why + _against_dates(taker, giver))


def _by_words(one: Side, other: Side, found: Likeness) -> Direction | None:
    """One says in its running text that the other reports what the two share."""
    takes = one.credits_with(other, [each.one for each in found.shared])
    gives = other.credits_with(one, [each.other for each in found.shared])
    if takes and gives:
        return Direction(None, _mutual(one, other))
    if not (takes or gives):
        return None
    taker, giver = (one, other) if takes else (other, one)
    why = f"{taker.name} credits {giver.document.outlet or giver.name} with words that stand in both"
    return Direction(giver.id, why + _against_dates(taker, giver))


def _against_dates(taker: Side, giver: Side) -> str:
    if not taker.is_older(giver):
        return ""
    return f", which counts for more than the dates ({_told(giver)} would be after {_told(taker)})"


def _mutual(one: Side, other: Side) -> str:
    return f"{one.name} and {other.name} credit each other, so neither shows where the words began"


def _by_third(one: Side, other: Side) -> Direction | None:
    """Both, or only one that is not the older, name somebody else as where their words are from."""
    both = [name for name in one.credits if name in other.credits and name != UNNAMED]
    if both:
        why = f"{one.name} and {other.name} both credit {both[0]}, so each may have its words from there"
        return Direction(None, why)
    for taker, rest in ((one, other), (other, one)):
        if taker.credits and not rest.credits and not taker.is_older(rest) and rest.kind not in _GIVING:
            third = taker.credits[0]
            why = f"{taker.name} credits {third}, and {rest.name} may have its words from there as well"
            return Direction(None, why)
    return None


def _by_date(one: Side, other: Side) -> Direction | None:
    for first, second in ((one, other), (other, one)):
        if first.is_older(second):
            why = f"{first.name} is dated {_told(first)}, {second.name} {_told(second)}"
            return Direction(first.id, why)
    return None


def _by_kind(one: Side, other: Side) -> Direction | None:
    """One is of a kind that others take words from."""
    for giver, taker in ((one, other), (other, one)):
        if giver.kind in _GIVING and taker.kind in TAKING:
            why = (
                f"{giver.name} is {_a(giver.kind)}, which others take words from, and {_no_date(one, other)}"
            )
            return Direction(giver.id, why)
    return None


def _by_marks(one: Side, other: Side, found: Likeness) -> Direction:
    """Where only one of the two puts the words in quotation marks, it quotes the other."""
    marked = (
        _is_marked(one.text, [each.one for each in found.shared]),
        _is_marked(other.text, [each.other for each in found.shared]),
    )
    if marked[0] == marked[1]:
        why = f"{one.name} and {other.name} have nothing in common but words that both quote or report"
        return Direction(None, why)
    quoter, giver = (one, other) if marked[0] else (other, one)
    return Direction(giver.id, f"{quoter.name} quotes words that stand in {giver.name}")


def _is_marked(text: str, spans: list[Span]) -> bool:
    """Whether all of the stretches lie in quotation marks."""
    marks = quotations(text)
    return all(any(mark.overlaps(span) for mark in marks) for span in spans)


def _unknown(one: Side, other: Side, found: Likeness) -> str:
    """Why it cannot be told."""
    why = f"neither {one.name} nor {other.name} credits the other, and {_no_date(one, other)}"
    if found.overlap < _ALL_OF_IT or found.reuse is Reuse.IDENTICAL:
        return why
    longer, shorter = (one, other) if len(one.text) > len(other.text) else (other, one)
    return f"{why}; that {longer.name} holds nearly all of {shorter.name} and more does not settle it"


def _no_date(one: Side, other: Side) -> str:
    """Why the dates do not tell."""
    undated = [side.name for side in (one, other) if side.date is None]
    if len(undated) == 2:
        return "no date is known of either"
    if undated:
        return f"no date is known of {undated[0]}"
    if _told(one) == _told(other):
        return f"both are dated {_told(one)}"
    return f"the dates, {_told(one)} and {_told(other)}, are not exact enough to tell"


def _told(side: Side) -> str:
    return side.date.told if side.date else ""


def _a(kind: SourceKind) -> str:
    return f"{'an' if kind.value[0] in 'aeiou' else 'a'} {kind.value}"
