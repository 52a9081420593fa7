"""Who passed a statement on, told beside it: "a letter obtained by Norda", "as first reported by Norda"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.attribution.lexicon import Lexicon
from workbench.attribution.relay import is_outlet
from workbench.model import Credit
from workbench.parsed import Parsed, Token
from workbench.text import Span

_PHRASE = re.compile(
    r"(?:\ba copy of which (?:was|has been|had been)\s+)?"
    r"(?P<as>\bas\s+)?(?:\b(?:first|originally|initially|previously|earlier|later|also|exclusively)\s+)?"
    r"(?:\b(?:reported|obtained|seen|reviewed|viewed|carried|published|broadcast|aired|quoted|cited|released"
    r"|posted|relayed|distributed|translated|verified)(?:\s+\w+day)?\s+by"
    r"|\b(?:leaked|sent|provided|given|made available|read out)\s+to|\bshared\s+with)\s+",
    re.IGNORECASE,
)
_NAMING = frozenset(["DET", "ADJ", "NOUN", "PROPN"])
_BESIDE = re.compile(r"[\s,;:”\"’—–-]*")
_EDGES = " \t\xa0,;:—–-"


@dataclass(frozen=True, slots=True)
class Handed:
    """One who passed something on: the words that say so, and the name among them.

    `freely` is set where it is said of a whole statement ("as reported by"), not of a document alone.
    """

    span: Span
    name: Span
    freely: bool


def handed_on(parsed: Parsed, lexicon: Lexicon) -> list[Handed]:
    """Every phrase of a text that tells who passed something on, in reading order."""
    if not parsed.has_grammar:
        return []
    starts = [token.start for token in parsed.tokens]
    found = []
    for match in _PHRASE.finditer(parsed.text):
        name = _name(parsed, bisect_left(starts, match.end()), lexicon)
        if name is not None:
            found.append(Handed(Span(match.start(), name.end), name, match["as"] is not None))
    return found


def belongs(parsed: Parsed, handed: Handed, credit: Credit, place: Span | None) -> bool:
    """Whether what a credit passes on came through the one who is named.

    So it is where the phrase describes the document credited or the one the words stand in, and where "as
    reported by" is put in behind the speaker, the cue or the words.
    """
    if not credit.source or any(part.overlaps(handed.span) for part in credit.cue):
        return False
    if place is not None and (place.contains(handed.name) or _follows(parsed, place, handed)):
        return True
    if any(part.contains(handed.name) for part in credit.source):
        return True
    if not handed.freely:
        return False
    inside = [part for part in credit.content if part.contains(handed.name)]
    if inside:
        return inside[0].end == handed.name.end and parsed.text[: handed.span.start].rstrip().endswith(",")
    return any(_follows(parsed, part, handed) for part in (*credit.source, *credit.cue, *credit.content))


def before(text: str, span: Span, handed: Sequence[Handed]) -> Span:
    """The span, cut where words in it or at its end begin to tell who passed it on."""
    cut = min((one.span.start for one in handed if span.start < one.span.start < span.end), default=span.end)
    words = text[span.start : cut].rstrip(_EDGES)
    return Span(span.start, span.start + len(words))


def without(text: str, credit: Credit, handed: Sequence[Handed]) -> Credit:
    """The credit, its content without such words at its end; a document credited goes by its plain name."""
    content = tuple(
        before(text, part, [one for one in handed if one.name.end == part.end]) for part in credit.content
    )
    source = credit.source[0]
    plain = before(text, source, handed)
    resolved = credit.resolved or (" ".join(plain.of(text).split()) if plain.end < source.end - 1 else None)
    return replace(credit, content=content, resolved=resolved)


def _follows(parsed: Parsed, part: Span, handed: Handed) -> bool:
    return part.end <= handed.span.start and bool(_BESIDE.fullmatch(parsed.text, part.end, handed.span.start))


def _name(parsed: Parsed, at: int, lexicon: Lexicon) -> Span | None:
    """The name that begins with a token: up to its last capital word or word for an outlet."""
    words = list(_named(parsed, at))
    while words and not (words[-1].pos == "PROPN" or words[-1].text.lower() in lexicon.outlet_words):
        words.pop()
    if not words:
        return None
    span = Span(words[0].start, words[-1].end)
    names = [word for word in words if word.pos == "PROPN"]
    is_person = len(names) > 1 and all(word.entity == "PERSON" for word in names)
    return None if is_person and not is_outlet(span.of(parsed.text), lexicon) else span


def _named(parsed: Parsed, at: int) -> Iterator[Token]:
    for word in parsed.tokens[at:]:
        if word.pos not in _NAMING:
            return
        yield word
