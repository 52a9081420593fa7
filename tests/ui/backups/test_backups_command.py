"""`twosource backups` and `twosource restore`."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from casework import checked_case

from db import CaseBackups, open_case, verify
from ui.checked.place import data_folder
from ui.command_line import main
from workbench import review
from workbench.backups import Backup, Reason
from workbench.change import Stamp
from workbench.model import Claim, Disposition


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TWOSOURCE_DATA", str(tmp_path / "data"))
    store = checked_case(tmp_path / "ostley.twosource")
    store.close()
    return store.path


def back_up(case: Path) -> Backup:
    made = CaseBackups(data_folder()).take(case, case, Reason.OPENING, datetime.now(UTC))
    assert made is not None
    return made


def test_earlier_states_are_listed(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    backup = back_up(case)
    assert main(["backups", str(case)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{backup.path.name}\t")
    assert line.endswith("14 changes\t0 made since")


def test_a_case_may_be_named_from_where_one_stands(
    case: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up(case)
    monkeypatch.chdir(case.parent)
    assert main(["backups", case.name]) == 0
    assert backup.path.name in capsys.readouterr().out
    assert main(["restore", case.name, "--backup", backup.path.name]) == 0
    os.truncate(case, 20_000)
    assert main(["restore", case.name]) == 0
    assert verify(case) == ()


def test_a_damaged_case_is_restored_and_kept(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    back_up(case)
    os.truncate(case, 20_000)
    assert main(["restore", str(case)]) == 0
    assert verify(case) == ()
    assert "damaged file is kept" in capsys.readouterr().out
    assert len(list(case.parent.glob("ostley (damaged*"))) == 1


def test_a_whole_case_is_left_alone_unless_a_state_is_named(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup = back_up(case)
    before = case.read_bytes()
    assert main(["restore", str(case)]) == 2
    assert "is whole" in capsys.readouterr().err
    assert case.read_bytes() == before
    assert main(["restore", str(case), "--backup", backup.path.name]) == 0


@pytest.mark.parametrize("more", [[], ["--backup", "none.twosource"]])
def test_without_a_backup_nothing_is_done(
    case: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    os.truncate(case, 20_000)
    assert main(["restore", str(case), *more]) == 2
    assert "There is no" in capsys.readouterr().err
    assert case.stat().st_size == 20_000


def test_a_state_of_another_copy_is_put_in_its_place_only_when_it_is_named(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = back_up(case)
    copy = case.with_name("bo.twosource")
    with closing(open_case(case)) as store:
        store.save_copy(copy)
    with closing(open_case(copy)) as store:
        (claim, *_) = store.all(Claim)
        at = datetime(2026, 11, 28, 20, 15, tzinfo=UTC)
        store.apply(review.dispose(claim, Disposition.CONFIRMED, Stamp("Bo Falk", at)))
    other = back_up(copy)
    own.path.unlink()
    os.truncate(case, 20_000)
    assert main(["backups", str(case)]) == 0
    assert "of another copy, last changed by Bo Falk" in capsys.readouterr().out
    assert main(["restore", str(case)]) == 2
    assert "of another copy of the case" in (said := capsys.readouterr().err)
    assert "last changed by Bo Falk on 28 November 2026" in said
    assert case.stat().st_size == 20_000
    assert main(["restore", str(case), "--backup", other.path.name]) == 0
    assert verify(case) == ()
