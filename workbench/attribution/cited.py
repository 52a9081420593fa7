"""What the story itself gives as the sources of a claim: who says so, through whom, and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.attribution.lexicon import lexicon
from workbench.model import Credit, SourceKind
from workbench.sentences import sentences
from workbench.text import Span

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NOBODY = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "who",
        "which",
        "that",
        "him",
        "her",
        "his",
        "their",
        "this",
    ]
)
_ASIDE = re.compile(r"\s*[(\[][^\n)\]]*[)\]]")


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source that the story names for a claim; `place` is where it does, `url` what is linked there."""

    name: str
    kind: SourceKind
    url: str | None
    place: Span


def cited_sources(
    text: str, span: Span, credits: Sequence[Credit], links: Sequence[tuple[Span, str]] = ()
) -> tuple[CitedSource, ...]:
    """The sources given in `text` for the words of `span`, each once, in reading order.

    `credits` are the text's, `links` its links with their anchor texts. A link counts when it stands in
    the sentence or in brackets right behind it; one whose anchor names a source gives that source its URL.
    """
    full = [credit.resolved for credit in credits if credit.resolved]
    named = [source for credit in credits if _bears(credit, span) for source in _named(text, credit, full)]
    linked = [
        CitedSource(" ".join(place.of(text).split()), SourceKind.WEBSITE, url, place)
        for place, url in links
        if place.overlaps(_surroundings(text, span))
    ]
    return _once([*named, *linked])


def kind_of(name: str) -> SourceKind:
    """What kind of source the words name, by the last word that tells; a person where none does."""
    words = _WORD.findall(name)
    for word in reversed(words):
        for kind, signs in lexicon().kinds:
            if word in signs or (word.lower() in signs and (word.islower() or kind in _SPELT_EITHER_WAY)):
                return kind
    return SourceKind.PERSON


_SPELT_EITHER_WAY = (SourceKind.NEWSPAPER, SourceKind.AGENCY, SourceKind.BROADCASTER, SourceKind.LETTER)


def _bears(credit: Credit, span: Span) -> bool:
    return any(part.overlaps(span) for part in (*credit.content, *credit.cue))


def _named(text: str, credit: Credit, full: Sequence[str]) -> Iterator[CitedSource]:
    """The speaker, then the relay. A person that `full` names goes by that name alone, without office."""
    for place in credit.source[:1]:
        words = " ".join(part.of(text) for part in credit.source).rstrip(",")
        name = credit.resolved or next((name for name in full if words.endswith(name)), words)
        if name.lower() not in _NOBODY:
            yield CitedSource(name, kind_of(name), None, place)
    if credit.via:
        yield CitedSource(credit.via, kind_of(credit.via), None, _nearest(text, credit))


def _nearest(text: str, credit: Credit) -> Span:
    """Where the relay is named: its occurrence nearest before the content, else behind it."""
    words = credit.via or ""
    start = text.rfind(words, 0, credit.content[0].start)
    start = start if start >= 0 else text.find(words)
    return Span(start, start + len(words)) if start >= 0 else credit.content[0]


def _surroundings(text: str, span: Span) -> Span:
    """The sentence or sentences of the span, with an aside in brackets right behind them."""
    first = text.rfind("\n", 0, span.start) + 1
    last = text.find("\n", span.end)
    last = len(text) if last < 0 else last
    own = [part.shifted(first) for part in sentences(text[first:last]) if part.shifted(first).overlaps(span)]
    if not own:
        return span
    aside = _ASIDE.match(text, own[-1].end)
    return Span(own[0].start, aside.end() if aside else own[-1].end)


def _once(found: Sequence[CitedSource]) -> tuple[CitedSource, ...]:
    """Each source once, in reading order; a link joins the source whose name its anchor shares."""
    result: list[CitedSource] = []
    for source in sorted(found, key=lambda source: (source.place, source.url is not None)):
        same = next((at for at, other in enumerate(result) if _same(source, other)), None)
        if same is None:
            result.append(source)
        elif result[same].url is None and source.url:
            result[same] = replace(result[same], url=source.url)
    return tuple(result)


def _same(one: CitedSource, other: CitedSource) -> bool:
    if one.url and other.url:
        return one.url == other.url
    return one.name.casefold() == other.name.casefold() or one.place.overlaps(other.place)
