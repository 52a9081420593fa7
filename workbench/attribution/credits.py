"""All credits of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.attribution.according import according_credits
from workbench.attribution.chains import with_chains
from workbench.attribution.clauses import verb_credits
from workbench.attribution.continued import uncredited, with_continuations
from workbench.attribution.headline import colon_credits
from workbench.attribution.lexicon import lexicon
from workbench.attribution.nominal import nominal_credits
from workbench.attribution.quotations import quotations
from workbench.attribution.turns import turns
from workbench.attribution.voices import with_voices
from workbench.attribution.who import with_names
from workbench.model import Credit, Zone, ZoneRole
from workbench.parsed import Parsed
from workbench.sentences import is_row, line_around
from workbench.text import Span, merged, trimmed

_MARKS = "“\"«„‘'"
_FEWEST_WORDS = 8
_FEWEST_WITHOUT_GRAMMAR = 3
_SHORTEST_WITHOUT_SPACES = 12


def find_credits(parsed: Parsed, zones: Sequence[Zone] = ()) -> tuple[Credit, ...]:
    """Who is credited with what in a parsed text, in reading order.

    Furniture gives no credit and is no part of one. Without grammar (another language, no model)
    only colons and quotations tell. A quotation of some length that nobody is credited with is a credit
    without source and cue: the editor should know of it.
    """
    words = lexicon()
    furniture = merged(zone.span for zone in zones if zone.role is ZoneRole.FURNITURE)
    readable = _blanked(parsed.text, furniture)
    quoted = quotations(readable)
    spoken = turns(readable)
    names = tuple(turn.who for turn in spoken)
    found = [
        *colon_credits(parsed, readable, words, spoken),
        *(one for one in verb_credits(parsed, words, quoted) if not _is_misread(parsed.text, one, names)),
        *according_credits(parsed, words, quoted),
        *nominal_credits(parsed, words, quoted),
    ]
    whole = with_continuations(parsed, found, quoted)
    nobodys = [span for span in uncredited(whole, quoted) if _is_statement(parsed, span)]
    whole = (*whole, *(Credit((), (), (span,)) for span in nobodys))
    placed = list(_placed(parsed.text, whole, furniture))
    named = with_names(parsed, placed)
    return with_voices(parsed, with_chains(parsed, named, words), words, names)


def _is_misread(text: str, credit: Credit, names: Sequence[Span]) -> bool:
    """Whether grammar was read into a form that has none.

    So it is where the name before a turn was taken for the subject of what is said in it, in the row of a
    table, and where a line opens with its cue and a colon ("Related: …").
    """
    if any(name.overlaps(part) for part in credit.source for name in names):
        return True
    line = line_around(text, credit.cue[0])
    label = not credit.source and line.lstrip().startswith(f"{credit.cue[0].of(text)}:")
    return label or is_row(line)


def _is_statement(parsed: Parsed, quotation: Span) -> bool:
    """Whether quoted words are more than words set apart ("so-called"). Not all scripts have spaces."""
    words = len(quotation.of(parsed.text).split())
    if parsed.has_grammar:
        return words >= _FEWEST_WORDS
    return words >= _FEWEST_WITHOUT_GRAMMAR or (words == 1 and len(quotation) >= _SHORTEST_WITHOUT_SPACES)


def _blanked(text: str, furniture: Iterable[Span]) -> str:
    """The text with spaces for furniture, every other word in its place."""
    pieces, at = [], 0
    for span in furniture:
        pieces += [text[at : span.start], " " * len(span)]
        at = span.end
    return "".join([*pieces, text[at:]])


def _placed(text: str, found: Iterable[Credit], furniture: Sequence[Span]) -> Iterator[Credit]:
    """The credits in reading order without furniture, marked as direct where all is quoted."""
    tidied = (_tidied(text, credit, furniture) for credit in found)
    for credit in sorted(filter(_says_something, tidied), key=_place):
        marks = (span.of(text)[:1] for span in credit.content)
        yield replace(credit, direct=all(mark in _MARKS for mark in marks))


def _says_something(credit: Credit) -> bool:
    return bool(credit.content)


def _place(credit: Credit) -> tuple[Span, ...]:
    return (*credit.cue, *credit.content)


def _tidied(text: str, credit: Credit, furniture: Sequence[Span]) -> Credit:
    return replace(
        credit,
        source=_outside(text, credit.source, furniture),
        cue=tuple(span for span in credit.cue if not any(hole.overlaps(span) for hole in furniture)),
        content=_outside(text, credit.content, furniture),
    )


def _outside(text: str, spans: Iterable[Span], holes: Sequence[Span]) -> tuple[Span, ...]:
    """The parts of the spans that lie in no hole and are more than marks, trimmed."""
    result: list[Span] = []
    for span in spans:
        start = span.start
        for hole in holes:
            if hole.overlaps(span):
                result.append(Span(start, max(start, hole.start)))
                start = max(start, min(hole.end, span.end))
        result.append(Span(start, span.end))
    return tuple(part for part in (trimmed(text, part) for part in result) if _has_word(part.of(text)))


def _has_word(words: str) -> bool:
    return any(map(str.isalnum, words))
