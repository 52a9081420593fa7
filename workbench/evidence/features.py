"""The explicit findings as numbers, for the small head that weighs them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from workbench.evidence.checks import Checks
from workbench.evidence.denial import denials
from workbench.evidence.matching import weight
from workbench.wording import Word, Wording

_REPORTS = re.compile(
    r"(?i:\b(?:report|source|rumou?r|claim)s?\b\s*[:,]?|^[^:]{0,30}:|: \w+$|\breportedly\b)"
)
"""Words and forms by which a headline passes something on."""


def features(checks: Checks) -> dict[str, float]:
    """Every finding as a number, most within 0..1; the head multiplies pairs of them itself."""
    return {
        **_words(checks),
        **_quantities(checks),
        **_opposition(checks),
        **_tone(checks),
    }


def _words(checks: Checks) -> dict[str, float]:
    claim, passage, found = checks.claim, checks.passage, checks.matching
    names = [word for word in claim.plain if word.is_name]
    others = [word for word in claim.plain if not word.is_name]
    missing = {word.span for word in found.missing}
    lost_names = sum(word.span in missing for word in names)
    lost_words = sum(word.span in missing for word in others)
    cover = checks.cover
    return {
        "cover": cover,
        "cover_squared": cover**2,
        "all_covered": float(not found.missing and bool(claim.plain)),
        "exact_cover": _share(sum(weight(one) for one, _ in found.same), map(weight, claim.plain)),
        "alike": min(3, len(found.alike)) / 3,
        "name_cover": 1 - lost_names / len(names) if names else 0.5,
        "names_lost": min(3, lost_names) / 3,
        "word_cover": 1 - lost_words / len(others) if others else 0.5,
        "words_lost": min(6, lost_words) / 6,
        "names_replaced": min(2, sum(one.is_name for one, _ in found.replaced)) / 2,
        "words_replaced": min(3, sum(not one.is_name for one, _ in found.replaced)) / 3,
        "replaced_share": len(found.replaced) / max(1, len(claim.plain)),
        "pairs_in_order": _pairs_in_order(claim.wording, passage.wording),
        "longest_run": checks.run.share,
        "long_run": min(8, checks.run.content) / 8,
        "acts_lost": min(3, len(checks.acts - checks.matched_acts)) / 3,
        "acts_matched": min(2, len(checks.matched_acts)) / 2,
        "back_cover": _share((weight(other) for _, other in found.same), map(weight, passage.plain)),
        "claim_length": math.log1p(len(claim.wording.content)) / 4,
        "passage_length": math.log1p(len(passage.wording.content)) / 4,
        "extra_names": min(4, sum(word.is_name for word in found.extra)) / 4,
        "nothing_shared": float(not found.same and not found.alike),
    }


def _quantities(checks: Checks) -> dict[str, float]:
    figures, dates = checks.figures, checks.dates
    return {
        "figures_agree": min(2, len(figures.agreeing)) / 2,
        "figures_conflict": float(bool(figures.conflicting)),
        "figures_lost": min(2, len(figures.missing)) / 2,
        "figures_lost_with_others": float(bool(figures.missing and checks.passage.figures)),
        "dates_agree": min(2, len(dates.agreeing)) / 2,
        "dates_conflict": float(bool(dates.conflicting)),
        "dates_lost": min(2, len(dates.missing)) / 2,
        "claim_has_figures": float(bool(checks.claim.figures)),
        "claim_has_dates": float(bool(checks.claim.dates)),
    }


def _opposition(checks: Checks) -> dict[str, float]:
    found = checks.opposition
    return {
        "opposites": min(2, len(found.opposites)) / 2,
        "opposite_acts": float(bool(found.acts)),
        "negated": min(2, len(found.negated)) / 2,
        "claim_negates": float(bool(checks.claim.wording.negated)),
        "passage_negates": float(bool(checks.passage.wording.negated)),
        "denials": float(bool(found.denials)),
        "denies_something": float(bool(denials(checks.passage.wording))),
        "denied": float(bool(found.denied)),
        "swapped": float(found.swapped is not None),
    }


def _tone(checks: Checks) -> dict[str, float]:
    text = checks.passage.wording.text
    return {
        "hedges": min(3, len(checks.hedges)) / 3,
        "claim_hedges": min(2, len(checks.claim_hedges)) / 2,
        "asks": float("?" in text),
        "headline": float(len(checks.passage.wording.words) <= 20 and not text.rstrip(" ”\"'").endswith(".")),
        "reports": float(bool(_REPORTS.search(text))),
        "quotes": float(any(mark in text for mark in "“\"'‘")),
        "only_said": float(checks.only_said),
        "has_from_somebody": float(checks.said is not None),
        "unrealised": float(bool(checks.unrealised)),
        "partial": float(checks.partial is not None),
        "quantities_unlike": min(2, len(checks.figures.unlike) + len(checks.dates.unlike)) / 2,
    }


def _share(part: float | Iterable[float], whole: Iterable[float]) -> float:
    total = sum(whole)
    return min(1.0, (part if isinstance(part, float | int) else sum(part)) / total) if total else 0.0


def _pairs_in_order(claim: Wording, passage: Wording) -> float:
    """The share of the claim's neighbouring words that are neighbours in the passage too."""
    ours, theirs = _neighbours(claim.content), _neighbours(passage.content)
    return len(ours & theirs) / len(ours) if ours else 0.0


def _neighbours(words: Sequence[Word]) -> set[tuple[str, str]]:
    stems = [word.stem for word in words]
    return set(pairwise(stems))
