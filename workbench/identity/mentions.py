"""The mentions of persons and organisations in one document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.analysis import Name
from workbench.attribution.kinds import kind_of
from workbench.attribution.voices import PRONOUNS
from workbench.identity.bodies import aliases_at, body_name
from workbench.identity.lexicon import name_lexicon
from workbench.identity.mention import Mention
from workbench.identity.reading import read_person
from workbench.model import (
    Attribution,
    Being,
    Credit,
    DocumentId,
    Form,
    RevisionId,
    SourceKind,
    SpeakerKind,
)
from workbench.text import Span

_BEFORE = re.compile(r"(?:[\w’'.-]+,?[ \xa0]+){1,8}$")
_AFTER = re.compile(r",[ \xa0]+(?P<said>[^,.;:()\n“”\"]{3,70})")
_SENTENCE_END = re.compile(r"[.!?;:][ \n]|\n|[“”\"]")
_WORD = re.compile(r"[\w’'-]+")
_NOUN = re.compile(r"(?:[’']s?)?[ \xa0](?P<noun>[a-z]+)\b")
_JOINING = ("of", "for", "to", "the", "and", "deputy", "former")
_BODIES = (
    SourceKind.ORGANISATION,
    SourceKind.AGENCY,
    SourceKind.NEWSPAPER,
    SourceKind.BROADCASTER,
    SourceKind.WEBSITE,
)


def mentions(
    document: DocumentId, text: str, credits: Sequence[Credit], names: Iterable[Name] = ()
) -> tuple[Mention, ...]:
    """Who is mentioned in a text: those credited, those who pass on, and the `names` found in it.

    Each place counts once; pronouns count for the name they stand for.
    """
    found = {
        mention.span: mention
        for mention in (
            *_of_names(document, text, names),
            *(one for credit in credits for one in _of_credit(document, text, credit)),
        )
    }
    return tuple(found[span] for span in sorted(found))


def mentions_of(attributions: Iterable[Attribution], texts: Mapping[RevisionId, str]) -> tuple[Mention, ...]:
    """The mentions in the stored attributions of a case; those of revisions not in `texts` are left out."""
    by_revision: dict[tuple[DocumentId, RevisionId], list[Credit]] = {}
    for item in attributions:
        if item.revision in texts:
            by_revision.setdefault((item.document, item.revision), []).append(item.credit)
    return tuple(
        mention
        for (document, revision), credits in by_revision.items()
        for mention in mentions(document, texts[revision], credits)
    )


def person_at(document: DocumentId, text: str, span: Span, stands_for: str | None = None) -> Mention:
    """A person mentioned by the words of `span`, read together with title and office beside it."""
    named = read_person(span.of(text), _around(text, span))
    return Mention(Form(document, named.words), span, Being.PERSON, named, stands_for=stands_for)


def body_at(document: DocumentId, text: str, span: Span) -> Mention:
    """An organisation mentioned by the words of `span`, with the names in brackets beside it."""
    span = _with_head(text, span)
    form = Form(document, body_name(span.of(text)))
    return Mention(form, span, Being.ORGANISATION, aliases=aliases_at(text, span))


def _with_head(text: str, span: Span) -> Span:
    """With the plain noun behind a name that says what of it is meant: "United Nations mission"."""
    behind = _NOUN.match(text, span.end)
    if behind and behind["noun"] in name_lexicon().heads:
        return Span(span.start, behind.end())
    return span


def _of_names(document: DocumentId, text: str, names: Iterable[Name]) -> Iterator[Mention]:
    for name in names:
        if name.label == "PERSON" and kind_of(name.span.of(text)) is SourceKind.PERSON:
            yield person_at(document, text, name.span)
        elif name.label == "ORG":
            yield body_at(document, text, name.span)


def _of_credit(document: DocumentId, text: str, credit: Credit) -> Iterator[Mention]:
    for step in credit.via:
        if step.spans and step.kind in _BODIES:
            yield body_at(document, text, step.spans[0])
        elif step.spans and step.kind is SourceKind.PERSON:
            yield person_at(document, text, step.spans[0])
    if credit.source:
        yield from _speaker(document, text, credit)


def _speaker(document: DocumentId, text: str, credit: Credit) -> Iterator[Mention]:
    span, full = credit.source[0], credit.resolved
    words = span.of(text)
    kind = credit.voice.kind if credit.voice else _kind(words)
    if kind is SpeakerKind.UNNAMED:
        return
    if kind in (SpeakerKind.PRONOUN, SpeakerKind.DOCUMENT):
        if full is not None:
            yield _standing_for(document, span, full)
    elif kind is SpeakerKind.ORGANISATION:
        yield body_at(document, text, span)
    else:
        yield person_at(document, text, span, full)
    if full is not None and kind_of(full) is SourceKind.PERSON:
        at = text.find(full)
        if at >= 0:
            yield person_at(document, text, Span(at, at + len(full)))


def _standing_for(document: DocumentId, span: Span, full: str) -> Mention:
    """A pronoun, or a document that speaks for its author."""
    if kind_of(full) is not SourceKind.PERSON:
        return Mention(Form(document, body_name(full)), span, Being.ORGANISATION)
    named = read_person(full)
    return Mention(Form(document, named.words), span, Being.PERSON, named)


def _kind(words: str) -> SpeakerKind:
    """For credits stored before voices were: by the words alone."""
    if words.lower() in PRONOUNS:
        return SpeakerKind.PRONOUN
    kind = kind_of(words)
    if kind in _BODIES:
        return SpeakerKind.ORGANISATION
    return SpeakerKind.PERSON if kind is SourceKind.PERSON else SpeakerKind.DOCUMENT


def _around(text: str, span: Span) -> str:
    """The title in front of a name and the description behind it, as far as they hold a word of rank."""
    front = text[max(0, span.start - 90) : span.start]
    front = _SENTENCE_END.split(front)[-1]
    before = _BEFORE.search(front)
    behind = _AFTER.match(text, span.end)
    told = [_title(before.group()) if before else "", behind["said"] if behind else ""]
    return " , ".join(part for part in told if _has_rank(part))


def _title(words: str) -> str:
    """The end of the words before a name that can be its title: nothing of a verb, none of another name."""
    kept: list[str] = []
    for word in reversed(words.split()):
        plain = word.strip(",").lower()
        describes = bool(kept) and plain.isalpha() and _is_rank(kept[0].strip(",").lower())
        if not (plain in _JOINING or word[0].isupper() or _is_rank(plain) or describes):
            break
        kept.insert(0, word)
    return " ".join(kept)


def _has_rank(words: str) -> bool:
    return any(_is_rank(word.lower()) for word in _WORD.findall(words))


def _is_rank(plain: str) -> bool:
    return plain in name_lexicon().titles or plain.rstrip(".") in name_lexicon().titles
