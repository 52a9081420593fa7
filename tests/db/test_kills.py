"""A process killed during mixed work; the full series is benchmarks/kills.py."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile

import pytest

from benchmarks.kills import REOPENED_S, kill_once, prepare


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case in which every kind of work has been done."""
    path = tmp_path_factory.mktemp("prepared") / "lock.twosource"
    prepare(path)
    return path


@pytest.mark.parametrize("seed", range(20))
def test_a_kill_loses_and_damages_nothing(prepared: Path, tmp_path: Path, seed: int) -> None:
    outcome = kill_once(Path(copyfile(prepared, tmp_path / "lock.twosource")), "DELETE", seed)
    assert outcome.confirmed >= 1
    assert not outcome.lost
    assert outcome.damage == ()
    assert outcome.reopened_s < REOPENED_S


def test_the_same_without_the_journal_fails(prepared: Path, tmp_path: Path) -> None:
    # Every other kill does on the average; twenty that all do not would be one chance in a million.
    copies = (Path(copyfile(prepared, tmp_path / f"{seed}.twosource")) for seed in range(20))
    assert any(kill_once(copy, "OFF", seed).failed for seed, copy in enumerate(copies))
