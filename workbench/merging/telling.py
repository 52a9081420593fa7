"""A merge in words: what a value is called, what clashes in it, and what comes in by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from typing import Any

from workbench.change import Edit, Key
from workbench.merging.values import Arrival, Clash, State
from workbench.model import (
    Attribution,
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
    Passage,
    Query,
    Remark,
    Revision,
    Ruling,
    SavedSearch,
    Scale,
    SignOff,
    Source,
    Verdict,
)
from workbench.scales import step_of

_LONGEST = 90
_NOUNS: dict[type[Any], tuple[str, str]] = {
    Document: ("document", "documents"),
    Revision: ("draft", "drafts"),
    Layout: ("layout of a text", "layouts of texts"),
    Link: ("web link", "web links"),
    Remark: ("remark in a text", "remarks in texts"),
    Attribution: ("credit", "credits"),
    Source: ("source", "sources"),
    Claim: ("claim", "claims"),
    Evidence: ("piece of evidence", "pieces of evidence"),
    Citation: ("link to a source", "links to sources"),
    Verdict: ("verdict", "verdicts"),
    Query: ("question to the author", "questions to the author"),
    Contact: ("contact", "contacts"),
    Ruling: ("ruling on origins", "rulings on origins"),
    Identity: ("name", "names"),
    SignOff: ("signature", "signatures"),
    SavedSearch: ("saved search", "saved searches"),
    Gate: ("rule for confirming", "rules for confirming"),
    Scale: ("verdict scale", "verdict scales"),
}
_CASE = ("detail of the case", "details of the case")
_FIELDS = {
    "also": "other places",
    "archived_url": "archived copy",
    "at": "time",
    "by": "name",
    "charset": "encoding",
    "due": "due date",
    "first_hand": "first hand",
    "original": "file",
    "outside": "file kept elsewhere",
    "owner": "who brings it",
    "papers": "papers",
    "passage": "words",
    "reopened_why": "reason for reopening",
    "step": "verdict",
    "url": "web address",
    "waiver": "reason for confirming",
    "zones": "headings and captions",
}
_HIDDEN = {"reopened_by", "reopened_at", "scale"}


class Telling:
    """Tells of values of one merge; `values` are the states in which what they refer to is looked up."""

    def __init__(self, *values: State) -> None:
        self._values = values

    def name(self, value: Entity) -> str:
        """What a value is called: “Claim “stood closed for 19 days””."""
        words = self._words(value)
        noun = noun_of(value)
        return f"{noun[:1].upper()}{noun[1:]} {words}".rstrip()

    def doing(self, edit: Edit) -> str:
        """What an edit does, in words."""
        if edit.before is None and edit.after is not None:
            return f"New: {self.name(edit.after)}"
        if edit.after is None and edit.before is not None:
            return f"Removed: {self.name(edit.before)}"
        assert edit.before is not None
        assert edit.after is not None
        fields = ", ".join(_changed(edit.before, edit.after))
        return f"{self.name(edit.after)}: {fields}" if fields else self.name(edit.after)

    def sides(self, clash: Clash) -> tuple[str, str]:
        """What ours says and what theirs says, as far as they differ."""
        if clash.is_about_removal:
            there = clash.ours or clash.theirs
            assert there is not None
            kept = self._hanging(clash)
            return ("Removed", kept) if clash.ours is None else (kept, "Removed")
        if clash.is_about_drafts:
            return self._drafts(clash)
        assert clash.ours is not None
        assert clash.theirs is not None
        return self._fields(clash, clash.ours), self._fields(clash, clash.theirs)

    def before(self, clash: Clash) -> str:
        """What it was before either changed it; empty when it was not there."""
        return "" if clash.base is None or clash.is_about_drafts else self._fields(clash, clash.base)

    def question(self, clash: Clash) -> str:
        """What there is to decide, as a heading."""
        value = clash.ours or clash.theirs or clash.base
        assert value is not None
        return self.name(value)

    def subject(self, clash: Clash) -> str:
        """What of it clashes: “note, disposition”."""
        if clash.is_about_removal:
            return "removed, and still needed"
        if clash.is_about_drafts:
            return "two new drafts"
        return ", ".join(field_word(name) for name in clash.fields if name not in _HIDDEN)

    def _hanging(self, clash: Clash) -> str:
        told = [self.name(value) for value in clash.hanging]
        return "Kept, with what was done to it:\n" + "\n".join(told[:6] + _more(told[6:]))

    def _drafts(self, clash: Clash) -> tuple[str, str]:
        mine, other = clash.ours, clash.both
        assert isinstance(mine, Revision)
        assert isinstance(other, Revision)
        told = [self.name(value) for value in clash.hanging if isinstance(value, Claim)]
        theirs = f"Draft {other.number}, after ours, with all that is marked in it"
        return f"Draft {mine.number} alone", "\n".join([theirs, *told[:6], *_more(told[6:])])

    def _fields(self, clash: Clash, value: Entity) -> str:
        names = [name for name in clash.fields if name not in _HIDDEN] or list(clash.fields)
        parts = [(name, self._content(value, name)) for name in names if hasattr(value, name)]
        if len(parts) == 1:
            return parts[0][1]
        return "\n".join(f"{_upper(field_word(name))}: {words}" for name, words in parts)

    def _content(self, value: Entity, name: str) -> str:
        content = getattr(value, name)
        if isinstance(value, Verdict) and name == "step":
            return step_of(self._scales(), value).label
        if isinstance(value, Ruling) and name in ("document", "joined"):
            return self._title(content) if content else "an origin of its own"
        if isinstance(content, tuple) and all(isinstance(item, Passage) for item in content):
            return "\n".join(_quoted(item.quote.exact) for item in content) or "none"
        return _said(content)

    def _scales(self) -> list[Scale]:
        return [value for state in self._values for value in state.values() if isinstance(value, Scale)]

    def _words(self, value: Entity) -> str:
        match value:
            case Claim():
                return _quoted(value.wording)
            case Evidence(passage=place) | Link(passage=place) | Remark(passage=place):
                return f"{_quoted(place.quote.exact)} from {self._title(place.document)}"
            case Document(title=title, filename=filename):
                return _quoted(title or filename)
            case Revision(document=document, number=number):
                return f"{number} of {self._title(document)}"
            case Source(name=name) | Identity(name=name) | SavedSearch(name=name) | Scale(name=name):
                return _quoted(name)
            case Verdict(claim=claim):
                return f"on {self._wording(claim)}"
            case Citation(claim=claim, source=source):
                return f"{self._named(source)} for {self._wording(claim)}"
            case Query(question=question, wording=wording):
                return _quoted(question or wording)
            case Contact(source=source, at=at):
                return f"with {self._named(source)} on {at[:10]}"
            case SignOff(by=by):
                return f"by {by}"
            case Ruling(document=document) | Attribution(document=document):
                return f"in {self._title(document)}"
        return ""

    def _get(self, kind: type[Entity], id: str) -> Any:
        return next((state[Key(kind, id)] for state in self._values if Key(kind, id) in state), None)

    def _title(self, id: str) -> str:
        document = self._get(Document, id)
        return _quoted(document.title or document.filename) if document else "a document"

    def _wording(self, id: str) -> str:
        claim = self._get(Claim, id)
        return _quoted(claim.wording) if claim else "a claim"

    def _named(self, id: str) -> str:
        source = self._get(Source, id)
        return _quoted(source.name) if source else "a source"


def noun_of(value: Entity) -> str:
    """What kind of thing a value is."""
    return _NOUNS.get(type(value), _CASE)[0]


def counts(arrivals: Iterable[Arrival]) -> str:
    """What comes in, by kind: “2 claims, 1 document”. What goes without saying is not counted."""
    found = Counter(one.edit.key.kind for one in worth_telling(arrivals))
    return ", ".join(
        f"{count:,} {_NOUNS.get(kind, _CASE)[count != 1]}" for kind, count in found.most_common()
    )


def worth_telling(arrivals: Iterable[Arrival]) -> tuple[Arrival, ...]:
    """Without what comes with a document as a matter of course: its first text, its headings and links."""
    return tuple(one for one in arrivals if not _goes_without_saying(one.edit.after or one.edit.before))


def _goes_without_saying(value: Entity | None) -> bool:
    if isinstance(value, Revision):
        return value.number == 1
    return isinstance(value, Layout | Link | Attribution)


def field_word(name: str) -> str:
    """What a field is called on screen."""
    return _FIELDS.get(name, name.replace("_", " "))


def _changed(before: Entity, after: Entity) -> list[str]:
    from dataclasses import fields

    names = [item.name for item in fields(before) if getattr(before, item.name) != getattr(after, item.name)]
    return [field_word(name) for name in names if name not in _HIDDEN]


def _said(content: object) -> str:
    match content:
        case None | "" | ():
            return "nothing"
        case bool():
            return "yes" if content else "no"
        case Enum():
            return str(content.value)
        case datetime():
            return f"{content:%Y-%m-%d %H:%M}"
        case Passage(quote=quote):
            return _quoted(quote.exact)
        case tuple():
            return f"{len(content)} entries"
    return str(content)


def _more(told: list[str]) -> list[str]:
    return [f"and {len(told):,} more"] if told else []


def _quoted(words: str) -> str:
    plain = " ".join(words.split())
    short = plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"
    return short if short[:1] in "“„«" and short[:1] else f"“{short}”"


def _upper(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
