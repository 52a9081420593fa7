"""How many independent origins support a claim, in words, and what they are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.origins.groups import Explained, explained
from ui.session import Session
from ui.theme.colours import Tone
from workbench.model import ClaimId, Evidence, Status
from workbench.tracing.independence.traced import Traced
from workbench.tracing.origins import counted, independence
from workbench.tracing.values import Independence, Origin, Provenance

ENOUGH = 2
"""A claim is to rest on so many independent origins."""


@dataclass(frozen=True, slots=True)
class OriginCount:
    """What the line above the evidence says. `reasons` holds a sentence for each merging."""

    words: str
    tone: Tone
    reasons: tuple[str, ...]
    explained: Explained


class Counting:
    """Counts the origins of claims from what has been traced so far, which is read only when it changes."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._provenance: Provenance | None = None
        self._traced: Traced | None = None

    def take(self, provenance: Provenance) -> None:
        """Count from now on by this."""
        self._provenance = provenance
        self._traced = None

    def count(self, claim: ClaimId) -> OriginCount | None:
        """The count over the linked supporting passages, else the suggested ones; None without any."""
        return origin_count(self._session, claim, traced=self._known())

    def _known(self) -> Traced:
        fresh = traced(self._session, self._provenance)
        if fresh != self._traced:
            self._traced = fresh
        return self._traced


def counted_passages(session: Session, claim: ClaimId) -> tuple[Evidence, ...]:
    """The linked supporting passages, else the suggested ones."""
    return counted(item for item in session.evidence(claim) if session.document(item.passage.document))


def traced(session: Session, provenance: Provenance | None) -> Traced:
    """What origins are counted from; while nothing is traced yet, the documents and their passages alone."""
    documents = {document.id: document for document in session.documents()}
    story = session.story()
    known = provenance if provenance is not None else Provenance()
    return Traced(documents, known, session.rulings(), story.id if story else None)


def origin_count(session: Session, claim: ClaimId, traced: Traced | None = None) -> OriginCount | None:
    """The count over the linked supporting passages, else the suggested ones; None without any."""
    passages, about = counted_passages(session, claim), session.claim(claim)
    if not passages or about is None:
        return None
    known = traced or _untraced(session)
    found = independence(about, passages, known)
    suggested = passages[0].status is Status.PROPOSED
    tone = Tone.MUTED if suggested else Tone.GOOD if found.count >= ENOUGH else Tone.CARE
    words = _words(found.count, len(passages), suggested)
    return OriginCount(words, tone, reasons(found), explained(found, passages, known, claim))


def _untraced(session: Session) -> Traced:
    return traced(session, None)


def reasons(found: Independence) -> tuple[str, ...]:
    """Why there are no more origins, and what else is to be known of them."""
    why = (sentence for origin in found.origins for sentence in (*_merged(origin), origin.why_not))
    return tuple(sentence for sentence in (*why, *(item.why for item in found.interests)) if sentence)


def _merged(origin: Origin) -> tuple[str, ...]:
    return origin.why if len(origin.documents) > 1 or any(item.ruled for item in origin.merged) else ()


def _words(count: int, passages: int, suggested: bool) -> str:
    origins_said = _said("{n} independent origin") if count == 1 else _said("{n} independent origins")
    if passages == 1:
        of = _said("of {n} suggested passage") if suggested else _said("of {n} passage")
    else:
        of = _said("of {n} suggested passages") if suggested else _said("of {n} passages")
    return f"{origins_said.format(n=count)} {of.format(n=passages)}"


def _said(words: str) -> str:
    return QCoreApplication.translate("Origins", words)
