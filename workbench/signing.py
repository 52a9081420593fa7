"""Signatures under a draft: what each stands for, whether it still fits, and what has changed since.

A draft is signed by its checker, then by a second, different person. A signature is bound to four hashes, of
the draft, its claims, their evidence and the sources, and to the last event of the history before it. So
any later change shows, and once that change is taken back the signature fits again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256

from workbench.canonical import canonical, encode
from workbench.change import Change, Edit, Stamp, added
from workbench.errors import WorkbenchError
from workbench.held import Values, document_of, latest_text
from workbench.model import (
    Citation,
    Claim,
    Contact,
    Document,
    DocumentId,
    Entity,
    Evidence,
    Hand,
    Identity,
    Layout,
    Query,
    Revision,
    Ruling,
    Scale,
    Seals,
    Sha256,
    SignOff,
    SignOffId,
    Source,
    Status,
    Verdict,
)
from workbench.scales import said_by, step_of


class CannotSign(WorkbenchError):
    """A signature that cannot be given, or taken back, as things stand; nothing was written."""


class Part(StrEnum):
    """What a signature covers, in the words of the report."""

    DRAFT = "draft"
    CLAIMS = "claims"
    EVIDENCE = "evidence"
    SOURCES = "sources"


class State(StrEnum):
    """Where the latest draft stands on its way to being signed."""

    UNSIGNED = "not signed"
    SIGNED = "signed by the checker"
    SECONDED = "signed by two persons"
    CHANGED = "changed since signed"
    OUTDATED = "signed for an earlier draft"


@dataclass(frozen=True, slots=True)
class Signed:
    """The signatures in force: those nobody took back, under the draft that was signed last.

    `draft` is its number, `latest` that of the newest draft; both 0 when there is none. `changed` names the
    parts that are other than they were signed. `strangers` signed, but no event of the history is by them.
    `cut` tells that the history does not hold the event that a signature names as the last before it.
    """

    state: State = State.UNSIGNED
    checker: SignOff | None = None
    second: SignOff | None = None
    draft: int = 0
    latest: int = 0
    changed: tuple[Part, ...] = ()
    strangers: tuple[str, ...] = ()
    cut: bool = False

    @property
    def signatures(self) -> tuple[SignOff, ...]:
        """The signatures in force, the checker's first."""
        return tuple(one for one in (self.checker, self.second) if one is not None)

    @property
    def holds(self) -> bool:
        """Whether somebody has signed, and the latest draft is as it was signed."""
        return self.state in (State.SIGNED, State.SECONDED)


def seals(values: Values, story: DocumentId) -> Seals:
    """What a signature under the latest draft of `story` stands for, as things are now.

    What Twosource only proposes is not covered, nor is what was set aside. Raises `KeyError` for a document
    without a text.
    """
    draft, document = latest_text(values, story), document_of(values, story)
    if draft is None or document is None:
        raise KeyError(story)
    claims = covered_claims(values, story)
    return Seals(
        _sealed((document.title, document.byline, draft.number, draft.sha256), _layouts(values, draft)),
        _sealed(_reworded(values, claims), (*claims, *_about(values, claims, story))),
        _sealed_evidence(values, claims),
        _sealed((), _sources(values, claims)),
    )


def covered_claims(values: Values, story: DocumentId) -> tuple[Claim, ...]:
    """The claims that a signature covers: the accepted ones of a story, those in the tray included."""
    return tuple(
        claim
        for claim in values.all(Claim)
        if claim.passage.document == story and claim.status is Status.ACCEPTED
    )


def signed(values: Values, story: DocumentId, now: Seals, people: Iterable[str], cut: bool) -> Signed:
    """Where the signatures under a story stand; `people` are all who did anything in the history."""
    latest = latest_text(values, story)
    texts = {text.id: text.number for text in values.all(Revision) if text.document == story}
    valid = [one for one in values.all(SignOff) if one.document == story and one.reopened_at is None]
    newest = max((texts.get(one.revision, 0) for one in valid), default=0)
    under = [one for one in valid if texts.get(one.revision, 0) == newest]
    checker = _last(one for one in under if one.hand is Hand.CHECKER)
    second = _last(one for one in under if one.hand is Hand.SECOND)
    known = {_key(name) for name in people}
    given = [one for one in (checker, second) if one is not None]
    changed = tuple(part for part in Part if any(_part(one.seals, part) != _part(now, part) for one in given))
    return Signed(
        _state(checker, second, newest, latest.number if latest else 0, cut or bool(changed)),
        checker,
        second,
        newest,
        latest.number if latest else 0,
        changed,
        tuple(one.by for one in given if _key(one.by) not in known),
        cut and bool(given),
    )


def sign(
    standing: Signed,
    draft: Revision,
    now: Seals,
    head: Sha256,
    id: SignOffId,
    stamp: Stamp,
    *,
    must: int = 0,
    should: int = 0,
    note: str = "",
) -> Change:
    """Sign the latest draft: as its checker, or where that is done as the second person.

    `must` and `should` count what is still open; what only should be settled can be signed over with a
    written `note`. `head` is the hash of the history's last event.

    Raises:
        CannotSign: the name is missing or signed already, something must be settled first, or a
            signature is in force that does not fit any more.
    """
    name = clean_name(stamp.by)
    hand = next_hand(standing, name)
    if must:
        raise CannotSign(
            f"{_things(must)} must be settled before this draft can be signed; nothing was signed. "
            "They are listed on the page Review."
        )
    if should and hand is Hand.CHECKER and not note.strip():
        raise CannotSign(
            f"{_things(should)} should be settled first; nothing was signed. Settle them, or write down "
            "why they are left open."
        )
    given = SignOff(id, draft.document, draft.id, hand, name, stamp.at, head, now, note.strip())
    label = "Sign the draft" if hand is Hand.CHECKER else "Sign as the second person"
    return Change(label, Stamp(name, stamp.at), added(given))


