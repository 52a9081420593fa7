"""One change field by field: before and after in words, with the words that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from enum import Enum
from typing import Any

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from ui.history.entries import Entry
from ui.models.dates import date_words
from ui.models.signs import disposition_sign, kind_word, relation_sign, risk_sign, source_word
from ui.models.value_words import Known, full_words_of, noun, place_of
from ui.panels.comparison import Wording, compared
from workbench.change import Change, Edit
from workbench.model import (
    ClaimKind,
    Disposition,
    Entity,
    Passage,
    Relation,
    Risk,
    SourceKind,
    Status,
    Step,
    Verdict,
)


def QT_TRANSLATE_NOOP(_context: str, word: str) -> str:
    """Mark a word for the translators, under the name that they search for; Qt's own is not typed."""
    return word


MOST_VALUES = 40
"""Of a change of more values only so many are laid out."""
_SIDE_BY_SIDE = 24
"""Of words longer than that, those that differ are worth showing."""
_TOLD_ABOVE = {"passage", "title", "name", "claim", "source"}
"""Of a value that came or went, these stand in its heading."""
_LEFT_OUT = {"id", "revision", "document", "seals", "head", "sha256", "score", "number", "scale", "credit"}
"""Fields that say nothing to an editor, or that stand in the heading already."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field: its name, and its words before and after; `sides` when they are worth comparing."""

    name: str
    before: str
    after: str
    sides: tuple[Wording, Wording] | None = None


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One value: what became of it, the words it is known by, where it belongs, and its fields."""

    heading: str
    words: str
    place: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """All of a change that is laid out, and how many values more it was about.

    `brought` are the steps of a colleague's copy that came in with it, where it was a merge.
    """

    values: tuple[ValueChange, ...]
    more: int = 0
    brought: tuple[Entry, ...] = ()

    def as_text(self) -> str:
        """The details as plain text."""
        return "\n\n".join(_value_text(value) for value in self.values)


def details(change: Change, known: Known) -> Details:
    """Lay a change out. Takes a moment where long words are compared, so it is for a worker."""
    known.meet_all_of(change)
    shown = change.edits[:MOST_VALUES]
    return Details(tuple(_value(edit, known) for edit in shown), len(change.edits) - len(shown))


def _value(edit: Edit, known: Known) -> ValueChange:
    value = edit.after or edit.before
    assert value is not None
    what = _said("Added: {noun}") if edit.before is None else _said("Removed: {noun}")
    if edit.before is not None and edit.after is not None:
        what = _said("Changed: {noun}")
    heading = what.replace("{noun}", noun(value))
    words, place = full_words_of(value, known), place_of(value, known)
    return ValueChange(heading, words, place, tuple(_fields(edit, known)))


def _fields(edit: Edit, known: Known) -> Iterable[FieldChange]:
    whole = edit.before is None or edit.after is None
    for field in fields(edit.key.kind):
        if field.name in _LEFT_OUT:
            continue
        before, after = (_words(value, field.name, known) for value in (edit.before, edit.after))
        if before != after and not (whole and field.name in _TOLD_ABOVE):
            yield _field(_field_name(field.name), before, after)


def _field(name: str, before: str, after: str) -> FieldChange:
    if not before or not after or max(len(before), len(after)) <= _SIDE_BY_SIDE:
        return FieldChange(name, before, after)
    return FieldChange(name, before, after, compared(before, after, (_said("Before"), _said("After"))))


def _words(value: Entity | None, name: str, known: Known) -> str:
    """What a field of a value says; empty where it says nothing."""
    if value is None:
        return ""
    if isinstance(value, Verdict) and name == "step":
        return known.verdict(value)
    content = getattr(value, name)
    match name:
        case "claim":
            return known.claim(content)
        case "source":
            return known.source(content)
        case "joined":
            return known.document(content) if content else ""
    if name in ("published", "accessed", "due") or (name == "at" and isinstance(content, str)):
        return date_words(content)
    if name == "papers":
        return ", ".join(known.document(paper) for paper in content)
    return content_words(content)


def content_words(content: Any) -> str:
    """The words of anything that a value can hold; empty for nothing."""
    if isinstance(content, Enum):
        return _ENUMS.get(type(content), lambda value: str(value.value))(content)
    match content:
        case None | "":
            return ""
        case bool():
            return _said("yes") if content else ""
        case datetime():
            return moment_words(content)
        case Passage(quote=quote):
            return quote.exact
        case Step(label=label):
            return label
        case tuple():
            return "\n".join(filter(None, (content_words(part) for part in content)))
    words = getattr(content, "words", None)
    return words if isinstance(words, str) else str(content) if isinstance(content, str | int | float) else ""


def moment_words(moment: datetime) -> str:
    """A moment as it was where the editor is: "14 Mar 2026, 10:32"."""
    local = moment.astimezone()
    shown = QDateTime(local.year, local.month, local.day, local.hour, local.minute, local.second)
    return QLocale().toString(shown, "d MMM yyyy, HH:mm")


def _value_text(value: ValueChange) -> str:
    told = (f"{field.name}: {field.before or '—'} → {field.after or '—'}" for field in value.fields)
    rows = (value.heading, value.words, value.place, *told)
    return "\n".join(filter(None, rows))


def _field_name(name: str) -> str:
    return _said(_FIELDS.get(name, name.replace("_", " ").capitalize()))


def _said(text: str) -> str:
    return QCoreApplication.translate("History", text)


_FIELDS = {
    "passage": QT_TRANSLATE_NOOP("History", "Words"),
    "status": QT_TRANSLATE_NOOP("History", "State"),
    "kind": QT_TRANSLATE_NOOP("History", "Kind"),
    "risk": QT_TRANSLATE_NOOP("History", "Risk"),
    "disposition": QT_TRANSLATE_NOOP("History", "Disposition"),
    "note": QT_TRANSLATE_NOOP("History", "Note"),
    "answer": QT_TRANSLATE_NOOP("History", "Answer"),
    "reasons": QT_TRANSLATE_NOOP("History", "Why"),
    "also": QT_TRANSLATE_NOOP("History", "Also told here"),
    "owner": QT_TRANSLATE_NOOP("History", "Who owes it"),
    "due": QT_TRANSLATE_NOOP("History", "Until"),
    "waiver": QT_TRANSLATE_NOOP("History", "Why it is confirmed"),
    "public": QT_TRANSLATE_NOOP("History", "For publication"),
    "gone": QT_TRANSLATE_NOOP("History", "No longer in the story"),
    "claim": QT_TRANSLATE_NOOP("History", "Claim"),
    "source": QT_TRANSLATE_NOOP("History", "Source"),
    "relation": QT_TRANSLATE_NOOP("History", "What it does to the claim"),
    "step": QT_TRANSLATE_NOOP("History", "Verdict"),
    "conclusion": QT_TRANSLATE_NOOP("History", "Conclusion"),
    "wording": QT_TRANSLATE_NOOP("History", "Wording"),
    "question": QT_TRANSLATE_NOOP("History", "Question"),
    "reason": QT_TRANSLATE_NOOP("History", "Reason"),
    "by": QT_TRANSLATE_NOOP("History", "By"),
    "at": QT_TRANSLATE_NOOP("History", "When"),
    "role": QT_TRANSLATE_NOOP("History", "Story or source"),
    "title": QT_TRANSLATE_NOOP("History", "Title"),
    "byline": QT_TRANSLATE_NOOP("History", "Author"),
    "outlet": QT_TRANSLATE_NOOP("History", "Outlet"),
    "published": QT_TRANSLATE_NOOP("History", "Published"),
    "url": QT_TRANSLATE_NOOP("History", "Address"),
    "archived_url": QT_TRANSLATE_NOOP("History", "Archived at"),
    "accessed": QT_TRANSLATE_NOOP("History", "Looked at on"),
    "language": QT_TRANSLATE_NOOP("History", "Language"),
    "filename": QT_TRANSLATE_NOOP("History", "File"),
    "charset": QT_TRANSLATE_NOOP("History", "Encoding"),
    "original": QT_TRANSLATE_NOOP("History", "Fingerprint of the file"),
    "medium": QT_TRANSLATE_NOOP("History", "What the file is"),
    "outside": QT_TRANSLATE_NOOP("History", "Fingerprint of the file, which is kept elsewhere"),
    "size": QT_TRANSLATE_NOOP("History", "Bytes"),
    "name": QT_TRANSLATE_NOOP("History", "Name"),
    "papers": QT_TRANSLATE_NOOP("History", "Texts that came from it"),
    "first_hand": QT_TRANSLATE_NOOP("History", "Speaks at first hand"),
    "terms": QT_TRANSLATE_NOOP("History", "Terms"),
    "protected": QT_TRANSLATE_NOOP("History", "Protected"),
    "channel": QT_TRANSLATE_NOOP("History", "How"),
    "asked": QT_TRANSLATE_NOOP("History", "Asked"),
    "reply": QT_TRANSLATE_NOOP("History", "Right of reply"),
    "joined": QT_TRANSLATE_NOOP("History", "Counts together with"),
    "forms": QT_TRANSLATE_NOOP("History", "Names"),
    "steps": QT_TRANSLATE_NOOP("History", "Steps"),
    "primary": QT_TRANSLATE_NOOP("History", "Primary sources asked for"),
    "origins": QT_TRANSLATE_NOOP("History", "Independent origins asked for"),
    "hand": QT_TRANSLATE_NOOP("History", "Signed as"),
    "reopened_by": QT_TRANSLATE_NOOP("History", "Reopened by"),
    "reopened_at": QT_TRANSLATE_NOOP("History", "Reopened on"),
    "reopened_why": QT_TRANSLATE_NOOP("History", "Why reopened"),
    "zones": QT_TRANSLATE_NOOP("History", "Headings, captions and what is skipped"),
    "speaker": QT_TRANSLATE_NOOP("History", "Speaker"),
    "cue": QT_TRANSLATE_NOOP("History", "Said by"),
    "words": QT_TRANSLATE_NOOP("History", "Words"),
    "filters": QT_TRANSLATE_NOOP("History", "Filters"),
    "created": QT_TRANSLATE_NOOP("History", "Made on"),
}
"""What the fields of the values are called."""
_ENUMS: dict[type[Any], Callable[[Any], str]] = {
    Disposition: lambda value: disposition_sign(value).word,
    Relation: lambda value: relation_sign(value).word,
    Risk: lambda value: risk_sign(value).word,
    ClaimKind: kind_word,
    SourceKind: source_word,
    Status: lambda value: {
        Status.PROPOSED: _said("proposed by Twosource"),
        Status.ACCEPTED: _said("taken up"),
        Status.DISMISSED: _said("set aside"),
    }[value],
}
