"""Cases of every earlier form open, are brought to today's form, and lose nothing by that."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import get_args

import pytest

from db import open_case, verify
from workbench.change import Act
from workbench.model import Case, Claim, Entity

DATA = Path(__file__).parents[1] / "data"
OLD = sorted(DATA.glob("*.twosource"))
sys.path.insert(0, str(DATA))


def form(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (number,) = connection.execute("PRAGMA user_version").fetchone()
    return int(number)


@pytest.fixture
def newest(tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD[-1], tmp_path))


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.name)
def test_an_old_case_steps_up_and_keeps_its_history(old: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(old, tmp_path))
    with closing(sqlite3.connect(copy)) as connection:
        before = connection.execute("SELECT number, event, hash FROM history ORDER BY number").fetchall()
    with closing(open_case(copy)) as store:
        assert store.read_only is None
        assert store.all(Case)
        assert store.all(Claim)
        assert len(store.history()) == len(before)
    with closing(sqlite3.connect(copy)) as connection:
        after = connection.execute("SELECT number, event, hash FROM history ORDER BY number").fetchall()
    assert after == before
    assert form(copy) == form(OLD[-1])
    assert verify(copy) == ()


def test_every_form_has_its_case() -> None:
    assert [form(path) for path in OLD] == list(range(1, len(OLD) + 1))
    steps = sorted((Path(__file__).parents[2] / "db" / "schema").glob("*.sql"))
    assert len(OLD) == len(steps)


def test_the_newest_case_holds_every_kind_of_value_and_of_step(newest: Path) -> None:
    with closing(open_case(newest)) as store:
        missing = [kind.__name__ for kind in get_args(Entity) if not store.all(kind)]
        assert missing == []
        assert {event.change.act for event in store.history()} == set(Act)
        assert any(event.change.takes_back for event in store.history())
        assert any(event.change.batch for event in store.history())


def test_the_newest_case_is_what_its_recipe_makes(newest: Path, tmp_path: Path) -> None:
    from make_case import main

    main(tmp_path / "made.twosource")
    with closing(open_case(newest)) as kept, closing(open_case(tmp_path / "made.twosource")) as made:
        for kind in get_args(Entity):
            assert kept.all(kind) == made.all(kind)
        assert [event.hash for event in kept.history()] == [event.hash for event in made.history()]
