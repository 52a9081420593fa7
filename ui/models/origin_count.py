"""How many independent origins support a claim, in words, and what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from ui.origins.groups import Explained, explained
from ui.theme.colours import Tone
from workbench.model import Claim, ClaimId, Evidence, Status
from workbench.tracing.independence.traced import Traced
from workbench.tracing.origins import counted, independence
from workbench.tracing.values import Independence, Origin

ENOUGH = 2
"""A claim is to rest on so many independent origins."""


@dataclass(frozen=True, slots=True)
class OriginCount:
    """The origins of one claim. `suggested` while the editor has linked none of the passages.

    `reasons` holds a sentence for each merging.
    """

    count: int
    passages: int
    suggested: bool
    reasons: tuple[str, ...]
    explained: Explained

    @property
    def tone(self) -> Tone:
        """Whether that is enough, as far as the editor has linked anything."""
        if self.suggested:
            return Tone.MUTED
        return Tone.GOOD if self.count >= ENOUGH else Tone.CARE

    @property
    def words(self) -> str:
        """What the line above the evidence says."""
        return f"{_independent(self.count)} {_of_passages(self.passages, self.suggested)}"

    @property
    def short(self) -> str:
        """What the list of claims says."""
        match self.count:
            case 0:
                return _said("no origin")
            case 1:
                return _said("1 origin")
        return _said("{n} origins").format(n=self.count)


@dataclass(frozen=True, slots=True)
class OriginCounts:
    """What has been counted so far for the claims of a story.

    Those `awaited` are being counted anew: what is known of them may no longer hold.
    """

    by_claim: Mapping[ClaimId, OriginCount | None] = field(default_factory=dict)
    awaited: frozenset[ClaimId] = frozenset()

    def of(self, claim: ClaimId) -> OriginCount | None:
        """The last count; None where there was nothing to count, or it has not been counted yet."""
        return self.by_claim.get(claim)


def origin_count(claim: Claim, evidence: Iterable[Evidence], traced: Traced) -> OriginCount | None:
    """The count over the linked supporting passages, else the suggested ones; None without any."""
    kept = (item for item in evidence if item.status is not Status.DISMISSED)
    passages = counted(item for item in kept if item.passage.document in traced.documents)
    if not passages:
        return None
    found = independence(claim, passages, traced)
    suggested = passages[0].status is Status.PROPOSED
    told = explained(found, passages, traced, claim.id)
    return OriginCount(found.count, len(passages), suggested, reasons(found), told)


def reasons(found: Independence) -> tuple[str, ...]:
    """Why there are no more origins, and what else is to be known of them."""
    why = (sentence for origin in found.origins for sentence in (*_merged(origin), origin.why_not))
    return tuple(sentence for sentence in (*why, *(item.why for item in found.interests)) if sentence)


def _merged(origin: Origin) -> tuple[str, ...]:
    return origin.why if len(origin.documents) > 1 or any(item.ruled for item in origin.merged) else ()


def _independent(count: int) -> str:
    words = _said("{n} independent origin") if count == 1 else _said("{n} independent origins")
    return words.format(n=count)


def _of_passages(count: int, suggested: bool) -> str:
    if count == 1:
        words = _said("of {n} suggested passage") if suggested else _said("of {n} passage")
    else:
        words = _said("of {n} suggested passages") if suggested else _said("of {n} passages")
    return words.format(n=count)


def _said(words: str) -> str:
    return QCoreApplication.translate("Origins", words)
