"""Through whom words reached the text: the letter they stand in, the agency that quotes the letter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.attribution.handed import Handed, before, belongs, handed_on, without
from workbench.attribution.kinds import kind_of
from workbench.attribution.lexicon import Lexicon
from workbench.attribution.papers import Paper, bare, meant, papers, with_authors
from workbench.attribution.relay import outside, told_in
from workbench.attribution.voices import PRONOUNS
from workbench.model import Credit, Relay, SourceKind
from workbench.parsed import Parsed
from workbench.text import Span


def with_chains(parsed: Parsed, credits: Sequence[Credit], lexicon: Lexicon) -> tuple[Credit, ...]:
    """The credits, each with its chain of relays from the speaker outwards.

    First comes the document that is credited, where its author is known and so becomes the speaker; then
    the outlet or document of the statement itself and who passed that on; then those whose own content it
    lies in, the nearest first, each with the outlet or document of theirs. A credit that only tells who
    passed another one on is a step of that one.
    """
    kept, handed = _with_handed(parsed, credits, lexicon)
    places = [
        before(parsed.text, place, passed) if place else None
        for place, passed in zip(told_in(parsed, kept, lexicon), handed, strict=True)
    ]
    known = with_authors(parsed, papers(parsed, lexicon), kept, places)
    plain = [
        outside(parsed.text, without(parsed.text, one, passed) if passed else one, place)
        for one, place, passed in zip(kept, places, handed, strict=True)
    ]
    authors = [_author(parsed.text, credit, known) for credit in plain]
    own = [
        (*_own(parsed.text, place, known), *(_step(parsed.text, one.name) for one in passed))
        for place, passed in zip(places, handed, strict=True)
    ]
    told = [_told(parsed.text, *each) for each in zip(plain, authors, own, strict=True)]
    result = []
    # What a credit lies in goes by the content before a relay was cut off it.
    for credit, (author, written), steps, around in zip(plain, authors, own, _around(kept), strict=True):
        outer = [step for one in around for step in told[one]]
        owners = frozenset(bare(name).casefold() for one in around if (name := authors[one][0]))
        taken = _names(parsed.text, credit, author) | owners
        chain = _once([*written, *steps, *outer], taken)
        result.append(replace(credit, via=chain, resolved=author or credit.resolved))
    return tuple(result)


def _with_handed(
    parsed: Parsed, credits: Sequence[Credit], lexicon: Lexicon
) -> tuple[list[Credit], list[list[Handed]]]:
    """The credits that stand for themselves, and who passed each of them on."""
    every = handed_on(parsed, lexicon)
    if not every:
        return list(credits), [[] for _ in credits]
    places = told_in(parsed, credits, lexicon)
    found = [
        [one for one in every if belongs(parsed, one, credit, place)]
        for credit, place in zip(credits, places, strict=True)
    ]
    used = [one.span for passed in found for one in passed]
    kept = [
        at
        for at, credit in enumerate(credits)
        if not any(span.contains(part) for span in used for part in credit.cue)
    ]
    return [credits[at] for at in kept], [found[at] for at in kept]


def _own(text: str, place: Span | None, known: Sequence[Paper]) -> tuple[Relay, ...]:
    """The step named beside the cue, under its full name where the text introduced it earlier."""
    if place is None:
        return ()
    words = " ".join(place.of(text).split())
    paper = meant(words, place.start, known)
    name = paper.name if paper else words
    return (Relay(name, (place,), kind_of(name)),)


def _step(text: str, name: Span) -> Relay:
    """One who passed a statement on. Persons were left out, so a name that looks like one is a body's."""
    words = " ".join(name.of(text).split())
    kind = kind_of(words)
    return Relay(words, (name,), SourceKind.ORGANISATION if kind is SourceKind.PERSON else kind)


def _author(text: str, credit: Credit, known: Sequence[Paper]) -> tuple[str | None, tuple[Relay, ...]]:
    """Of a document spoken of again, or named by its author: who wrote it, and it as a step."""
    if not credit.source:
        return None, ()
    place = credit.source[0]
    words = " ".join((credit.resolved or place.of(text)).split())
    again = meant(words, place.start, known)
    paper = again or next((one for one in known if one.span.start == place.start), None)
    if paper is None or paper.author is None or paper.author.lower() in PRONOUNS:
        return None, ()
    name = again.name if again else words.rstrip(",")
    return paper.author, (Relay(name, credit.source, kind_of(name)),)


def _told(
    text: str, outer: Credit, author: tuple[str | None, tuple[Relay, ...]], own: Sequence[Relay]
) -> tuple[Relay, ...]:
    """The steps by which one who reports the words of somebody else passed them on.

    A document with its author is one step.
    """
    if author[1]:
        return (*author[1], *own)
    words = _words(text, outer)
    name = outer.resolved or words
    if len(name) < 2 or name.lower() in PRONOUNS:  # "Q" and "A" are nobody's names
        return tuple(own)
    return (Relay(name, outer.source, kind_of(name)), *own)


def _around(credits: Sequence[Credit]) -> list[list[int]]:
    """For each credit the numbers of those in whose content it lies, the nearest first."""
    order = sorted(range(len(credits)), key=lambda at: _start(credits[at]))
    places = [_start(credits[at]) for at in order]
    found: list[list[int]] = [[] for _ in credits]
    for at in sorted(range(len(credits)), key=lambda at: _length(credits[at])):
        outer = credits[at]
        for part in outer.content if outer.source else ():
            for inner in order[bisect_left(places, part.start) : bisect_left(places, part.end)]:
                if _reports(outer, credits[inner]):
                    found[inner].append(at)
    return found


def _reports(outer: Credit, inner: Credit) -> bool:
    """Whether who speaks in the inner credit, or else how, is told within the content of the outer one.

    Where each lies in the other ("the review found …, according to Cole"), the one told last is the outer.
    """
    if not inner.source or outer is inner or not _tells_of(outer, inner):
        return False
    if _tells_of(inner, outer):
        return _start(outer) > _start(inner)
    return _length(inner) < _length(outer)


def _tells_of(outer: Credit, inner: Credit) -> bool:
    told = (*inner.source, *inner.cue)
    return any(part.contains(span) for part in outer.content for span in told)


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
