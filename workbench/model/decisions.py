"""What a desk decides and asks: verdicts and their scales, gates, queries, signatures, kept searches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.kinds import ClaimKind, Hand, QueryStatus
from workbench.model.documents import Passage
from workbench.model.ids import (
    ClaimId,
    DocumentId,
    GateId,
    QueryId,
    RevisionId,
    ScaleId,
    SearchId,
    Sha256,
    SignOffId,
    VerdictId,
)

USUAL_SCALE = ScaleId("two-source")
"""Under which verdicts are given where a case names no other."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The public judgement on a claim: a step of a scale and one sentence of conclusion.

    `step` is the key of a step; of a scale without steps, the verdict in the desk's own words. `wording` are
    the words of the claim that it was given on; unknown (empty) in cases of earlier versions.
    """

    id: VerdictId
    claim: ClaimId
    step: str
    conclusion: str
    by: str
    at: datetime
    scale: ScaleId = USUAL_SCALE
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a verdict scale. `tone` names a semantic colour; `symbol` an icon. Never colour alone.

    A `retired` step is no longer offered; verdicts that were given with it keep it.
    """

    key: str
    label: str
    definition: str
    number: int
    tone: str
    symbol: str
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """A verdict scale as the desk edited it; the presets are in `workbench.scales`. Best step first.

    One without steps takes the verdict in the desk's own words.
    """

    id: ScaleId
    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """What the desk asks for before a claim of `kind` is confirmed; None: of every kind without its own.

    Passed with at least `primary` primary sources, or at least `origins` independent origins, that support
    it. 0 asks for none of that sort: both 0 lets everything pass. `reply`: whoever is accused has been asked.
    """

    id: GateId
    kind: ClaimKind | None
    primary: int
    origins: int
    reply: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the author, or a change asked for when `wording` is not empty.

    It is about `passage`, or about the words of `claim` wherever these go when that is None; one of the
    two is always there. `by` and `at` say who asked when; they are unknown of questions of earlier cases.
    """

    id: QueryId
    claim: ClaimId | None
    question: str
    wording: str = ""
    answer: str = ""
    status: QueryStatus = QueryStatus.OPEN
    passage: Passage | None = None
    reason: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Seals:
    """What a signature stands for: one hash for each part of the case that it covers."""

    draft: Sha256
    claims: Sha256
    evidence: Sha256
    sources: Sha256


@dataclass(frozen=True, slots=True)
class SignOff:
    """A signature under one draft. `head` is the hash of the last event of the history before it.

    `note` names what was left open on purpose. A signature that was taken back stays, with who, when and why.
    """

    id: SignOffId
    document: DocumentId
    revision: RevisionId
    hand: Hand
    by: str
    at: datetime
    head: Sha256
    seals: Seals
    note: str = ""
    reopened_by: str = ""
    reopened_at: datetime | None = None
    reopened_why: str = ""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search over everything in the case, kept under a name. `filters` are words like "kind:note"."""

    id: SearchId
    name: str
    words: str
    filters: tuple[str, ...] = ()
