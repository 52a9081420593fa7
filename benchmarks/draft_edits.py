"""A story edited in one way, with account kept of where each of its characters went."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from benchmarks.invented import REPLACEMENTS, sentence
from workbench.sentences import sentences
from workbench.text import Span

_TYPOGRAPHY = (
    *(
        ("’", "'"),
        ("'", "’"),
        ('"', "”"),
        ("“", '"'),
        ("”", '"'),
        ("...", "…"),
        ("…", "..."),
        ("é", "e\u0301"),
    ),
    *(
        (" – ", "—"),
        ("--", "–"),
        (" - ", " – "),
        ("-", "‑"),
        (" ", "\u00a0"),
        (" ", "  "),
        ("fi", "ﬁ"),
        ("fl", "ﬂ"),
    ),
    *(("ti", "t\u00adi"), (". ", ".\n")),
)
_NEGATABLE = re.compile(r"\b(?:is|was|are|were|will|would|has|had|can|could)\b(?! not\b)")
_NEGATED = re.compile(r"\b(?:not|never) ")
_FIGURE = re.compile(r"\d+")
_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]+\b")
_WORD = re.compile(r"\b[a-z]{4,}\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the new draft; `at` is where they stood in the old one, None for new words."""

    words: str
    at: int | None
    length: int = -1
    """How many characters of the old draft they are, when not as many."""


@dataclass(frozen=True)
class Edited:
    """An old draft and a new one.

    `altered` are the places of the old where a figure or negation changed, both ends of one taken out: a
    passage that is no more than that is gone, not changed.
    """

    old: str
    pieces: tuple[Piece, ...]
    altered: tuple[Span, ...] = ()
    places: dict[int, int] = field(default_factory=dict)
    doubles: dict[int, int] = field(default_factory=dict)
    """The same for words that were doubled and their copies: either is right."""

    def __post_init__(self) -> None:
        at = 0
        for piece in self.pieces:
            if piece.at is not None:
                length = len(piece.words) if piece.length < 0 else piece.length
                for number in range(length):
                    there = at + min(number, len(piece.words) - 1)
                    self.places.setdefault(piece.at + number, there)
                    self.doubles[piece.at + number] = there
            at += len(piece.words)

    @property
    def new(self) -> str:
        """The new draft."""
        return "".join(piece.words for piece in self.pieces)

    def places_of(self, old: Span) -> list[Span]:
        """Where a passage stands now, at two places if doubled: all its words in order, nothing between."""
        if self.has_altered(old):
            return []
        found = (self._followed(old, account) for account in (self.places, self.doubles))
        return [place for place in found if place is not None]

    @staticmethod
    def _followed(old: Span, account: Mapping[int, int]) -> Span | None:
        there = [account.get(at, -1) for at in range(old.start, old.end)]
        if -1 in there or any(not 0 <= b - a <= 3 for a, b in pairwise(there)):
            return None
        return Span(there[0], there[-1] + 1)

    def is_right(self, found: Span, old: Span) -> bool:
        """Whether a passage attached where it stands now; a character more or less at a ligature is none."""
        return any(
            abs(found.start - true.start) <= 2 and abs(found.end - true.end) <= 2
            for true in self.places_of(old)
        )

    def touches(self, old: Span) -> bool:
        """Whether a figure or negation was changed directly beside a passage."""
        beside = Span(max(0, old.start - 1), old.end + 1)
        return any(beside.start <= each.start <= beside.end or beside.overlaps(each) for each in self.altered)

    def has_altered(self, old: Span) -> bool:
        """Whether the words of a passage have another figure or negation now."""
        return any(
            old.start < each.start < old.end if not len(each) else old.overlaps(each) for each in self.altered
        )


def _kept(text: str, start: int, end: int) -> Piece:
    return Piece(text[start:end], start)


def _replaced(text: str, found: Iterable[tuple[Span, str]], grave: bool = False) -> Edited:
    """The text with words put in the place of others; typography keeps them, anything grave alters them."""
    pieces, at, altered = [], 0, []
    for span, words in found:
        pieces.append(_kept(text, at, span.start))
        pieces.append(Piece(words, None) if grave else Piece(words, span.start, len(span)))
        at = span.end
        altered += [span] if words else [Span(span.start, span.start), Span(span.end, span.end)]
    return Edited(text, (*pieces, _kept(text, at, len(text))), tuple(altered) if grave else ())


