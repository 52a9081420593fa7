"""Through whom words reached the text: the letter they stand in, the agency that quotes the letter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.attribution.kinds import kind_of
from workbench.attribution.lexicon import Lexicon
from workbench.attribution.papers import Paper, bare, meant, papers, with_authors
from workbench.attribution.relay import outside, told_in
from workbench.attribution.voices import PRONOUNS
from workbench.model import Credit, Relay
from workbench.parsed import Parsed
from workbench.text import Span


def with_chains(parsed: Parsed, credits: Sequence[Credit], lexicon: Lexicon) -> tuple[Credit, ...]:
    """The credits, each with its chain of relays from the speaker outwards.

    First comes the document that is credited, where its author is known and so becomes the speaker; then
    the outlet or document of the statement itself; then those whose own content it lies in, the nearest
    first, each with the outlet or document of theirs.
    """
    places = told_in(parsed, credits, lexicon)
    known = with_authors(parsed, papers(parsed, lexicon), credits, places)
    bare_credits = [outside(parsed.text, one, place) for one, place in zip(credits, places, strict=True)]
    # What a credit lies in goes by the content before a relay was cut off it.
    around = _around(credits)
    steps = [_own(parsed.text, place, known) for place in places]
    result = []
    for at, credit in enumerate(bare_credits):
        author, written = _author(parsed.text, credit, known)
        outer = [step for one in around[at] for step in (*_passed_on(parsed.text, credits[one]), *steps[one])]
        chain = _once([*written, *steps[at], *outer], _names(parsed.text, credit, author))
        result.append(replace(credit, via=chain, resolved=author or credit.resolved))
    return tuple(result)


def _own(text: str, place: Span | None, known: Sequence[Paper]) -> tuple[Relay, ...]:
    """The step named beside the cue, under its full name where the text introduced it earlier."""
    if place is None:
        return ()
    words = " ".join(place.of(text).split())
    paper = meant(words, place.start, known)
    name = paper.name if paper else words
    return (Relay(name, (place,), kind_of(name)),)


def _author(text: str, credit: Credit, known: Sequence[Paper]) -> tuple[str | None, tuple[Relay, ...]]:
    """Of a document spoken of again: who wrote it, and the document as the first step."""
    if not credit.source:
        return None, ()
    place = credit.source[0]
    paper = meant(place.of(text), place.start, known)
    if paper is None or paper.author is None or paper.author.lower() in PRONOUNS:
        return None, ()
    return paper.author, (Relay(paper.name, credit.source, kind_of(paper.name)),)


def _passed_on(text: str, outer: Credit) -> tuple[Relay, ...]:
    """The one who reports the words of somebody else, as a step."""
    words = _words(text, outer)
    name = outer.resolved or words
    if not name or name.lower() in PRONOUNS:
        return ()
    return (Relay(name, outer.source, kind_of(name)),)


def _around(credits: Sequence[Credit]) -> list[list[int]]:
    """For each credit the numbers of those in whose content it lies, the nearest first.

    Where two lie in each other ("the review found …, according to Cole"), the longer is the outer one.
    """
    order = sorted(range(len(credits)), key=lambda at: _start(credits[at]))
    places = [_start(credits[at]) for at in order]
    found: list[list[int]] = [[] for _ in credits]
    for at in sorted(range(len(credits)), key=lambda at: _length(credits[at])):
        outer = credits[at]
        for part in outer.content if outer.source else ():
            for inner in order[bisect_left(places, part.start) : bisect_left(places, part.end)]:
                if _reports(outer, credits[inner], part):
                    found[inner].append(at)
    return found


def _reports(outer: Credit, inner: Credit, part: Span) -> bool:
    """Whether who speaks in the inner credit, or else how, is told within a stretch of the outer one."""
    if not inner.source or _length(inner) >= _length(outer):
        return False
    return any(part.contains(span) for span in (*inner.source, *inner.cue))


def _start(credit: Credit) -> int:
    return (*credit.cue, *credit.content)[0].start


def _length(credit: Credit) -> int:
    return sum(map(len, credit.content))


def _once(steps: Iterable[Relay], speaker: frozenset[str]) -> tuple[Relay, ...]:
    """The steps, each name once, none of them the speaker."""
    result: dict[str, Relay] = {}
    for step in steps:
        key = bare(step.name).casefold()
        if key not in speaker:
            result.setdefault(key, step)
    return tuple(result.values())


def _names(text: str, credit: Credit, author: str | None) -> frozenset[str]:
    """By which names the speaker goes; not by that of the document, where its author is the speaker."""
    names = (author,) if author else (credit.resolved, _words(text, credit))
    return frozenset(bare(name).casefold() for name in names if name)


def _words(text: str, credit: Credit) -> str:
    return " ".join(" ".join(span.of(text) for span in credit.source).split()).rstrip(",")
