"""Before you can sign: everything in the case that stands between a draft and its signature, as one list.

Some of it must be settled, and no signature is given before; the rest should be, and can be signed over with
a written reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from workbench.checkable import Sort
from workbench.coverage import Coverage
from workbench.gates import falls_short, gate_for, judge_gate, rests_on
from workbench.held import Values, latest_text
from workbench.model import (
    Citation,
    Claim,
    ClaimId,
    Contact,
    Disposition,
    Document,
    DocumentId,
    Evidence,
    Gate,
    Query,
    QueryId,
    QueryStatus,
    Relation,
    Reply,
    Scale,
    Source,
    Status,
    Verdict,
)
from workbench.register import accuses as may_accuse
from workbench.register import right_of_reply
from workbench.review import is_overdue
from workbench.scales import step_of
from workbench.text import Span
from workbench.waiting import in_tray, is_on_other_words

SLACK = timedelta(minutes=2)
"""So far the clocks of two computers may be apart before it is told."""
_SHOWN = 90


class Kind(StrEnum):
    """What is open, in the order in which it is listed."""

    TRAY = "tray"
    OPEN_CLAIM = "open claim"
    OPEN_QUERY = "open query"
    CHANGE_NOT_MADE = "change not made"
    OVERDUE = "overdue"
    GATE = "gate"
    NO_REPLY = "no reply"
    CONTRADICTED = "contradicted"
    OTHER_WORDS = "verdict on other words"
    WAITING = "waiting"
    PROPOSED = "proposed claim"
    NO_VERDICT = "no verdict"
    BARE = "no mark"
    WHITE = "white"
    CLOCK = "clock"


class Severity(StrEnum):
    """How much it weighs."""

    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True, slots=True)
class Opening:
    """One thing that is open: a sentence, and where it leads.

    That is a claim, a query, or words of the latest draft; the history when it is none of them.
    """

    kind: Kind
    severity: Severity
    words: str
    claim: ClaimId | None = None
    query: QueryId | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """When a step of the history was made, by the clock of whoever made it."""

    number: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known besides the values of the case.

    `origins` is how many independent origins a claim comes down to; a claim that is missing there has not
    been counted yet, and its gate is not judged. `moments` are the steps of the history, oldest first.
    """

    now: datetime
    coverage: Coverage = field(default_factory=Coverage)
    origins: Mapping[ClaimId, int] = field(default_factory=dict)
    moments: Sequence[Moment] = ()

    @property
    def today(self) -> date:
        """The date where the checker sits."""
        return self.now.astimezone().date()


def openings(values: Values, story: DocumentId, around: Circumstances) -> tuple[Opening, ...]:
    """All that is open before the latest draft of `story` can be signed, what must be settled first."""
    found = _Looking(values, story, around).every()
    order = list(Kind)
    return tuple(sorted(found, key=lambda one: (one.severity is Severity.SHOULD, order.index(one.kind))))


def must(found: Iterable[Opening]) -> int:
    """How many of them stop a signature."""
    return sum(one.severity is Severity.MUST for one in found)


def left_open(found: Iterable[Opening]) -> str:
    """What is signed over, in one line: "3 claims without a verdict; 12 figures without a mark"."""
    counts: dict[Kind, int] = {}
    for one in found:
        if one.severity is Severity.SHOULD and one.kind is not Kind.BARE:
            counts[one.kind] = counts.get(one.kind, 0) + 1
    told = [f"{count:,} {_LEFT[kind][count != 1]}" for kind, count in counts.items()]
    told += [one.words.rstrip(".") for one in found if one.kind is Kind.BARE]
    return "; ".join(told)


_LEFT = {
    Kind.WAITING: ("passage that waits for somebody", "passages that wait for somebody"),
    Kind.NO_REPLY: ("reply not in yet", "replies not in yet"),
    Kind.PROPOSED: ("proposed claim not looked at", "proposed claims not looked at"),
    Kind.NO_VERDICT: ("claim without a verdict", "claims without a verdict"),
    Kind.WHITE: ("warning that hardly anything is marked", "warnings that hardly anything is marked"),
    Kind.CLOCK: ("step with an odd time", "steps with an odd time"),
}
_SORTS = {
    Sort.FIGURE: ("figure", "figures"),
    Sort.QUOTATION: ("quotation", "quotations"),
    Sort.DATE: ("date", "dates"),
    Sort.NAME: ("name", "names"),
}


