"""A process killed while it gives verdicts; the full series of forty is benchmarks/kills.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.kills import kill_once


@pytest.mark.parametrize("seed", range(5))
def test_a_kill_loses_and_damages_nothing(tmp_path: Path, seed: int) -> None:
    outcome = kill_once(tmp_path / "mill.twosource", "DELETE", seed)
    assert outcome.confirmed >= 1
    assert not outcome.lost
    assert outcome.damage == ()


def test_the_same_without_the_journal_fails(tmp_path: Path) -> None:
    # Every other kill does on the average; twenty that all do not would be one chance in a million.
    series = (kill_once(tmp_path / f"{seed}.twosource", "OFF", seed) for seed in range(20))
    assert any(outcome.failed for outcome in series)
