"""The origins of a claim counted in one go, as the worker counts them."""

from ui.models.origin_count import origin_count
from workbench.tracing.independence.traced import Traced
from workbench.tracing.values import Provenance


def count_origins(session, claim, provenance=None):
    """The count from what a session holds; documents alone are compared unless a provenance is given."""
    documents = {document.id: document for document in session.documents()}
    known = Traced(documents, provenance or Provenance(), session.rulings(), session.story().id)
    return origin_count(session.claim(claim), session.every_evidence(claim), known)
