"""What was done about a claim: marked, decided, its evidence linked or set aside."""

from __future__ import annotations

from collections.abc import Callable

from ui.history.phrases import CLAIM, fill, said
from ui.models.signs import disposition_sign, relation_sign
from ui.models.value_words import Known
from workbench.change import Change, Edit
from workbench.model import Claim, Evidence, Status, Verdict

PLACED = "Place claim in the draft"
"""The label of the change that says where a claim stands in a new draft."""


def verdict(edit: Edit, _change: Change, known: Known) -> str:
    """What became of a verdict."""
    match edit.before, edit.after:
        case Verdict(), None:
            return said("Withdrew the verdict on {claim}").format(claim=CLAIM)
        case Verdict() as before, Verdict() as after if before.step == after.step:
            return said("Reworded the conclusion on {claim}").format(claim=CLAIM)
        case _, Verdict() as after:
            words = said("Gave {claim} the verdict “{step}”")
            return words.replace("{step}", known.verdict(after)).format(claim=CLAIM)
    return ""


def claim(edit: Edit, change: Change, _known: Known) -> str:
    """What became of a claim."""
    match edit.before, edit.after:
        case None, Claim() if change.label == "Part claims":
            return said("Parted {claim} from one that says something else").format(claim=CLAIM)
        case None, Claim():
            return said("Marked {claim}").format(claim=CLAIM)
        case Claim(), None:
            return said("Removed {claim}").format(claim=CLAIM)
        case Claim() as before, Claim() as after:
            return _claim_changed(before, after, change).format(claim=CLAIM)
    return ""


def _claim_changed(before: Claim, after: Claim, change: Change) -> str:
    if before.disposition is not after.disposition:
        return said("Set {claim} to “{word}”").replace("{word}", disposition_sign(after.disposition).word)
    if change.label == PLACED:
        return said("Said where {claim} stands in the new draft")
    if len(after.also) != len(before.also):
        more = len(after.also) > len(before.also)
        return said("Joined {claim} with one that says the same") if more else said("Parted {claim}")
    if before.status is not after.status and before.passage == after.passage:
        return _STATUS[after.status]()
    for name, words in _CLAIM_FIELDS.items():
        if getattr(before, name) != getattr(after, name):
            return words()
    return change.label.replace("{", "").replace("}", "")


def evidence(edit: Edit, _change: Change, known: Known) -> str:
    """What became of a passage that bears on a claim."""
    match edit.before, edit.after:
        case None, Evidence() as after:
            words = said("Linked a passage of {title} to {claim}: {word}")
            return fill(words, title=known.document(after.passage.document), word=_relation(after))
        case Evidence(), None:
            return fill(said("Removed a passage from {claim}"))
        case Evidence() as before, Evidence() as after:
            return _evidence_changed(before, after, known)
    return ""


def _evidence_changed(before: Evidence, after: Evidence, known: Known) -> str:
    title = known.document(after.passage.document)
    if after.status is not before.status and after.status is Status.DISMISSED:
        return fill(said("Set a passage of {title} aside for {claim}"), title=title)
    if before.status is Status.DISMISSED and after.status is not before.status:
        return fill(said("Took a passage of {title} up again for {claim}"), title=title)
    if after.relation is not before.relation or after.status is not before.status:
        return fill(
            said("Linked a passage of {title} to {claim}: {word}"), title=title, word=_relation(after)
        )
    return fill(said("Wrote a note on a passage of {title} for {claim}"), title=title)


def _relation(evidence: Evidence) -> str:
    return relation_sign(evidence.relation).word.lower()


_STATUS: dict[Status, Callable[[], str]] = {
    Status.ACCEPTED: lambda: said("Accepted {claim}"),
    Status.DISMISSED: lambda: said("Set {claim} aside"),
    Status.PROPOSED: lambda: said("Took {claim} back among the proposals"),
}
_CLAIM_FIELDS: dict[str, Callable[[], str]] = {
    "passage": lambda: said("Moved the edges of {claim}"),
    "note": lambda: said("Wrote a note on {claim}"),
    "answer": lambda: said("Wrote the claimant’s answer to {claim}"),
    "waiver": lambda: said("Wrote why {claim} is confirmed"),
    "owner": lambda: said("Said who owes what {claim} lacks"),
    "due": lambda: said("Said until when {claim} waits"),
    "public": lambda: said("Said whether {claim} is published"),
    "gone": lambda: said("Said that {claim} is no longer in the story"),
}
