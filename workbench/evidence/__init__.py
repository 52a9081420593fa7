"""Evidence for and against a claim: found in other documents, judged, and explained."""

from workbench.evidence.differences import Difference, differences
from workbench.evidence.find import find_evidence
from workbench.evidence.judge import judge
from workbench.evidence.terms import terms

__all__ = ["Difference", "differences", "find_evidence", "judge", "terms"]
