"""`twosource verify` compares a case with what was noted outside it and with the hash on a printed export."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from casework import STAMP, checked_case

from db import CaseBackups, open_case
from ui.command_line import main
from workbench.backups import Reason
from workbench.change import Change, added
from workbench.model import Source, SourceId, SourceKind


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder."""
    monkeypatch.setenv("TWOSOURCE_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def case(tmp_path: Path, data: Path) -> Path:
    """A closed case."""
    store = checked_case(tmp_path / "ostley.twosource")
    store.close()
    return store.path


def go_on(case: Path, name: str) -> None:
    """Make one more change."""
    with closing(open_case(case)) as store:
        store.apply(Change("Add source", STAMP, added(Source(SourceId(name), name, SourceKind.LETTER))))


def export(case: Path) -> None:
    assert main(["export", str(case), "--format", "md", "--out", str(case.with_suffix(".md"))]) == 0


def test_an_end_cut_off_since_an_export_is_named(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    older = shutil.copy(case, case.with_name("older"))
    go_on(case, "letter")
    export(case)
    assert main(["verify", str(case)]) == 0
    shutil.copy(older, case)
    capsys.readouterr()
    assert main(["verify", str(case)]) == 1
    assert "was cut off, or an older copy" in capsys.readouterr().out


def test_another_line_of_the_case_is_named(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = shutil.copy(case, case.with_name("other"))
    go_on(case, "letter")
    export(case)
    go_on(Path(other), "mail")
    shutil.copy(other, case)
    capsys.readouterr()
    assert main(["verify", str(case)]) == 1
    assert "or the record was rewritten" in capsys.readouterr().out


def test_damaged_notes_are_named(case: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export(case)
    (file,) = (data / "heads").glob("*.json")
    file.write_text("{")
    assert main(["verify", str(case)]) == 1
    assert "whether its end was cut off since cannot be told" in capsys.readouterr().out


def test_the_hash_on_a_printed_summary_is_found_again(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export(case)
    with closing(open_case(case)) as store:
        head = store.head().hash
    assert head in case.with_suffix(".md").read_text("utf-8")
    go_on(case, "letter")
    for typed in (head, head[:8], f" {head[:16].upper()} {head[16:]}"):
        assert main(["verify", str(case), "--head", typed]) == 0
        assert f"leads through {''.join(typed.split()).lower()}" in capsys.readouterr().out
    assert main(["verify", str(case), "--head", "c" * 64]) == 1
    assert "does not lead through" in capsys.readouterr().out


def test_going_back_to_a_backup_is_no_cut(case: Path, data: Path) -> None:
    backup = CaseBackups(data).take(case, case, Reason.OPENING, STAMP.at)
    assert backup is not None
    go_on(case, "letter")
    export(case)
    assert main(["restore", str(case), "--backup", backup.path.name]) == 0
    assert main(["verify", str(case)]) == 0


@pytest.mark.parametrize("typed", ["", "abc", "no hash at all", "c" * 65])
def test_what_is_no_hash_is_refused(case: Path, typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["verify", str(case), "--head", typed])
    assert "64 digits" in capsys.readouterr().err


def test_verifying_notes_nothing(case: Path, data: Path) -> None:
    assert main(["verify", str(case)]) == 0
    assert not data.exists()


def test_an_export_goes_on_where_nothing_can_be_noted(
    case: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data.write_text("no folder")
    export(case)
    assert "could not be noted" in capsys.readouterr().err
