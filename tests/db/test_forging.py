"""Forgeries and flipped bits, a sample of each; the full series is benchmarks/forging.py."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from benchmarks.forging import flip_many, forge, forgeries, make
from db import verify

TRIED = 60


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of some forty events and a line of four that a merge brought in."""
    path = tmp_path_factory.mktemp("forged") / "lock.twosource"
    make(path)
    assert verify(path) == ()
    return path


def test_the_row_that_was_forged_is_named(case: Path, tmp_path: Path) -> None:
    every = list(forgeries(case))
    kinds = {"history", "line"}
    rows = [forgery for forgery in every if forgery[0].split()[0] in kinds]
    chance, forged = random.Random(11), tmp_path / "forged.twosource"
    for what, sql, expected in (*chance.sample(rows, TRIED // 2), *chance.sample(every, TRIED // 2)):
        shutil.copyfile(case, forged)
        forge(forged, sql)
        assert any(expected in finding for finding in verify(forged)), what


def test_a_flipped_bit_that_changes_anything_is_noticed(case: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(case, tmp_path / "lock.twosource"))
    found = flip_many(copy, TRIED, random.Random(13))
    assert found.effective == TRIED
    assert found.unnoticed == []
