"""A change that cannot be stored leaves the case as it was, says so, and can be repeated."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from mill import PAGE, STAMP, new_document, verdict
from sqlite_utils import Database

from db import CaseStore, create_case, history, open_case, verify
from workbench.change import Change, added
from workbench.errors import CaseAstray, CaseNotWritten, DamagedCase
from workbench.model import Case, CaseId, Claim, Original, Sha256, Source, SourceId, SourceKind, Verdict
from workbench.ports import Event
from workbench.standing import Standing

LARGE = bytes(range(256)) * 4000
SCAN = Original(Sha256(sha256(LARGE).hexdigest()), LARGE)
GIVE_VERDICT = Change("Give verdict", STAMP, added(verdict("v", "closed")))


def limited_pages(store: CaseStore) -> Callable[[], object]:
    """Lets the file grow no further, as on a full disk; returns what ends it."""
    connection = store._db.conn
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    return lambda: connection.execute("PRAGMA max_page_count = 1000000")


def limited_files(store: CaseStore) -> Callable[[], object]:
    """Lets no file of this process grow beyond the case's size; returns what ends it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (store.path.stat().st_size, hard))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def limited(store: CaseStore, limit: Callable[[CaseStore], Callable[[], object]]) -> Iterator[None]:
    lift = limit(store)
    try:
        yield
    finally:
        lift()


@pytest.mark.parametrize("limit", [limited_pages, limited_files])
def test_on_a_full_disk_nothing_is_written_and_the_step_can_be_repeated(
    store: CaseStore, limit: Callable[[CaseStore], Callable[[], object]]
) -> None:
    assert signal.getsignal(signal.SIGXFSZ) is signal.SIG_IGN
    history = store.history()
    change = new_document("scan", original=SCAN)
    with limited(store, limit), pytest.raises(CaseNotWritten, match="stored before is safe"):
        store.apply(change, [SCAN])
    assert store.history() == history
    assert verify(store.path) == ()
    store.apply(change, [SCAN])
    assert store.original(SCAN.sha256) == LARGE
    assert verify(store.path) == ()


def test_the_sentence_names_a_full_disk(store: CaseStore) -> None:
    with limited(store, limited_pages), pytest.raises(CaseNotWritten, match="disk is full"):
        store.apply(new_document("scan", original=SCAN), [SCAN])


def test_a_case_that_does_not_fit_on_the_disk_leaves_no_file(case_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(CaseNotWritten):
            create_case(case_path, Case(CaseId("mill"), "The mill", "two-source", STAMP.at), STAMP)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert os.listdir(case_path.parent) == []


def delete(path: Path) -> None:
    path.unlink()


def rename(path: Path) -> None:
    path.rename(path.with_name("renamed.twosource"))


def replace(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)


def remove_folder(path: Path) -> None:
    for file in path.parent.iterdir():
        file.unlink()
    path.parent.rmdir()


@pytest.mark.parametrize("lose", [delete, rename, replace, remove_folder])
def test_a_case_lost_while_open_is_read_and_saved_as_a_copy(
    new_case: Callable[..., CaseStore], tmp_path: Path, lose: Callable[[Path], None]
) -> None:
    (tmp_path / "folder").mkdir()
    store = new_case(tmp_path / "folder" / "mill.twosource")
    store.apply(new_document("story", original=PAGE), [PAGE])
    lose(store.path)
    with pytest.raises(CaseNotWritten, match="save a copy"):
        store.apply(new_document("more"))
    copy = tmp_path / "copy.twosource"
    store.save_copy(copy)
    assert verify(copy) == ()
    with closing(open_case(copy)) as saved:
        assert saved.history() == store.history()
        saved.apply(new_document("more"))
        assert saved.original(PAGE.sha256) == PAGE.data


def move_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("moved"))


@pytest.mark.parametrize("lose", [delete, rename, replace, move_folder])
def test_a_case_lost_while_a_change_is_written_is_not_called_saved(
    new_case: Callable[..., CaseStore],
    tmp_path: Path,
    lose: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "folder").mkdir()
    store = new_case(tmp_path / "folder" / "mill.twosource")
    store.apply(new_document("story", original=PAGE), [PAGE])
    append = history.append

    def append_and_lose(db: Database, change: Change) -> Event:
        event = append(db, change)
        lose(store.path)
        return event

    with monkeypatch.context() as patched:
        patched.setattr(history, "append", append_and_lose)
        with pytest.raises(CaseNotWritten, match="save a copy") as raised:
            store.apply(new_document("more"))
    assert store.standing() is Standing.ASTRAY
    assert isinstance(raised.value, CaseAstray)
    copy = tmp_path / "copy.twosource"
    store.save_copy(copy)
    with closing(open_case(copy)) as saved:
        assert saved.history()[-1].hash == raised.value.event.hash
        assert saved.standing() is Standing.SAVED


def test_a_case_that_comes_back_under_its_name_goes_on(store: CaseStore) -> None:
    elsewhere = store.path.rename(store.path.with_name("elsewhere"))
    assert store.standing() is Standing.ASTRAY
    elsewhere.rename(store.path)
    assert store.standing() is Standing.SAVED
    store.apply(GIVE_VERDICT)


def test_a_deleted_case_can_be_saved_where_it_was(store: CaseStore) -> None:
    store.path.unlink()
    store.save_copy(store.path)
    store.close()
    assert os.listdir(store.path.parent) == [store.path.name]
    assert verify(store.path) == ()


def test_what_an_earlier_file_left_behind_is_not_played_into_the_copy(
    store: CaseStore, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.twosource"
    for ending in ("", "-journal", "-wal"):
        copy.with_name(copy.name + ending).write_bytes(b"of an earlier case")
    store.save_copy(copy)
    assert verify(copy) == ()


def test_a_copy_does_not_replace_the_open_case_or_half_replace_another(
    store: CaseStore, tmp_path: Path
) -> None:
    with pytest.raises(CaseNotWritten, match="open case itself"):
        store.save_copy(store.path)
    with pytest.raises(CaseNotWritten):
        store.save_copy(tmp_path / "no folder" / "copy.twosource")
    earlier = tmp_path / "earlier.twosource"
    earlier.write_bytes(b"an earlier copy")
    store.apply(new_document("scan", original=SCAN), [SCAN])
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(CaseNotWritten):
            store.save_copy(earlier)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert earlier.read_bytes() == b"an earlier copy"
    assert not list(tmp_path.glob(".*.part"))


def test_while_another_program_writes_the_step_waits_and_then_gives_up(store: CaseStore) -> None:
    store._db.conn.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CaseNotWritten, match="another program"):
            store.apply(GIVE_VERDICT)
        other.execute("ROLLBACK")
    store.apply(GIVE_VERDICT)
    assert len(store.all(Verdict)) == 1


def test_half_a_character_is_refused_with_a_sentence(store: CaseStore) -> None:
    broken = Source(SourceId("s"), "Kühn \ud83d", SourceKind.PERSON)
    with pytest.raises(CaseNotWritten, match="half a character"):
        store.apply(Change("Add source", STAMP, added(broken)))
    assert store.all(Source) == ()


def test_a_row_that_makes_no_value_is_damage(store: CaseStore) -> None:
    store._db.conn.execute("UPDATE claim SET reasons = 'not json'")
    with pytest.raises(DamagedCase, match="is damaged"):
        store.all(Claim)
