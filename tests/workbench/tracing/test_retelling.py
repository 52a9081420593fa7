from __future__ import annotations

import pytest

from workbench.tracing.likeness import likeness, prepared
from workbench.tracing.retelling import retelling
from workbench.tracing.values import Reuse

BASE = """A lighthouse keeper's day began at dusk, when he climbed to the lantern and lit the wick. \
Whale oil burned cleanly but was dear, and after 1850 most lamps were fed with colza pressed from \
rape seed. Every four hours the clockwork that turned the lens had to be wound by hand. Soot was \
wiped from the glass before dawn. In fog a bell or a gun gave warning, and a keeper might stay awake \
for three nights together. Supplies came by tender once a month if the sea allowed. The last keepers \
left when electric lamps and radio made their work needless."""
RETOLD = """Keeping a light meant working from dusk, the wick being lit once the keeper had gone up \
to the lantern. His lamp was fed first with whale oil, which was dear though clean, and from about \
1850 with colza, that is oil of rape seed. By hand, and every four hours, he wound the clockwork \
turning the lens; before dawn he wiped soot off the glass. If there was fog, bell or gun had to warn \
ships, so that three nights without sleep were possible. Once a month, sea permitting, a tender \
brought supplies. Radio and electric lamps made keepers needless in the end."""
OWN = """Lighthouses mark dangerous coasts and harbour mouths. The tower at Alexandria was counted \
among the wonders of the ancient world. Smeaton rebuilt the Eddystone with dovetailed granite, and \
Fresnel's lens of stepped prisms threw the beam much further. Each light has a rhythm of its own by \
which sailors know it. Keepers and their families grew vegetables, kept logs of passing ships and \
saved shipwrecked crews, like Grace Darling. Nowadays lights are automatic and run on solar power, \
and many towers have been turned into guest houses."""


def test_what_is_told_again_in_other_words_is_known_by_the_company_words_keep() -> None:
    found = likeness(BASE, RETOLD)
    assert found.reuse is Reuse.PARTIAL
    assert any("clockwork" in part.one.of(BASE) and "wound" in part.other.of(RETOLD) for part in found.shared)


def test_what_is_written_on_the_same_matter_is_none() -> None:
    assert likeness(BASE, OWN).reuse is Reuse.NONE
    assert likeness(RETOLD, OWN).reuse is Reuse.NONE


def test_overlap_falls_from_copied_over_retold_to_written_independently() -> None:
    copied = likeness(BASE, BASE.replace("dear", "costly").replace("once a month", "every month")).overlap
    assert 1 > copied > likeness(BASE, RETOLD).overlap > likeness(BASE, OWN).overlap


@pytest.mark.parametrize("short", ["", "The wick was lit.", "Whale oil burned cleanly but was dear."])
def test_too_few_words_are_no_retelling(short: str) -> None:
    assert retelling(prepared(short).sentences, prepared(BASE).sentences).share == 0
