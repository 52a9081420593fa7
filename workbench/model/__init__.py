"""The values a case is made of.

All are frozen. Those in `Entity` are stored one row each, have an `id`, and are changed only
by the edits of a `Change`. All of them, and the words they choose from
(`workbench/kinds.py`), are handed on from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.kinds import Being as Being
from workbench.kinds import Channel as Channel
from workbench.kinds import ClaimKind as ClaimKind
from workbench.kinds import Disposition as Disposition
from workbench.kinds import Hand as Hand
from workbench.kinds import Medium as Medium
from workbench.kinds import QueryStatus as QueryStatus
from workbench.kinds import Relation as Relation
from workbench.kinds import RemarkKind as RemarkKind
from workbench.kinds import Reply as Reply
from workbench.kinds import Risk as Risk
from workbench.kinds import Role as Role
from workbench.kinds import SourceKind as SourceKind
from workbench.kinds import SpeakerKind as SpeakerKind
from workbench.kinds import Status as Status
from workbench.kinds import Terms as Terms
from workbench.kinds import ZoneRole as ZoneRole
from workbench.model.claims import Citation as Citation
from workbench.model.claims import Claim as Claim
from workbench.model.claims import Evidence as Evidence
from workbench.model.claims import Ruling as Ruling
from workbench.model.credits import Attribution as Attribution
from workbench.model.credits import Credit as Credit
from workbench.model.credits import Form as Form
from workbench.model.credits import Identity as Identity
from workbench.model.credits import Relay as Relay
from workbench.model.credits import Voice as Voice
from workbench.model.decisions import Gate as Gate
from workbench.model.decisions import Query as Query
from workbench.model.decisions import SavedSearch as SavedSearch
from workbench.model.decisions import Scale as Scale
from workbench.model.decisions import Seals as Seals
from workbench.model.decisions import SignOff as SignOff
from workbench.model.decisions import Step as Step
from workbench.model.decisions import Verdict as Verdict
from workbench.model.documents import Document as Document
from workbench.model.documents import Layout as Layout
from workbench.model.documents import Link as Link
from workbench.model.documents import Original as Original
from workbench.model.documents import Passage as Passage
from workbench.model.documents import Place as Place
from workbench.model.documents import Remark as Remark
from workbench.model.documents import Revision as Revision
from workbench.model.documents import Zone as Zone
from workbench.model.documents import passage as passage
from workbench.model.ids import AttributionId as AttributionId
from workbench.model.ids import CaseId as CaseId
from workbench.model.ids import CitationId as CitationId
from workbench.model.ids import ClaimId as ClaimId
from workbench.model.ids import ContactId as ContactId
from workbench.model.ids import DocumentId as DocumentId
from workbench.model.ids import EvidenceId as EvidenceId
from workbench.model.ids import GateId as GateId
from workbench.model.ids import IdentityId as IdentityId
from workbench.model.ids import LinkId as LinkId
from workbench.model.ids import QueryId as QueryId
from workbench.model.ids import RemarkId as RemarkId
from workbench.model.ids import RevisionId as RevisionId
from workbench.model.ids import RulingId as RulingId
from workbench.model.ids import ScaleId as ScaleId
from workbench.model.ids import SearchId as SearchId
from workbench.model.ids import Sha256 as Sha256
from workbench.model.ids import SignOffId as SignOffId
from workbench.model.ids import SourceId as SourceId
from workbench.model.ids import VerdictId as VerdictId
from workbench.model.sources import Contact as Contact
from workbench.model.sources import Source as Source


@dataclass(frozen=True, slots=True)
class Case:
    """The case itself; exactly one in a file. `scale` names the verdict scale in use."""

    id: CaseId
    title: str
    scale: str
    created: datetime


Entity = (
    Case
    | Document
    | Revision
    | Layout
    | Link
    | Source
    | Claim
    | Attribution
    | Evidence
    | Citation
    | Verdict
    | Query
    | Identity
    | Ruling
    | Contact
    | Scale
    | Gate
    | SignOff
    | SavedSearch
    | Remark
)