def next_hand(standing: Signed, name: str) -> Hand:
    """Whose signature `name` would give now. Raises `CannotSign` when there is none to give."""
    if not clean_name(name):
        raise CannotSign(
            "A signature needs a name; nothing was signed. Enter the checker’s name, then sign again."
        )
    if standing.state is State.CHANGED:
        raise CannotSign(
            "The draft was signed and has changed since; nothing was signed. Take those changes back, "
            "or reopen the draft with a reason, then sign it anew."
        )
    if standing.state is State.SECONDED:
        raise CannotSign("Both persons have signed this draft already; nothing was signed.")
    if standing.state is not State.SIGNED or standing.checker is None:
        return Hand.CHECKER
    if _key(name) == _key(standing.checker.by):
        raise CannotSign(
            f"{standing.checker.by} has signed already, and the second signature must be another person’s; "
            "nothing was signed. Change the checker’s name to that of whoever signs now."
        )
    return Hand.SECOND


def reopen(standing: Signed, why: str, stamp: Stamp) -> Change:
    """Take the signatures in force back. They stay, with who did it, when and why.

    Raises:
        CannotSign: there is nothing to take back, or no reason or name is given.
    """
    name, reason = clean_name(stamp.by), " ".join(why.split())
    if not standing.signatures:
        raise CannotSign("This draft is not signed, so there is nothing to reopen.")
    if not reason or not name:
        raise CannotSign(
            "Reopening a signed draft needs a name and a reason; the signatures are as they were."
        )
    edits = (
        Edit(one, replace(one, reopened_by=name, reopened_at=stamp.at, reopened_why=reason))
        for one in standing.signatures
    )
    return Change("Reopen the draft", Stamp(name, stamp.at), tuple(edits))


def clean_name(name: str) -> str:
    """A name with its spaces folded."""
    return " ".join(name.split())


def _state(checker: SignOff | None, second: SignOff | None, draft: int, latest: int, changed: bool) -> State:
    if checker is None and second is None:
        return State.UNSIGNED
    if draft < latest:
        return State.OUTDATED
    if changed or checker is None:
        return State.CHANGED
    return State.SIGNED if second is None else State.SECONDED


def _layouts(values: Values, draft: Revision) -> Iterator[Layout]:
    """An empty layout counts as none."""
    return (one for one in values.all(Layout) if one.id == draft.id and one.zones)


def _about(values: Values, claims: Sequence[Claim], story: DocumentId) -> Iterator[Entity]:
    """Verdicts on the claims, queries about them or about other words of the story."""
    ids = {claim.id for claim in claims}
    yield from (one for one in values.all(Verdict) if one.claim in ids)
    for query in values.all(Query):
        if query.claim in ids or (query.passage is not None and query.passage.document == story):
            yield query


def _reworded(values: Values, claims: Sequence[Claim]) -> tuple[object, ...]:
    """What the desk says otherwise than a preset in the steps that the verdicts are: that is their words."""
    ids = {claim.id for claim in claims}
    stored = tuple(values.all(Scale))
    given = sorted((one for one in values.all(Verdict) if one.claim in ids), key=lambda one: one.id)
    steps = ((one, step_of(stored, one)) for one in given)
    return tuple(
        (one.id, *said_by(step)) for one, step in steps if said_by(step) != said_by(step_of((), one))
    )


def _sealed_evidence(values: Values, claims: Sequence[Claim]) -> Sha256:
    """Each linked passage, with the text that it lies in and what is known of its document."""
    ids = {claim.id for claim in claims}
    linked = [one for one in values.all(Evidence) if one.claim in ids and one.status is Status.ACCEPTED]
    lie_in = {one.passage.revision for one in linked}
    documents = {one.passage.document for one in linked}
    texts = sorted((one.id, one.sha256) for one in values.all(Revision) if one.id in lie_in)
    known = (one for one in values.all(Document) if one.id in documents)
    return _sealed(tuple(texts), (*linked, *known))


def _sources(values: Values, claims: Sequence[Claim]) -> Iterator[Entity]:
    ids = {claim.id for claim in claims}
    yield from (one for one in values.all(Citation) if one.claim in ids)
    for kind in (Source, Contact, Ruling, Identity):
        yield from values.all(kind)


def _sealed(facts: tuple[object, ...], values: Iterable[Entity]) -> Sha256:
    """One hash over plain facts and values, whatever order the values come in."""
    written = sorted((type(value).__name__, value.id, _written(value)) for value in values)
    return Sha256(sha256(canonical([encode(facts), written]).encode()).hexdigest())


@lru_cache(maxsize=65_536)
def _written(value: Entity) -> str:
    """Kept: from one change of the case to the next, nearly all values stay as they are."""
    return canonical(encode(value))


def _part(of: Seals, part: Part) -> Sha256:
    found: Sha256 = getattr(of, part.value)
    return found


def _last(signatures: Iterable[SignOff]) -> SignOff | None:
    return max(signatures, key=lambda one: one.at, default=None)


def _key(name: str) -> str:
    return clean_name(name).casefold()


def _things(count: int) -> str:
    return "One thing" if count == 1 else f"{count:,} things"
