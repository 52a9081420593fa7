"""Files shaped like nothing anybody reads are told by counting, and real ones pass."""

from __future__ import annotations

import pytest

from benchmarks.hostile_files import BOMBS, sound
from workbench.reading.bounds import is_tangled
from workbench.reading.sniffing import sniff


@pytest.mark.parametrize(
    "name",
    ["attributes.html", "links.html", "brackets.md", "quotes.md", "nested.eml", "long.csv", "lines.txt"],
)
def test_a_bomb_is_told_before_it_is_parsed(name: str) -> None:
    data = BOMBS[name]()
    assert is_tangled(sniff(data, name), data)


def test_sound_files_are_not() -> None:
    assert not any(is_tangled(sniff(data, name), data) for name, data in sound().items())
