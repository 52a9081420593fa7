"""The claims of a story as the list shows them, and how they are filtered and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ui.models.origin_count import OriginCount
from ui.models.signs import Sign, claim_sign, disposition_sign, is_checked
from ui.theme.colours import Tone
from workbench.model import Claim, Disposition, Evidence, Relation, Source, Status, Step
from workbench.review import WAITING

_ORDER = (Tone.GOOD, Tone.BAD, Tone.CARE, Tone.ACCENT)


@dataclass(frozen=True, slots=True)
class Support:
    """How many origins a claim rests on: shortly, in which tone, and in full."""

    words: str
    tone: Tone
    told: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim with all that its row says. `also` is the disposition where the verdict leads.

    `support` is None where no passage bears the claim out, or its origins have not been counted yet. `owed`
    is who owes what until when; `short` when it is confirmed without what the desk asks for.
    """

    claim: Claim
    number: int
    sign: Sign
    also: Sign | None = None
    checked: bool = False
    sources: int = 0
    conflicts: int = 0
    support: Support | None = None
    owed: Sign | None = None
    short: bool = False

    @property
    def proposed(self) -> bool:
        """Whether the editor has yet to take the claim up."""
        return self.claim.status is Status.PROPOSED


class ClaimFilter(Enum):
    """Which claims to list."""

    ALL = auto()
    OPEN = auto()
    PROPOSED = auto()
    CHECKED = auto()
    WAITING = auto()
    """Somebody owes the desk something: TK, or on the author."""
    CONFLICTS = auto()

    def keeps(self, row: ClaimRow) -> bool:
        """Whether a claim is listed."""
        match self:
            case ClaimFilter.ALL:
                return True
            case ClaimFilter.OPEN:
                return not row.checked and not row.proposed
            case ClaimFilter.PROPOSED:
                return row.proposed
            case ClaimFilter.CHECKED:
                return row.checked
            case ClaimFilter.WAITING:
                return row.claim.disposition in WAITING
            case ClaimFilter.CONFLICTS:
                return row.conflicts > 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the check has come. `tones` counts the checked claims by colour, in a fixed order."""

    checked: int
    taken_up: int
    proposed: int
    tones: tuple[tuple[Tone, int], ...]


def claim_row(
    claim: Claim,
    number: int,
    given: Step | None,
    evidence: Sequence[Evidence],
    cited: Sequence[Source],
) -> ClaimRow:
    """Gather what the row of one claim says; `given` is the step of its verdict."""
    settled = claim.disposition is not Disposition.OPEN
    return ClaimRow(
        claim,
        number,
        claim_sign(claim, given),
        disposition_sign(claim.disposition) if given is not None and settled else None,
        is_checked(claim, given),
        _source_count(evidence, cited),
        sum(1 for item in evidence if _is_conflict(item)),
    )


def support(count: OriginCount | None, *, awaited: bool) -> Support | None:
    """What the row says of a count; greyed while the count is awaited anew."""
    if count is None:
        return None
    return Support(count.short, Tone.MUTED if awaited else count.tone, count.words)


def matching(rows: Iterable[ClaimRow], words: str, state: ClaimFilter) -> list[ClaimRow]:
    """The claims of one state that hold every one of `words`, in any order and case."""
    wanted = words.casefold().split()
    return [row for row in rows if state.keeps(row) and _holds(row, wanted)]


def tally(rows: Iterable[ClaimRow]) -> Tally:
    """Count what is checked, what is not, and what nobody has looked at yet."""
    rows = tuple(rows)
    checked = Counter(row.sign.tone for row in rows if row.checked)
    rest = tuple(tone for tone in checked if tone not in _ORDER)
    tones = tuple((tone, checked[tone]) for tone in (*_ORDER, *rest) if checked[tone])
    proposed = sum(1 for row in rows if row.proposed and not row.checked)
    return Tally(checked.total(), len(rows) - proposed, proposed, tones)


def _source_count(evidence: Iterable[Evidence], cited: Iterable[Source]) -> int:
    linked: set[str] = {item.passage.document for item in evidence if item.status is Status.ACCEPTED}
    return len(linked | {source.document or source.id for source in cited})


def _is_conflict(item: Evidence) -> bool:
    return item.status is Status.PROPOSED and item.relation is Relation.CONTRADICTS


def _holds(row: ClaimRow, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    owed = row.owed.word if row.owed else ""
    text = " ".join((row.claim.wording, row.claim.note, row.sign.word, owed, str(row.number))).casefold()
    return all(word in text for word in wanted)
