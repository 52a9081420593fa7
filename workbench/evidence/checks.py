"""All explicit findings about one claim and one passage; features and reasons are drawn from them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.evidence.background import is_background
from workbench.evidence.matching import Matching, match, weight
from workbench.evidence.opposition import Opposition, oppose
from workbench.evidence.partial import partial
from workbench.evidence.quantities import Quantities, compare_dates, compare_figures
from workbench.evidence.reading import Reading
from workbench.evidence.runs import Run, longest_run
from workbench.evidence.said import Manner, Said, passed_on
from workbench.evidence.unrealised import unrealised
from workbench.text import Span
from workbench.wording import Wording, words


@dataclass(frozen=True, slots=True)
class Checks:
    """What the checks found. `hedges` and `claim_hedges` are words that keep a distance.

    `run` is the longest stretch of words that both share. `said` is set where the passage only passes on
    what the claim says; `unrealised` is how it prints an act that it tells as planned or possible and the
    claim as done; `partial` are the words for all in the claim and for less than that in the passage.
    """

    claim: Reading
    passage: Reading
    matching: Matching
    figures: Quantities
    dates: Quantities
    opposition: Opposition
    hedges: tuple[str, ...]
    claim_hedges: tuple[str, ...]
    run: Run
    said: Said | None = None
    unrealised: str = ""
    partial: tuple[str, str] | None = None

    @property
    def cover(self) -> float:
        """The share 0..1 of the claim's words, by weight, that the passage has; near synonyms count 0.7."""
        total = sum(weight(word) for word in self.claim.plain)
        same = sum(weight(one) for one, _ in self.matching.same)
        alike = sum(weight(one) for one, _ in self.matching.alike)
        return (same + 0.7 * alike) / total if total else 0.0

    @property
    def only_said(self) -> bool:
        """Whether the passage has the claim's matter only as an accusation, or as what somebody claims."""
        return self.said is not None and self.said.manner is not Manner.SAYS

    @property
    def acts(self) -> frozenset[Span]:
        """Where the acts of the claim stand, verbs of saying and mere background aside."""
        wording = self.claim.wording
        first = {act.words[0].span: act.words[0] for act in self.claim.acts}
        verbs = {word.span: word for word in self.claim.plain if word.is_verb}
        told = (first | verbs).values()
        return frozenset(
            word.span
            for word in told
            if word.bare not in words("roles.txt") and not is_background(wording, word)
        )

    @property
    def matched_acts(self) -> frozenset[Span]:
        """Those of them that the passage tells of too."""
        return self.acts & {one.span for one, _ in (*self.matching.same, *self.matching.alike)}


def check(claim: Reading, passage: Reading) -> Checks:
    """Make every check."""
    matching = match(claim, passage)
    return Checks(
        claim,
        passage,
        matching,
        compare_figures(claim, passage),
        compare_dates(claim, passage),
        oppose(claim, passage, matching, passage.denied),
        _hedges(passage.wording),
        _hedges(claim.wording),
        longest_run(claim.wording, passage.wording),
        passed_on(claim.told, passage.told, matching.common),
        unrealised(claim.wording, passage.wording, matching),
        partial(claim.wording, passage.wording),
    )


def _hedges(wording: Wording) -> tuple[str, ...]:
    listed = words("hedges.txt")
    return tuple(word.text for word in wording.words if word.text.casefold() in listed)
