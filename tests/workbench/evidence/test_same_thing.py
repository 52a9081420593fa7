"""Figures conflict only where they are said of the same thing."""

from __future__ import annotations

import pytest

from workbench.analysis import Statement
from workbench.evidence.checks import check
from workbench.evidence.reading import read


def conflicts(claim: str, passage: str) -> list[tuple[str, str]]:
    found = check(read(Statement(claim)), read(Statement(passage)))
    pairs = (*found.figures.conflicting, *found.dates.conflicting)
    return [(ours.of(claim), theirs.of(passage)) for ours, theirs in pairs]


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("The port paid £1.9m for the crane.", "The port paid £2.3m for the crane.", [("£1.9m", "£2.3m")]),
        ("The port paid £1.9m for the crane.", "The port sold its old ferry for £2.3m.", []),
        ("The port paid £1.9m for the crane.", "The port paid $2.3m for the crane.", []),
        ("Tern Lines of Oldhaven earned £1.9m.", "Tern Lines of Oldhaven owes £2.3m.", []),
        ("The fire killed 41 people.", "The fire left 53 dead and 41 injured.", [("41", "53")]),
        ("The fire killed 41 people.", "The fire injured 53 people.", []),
        ("The fire killed 41 people.", "At least 53 people died in the fire.", [("41", "At least 53")]),
        ("Some 200 people were evacuated.", "In all 12 people were arrested.", []),
        ("The storm flooded 53 villages.", "The storm flooded 60 villages.", [("53", "60")]),
        ("The storm flooded 53 villages.", "The storm flooded 60 farms.", []),
        ("Profits fell by 3% at the yard.", "Profits fell to 4% at the yard.", []),
        ("Nurses earn £12 an hour.", "Nurses earn £96 a day.", []),
        (
            "It was the first ferry built there.",
            "It was the first of its kind, the second ferry built there.",
            [],
        ),
        ("The pier opened in 2014.", "The pier opened in 2016.", [("2014", "2016")]),
        ("The pier opened in 2014.", "The tunnel was flooded in 2016.", []),
    ],
)
def test_figures_conflict_only_where_they_speak_of_the_same(
    claim: str, passage: str, expected: list[tuple[str, str]]
) -> None:
    assert conflicts(claim, passage) == expected


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The fire killed 41 people in Oldhaven.", "The fire in Oldhaven left 41 people injured."),
        ("The fire killed 41 people in Oldhaven.", "Police arrested 41 people in Oldhaven."),
    ],
)
def test_equal_counts_of_different_fates_do_not_agree(claim: str, passage: str) -> None:
    assert check(read(Statement(claim)), read(Statement(passage))).figures.agreeing == ()
