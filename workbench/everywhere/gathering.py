"""What of each value of a case can be found by its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from workbench.change import Act, Change, Edit, Key, key_of
from workbench.everywhere.entries import Entry, Sort
from workbench.model import (
    Attribution,
    Case,
    Citation,
    Claim,
    Contact,
    Document,
    Entity,
    Evidence,
    Gate,
    Identity,
    Layout,
    Link,
    Query,
    Remark,
    Revision,
    Ruling,
    SavedSearch,
    Scale,
    SignOff,
    Source,
    Status,
    Verdict,
)
from workbench.ports import Event

_LONGEST_TOLD = 240
"""So much of what a step of the history was about can be found with it."""


def entries_of(value: Entity) -> tuple[Entry, ...]:
    """What can be found of one value. Texts are another matter (`workbench.everywhere.paragraphs`)."""
    return tuple(entry for entry in _entries(value) if entry.text.strip())


def event_entry(event: Event) -> Entry:
    """A step of the history: its label, and words of what it was about."""
    change = event.change
    told = _told(change)
    label = change.label
    text = f"{label}: {told}" if told else label
    return Entry(
        Sort.HISTORY,
        None,
        text,
        about=_subject(change),
        head=len(label),
        by=change.stamp.by,
        at=_moment(change.stamp.at),
        states=frozenset() if change.act in (Act.DONE, Act.KEPT) else frozenset({change.act.value}),
        number=event.number,
    )


def _entries(value: Entity) -> Iterator[Entry]:
    match value:
        case Claim():
            yield from _of_claim(value)
        case Document():
            yield _of_document(value)
        case Evidence():
            states = _words(value.status, value.relation)
            yield _noted(value, value.note, Key(Claim, value.claim), "note", states)
        case Citation():
            yield _noted(value, value.note, Key(Claim, value.claim), "note")
        case Verdict():
            yield _of_verdict(value)
        case Query():
            yield _of_query(value)
        case Source():
            yield _of_source(value)
        case Contact():
            yield _of_contact(value)
        case Attribution():
            yield _of_credit(value)
        case SignOff():
            yield _of_signature(value)
        case Ruling():
            yield Entry(Sort.RULING, key_of(value), value.reason, about=Key(Document, value.document))
        case Identity():
            forms = dict.fromkeys(form.words for form in value.forms if form.words != value.name)
            yield _headed(Sort.NAME, value, value.name, forms, states=_words(value.kind))
        case Case():
            yield Entry(Sort.DOCUMENT, key_of(value), value.title, head=len(value.title), part="case")
        case Remark():
            yield _of_remark(value)
        case Revision() | Layout() | Link() | Scale() | Gate() | SavedSearch():
            return


def _of_claim(claim: Claim) -> Iterator[Entry]:
    """Its words; why it was proposed, which is no title; what the desk wrote down about it."""
    states = _words(claim.status, claim.kind, claim.risk)
    if claim.status is not Status.DISMISSED:
        states |= _words(claim.disposition)
    states |= {word for word, holds in (("gone", claim.gone), ("public", claim.public)) if holds}
    words = _flat(claim.wording)
    about, known = key_of(claim), Entry(Sort.CLAIM, key_of(claim), words, by=claim.owner, states=states)
    known = replace(known, about=about, due=claim.due or "")
    yield replace(known, head=len(words))
    yield replace(known, text="; ".join(claim.reasons), part="reasons")
    for part, noted in (("note", claim.note), ("answer", claim.answer), ("waiver", claim.waiver)):
        yield replace(known, sort=Sort.NOTE, text=noted, part=part)


def _of_document(document: Document) -> Entry:
    addresses = (document.url, document.archived_url, document.filename)
    details = (document.byline, document.outlet, *addresses)
    states = _words(document.role, document.kind)
    about = key_of(document)
    return _headed(
        Sort.DOCUMENT,
        document,
        document.title,
        details,
        about=about,
        at=document.published or "",
        states=states,
    )


def _of_verdict(verdict: Verdict) -> Entry:
    words = (verdict.conclusion,)
    about, at = Key(Claim, verdict.claim), _moment(verdict.at)
    return _headed(Sort.VERDICT, verdict, verdict.step, words, about=about, by=verdict.by, at=at)


def _of_query(query: Query) -> Entry:
    about = (
        Key(Claim, query.claim)
        if query.claim
        else Key(Document, query.passage.document)
        if query.passage
        else None
    )
    answered = {"answered"} if query.answer else {"unanswered"}
    parts = (query.wording, query.reason, query.answer)
    states = _words(query.status) | answered
    at = _moment(query.at) if query.at else ""
    return _headed(Sort.QUERY, query, query.question, parts, about=about, by=query.by, at=at, states=states)


def _of_source(source: Source) -> Entry:
    states = _words(source.kind, source.terms) | ({"protected"} if source.protected else set())
    return _headed(Sort.REGISTER, source, source.name, (source.note,), about=key_of(source), states=states)


def _of_contact(contact: Contact) -> Entry:
    return _headed(
        Sort.CONTACT,
        contact,
        contact.asked,
        (contact.answer,),
        about=Key(Source, contact.source),
        by=contact.by,
        at=contact.at,
        states=_words(contact.channel, contact.reply) | ({"answered"} if contact.answer else {"unanswered"}),
    )


def _of_credit(found: Attribution) -> Entry:
    through = (relay.name for relay in found.credit.via)
    about = Key(Document, found.document)
    return _headed(
        Sort.CREDIT, found, found.speaker, (found.cue, found.credit.resolved, *through), about=about
    )


def _of_remark(remark: Remark) -> Entry:
    about, done = Key(Document, remark.passage.document), {"done"} if remark.done else set[str]()
    states = _words(remark.kind) | done
    return Entry(
        Sort.REMARK, key_of(remark), remark.text, about, by=remark.author, at=remark.at or "", states=states
    )


def _of_signature(signed: SignOff) -> Entry:
    states = _words(signed.hand) | ({"reopened"} if signed.reopened_at else set())
    details = (signed.note, signed.reopened_by, signed.reopened_why)
    about, at = Key(Document, signed.document), _moment(signed.at)
    return _headed(
        Sort.SIGNATURE, signed, signed.by, details, about=about, by=signed.by, at=at, states=states
    )


def _noted(
    value: Evidence | Citation, words: str, about: Key, part: str, states: frozenset[str] = frozenset()
) -> Entry:
    return Entry(Sort.NOTE, key_of(value), words, about, states=states, part=part)


def _headed(
    sort: Sort,
    value: Entity,
    head: str,
    rest: Iterable[str | None],
    *,
    about: Key | None = None,
    by: str = "",
    at: str = "",
    states: frozenset[str] = frozenset(),
) -> Entry:
    title = _flat(head)
    text = " · ".join(part for part in (title, *map(_flat, (item or "" for item in rest))) if part)
    return Entry(sort, key_of(value), text, about, head=len(title), by=by, at=at, states=states)


def _told(change: Change) -> str:
    """Words of the first thing that a step was about, and how many there were besides."""
    words = next((told for edit in change.edits if (told := _edit_told(edit))), "")
    short = words if len(words) <= _LONGEST_TOLD else f"{words[: _LONGEST_TOLD - 1].rstrip()}…"
    more = len(change.edits) - 1
    return f"{short} (and {more:,} more)" if short and more else short


def _edit_told(edit: Edit) -> str:
    """What a step changed in one value; of what was there before and after, only what is new."""
    before, after = (entries_of(value) if value else () for value in (edit.before, edit.after))
    old = {entry.text for entry in before}
    fresh = [entry.text for entry in after if entry.text not in old]
    told = [*fresh, *(entry.text for entry in (*after, *before))]
    value = edit.after or edit.before
    if not told and isinstance(value, Evidence | Link):
        return _flat(value.passage.quote.exact)
    return next(iter(told), "")


def _subject(change: Change) -> Key | None:
    """What a step was about; the claim, where it was about one."""
    values = [edit.after or edit.before for edit in change.edits[:1]]
    for value in values:
        if isinstance(value, Evidence | Citation):
            return Key(Claim, value.claim)
        for entry in entries_of(value) if value else ():
            return entry.about
    return None


def _words(*states: object) -> frozenset[str]:
    return frozenset(str(state).casefold() for state in states if state is not None)


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S")


def _flat(words: str) -> str:
    return " ".join(words.split())
