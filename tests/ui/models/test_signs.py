"""Words, icons and tones of every state."""

from __future__ import annotations

from pathlib import Path

import pytest

from resources import __file__ as resources_file
from ui.models.dates import date_words
from ui.models.signs import (
    disposition_sign,
    kind_word,
    relation_sign,
    risk_sign,
    source_word,
    step_sign,
)
from workbench.model import ClaimKind, Disposition, Relation, Risk, SourceKind
from workbench.scales import PRESETS

ICONS = Path(resources_file).parent / "icons"
SIGNS = [
    *map(disposition_sign, Disposition),
    *map(relation_sign, Relation),
    *map(risk_sign, Risk),
    *(step_sign(step) for scale in PRESETS.values() for step in scale.steps),
]


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.word)
def test_every_state_has_a_word_and_an_icon_that_exists(sign) -> None:
    assert sign.word
    assert (ICONS / f"{sign.icon}.svg").exists()


def test_no_two_dispositions_share_an_icon() -> None:
    icons = [disposition_sign(item).icon for item in Disposition]
    assert len(set(icons)) == len(icons)


def test_every_kind_has_a_word() -> None:
    assert all(kind_word(kind) for kind in ClaimKind)
    assert all(source_word(kind) for kind in SourceKind)


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2026", "2026"),
        ("2026-03", "Mar 2026"),
        ("2026-03-14", "14 Mar 2026"),
        ("2026-03-14T06:30:00Z", "14 Mar 2026"),
        ("2026-13-40", "2026-13-40"),
        ("spring", "spring"),
        (None, ""),
    ],
)
def test_dates_are_no_more_precise_than_they_are(iso, words) -> None:
    assert date_words(iso) == words