class _Looking:
    """The values of one story, read once."""

    def __init__(self, values: Values, story: DocumentId, around: Circumstances) -> None:
        draft = latest_text(values, story)
        every = [claim for claim in values.all(Claim) if claim.passage.document == story]
        every.sort(key=lambda claim: claim.passage.span)
        self.values, self.around = values, around
        self.here = [one for one in every if draft is not None and one.passage.revision == draft.id]
        self.accepted = [one for one in self.here if one.status is Status.ACCEPTED]
        taken = [one for one in every if one.status is Status.ACCEPTED]
        self.waiting = in_tray(every, draft.id) if draft is not None else ()
        ids = {one.id for one in taken}
        self.queries = [
            query
            for query in values.all(Query)
            if query.claim in ids or (query.passage is not None and query.passage.document == story)
        ]
        self.claims = {claim.id: claim for claim in taken}
        self.verdicts = {verdict.claim: verdict for verdict in values.all(Verdict)}
        self.contacts = values.all(Contact)
        self.evidence: dict[ClaimId, list[Evidence]] = {}
        for item in values.all(Evidence):
            if item.status is Status.ACCEPTED:
                self.evidence.setdefault(item.claim, []).append(item)

    def every(self) -> Iterator[Opening]:
        """Everything, in no order."""
        for claim in self.waiting:
            yield _about(Kind.TRAY, Severity.MUST, claim, "Its words were changed or are gone")
        for claim in self.here:
            yield from self._claim(claim)
        for query in self.queries:
            yield from self._query(query)
        yield from self._gates()
        yield from self._coverage()
        yield from odd_times(self.around.moments, self.around.now)

    def _claim(self, claim: Claim) -> Iterator[Opening]:
        if claim.status is Status.PROPOSED:
            yield _about(Kind.PROPOSED, Severity.SHOULD, claim)
        if claim.status is not Status.ACCEPTED:
            return
        if claim.disposition is Disposition.OPEN:
            yield _about(Kind.OPEN_CLAIM, Severity.MUST, claim)
        if claim.disposition in (Disposition.TK, Disposition.ON_AUTHOR):
            yield self._waiting_for(claim)
        if self.verdicts and claim.id not in self.verdicts and self._gives_verdicts:
            yield _about(Kind.NO_VERDICT, Severity.SHOULD, claim)
        yield from self._reply(claim)
        yield from self._verdict(claim)

    @property
    def _gives_verdicts(self) -> bool:
        """Whether any claim of the draft has one: a desk that gives none is not asked for them."""
        return any(claim.id in self.verdicts for claim in self.accepted)

    def _waiting_for(self, claim: Claim) -> Opening:
        if is_overdue(claim, self.around.today):
            since = f"{claim.owner or 'Nobody in particular'} was to bring it by {claim.due}"
            return _about(Kind.OVERDUE, Severity.MUST, claim, since)
        whom = f"Waits for {claim.owner}" if claim.owner else "Nobody is down for bringing it"
        until = f", due {claim.due}" if claim.due else ", without a date"
        return _about(Kind.WAITING, Severity.SHOULD, claim, whom + until)

    def _reply(self, claim: Claim) -> Iterator[Opening]:
        if not may_accuse(claim):
            return
        answered = right_of_reply(claim, self.contacts)
        if answered.state is None:
            yield _about(Kind.NO_REPLY, Severity.MUST, claim, "Nobody has asked whoever is accused")
        elif answered.state is Reply.ASKED:
            day = (answered.at or "")[:10]
            yield _about(Kind.NO_REPLY, Severity.SHOULD, claim, f"Asked on {day}, no reply yet")

    def _verdict(self, claim: Claim) -> Iterator[Opening]:
        """A verdict that its claim or its evidence has left behind."""
        if (verdict := self.verdicts.get(claim.id)) is None:
            return
        if is_on_other_words(verdict, claim):
            why = f"The verdict was given on other words, {quoted(verdict.wording)}"
            yield _about(Kind.OTHER_WORDS, Severity.MUST, claim, why)
        given = step_of(self.values.all(Scale), verdict)
        linked = self.evidence.get(claim.id, ())
        if given.tone == "good" and any(one.relation is Relation.CONTRADICTS for one in linked):
            why = f"“{given.label}”, but a linked passage contradicts it"
            yield _about(Kind.CONTRADICTED, Severity.MUST, claim, why)

    def _query(self, query: Query) -> Iterator[Opening]:
        claim = self.claims.get(query.claim) if query.claim else None
        about = query.passage.quote.exact if query.passage else claim.wording if claim else ""
        if query.status is QueryStatus.OPEN:
            kind, words = Kind.OPEN_QUERY, query.question or f"Change to {quoted(query.wording)}"
        elif query.status is QueryStatus.ACCEPTED and query.wording:
            kind, words = Kind.CHANGE_NOT_MADE, f"{quoted(query.wording)} is not in the draft yet"
        else:
            return
        told = f"{quoted(about)}: {words}" if about else words
        yield Opening(kind, Severity.MUST, told, query.claim, query.id)

    def _gates(self) -> Iterator[Opening]:
        confirmed = [one for one in self.accepted if one.disposition is Disposition.CONFIRMED]
        if not confirmed:
            return
        values, stored = self.values, self.values.all(Gate)
        documents = {document.id: document for document in values.all(Document)}
        sources = values.all(Source)
        cited: dict[ClaimId, list[Citation]] = {}
        for citation in values.all(Citation):
            cited.setdefault(citation.claim, []).append(citation)
        for claim in confirmed:
            linked, about = self.evidence.get(claim.id, []), cited.get(claim.id, [])
            counted = self.around.origins.get(claim.id)
            origins = counted if counted is not None else _UNCOUNTED
            rests = rests_on(claim, linked, about, self.contacts, documents, sources, origins)
            # A reply that is missing is told already, of every accusation.
            gate = replace(gate_for(stored, claim), reply=False)
            result = judge_gate(gate, claim, rests, self.contacts)
            if falls_short(claim, result):
                yield _about(Kind.GATE, Severity.MUST, claim, " ".join(result.missing).rstrip("."))

    def _coverage(self) -> Iterator[Opening]:
        found = self.around.coverage
        for sort, (one, many) in _SORTS.items():
            bare = [item.span for item in found.bare if item.sort is sort]
            if bare:
                verb, word = ("carries", one) if len(bare) == 1 else ("carry", many)
                words = f"{len(bare):,} {word} {verb} no mark."
                yield Opening(Kind.BARE, Severity.SHOULD, words, span=bare[0])
        if found.is_white:
            tally = found.sentence_tally
            words = (
                f"Hardly anything is marked: {tally.bare:,} of {tally.total:,} sentences with something to "
                "check have no claim."
            )
            first = next(one.span for one in found.sentences if one.holds and one.cover.value == "bare")
            yield Opening(Kind.WHITE, Severity.SHOULD, words, span=first)


