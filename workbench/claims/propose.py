"""Proposing what an editor should check in a text."""

from __future__ import annotations

import math
from collections.abc import Sequence

from workbench.analysis import ProposedClaim
from workbench.claims.clauses import statements
from workbench.claims.cues import OPINION_WORDS
from workbench.claims.signs import Sign, signs
from workbench.claims.stretch import Stretch, stretch
from workbench.claims.weights import score
from workbench.model import ClaimKind, Credit, Risk, Zone, ZoneRole
from workbench.parsed import Parsed

THRESHOLD = 50.0
"""From this worth on a stretch is proposed."""

_FEWEST_WORDS = 4
_MOST_REASONS = 6
_START = -1.2
"""Log odds of a news sentence of which nothing is known."""
_TRUST = 0.35
"""How far the model, which learned from debates, is believed about news."""
_MODEL_AT_MOST = 4.0
_SIGNS_AT_MOST = 4.0
_HEADLINE = Sign(None, None, "headline", 0.6)


def propose_claims(
    parsed: Parsed, zones: Sequence[Zone], credits: Sequence[Credit]
) -> tuple[ProposedClaim, ...]:
    """What is worth checking in a text, in reading order; each claim lies within one sentence.

    Furniture, questions and bare opinions are left out. Where a sentence makes several statements,
    each is weighed by itself.
    """
    furniture = [zone.span for zone in zones if zone.role is ZoneRole.FURNITURE]
    headings = [zone.span for zone in zones if zone.role is ZoneRole.HEADING]
    found = (
        _weighed(stretch(parsed, sentence, span, credits), any(map(span.overlaps, headings)))
        for sentence in range(len(parsed.sentences))
        for span in statements(parsed, sentence)
        if not any(map(span.overlaps, furniture))
    )
    return tuple(claim for claim in found if claim is not None)


def _weighed(found: Stretch, in_heading: bool) -> ProposedClaim | None:
    """The stretch as a proposal, or None when it is not worth one."""
    if not _asserts(found):
        return None
    telling = signs(found)
    if in_heading:
        telling = (*telling, _HEADLINE)
    worth = _worth(found, telling)
    if worth < THRESHOLD or _is_bare_opinion(found, telling):
        return None
    kind = next((sign.kind for sign in telling if sign.kind), None)
    reasons = tuple(sign.reason for sign in telling[:_MOST_REASONS])
    return ProposedClaim(found.span, worth, kind, _gravest(telling), reasons or ("statement of fact",))


def _asserts(found: Stretch) -> bool:
    """Whether the words say something at all: long enough, with a verb or a speaker, and no question."""
    words = found.text.split()
    if len(words) < _FEWEST_WORDS or found.text.rstrip("\"'”’)» ").endswith("?"):
        return False
    if not found.parsed.has_grammar or found.credits:
        return True
    return any(token.pos in {"VERB", "AUX"} for token in found.tokens)


def _worth(found: Stretch, telling: Sequence[Sign]) -> float:
    """How worthwhile a check is, 0..100: the model's word together with the signs'."""
    said = min(max(score(found.text), 0.01), 99.99)
    learned = math.log(said / (100 - said))
    learned = min(max(learned, -_MODEL_AT_MOST), _MODEL_AT_MOST)
    weight = min(sum(sign.weight for sign in telling), _SIGNS_AT_MOST)
    return 100 / (1 + math.exp(-(_START + _TRUST * learned + weight)))


def _is_bare_opinion(found: Stretch, telling: Sequence[Sign]) -> bool:
    judges = any(token.text.lower() in OPINION_WORDS for token in found.tokens)
    solid = {ClaimKind.FIGURE, ClaimKind.QUOTATION, ClaimKind.ACCUSATION, ClaimKind.SUPERLATIVE}
    return judges and not any(sign.kind in solid for sign in telling)


def _gravest(telling: Sequence[Sign]) -> Risk | None:
    order = list(Risk)
    return min((sign.risk for sign in telling if sign.risk), key=order.index, default=None)
