"""What a change did, in an editor's words: "Set claim 3 to Confirmed", with the words it was about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QCoreApplication

from ui.models.signs import disposition_sign, relation_sign
from ui.models.value_words import Known, noun, words_of
from workbench.change import Act, Change, Edit, inverse
from workbench.model import (
    Citation,
    Claim,
    ClaimId,
    Contact,
    Document,
    Entity,
    Evidence,
    Gate,
    Hand,
    Identity,
    Query,
    QueryStatus,
    Revision,
    Ruling,
    SavedSearch,
    Scale,
    SignOff,
    Source,
    Status,
    Verdict,
)

CLAIM = "\ufffc"
"""Stands in the words for the claim, whose number is only known when they are shown."""


class Topic(Enum):
    """What a change is about, as the history can be filtered by."""

    CLAIMS = auto()
    DECISIONS = auto()
    EVIDENCE = auto()
    DOCUMENTS = auto()
    SOURCES = auto()
    QUERIES = auto()
    SIGNING = auto()
    DESK = auto()
    FOUND = auto()


@dataclass(frozen=True, slots=True)
class Telling:
    """What was done, the words it was about, the claims it touched, and under which topic it goes."""

    what: str
    words: str
    claims: tuple[ClaimId, ...]
    topic: Topic


def tell(change: Change, known: Known) -> Telling:
    """Tell what a change did. An undo is told as what it took back."""
    told = inverse(change, change.stamp) if change.act is Act.UNDONE else change
    claims = claims_of(change)
    if change.merged:
        return Telling(_said("Brought a colleague’s copy in"), "", claims, Topic.DESK)
    if change.act is Act.PROPOSED or change.label in ("Propose claims", "Suggest evidence"):
        return Telling(_found(change), _first_words(change, known), claims, Topic.FOUND)
    edit = _main(told)
    if edit is None:
        return Telling(change.label, "", claims, Topic.DESK)
    teller, topic = _TELLERS[edit.key.kind]
    what = teller(edit, told, known)
    return Telling(what or change.label, _about(edit, known), claims, _topic(topic, edit))


def claims_of(change: Change) -> tuple[ClaimId, ...]:
    """The claims that a change is about, each once."""
    found = (_claim_of(edit.after or edit.before) for edit in change.edits)
    return tuple(dict.fromkeys(claim for claim in found if claim))


def _claim_of(value: Entity | None) -> ClaimId | None:
    return value.id if isinstance(value, Claim) else getattr(value, "claim", None)


def _main(change: Change) -> Edit | None:
    """The edit that the change was made for; the rest goes with it."""
    edits = change.edits
    came = [edit for edit in edits if edit.before is None]
    went = [edit for edit in edits if edit.after is None]
    if change.label == _PLACED:
        came = went = []
    return _first(came, _COMING) or _first(went[::-1], _GOING) or _first(edits, _CHANGED)


def _first(edits: Sequence[Edit], kinds: Sequence[type[Entity]]) -> Edit | None:
    """The first edit of the first of the kinds that there is."""
    return next((edit for kind in kinds for edit in edits if edit.key.kind is kind), None)


def _topic(topic: Topic, edit: Edit) -> Topic:
    both = isinstance(edit.before, Claim) and isinstance(edit.after, Claim)
    decided = both and getattr(edit.before, "disposition", None) != getattr(edit.after, "disposition", None)
    return Topic.DECISIONS if decided else topic


def _about(edit: Edit, known: Known) -> str:
    """The words of the claim, else of the value itself."""
    value = _value(edit)
    return known.claim(_claim_of(value)) or words_of(value, known)


def _first_words(change: Change, known: Known) -> str:
    claims = claims_of(change)
    return known.claim(claims[0]) if len(claims) == 1 else ""


def _found(change: Change) -> str:
    counts = {
        kind: sum(edit.key.kind is kind and edit.before is None for edit in change.edits)
        for kind in (Claim, Evidence)
    }
    if counts[Claim]:
        return _said("Twosource proposed {count} claims").format(count=counts[Claim])
    if counts[Evidence]:
        return _said("Twosource found {count} passages for {claim}").format(
            count=counts[Evidence], claim=CLAIM
        )
    if any(edit.key.kind is Evidence for edit in change.edits):
        return _said("Twosource took back what it had found for {claim}").format(claim=CLAIM)
    return _said("Twosource read a text again")


def _verdict(edit: Edit, _change: Change, known: Known) -> str:
    match edit.before, edit.after:
        case Verdict(), None:
            return _said("Withdrew the verdict on {claim}").format(claim=CLAIM)
        case Verdict() as before, Verdict() as after if before.step == after.step:
            return _said("Reworded the conclusion on {claim}").format(claim=CLAIM)
        case _, Verdict() as after:
            words = _said("Gave {claim} the verdict “{step}”")
            return words.replace("{step}", known.verdict(after)).format(claim=CLAIM)
    return ""


def _claim(edit: Edit, change: Change, _known: Known) -> str:
    match edit.before, edit.after:
        case None, Claim() if change.label == "Part claims":
            return _said("Parted {claim} from one that says something else").format(claim=CLAIM)
        case None, Claim():
            return _said("Marked {claim}").format(claim=CLAIM)
        case Claim(), None:
            return _said("Removed {claim}").format(claim=CLAIM)
        case Claim() as before, Claim() as after:
            return _claim_changed(before, after, change).format(claim=CLAIM)
    return ""


def _claim_changed(before: Claim, after: Claim, change: Change) -> str:
    if before.disposition is not after.disposition:
        return _said("Set {claim} to “{word}”").replace("{word}", disposition_sign(after.disposition).word)
    if change.label == _PLACED:
        return _said("Said where {claim} stands in the new draft")
    if len(after.also) != len(before.also):
        more = len(after.also) > len(before.also)
        return _said("Joined {claim} with one that says the same") if more else _said("Parted {claim}")
    if before.status is not after.status and before.passage == after.passage:
        return _STATUS[after.status]()
    for name, words in _CLAIM_FIELDS.items():
        if getattr(before, name) != getattr(after, name):
            return words()
    return change.label.replace("{", "").replace("}", "")


def _evidence(edit: Edit, _change: Change, known: Known) -> str:
    match edit.before, edit.after:
        case None, Evidence() as after:
            words = _said("Linked a passage of {title} to {claim}: {word}")
            return _fill(words, title=known.document(after.passage.document), word=_relation(after))
        case Evidence(), None:
            return _fill(_said("Removed a passage from {claim}"))
        case Evidence() as before, Evidence() as after:
            return _evidence_changed(before, after, known)
    return ""


def _evidence_changed(before: Evidence, after: Evidence, known: Known) -> str:
    title = known.document(after.passage.document)
    if after.status is not before.status and after.status is Status.DISMISSED:
        return _fill(_said("Set a passage of {title} aside for {claim}"), title=title)
    if before.status is Status.DISMISSED and after.status is not before.status:
        return _fill(_said("Took a passage of {title} up again for {claim}"), title=title)
    if after.relation is not before.relation or after.status is not before.status:
        return _fill(
            _said("Linked a passage of {title} to {claim}: {word}"), title=title, word=_relation(after)
        )
    return _fill(_said("Wrote a note on a passage of {title} for {claim}"), title=title)


def _document(edit: Edit, _change: Change, known: Known) -> str:
    value = edit.after or edit.before
    assert isinstance(value, Document)
    title = known.document(value.id)
    if edit.before is None:
        return _fill(_said("Brought {title} into the case"), title=title)
    if edit.after is None:
        return _fill(_said("Removed {title} with all that hung on it"), title=title)
    return _fill(_said("Changed what is known of {title}"), title=title)


def _revision(edit: Edit, _change: Change, known: Known) -> str:
    value = edit.after or edit.before
    assert isinstance(value, Revision)
    words = (
        _said("Read in draft {number} of {title}")
        if edit.after
        else _said("Took back draft {number} of {title}")
    )
    return _fill(words, number=str(value.number), title=known.document(value.document))


def _query(edit: Edit, _change: Change, _known: Known) -> str:
    match edit.before, edit.after:
        case None, Query(wording=wording):
            return _fill(_said("Asked for a change") if wording else _said("Asked the author"))
        case _, None:
            return _fill(_said("Removed a question to the author"))
        case Query() as before, Query() as after if before.status is not after.status:
            return _fill(_QUERY[after.status]())
    return _fill(_said("Wrote down the author’s answer"))


def _source(edit: Edit, change: Change, known: Known) -> str:
    name = words_of(_value(edit), known)
    if change.label == "Join sources":
        return _fill(_said("Joined {name} with another entry that means the same"), name=name)
    return _fill(
        _came(
            edit,
            _said("Added the source {name}"),
            _said("Removed the source {name}"),
            _said("Changed what the register says of {name}"),
        ),
        name=name,
    )


def _citation(edit: Edit, _change: Change, known: Known) -> str:
    name = words_of(_value(edit), known)
    return _fill(
        _came(
            edit,
            _said("Linked {name} to {claim}"),
            _said("Unlinked {name} from {claim}"),
            _said("Wrote a note on {name} for {claim}"),
        ),
        name=name,
    )


def _contact(edit: Edit, _change: Change, known: Known) -> str:
    value = edit.after or edit.before
    assert isinstance(value, Contact)
    return _fill(
        _came(
            edit,
            _said("Noted a contact with {name}"),
            _said("Removed a contact with {name}"),
            _said("Corrected a contact with {name}"),
        ),
        name=known.source(value.source),
    )


def _signature(edit: Edit, _change: Change, _known: Known) -> str:
    match edit.after:
        case SignOff(reopened_by=reopened) if reopened:
            return _said("Reopened the draft that was signed")
        case SignOff(hand=hand):
            return _said("Signed as checker") if hand is Hand.CHECKER else _said("Signed as second")
    return _said("Removed a signature")


def _thing(edit: Edit, _change: Change, _known: Known) -> str:
    """Of the rest it is enough to say what came, went or was changed."""
    value = _value(edit)
    words = _came(edit, _said("Added: {noun}"), _said("Removed: {noun}"), _said("Changed: {noun}"))
    return _fill(words, noun=noun(value))


def _ruling(edit: Edit, _change: Change, known: Known) -> str:
    match edit.after:
        case Ruling(document=document, joined=None):
            return _fill(_said("Let {title} count on its own"), title=known.document(document))
        case Ruling(document=document, joined=joined) if joined:
            return _fill(
                _said("Let {title} count together with {other}"),
                title=known.document(document),
                other=known.document(joined),
            )
    return _said("Let it count as traced again")


def _identity(edit: Edit, change: Change, known: Known) -> str:
    name = words_of(_value(edit), known)
    if change.label == "Split names":
        return _fill(_said("Said that {name} means more than one"), name=name)
    return _fill(_said("Said who {name} is"), name=name)


def _came(edit: Edit, came: str, went: str, changed: str) -> str:
    return came if edit.before is None else went if edit.after is None else changed


def _fill(words: str, **parts: str) -> str:
    """Fill words in, the claim's place among them; foreign words may hold braces."""
    for name, part in (("claim", CLAIM), *parts.items()):
        words = words.replace(f"{{{name}}}", part)
    return words


