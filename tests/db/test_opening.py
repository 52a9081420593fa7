"""Which files are opened, which are refused, and with what words."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from mill import STAMP, STORY, claim, revision

from db import CaseStore, create_case, open_case, verify
from db.connection import APPLICATION_ID
from workbench.canonical import canonical
from workbench.change import Change, Edit, added
from workbench.errors import CaseError, CaseNotWritten, DamagedCase, NewerCase, NotACase, ReadOnlyCase
from workbench.model import Attribution, Case, CaseId, Claim

NOBODY = 65534
DATA = Path(__file__).parents[1] / "data"


def header(path: Path, pragma: str, value: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {pragma} = {value}")


@pytest.fixture
def closed(store: CaseStore, case_path: Path) -> Path:
    store.close()
    return case_path


@contextmanager
def without_roots_rights(folder: Path) -> Iterator[None]:
    """Root may write everywhere; the tests of protected places need somebody who may not."""
    if not hasattr(os, "setresuid") or os.getuid() != 0:
        yield
        return
    for parent in (folder.parent, *folder.parents[1:3]):
        parent.chmod(parent.stat().st_mode | 0o055)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"A shopping list: bread, milk.", "is not a Twosource case"),
        (b"PK\x03\x04" + bytes(5000), "is not a Twosource case"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "is not a Twosource case"),
    ],
)
def test_another_file_is_refused_and_stays(case_path: Path, content: bytes, words: str) -> None:
    case_path.write_bytes(content)
    with pytest.raises(NotACase, match=words):
        open_case(case_path)
    assert case_path.read_bytes() == content
    assert os.listdir(case_path.parent) == [case_path.name]
    assert len(verify(case_path)) == 1


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_another_database_is_refused_and_stays(case_path: Path, mode: str) -> None:
    with closing(sqlite3.connect(case_path)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")
        other.execute("CREATE TABLE recipes (name)")
    content = case_path.read_bytes()
    with pytest.raises(NotACase, match="is not a Twosource case"):
        open_case(case_path)
    assert case_path.read_bytes() == content
    assert os.listdir(case_path.parent) == [case_path.name]


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.twosource", tmp_path):
        with pytest.raises(NotACase, match="no case file"):
            open_case(path)


def test_a_newer_case_is_refused_and_stays(closed: Path) -> None:
    header(closed, "user_version", 99)
    content = closed.read_bytes()
    with pytest.raises(NewerCase, match="newer Twosource"):
        open_case(closed)
    assert closed.read_bytes() == content
    assert "newer" in verify(closed)[0]


def test_a_case_whose_making_was_cut_off_is_no_case(case_path: Path) -> None:
    header(case_path, "application_id", APPLICATION_ID)
    with pytest.raises(NotACase, match="cut off"):
        open_case(case_path)


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.99])
def test_a_truncated_case_is_damaged_and_stays(closed: Path, kept: float) -> None:
    content = closed.read_bytes()[: int(closed.stat().st_size * kept)]
    closed.write_bytes(content)
    with pytest.raises(DamagedCase, match="Nothing was changed"):
        open_case(closed)
    assert closed.read_bytes() == content
    assert verify(closed) != ()


def test_a_case_that_lost_a_table_is_damaged(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as connection:
        connection.execute("DROP TABLE citation")
    with pytest.raises(DamagedCase):
        open_case(closed)


def test_a_stray_wal_file_is_not_mixed_in(closed: Path) -> None:
    closed.with_name(f"{closed.name}-wal").write_bytes(b"of another case")
    with pytest.raises(CaseError, match="could mix another case"):
        open_case(closed)


def test_a_case_that_somebody_switched_to_wal_is_switched_back(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with closing(open_case(closed)) as again:
        assert len(again.all(Claim)) == 1
        again.apply(Change("Mark", STAMP, added(claim("more", revision("story", 1, STORY)))))
        assert sorted(os.listdir(closed.parent)) == [f".{closed.name}.lock", closed.name]


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o444, 0o555), (0o666, 0o555)])
def test_where_nothing_may_be_written_a_case_is_read(
    closed: Path, file_mode: int, folder_mode: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    elsewhere.chmod(0o777)
    closed.chmod(file_mode)
    closed.parent.chmod(folder_mode)
    with without_roots_rights(closed.parent), closing(open_case(closed)) as store:
        assert store.read_only is not None
        assert "nothing may be written" in store.read_only
        assert len(store.all(Claim)) == 1
        with pytest.raises(ReadOnlyCase, match="save a copy"):
            store.apply(Change("Mark", STAMP, added(claim("more", revision("story", 1, STORY)))))
        store.save_copy(elsewhere / "copy.twosource")
        assert verify(closed) == ()
    closed.parent.chmod(0o755)
    assert os.listdir(closed.parent) == [closed.name]
    with closing(open_case(elsewhere / "copy.twosource")) as copy:
        assert copy.read_only is None or os.getuid() == 0


def test_in_a_protected_folder_no_case_is_made(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    case = Case(CaseId("mill"), "The mill", "two-source", STAMP.at)
    with without_roots_rights(tmp_path), pytest.raises(CaseNotWritten, match="Choose another folder"):
        create_case(tmp_path / "mill.twosource", case, STAMP)
    tmp_path.chmod(0o755)
    assert os.listdir(tmp_path) == []


def test_in_a_folder_that_is_not_there_no_case_is_made(tmp_path: Path) -> None:
    case = Case(CaseId("mill"), "The mill", "two-source", STAMP.at)
    with pytest.raises(CaseNotWritten, match="Choose another folder"):
        create_case(tmp_path / "none" / "mill.twosource", case, STAMP)


def test_a_path_may_hold_any_characters(new_case: Callable[..., CaseStore], tmp_path: Path) -> None:
    path = tmp_path / "50% of Köln? #2 'x'; & \"y\".twosource"
    new_case(path).close()
    with closing(open_case(path)) as store:
        assert store.path == path
        assert store.read_only is None


def test_a_link_to_a_case_leads_to_the_same_lock(store: CaseStore, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere.twosource"
    link.symlink_to(store.path)
    with closing(open_case(link)) as second:
        assert second.read_only is not None


@pytest.mark.parametrize("old", sorted(DATA.glob("*.twosource")), ids=lambda path: path.name)
def test_every_case_of_an_earlier_form_opens(old: Path, tmp_path: Path) -> None:
    copy = shutil.copy(old, tmp_path)
    with closing(open_case(Path(copy))) as store:
        assert store.read_only is None
        assert store.all(Claim)
        assert store.search.passages(["council"], limit=3)
    assert verify(Path(copy)) == ()


@pytest.mark.parametrize("via", [None, "Norda", 'the "Köln"\twire\nservice'])
def test_a_credit_of_the_first_form_can_still_be_replaced(via: str | None, tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "case-0001.twosource", tmp_path))
    with closing(sqlite3.connect(path)) as old:
        ((credit,),) = old.execute("SELECT credit FROM attribution").fetchall()
        content = {**json.loads(credit), "via": via}
        old.execute("UPDATE attribution SET credit = ?", (canonical(content),))
        old.commit()
    with closing(open_case(path)) as store:
        (found,) = store.all(Attribution)
        assert [step.name for step in found.credit.via] == ([" ".join(via.split())] if via else [])
        store.apply(Change("Correct", STAMP, (Edit(found, replace(found, cue="wrote")),)))
        assert store.all(Attribution)[0].cue == "wrote"


def test_a_name_too_long_for_its_lock_makes_no_case(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250)
    with pytest.raises(CaseNotWritten, match="shorter name"):
        create_case(path, Case(CaseId("case"), "Mill", "two-source", STAMP.at), STAMP)
    assert list(tmp_path.iterdir()) == []


def test_a_link_that_leads_to_itself_is_no_case(tmp_path: Path) -> None:
    loop = tmp_path / "loop.twosource"
    loop.symlink_to(loop)
    with pytest.raises(NotACase, match="no case file"):
        open_case(loop)
    assert len(verify(loop)) == 1


def test_an_index_that_does_not_agree_with_its_table_is_damage(
    store: CaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As left by a power cut without synchronising: the index held a row that its table lacked."""
    store.close()

    def collide(_: object) -> None:
        error = sqlite3.IntegrityError("UNIQUE constraint failed: fingerprint.document")
        error.sqlite_errorcode = sqlite3.SQLITE_CONSTRAINT_UNIQUE
        raise error

    monkeypatch.setattr("db.opening.catch_up", collide)
    with pytest.raises(DamagedCase, match="is damaged"):
        open_case(store.path)
