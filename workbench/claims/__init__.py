"""Which sentences are worth checking, and why."""

from workbench.claims.propose import propose_claims
from workbench.claims.weights import score

__all__ = ["propose_claims", "score"]
