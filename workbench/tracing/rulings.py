"""The editor's word on what counts as an origin of its own. Each function returns a `Change`.

There is one word on a document for a claim, and one for all claims; a new one takes the place of the old.
"""

from __future__ import annotations

from collections.abc import Iterable

from workbench.change import Change, Edit, Stamp, removed
from workbench.model import ClaimId, DocumentId, Ruling, RulingId


def count_apart(
    document: DocumentId,
    claim: ClaimId | None,
    known: Iterable[Ruling],
    id: RulingId,
    stamp: Stamp,
    *,
    reason: str = "",
) -> Change | None:
    """Count a document as an origin of its own; for all claims when `claim` is None.

    None when the editor has said so already.
    """
    return _ruled("Count on its own", Ruling(id, document, claim, None, reason), known, stamp)


def count_together(
    document: DocumentId,
    joined: DocumentId,
    claim: ClaimId | None,
    known: Iterable[Ruling],
    id: RulingId,
    stamp: Stamp,
    *,
    reason: str = "",
) -> Change | None:
    """Count a document together with another; for all claims when `claim` is None.

    None when the editor has said so already.

    Raises:
        ValueError: a document is to count together with itself.
    """
    if document == joined:
        raise ValueError("a document counts together with itself anyway")
    return _ruled("Count together", Ruling(id, document, claim, joined, reason), known, stamp)


def withdraw(
    document: DocumentId, claim: ClaimId | None, known: Iterable[Ruling], stamp: Stamp
) -> Change | None:
    """Count a document as traced again; None when the editor has said nothing of it.

    With a `claim`, what was said for all claims stays.
    """
    given = _given(document, claim, known)
    return Change("Count as traced", stamp, removed(*given)) if given else None


def _given(document: DocumentId, claim: ClaimId | None, known: Iterable[Ruling]) -> tuple[Ruling, ...]:
    return tuple(ruling for ruling in known if ruling.document == document and ruling.claim == claim)


def _ruled(label: str, ruling: Ruling, known: Iterable[Ruling], stamp: Stamp) -> Change | None:
    given = _given(ruling.document, ruling.claim, known)
    if any((old.joined, old.reason) == (ruling.joined, ruling.reason) for old in given):
        return None
    return Change(label, stamp, (*removed(*given), Edit(None, ruling)))
