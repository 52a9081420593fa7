"""The names by which values are stored."""

from __future__ import annotations

from typing import NewType

CaseId = NewType("CaseId", str)
DocumentId = NewType("DocumentId", str)
RevisionId = NewType("RevisionId", str)
LinkId = NewType("LinkId", str)
SourceId = NewType("SourceId", str)
ClaimId = NewType("ClaimId", str)
AttributionId = NewType("AttributionId", str)
EvidenceId = NewType("EvidenceId", str)
CitationId = NewType("CitationId", str)
VerdictId = NewType("VerdictId", str)
QueryId = NewType("QueryId", str)
IdentityId = NewType("IdentityId", str)
RulingId = NewType("RulingId", str)
ContactId = NewType("ContactId", str)
ScaleId = NewType("ScaleId", str)
GateId = NewType("GateId", str)
SignOffId = NewType("SignOffId", str)
SearchId = NewType("SearchId", str)
RemarkId = NewType("RemarkId", str)
Sha256 = NewType("Sha256", str)
"""64 lower-case hexadecimal digits."""
