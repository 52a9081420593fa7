"""What the story itself gives as the sources of a claim: who says so, through whom, and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.attribution.kinds import kind_of
from workbench.model import Credit, SourceKind
from workbench.sentences import sentences
from workbench.text import Span

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


def _bears(credit: Credit, span: Span) -> bool:
    return any(part.overlaps(span) for part in (*credit.content, *credit.cue))


def _named(text: str, credit: Credit, full: Sequence[str]) -> Iterator[CitedSource]:
    """The speaker, then the relays. A person that `full` names goes by that name alone, without office."""
    for place in credit.source[:1]:
        words = " ".join(part.of(text) for part in credit.source).rstrip(",")
        name = credit.resolved or next((name for name in full if words.endswith(name)), words)
        if name.lower() not in _NOBODY:
            yield CitedSource(name, kind_of(name), None, place)
    for step in credit.via:
        place = step.spans[0] if step.spans else credit.content[0]
        yield CitedSource(step.name, step.kind or kind_of(step.name), None, place)


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