def _typography(random: Random, text: str) -> Edited:
    old, new = random.choice([pair for pair in _TYPOGRAPHY if pair[0] in text])
    places = [match.span() for match in re.finditer(re.escape(old), text)]
    if new == "‑" or old in ('"', " - "):
        places = [place for place in places if text[place[0] - 1 : place[0]] != "-"]
    return _replaced(text, ((Span(*place), new) for place in places))


def _some(random: Random, text: str, pattern: re.Pattern[str], count: int = 3) -> list[Span]:
    found = [Span(*match.span()) for match in pattern.finditer(text)]
    return sorted(random.sample(found, min(len(found), count)))


def _figures(random: Random, text: str) -> Edited:
    spans = _some(random, text, _FIGURE)
    return _replaced(text, ((span, str(int(span.of(text)) + random.randint(1, 9))) for span in spans), True)


def _negations_added(random: Random, text: str) -> Edited:
    ends = [Span(span.end, span.end) for span in _some(random, text, _NEGATABLE)]
    return _replaced(text, ((span, " not") for span in ends), True)


def _negations_removed(random: Random, text: str) -> Edited:
    return _replaced(text, ((span, "") for span in _some(random, text, _NEGATED)), True)


def _names(random: Random, text: str) -> Edited:
    return _replaced(text, ((span, "Quillon") for span in _some(random, text, _NAME)), True)


def _words(random: Random, text: str) -> Edited:
    spans = _some(random, text, _WORD, 6)
    return _replaced(text, ((span, random.choice(REPLACEMENTS) + "ish") for span in spans), True)


def _paragraphs(text: str) -> list[Piece]:
    """Paragraphs with the line breaks behind them; the text ends with one."""
    return [_kept(text, *match.span()) for match in re.finditer(r"[^\n]*\n+|[^\n]+$", text)]


def _moved(random: Random, text: str) -> Edited:
    pieces = _paragraphs(text)
    piece = pieces.pop(random.randrange(len(pieces)))
    pieces.insert(random.randrange(len(pieces) + 1), piece)
    return Edited(text, _apart(pieces))


def _apart(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """With a line break behind a paragraph that was the last."""
    return tuple(
        part for piece in pieces for part in (piece, Piece("" if piece.words[-1:] == "\n" else "\n", None))
    )


def _inserted(random: Random, text: str) -> Edited:
    pieces = _paragraphs(text)
    new = " ".join(f"{sentence(random)[0]}." for _ in range(random.randint(1, 4)))
    pieces.insert(random.randrange(len(pieces) + 1), Piece(f"{new}\n\n", None))
    return Edited(text, _apart(pieces))


def _deleted(random: Random, text: str) -> Edited:
    pieces = _paragraphs(text)
    del pieces[random.randrange(len(pieces))]
    return Edited(text, tuple(pieces))


def _sentence_replaced(random: Random, text: str) -> Edited:
    span = random.choice(sentences(text))
    edited = _replaced(text, [(span, f"{sentence(random)[0]}.")], True)
    return Edited(text, edited.pieces)


def _doubled(random: Random, text: str) -> Edited:
    pieces = _paragraphs(text)
    piece = random.choice(pieces)
    pieces.insert(random.randrange(len(pieces) + 1), piece)
    return Edited(text, _apart(pieces))


def _split(random: Random, text: str) -> Edited:
    ends = [span.end for span in sentences(text)[:-1] if text[span.end : span.end + 1] == " "]
    return _replaced(
        text, ((Span(at, at + 1), "\n\n") for at in sorted(random.sample(ends, min(3, len(ends)))))
    )


def _joined(random: Random, text: str) -> Edited:
    return _replaced(text, ((span, " ") for span in _some(random, text, re.compile(r"(?<=[.!?])\n+(?=\w)"))))


MAKERS: dict[str, Callable[[Random, str], Edited]] = {
    "typography": _typography,
    "paragraph moved": _moved,
    "paragraph put in": _inserted,
    "paragraphs split": _split,
    "paragraphs joined": _joined,
    "paragraph doubled": _doubled,
    "paragraph deleted": _deleted,
    "sentence replaced": _sentence_replaced,
    "figures changed": _figures,
    "negations added": _negations_added,
    "negations removed": _negations_removed,
    "names swapped": _names,
    "words replaced": _words,
}
