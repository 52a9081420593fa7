"""How many independent origins support a claim, in words, and why passages count as one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.session import Session
from ui.theme.colours import Tone
from workbench.model import ClaimId, Status
from workbench.tracing.origins import counted, origins

ENOUGH = 2
"""A claim is to rest on so many independent origins."""


@dataclass(frozen=True, slots=True)
class OriginCount:
    """What the line above the evidence says. `reasons` holds a sentence for each merging."""

    words: str
    tone: Tone
    reasons: tuple[str, ...]


def origin_count(session: Session, claim: ClaimId) -> OriginCount | None:
    """The count over the linked supporting passages, else the suggested ones; None without any."""
    passages = counted(item for item in session.evidence(claim) if session.document(item.passage.document))
    if not passages:
        return None
    documents = {document.id: document for document in session.documents()}
    credits = [
        credit
        for revision in {item.passage.revision for item in passages}
        for credit in session.attributions_of(revision)
    ]
    found = origins(passages, documents, credits)
    suggested = passages[0].status is Status.PROPOSED
    tone = Tone.MUTED if suggested else Tone.GOOD if len(found) >= ENOUGH else Tone.CARE
    why = tuple(sentence for origin in found for sentence in origin.why)
    return OriginCount(_words(len(found), len(passages), suggested), tone, why)


def _words(count: int, passages: int, suggested: bool) -> str:
    origins_said = _said("{n} independent origin") if count == 1 else _said("{n} independent origins")
    if passages == 1:
        of = _said("of {n} suggested passage") if suggested else _said("of {n} passage")
    else:
        of = _said("of {n} suggested passages") if suggested else _said("of {n} passages")
    return f"{origins_said.format(n=count)} {of.format(n=passages)}"


def _said(words: str) -> str:
    return QCoreApplication.translate("Origins", words)
