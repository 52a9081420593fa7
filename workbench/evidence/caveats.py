"""What an editor should know of a passage that seems to bear a claim out: who only says so."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.evidence.checks import Checks
from workbench.evidence.printed import listed
from workbench.evidence.said import Manner, Said
from workbench.wording import lines


def caveats(checks: Checks) -> Iterator[str]:
    """Accusations and claims, acts that are not done yet, some for all, and words that are not sure."""
    told = checks.said
    if told and told.manner is not Manner.SAYS:
        yield _passed_on(told)
    if checks.unrealised:
        yield f"the passage only says “{checks.unrealised}”"
    if checks.partial:
        yield f"the claim says “{checks.partial[0]}”, the passage “{checks.partial[1]}”"
    if not checks.claim_hedges:
        yield from _tone(checks)


def source(checks: Checks) -> Iterator[str]:
    """From whom the passage has what it says, where it names somebody."""
    if checks.said and checks.said.sayer:
        yield f"the passage has this from {_inside(checks.said.sayer)}"


def _passed_on(told: Said) -> str:
    if told.manner is Manner.ACCUSES:
        accused = f"accused {_inside(told.whom)} of it" if told.whom else "made the accusation"
        return f"only says that {_inside(told.sayer) or 'somebody'} {accused}"
    if not told.sayer:
        return f"only passes it on as a claim: “{told.word}”"
    return f"only says that {_inside(told.sayer)} claimed it"


def _tone(checks: Checks) -> Iterator[str]:
    for line in lines("distance.txt"):
        kind, known = line.split(":", 1)
        # "May" is the month more often than not.
        found = [word for word in checks.hedges if word.casefold() in known.split() and word != "May"]
        if found and kind == "reported" and checks.said is None:
            yield f"the passage keeps its distance: {listed(found[:1])}"
        elif found and kind == "unsure" and not checks.unrealised:
            yield f"the passage is not sure: {listed(found[:1])}"


def _inside(name: str) -> str:
    """A name or description inside a sentence: "The council" becomes "the council"."""
    first, _, rest = name.partition(" ")
    articles = ("The", "A", "An", "His", "Her", "Their", "Its", "Some", "Many")
    return f"{first.casefold()} {rest}" if rest and first in articles else name
