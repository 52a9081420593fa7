"""What the story itself gives as the sources of a claim: who says so, through whom, and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.addresses import document_at, normalised
from workbench.attribution.kinds import kind_of
from workbench.attribution.mentions import mentions
from workbench.attribution.voices import PRONOUNS
from workbench.model import Credit, Document, DocumentId, SourceKind, SpeakerKind
from workbench.reading.kinds import kind_of_host
from workbench.sentences import sentences
from workbench.text import Span

_WORD = re.compile(r"\w+")
_ASIDE = re.compile(r"\s*[(\[][^\n)\]]*[)\]]")


_EMPTY_WORDS = frozenset(
    "click read see more full the this detail details here story article link document source pdf".split()
)
NO_DOCUMENTS: Mapping[str, Document] = {}


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source that the story names for a claim; `place` is where it does, `url` what is linked there.

    `document` is the text of the source where the case holds it.
    """

    name: str
    kind: SourceKind
    url: str | None
    place: Span
    document: DocumentId | None = None


def cited_sources(
    text: str,
    span: Span,
    credits: Sequence[Credit],
    links: Sequence[tuple[Span, str]] = (),
    documents: Mapping[str, Document] = NO_DOCUMENTS,
) -> tuple[CitedSource, ...]:
    """The sources given in `text` for the words of `span`, each once, in reading order.

    `credits` are the text's, `links` its links with their anchor texts. What is named or linked counts when
    it stands in the sentence or in brackets right behind it; a link whose anchor names a source gives that
    source its URL. `documents` are those of the case by address (`addresses.by_address`).
    """
    around = _surroundings(text, span)
    full = [credit.resolved for credit in credits if credit.resolved]
    named = [source for credit in credits if _bears(credit, span) for source in _named(text, credit, full)]
    linked = [_linked(text, place, url, documents) for place, url in links if place.overlaps(around)]
    taken = [part for credit in credits for part in (*credit.source, *_steps(credit))]
    mentioned = [
        CitedSource(_plain(place.of(text)), kind_of(place.of(text)), None, place)
        for place in mentions(text, around)
        if not any(place.overlaps(part) for part in taken)
    ]
    return _once([*named, *linked, *mentioned])


def _linked(text: str, place: Span, url: str, documents: Mapping[str, Document]) -> CitedSource:
    """What a link stands for: the document of the case behind it, what its anchor says, else its host."""
    document = document_at(url, documents)
    anchor = _plain(place.of(text))
    if document is not None:
        name = anchor if _tells(anchor) or not document.title else document.title
        return CitedSource(name, document.kind, url, place, document.id)
    told = kind_of(anchor)
    kind = kind_of_host(url) or (told if told is not SourceKind.PERSON else SourceKind.WEBSITE)
    host = (normalised(url) or "").partition("/")[0]
    return CitedSource(anchor if _tells(anchor) or not host else host, kind, url, place)


def _tells(anchor: str) -> bool:
    """Whether an anchor names anything: "more details" and "here" do not."""
    return any(word.lower() not in _EMPTY_WORDS for word in _WORD.findall(anchor))


def _steps(credit: Credit) -> Iterator[Span]:
    for step in credit.via:
        yield from step.spans


def _plain(words: str) -> str:
    return " ".join(words.split())


def _bears(credit: Credit, span: Span) -> bool:
    return any(part.overlaps(span) for part in (*credit.content, *credit.cue))


def _named(text: str, credit: Credit, full: Sequence[str]) -> Iterator[CitedSource]:
    """The speaker, then the relays. A person that `full` names goes by that name alone, without office."""
    for place in credit.source[:1]:
        words = " ".join(part.of(text) for part in credit.source).rstrip(",")
        name = credit.resolved or next((name for name in full if words.endswith(name)), words)
        if name.lower() not in PRONOUNS:
            yield CitedSource(name, _kind(name, credit), None, place)
    for step in credit.via:
        place = step.spans[0] if step.spans else credit.content[0]
        yield CitedSource(step.name, step.kind or kind_of(step.name), None, place)


def _kind(name: str, credit: Credit) -> SourceKind:
    """By the words, unless they only look like a person's name ("Human Rights Watch")."""
    kind = kind_of(name)
    is_body = credit.voice is not None and credit.voice.kind is SpeakerKind.ORGANISATION
    return SourceKind.ORGANISATION if is_body and kind is SourceKind.PERSON else kind


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
            result[same] = replace(result[same], url=source.url, document=source.document)
    return tuple(result)


def _same(one: CitedSource, other: CitedSource) -> bool:
    """By address, by name, or a link on the very words that name the source."""
    if one.url and other.url:
        return one.url == other.url
    if one.name.casefold() == other.name.casefold():
        return True
    return bool(one.url or other.url) and one.place.overlaps(other.place)
