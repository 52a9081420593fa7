"""What a claim asserts, apart from who says so: "Marsh said the gate had rusted" is about the gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.analysis import ProposedClaim
from workbench.claims.cues import PLAIN_CUES, PRONOUNS, STATE_OFFICES
from workbench.claims.stretch import Stretch, Surroundings
from workbench.model import Credit
from workbench.text import Span
from workbench.wording import wording

_VERBS = frozenset(["VERB", "AUX"])


@dataclass(frozen=True, slots=True)
class Core:
    """A claim as printed, and its `text` without the words that credit somebody with it.

    `speaker` are the stems of the words that name who says so, empty when nobody does; None when it is a
    pronoun that could be anybody. `house` are the names of the state that the speaker speaks for. `cue` is
    the lemma by which it is said, empty for plain saying.
    """

    claim: ProposedClaim
    whole: str
    text: str
    speaker: frozenset[str] | None = frozenset()
    house: frozenset[str] = frozenset()
    cue: str = ""
    in_heading: bool = False


def cores(around: Surroundings, claims: Sequence[ProposedClaim], headings: Sequence[Span]) -> list[Core]:
    """The core of each claim, in their order."""
    return [
        _core(claim, around.at(claim.span), any(claim.span.overlaps(span) for span in headings))
        for claim in claims
    ]


def _core(claim: ProposedClaim, found: Stretch, in_heading: bool) -> Core:
    credit = _outer(found)
    if credit is None:
        return Core(claim, found.text, found.text, in_heading=in_heading)
    said = " ".join(part.of(found.parsed.text) for part in _within(found.span, credit.content))
    text = found.text if _asserts_more(found, credit) else said
    speaker = " ".join(span.of(found.parsed.text) for span in credit.source)
    return Core(
        claim,
        found.text,
        text,
        _speaker(speaker, credit),
        _house(speaker),
        _cue(found, credit),
        in_heading,
    )


def _outer(found: Stretch) -> Credit | None:
    """The credit that has most of the words."""
    named = (credit for credit in found.credits if credit.source)
    return max(named, key=lambda one: sum(map(len, _within(found.span, one.content))), default=None)


def _within(span: Span, parts: Sequence[Span]) -> list[Span]:
    return [
        Span(max(span.start, part.start), min(span.end, part.end)) for part in parts if part.overlaps(span)
    ]


def _asserts_more(found: Stretch, credit: Credit) -> bool:
    """Whether the words around the credit have a verb of their own."""
    steps = [span for step in credit.via for span in step.spans]
    taken = (*credit.source, *credit.cue, *credit.content, *steps)
    return any(
        token.pos in _VERBS and not any(part.overlaps(token.span) for part in taken) for token in found.tokens
    )


def _speaker(words: str, credit: Credit) -> frozenset[str] | None:
    if words.lower() in PRONOUNS:
        return None if credit.resolved is None else _stems(credit.resolved)
    return _stems(f"{words} {credit.resolved or ''}")


def _house(words: str) -> frozenset[str]:
    """The names among the words, where all others are offices of a state."""
    read = wording(words)
    others = (word.bare for word in read.content if not word.is_name)
    return read.names if STATE_OFFICES.issuperset(others) else frozenset()


def _stems(name: str) -> frozenset[str]:
    return frozenset(word.stem for word in wording(name).words if word.is_content)


def _cue(found: Stretch, credit: Credit) -> str:
    inside = (token for token in found.tokens if any(part.overlaps(token.span) for part in credit.cue))
    lemmas = [token.lemma.lower() for token in inside if token.pos == "VERB"]
    return next((lemma for lemma in lemmas if lemma not in PLAIN_CUES), "")