def _relation(evidence: Evidence) -> str:
    return relation_sign(evidence.relation).word.lower()


def _value(edit: Edit) -> Entity:
    value = edit.after or edit.before
    assert value is not None
    return value


def _said(text: str) -> str:
    return QCoreApplication.translate("History", text)


_STATUS: dict[Status, Callable[[], str]] = {
    Status.ACCEPTED: lambda: _said("Accepted {claim}"),
    Status.DISMISSED: lambda: _said("Set {claim} aside"),
    Status.PROPOSED: lambda: _said("Took {claim} back among the proposals"),
}
_CLAIM_FIELDS: dict[str, Callable[[], str]] = {
    "passage": lambda: _said("Moved the edges of {claim}"),
    "note": lambda: _said("Wrote a note on {claim}"),
    "answer": lambda: _said("Wrote the claimant’s answer to {claim}"),
    "waiver": lambda: _said("Wrote why {claim} is confirmed"),
    "owner": lambda: _said("Said who owes what {claim} lacks"),
    "due": lambda: _said("Said until when {claim} waits"),
    "gone": lambda: _said("Said that {claim} is no longer in the story"),
}
_QUERY: dict[QueryStatus, Callable[[], str]] = {
    QueryStatus.OPEN: lambda: _said("Opened a question to the author again"),
    QueryStatus.ACCEPTED: lambda: _said("The author accepted a change"),
    QueryStatus.REFUSED: lambda: _said("The author refused a change"),
    QueryStatus.APPLIED: lambda: _said("A change was found in the new draft"),
}
_Teller = Callable[[Edit, Change, Known], str]
_TELLERS: dict[type[Any], tuple[_Teller, Topic]] = {
    Document: (_document, Topic.DOCUMENTS),
    Revision: (_revision, Topic.DOCUMENTS),
    Claim: (_claim, Topic.CLAIMS),
    SignOff: (_signature, Topic.SIGNING),
    Verdict: (_verdict, Topic.DECISIONS),
    Query: (_query, Topic.QUERIES),
    Contact: (_contact, Topic.SOURCES),
    Citation: (_citation, Topic.SOURCES),
    Source: (_source, Topic.SOURCES),
    Ruling: (_ruling, Topic.SOURCES),
    Identity: (_identity, Topic.SOURCES),
    Scale: (_thing, Topic.DESK),
    Gate: (_thing, Topic.DESK),
    SavedSearch: (_thing, Topic.DESK),
    Evidence: (_evidence, Topic.EVIDENCE),
}
_COMING = (
    Document,
    Revision,
    SignOff,
    Claim,
    Verdict,
    Query,
    Contact,
    Citation,
    Source,
    Ruling,
    Identity,
)
"""What comes says most of what a change was; the first of these first."""
_GOING = (Document, Revision, Source, Claim, SignOff, Verdict, Query, Contact, Citation, Ruling, Identity)
_CHANGED = (
    SignOff,
    Verdict,
    Query,
    Contact,
    Citation,
    Ruling,
    Identity,
    Scale,
    Gate,
    SavedSearch,
    Evidence,
    Claim,
    Source,
    Document,
)
_PLACED = "Place claim in the draft"
