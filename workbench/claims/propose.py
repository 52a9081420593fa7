"""Proposing what an editor should check in a text."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence

from workbench.analysis import ProposedClaim
from workbench.attribution.turns import turns, without_name
from workbench.claims.clauses import statements
from workbench.claims.core import cores
from workbench.claims.cues import OPINION_WORDS
from workbench.claims.repeated import gathered
from workbench.claims.sign import Sign
from workbench.claims.signs import signs
from workbench.claims.stretch import Stretch, Surroundings
from workbench.claims.weights import score
from workbench.language import is_english
from workbench.model import ClaimKind, Credit, Risk, Zone, ZoneRole
from workbench.parsed import Parsed
from workbench.sentences import is_row, line_around
from workbench.text import Span, merged

THRESHOLD = 50.0
"""From this worth on a stretch is proposed."""
LONGEST = 1500
"""Characters beyond which a sentence is no sentence: a table, a list, a text without full stops."""

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

    Furniture, rows of tables, questions and bare opinions are left out, and the name that opens a turn of a
    transcript. Where a sentence makes several statements, each is weighed by itself. What is asserted in
    several places is one claim. In a language we cannot read, figures and quotations alone count.
    """
    understood = parsed.has_grammar or is_english(parsed.text)
    around = Surroundings(parsed, credits)
    furniture, headings = _zones(zones, ZoneRole.FURNITURE), _zones(zones, ZoneRole.HEADING)
    spoken = turns(parsed.text)
    found = (
        _weighed(around.stretch(sentence, without_name(spoken, span)), _meets(span, headings), understood)
        for sentence in range(len(parsed.sentences))
        for span in statements(parsed, sentence)
        if len(span) <= LONGEST and not _meets(span, furniture) and not is_row(line_around(parsed.text, span))
    )
    claims = [claim for claim in found if claim is not None]
    return gathered(cores(around, claims, headings)) if understood else tuple(claims)


def _zones(zones: Sequence[Zone], role: ZoneRole) -> tuple[Span, ...]:
    return merged(zone.span for zone in zones if zone.role is role)


def _meets(span: Span, zones: tuple[Span, ...]) -> bool:
    """Whether the span shares a character with one of `zones`, which are in order and apart."""
    before = bisect_left(zones, span.end, key=lambda zone: zone.start)
    return before > 0 and zones[before - 1].end > span.start


def _weighed(found: Stretch, in_heading: bool, understood: bool) -> ProposedClaim | None:
    """The stretch as a proposal, or None when it is not worth one."""
    if not _asserts(found, in_heading):
        return None
    telling = signs(found)
    if in_heading:
        telling = (*telling, _HEADLINE)
    worth = _worth(telling, _learned(found.text) if understood else 0.0)
    if worth < THRESHOLD or _is_bare_opinion(found, telling):
        return None
    kind = next((sign.kind for sign in telling if sign.kind), None)
    reasons = tuple(sign.reason for sign in telling[:_MOST_REASONS])
    return ProposedClaim(found.span, worth, kind, _gravest(telling), reasons or ("statement of fact",))


def _asserts(found: Stretch, in_heading: bool) -> bool:
    """Whether the words say something at all: long enough, no question, and with a verb.

    A heading needs no verb ("France arms" is read as two nouns), nor do words somebody is credited for.
    """
    if len(found.text.split()) < _FEWEST_WORDS or found.text.rstrip("\"'”’)» ").endswith("?"):
        return False
    if in_heading or found.credits or not found.parsed.has_grammar:
        return True
    return any(token.pos in {"VERB", "AUX"} for token in found.tokens)


def _worth(telling: Sequence[Sign], learned: float) -> float:
    """How worthwhile a check is, 0..100: the model's word together with the signs'."""
    weight = min(sum(sign.weight for sign in telling), _SIGNS_AT_MOST)
    return 100 / (1 + math.exp(-(_START + _TRUST * learned + weight)))


def _learned(text: str) -> float:
    """What the model says, in log odds within bounds."""
    chance = min(max(score(text) / 100, 1e-4), 1 - 1e-4)
    odds = math.log(chance / (1 - chance))
    return min(max(odds, -_MODEL_AT_MOST), _MODEL_AT_MOST)


def _is_bare_opinion(found: Stretch, telling: Sequence[Sign]) -> bool:
    judges = any(token.text.lower() in OPINION_WORDS for token in found.tokens)
    solid = {ClaimKind.FIGURE, ClaimKind.QUOTATION, ClaimKind.ACCUSATION, ClaimKind.SUPERLATIVE}
    return judges and not any(sign.kind in solid for sign in telling)


def _gravest(telling: Sequence[Sign]) -> Risk | None:
    order = list(Risk)
    return min((sign.risk for sign in telling if sign.risk), key=order.index, default=None)