_UNCOUNTED = 1_000
"""Stands for origins not counted yet, so that nothing is found missing that may be there."""


def odd_times(moments: Sequence[Moment], now: datetime) -> Iterator[Opening]:
    """Steps of the history whose time cannot be right: before the step before them, or still to come."""
    for before, after in pairwise(moments):
        if after.at < before.at - SLACK:
            words = (
                f"The clock went back: step {after.number:,}, by {after.by or 'nobody named'}, is dated "
                f"before step {before.number:,}."
            )
            yield Opening(Kind.CLOCK, Severity.SHOULD, words)
    ahead = [moment for moment in moments if moment.at > now + SLACK]
    if ahead:
        words = f"Step {ahead[0].number:,}, by {ahead[0].by or 'nobody named'}, is dated in the future."
        yield Opening(Kind.CLOCK, Severity.SHOULD, words)


def quoted(words: str) -> str:
    """Words in quotation marks, on one line and cut where they are long."""
    flat = " ".join(words.split())
    bare = flat.strip('“”"')
    return f"“{bare if len(bare) <= _SHOWN else bare[: _SHOWN - 1].rstrip() + '…'}”"


def _about(kind: Kind, severity: Severity, claim: Claim, why: str = "") -> Opening:
    told = quoted(claim.wording)
    stop = "" if told[-2] in ".!?…" else "."
    return Opening(kind, severity, f"{told}{stop} {why}." if why else told, claim.id)
