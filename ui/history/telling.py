"""What a change did, in an editor's words: "Set claim 3 to Confirmed", with the words it was about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from ui.history import about_claims
from ui.history.phrases import CLAIM, came, fill, said, value_of
from ui.models.value_words import Known, noun, place_of, words_of
from workbench.change import Act, Change, Edit, inverse
from workbench.model import (
    Attribution,
    Case,
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
    Verdict,
)


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
        return Telling(said("Brought a colleague’s copy in"), "", claims, Topic.DESK)
    if change.act is Act.PROPOSED or change.label in ("Propose claims", "Suggest evidence"):
        return Telling(_found(change, known), _first_words(change, known), claims, Topic.FOUND)
    edit = _main(told)
    if edit is None:
        what = said("Made the case") if _is_making(change) else change.label
        return Telling(what, "", claims, Topic.DESK)
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
    if change.label == about_claims.PLACED:
        came = went = []
    return _first(came, _COMING) or _first(went[::-1], _GOING) or _first(edits, _CHANGED)


def _first(edits: Sequence[Edit], kinds: Sequence[type[Entity]]) -> Edit | None:
    """The first edit of the first of the kinds that there is."""
    return next((edit for kind in kinds for edit in edits if edit.key.kind is kind), None)


def _is_making(change: Change) -> bool:
    return any(edit.key.kind is Case and edit.before is None for edit in change.edits)


def _topic(topic: Topic, edit: Edit) -> Topic:
    both = isinstance(edit.before, Claim) and isinstance(edit.after, Claim)
    decided = both and getattr(edit.before, "disposition", None) != getattr(edit.after, "disposition", None)
    return Topic.DECISIONS if decided else topic


def _about(edit: Edit, known: Known) -> str:
    """The words of the claim, else of the value itself."""
    value = value_of(edit)
    if isinstance(value, Document):
        return place_of(value, known)  # The title is told already.
    return known.claim(_claim_of(value)) or words_of(value, known)


def _first_words(change: Change, known: Known) -> str:
    claims = claims_of(change)
    return known.claim(claims[0]) if len(claims) == 1 else ""


def _found(change: Change, known: Known) -> str:
    counts = {
        kind: sum(edit.key.kind is kind and edit.before is None for edit in change.edits)
        for kind in (Claim, Evidence)
    }
    if claims := counts[Claim]:
        many, one = said("Twosource proposed {count} claims"), said("Twosource proposed a claim")
        return fill(many if claims > 1 else one, count=f"{claims:,}")
    if passages := counts[Evidence]:
        many = said("Twosource found {count} passages for {claim}")
        one = said("Twosource found a passage for {claim}")
        return fill(many if passages > 1 else one, count=f"{passages:,}")
    if any(edit.key.kind is Evidence for edit in change.edits):
        return said("Twosource took back what it had found for {claim}").format(claim=CLAIM)
    for edit in change.edits:
        if isinstance(credit := value_of(edit), Attribution):
            return fill(
                said("Twosource noted who says what in {title}"), title=known.document(credit.document)
            )
    return said("Twosource read a text again")


def _document(edit: Edit, _change: Change, known: Known) -> str:
    value = value_of(edit)
    assert isinstance(value, Document)
    title = known.document(value.id)
    if edit.before is None:
        return fill(said("Brought {title} into the case"), title=title)
    if edit.after is None:
        return fill(said("Removed {title} with all that hung on it"), title=title)
    return fill(said("Changed what is known of {title}"), title=title)


def _revision(edit: Edit, _change: Change, known: Known) -> str:
    value = value_of(edit)
    assert isinstance(value, Revision)
    words = (
        said("Read in draft {number} of {title}")
        if edit.after
        else said("Took back draft {number} of {title}")
    )
    return fill(words, number=str(value.number), title=known.document(value.document))


def _query(edit: Edit, _change: Change, _known: Known) -> str:
    match edit.before, edit.after:
        case None, Query(wording=wording):
            return fill(said("Asked for a change") if wording else said("Asked the author"))
        case _, None:
            return fill(said("Removed a question to the author"))
        case Query() as before, Query() as after if before.status is not after.status:
            return fill(_QUERY[after.status]())
        case Query() as before, Query() as after if (before.question, before.wording) != (
            after.question,
            after.wording,
        ):
            return said("Reworded a question to the author")
    return fill(said("Wrote down the author’s answer"))


def _source(edit: Edit, change: Change, known: Known) -> str:
    name = words_of(value_of(edit), known)
    if change.label == "Join sources":
        return fill(said("Joined {name} with another entry that means the same"), name=name)
    return fill(
        came(
            edit,
            said("Added the source {name}"),
            said("Removed the source {name}"),
            said("Changed what the register says of {name}"),
        ),
        name=name,
    )


def _citation(edit: Edit, _change: Change, known: Known) -> str:
    name = words_of(value_of(edit), known)
    return fill(
        came(
            edit,
            said("Linked {name} to {claim}"),
            said("Unlinked {name} from {claim}"),
            said("Wrote a note on {name} for {claim}"),
        ),
        name=name,
    )


def _contact(edit: Edit, _change: Change, known: Known) -> str:
    value = value_of(edit)
    assert isinstance(value, Contact)
    return fill(
        came(
            edit,
            said("Noted a contact with {name}"),
            said("Removed a contact with {name}"),
            said("Corrected a contact with {name}"),
        ),
        name=known.source(value.source),
    )


def _signature(edit: Edit, _change: Change, _known: Known) -> str:
    match edit.after:
        case SignOff(reopened_by=reopened) if reopened:
            return said("Reopened the draft that was signed")
        case SignOff(hand=hand):
            return said("Signed as checker") if hand is Hand.CHECKER else said("Signed as second")
    return said("Removed a signature")


def _thing(edit: Edit, _change: Change, _known: Known) -> str:
    """Of the rest it is enough to say what came, went or was changed."""
    value = value_of(edit)
    words = came(edit, said("Added: {noun}"), said("Removed: {noun}"), said("Changed: {noun}"))
    return fill(words, noun=noun(value))


def _ruling(edit: Edit, _change: Change, known: Known) -> str:
    match edit.after:
        case Ruling(document=document, joined=None):
            return fill(said("Let {title} count on its own"), title=known.document(document))
        case Ruling(document=document, joined=joined) if joined:
            return fill(
                said("Let {title} count together with {other}"),
                title=known.document(document),
                other=known.document(joined),
            )
    return said("Let it count as traced again")


def _identity(edit: Edit, change: Change, known: Known) -> str:
    name = words_of(value_of(edit), known)
    if change.label == "Split names":
        return fill(said("Said that {name} means more than one"), name=name)
    return fill(said("Said who {name} is"), name=name)


_QUERY: dict[QueryStatus, Callable[[], str]] = {
    QueryStatus.OPEN: lambda: said("Opened a question to the author again"),
    QueryStatus.ACCEPTED: lambda: said("The author accepted a change"),
    QueryStatus.REFUSED: lambda: said("The author refused a change"),
    QueryStatus.APPLIED: lambda: said("A change was found in the new draft"),
}
_Teller = Callable[[Edit, Change, Known], str]
_TELLERS: dict[type[Any], tuple[_Teller, Topic]] = {
    Document: (_document, Topic.DOCUMENTS),
    Revision: (_revision, Topic.DOCUMENTS),
    Claim: (about_claims.claim, Topic.CLAIMS),
    SignOff: (_signature, Topic.SIGNING),
    Verdict: (about_claims.verdict, Topic.DECISIONS),
    Query: (_query, Topic.QUERIES),
    Contact: (_contact, Topic.SOURCES),
    Citation: (_citation, Topic.SOURCES),
    Source: (_source, Topic.SOURCES),
    Ruling: (_ruling, Topic.SOURCES),
    Identity: (_identity, Topic.SOURCES),
    Scale: (_thing, Topic.DESK),
    Gate: (_thing, Topic.DESK),
    SavedSearch: (_thing, Topic.DESK),
    Evidence: (about_claims.evidence, Topic.EVIDENCE),
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
