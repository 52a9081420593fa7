"""Backups: made without holding anybody up, complete or not at all, kept, and gone back to."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from mill import PAGE, STAMP, new_document, verdict

from db import CaseBackups, CaseStore, HeadFiles, open_case, open_past, snapshot, verify
from workbench.backups import Backup, Reason
from workbench.change import Change, added
from workbench.errors import CaseError, CaseNotWritten, DamagedCase
from workbench.model import CaseId, Verdict
from workbench.progress import Cancelled
from workbench.record import Seen, concerning, departed

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 28, 21, 5, 7, 250_000, tzinfo=UTC)
GIVE_VERDICT = Change("Give verdict", STAMP, added(verdict("v", "closed")))


@pytest.fixture
def backups(tmp_path_factory: pytest.TempPathFactory) -> CaseBackups:
    return CaseBackups(tmp_path_factory.mktemp("data"))


def taken(
    backups: CaseBackups, store: CaseStore, at: datetime = NOW, reason: Reason = Reason.CHANGES
) -> Backup:
    found = backups.take(store.path, store.path, reason, at)
    assert found is not None
    return found


def files(backup: Backup) -> list[str]:
    return sorted(name for name in os.listdir(backup.path.parent) if name != "case.json")


def test_a_backup_is_a_whole_case_under_a_name_that_tells_when(
    backups: CaseBackups, store: CaseStore
) -> None:
    backup = taken(backups, store)
    assert backup.path.name == "20261128T210507250Z-000000003-changes.twosource"
    assert verify(backup.path) == ()
    assert files(backup) == [backup.path.name]
    shutil.copy(backup.path, store.path.with_name("copy.twosource"))
    with closing(open_case(store.path.with_name("copy.twosource"))) as copy:
        assert copy.history() == store.history()
        assert copy.original(PAGE.sha256) == PAGE.data


def test_nothing_is_backed_up_twice(backups: CaseBackups, store: CaseStore) -> None:
    taken(backups, store)
    assert backups.take(store.path, store.path, Reason.OPENING, NOW + timedelta(hours=1)) is None
    store.apply(GIVE_VERDICT)
    assert taken(backups, store, NOW + timedelta(hours=2)).number == 4


def test_what_was_changed_since_is_told_by_label(backups: CaseBackups, store: CaseStore) -> None:
    taken(backups, store)
    store.apply(GIVE_VERDICT)
    taken(backups, store, NOW + timedelta(hours=1))
    store.apply(new_document("more"))
    newest, oldest = backups.states(store.path, store.path)
    assert newest.since == {"Add document": 1}
    assert oldest.since == {"Give verdict": 1, "Add document": 1}


def test_a_case_that_was_renamed_keeps_its_backups(backups: CaseBackups, store: CaseStore) -> None:
    backup = taken(backups, store)
    store.close()
    moved = store.path.rename(store.path.with_name("moved.twosource"))
    assert [state.backup for state in backups.states(moved, moved)] == [backup]


def test_a_case_that_is_gone_or_unreadable_is_found_by_its_path(
    backups: CaseBackups, store: CaseStore
) -> None:
    backup = taken(backups, store)
    store.close()
    store.path.write_bytes(b"not a case any more")
    assert [state.backup for state in backups.states(store.path)] == [backup]
    store.path.unlink()
    newest = backups.newest_sound(store.path)
    assert newest is not None
    assert newest.backup == backup


def test_while_one_is_made_a_change_is_written_at_once(backups: CaseBackups, store: CaseStore) -> None:
    store._db.conn.execute("PRAGMA busy_timeout = 0")
    seen: list[int] = []

    def write_meanwhile(_done: int, total: int, _doing: str) -> None:
        """Between two reads of the backup."""
        if not seen:
            store.apply(GIVE_VERDICT)
        seen.append(total)

    backup = backups.take(store.path, store.path, Reason.CHANGES, NOW, write_meanwhile)
    assert backup is not None
    assert len(store.all(Verdict)) == 1
    assert verify(backup.path) == ()


def test_a_backup_can_be_stopped_and_leaves_nothing(backups: CaseBackups, store: CaseStore) -> None:
    first = taken(backups, store)
    store.apply(GIVE_VERDICT)

    def stop(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        backups.take(store.path, store.path, Reason.CHANGES, NOW + timedelta(hours=1), stop)
    assert files(first) == [first.path.name]


@pytest.fixture
def full_disk() -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_on_a_full_disk_nothing_is_left_and_it_is_said(
    backups: CaseBackups, store: CaseStore, full_disk: None
) -> None:
    with pytest.raises(CaseNotWritten, match="No backup"):
        taken(backups, store)
    assert not list(backups._folder.rglob("*.twosource"))
    assert not list(backups._folder.rglob("*.part*"))


def test_a_nearly_full_disk_is_left_to_the_case(
    backups: CaseBackups, store: CaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "ROOM", 2**60)
    with pytest.raises(CaseNotWritten, match="nearly full"):
        taken(backups, store)
    monkeypatch.undo()
    taken(backups, store)


def old_ones(backups: CaseBackups, store: CaseStore, count: int) -> list[Backup]:
    """Backups of one day long ago, of which only the newest is needed."""
    made = [taken(backups, store, NOW - timedelta(days=90))]
    for minutes in range(1, count):
        path = made[0].path.with_name(made[0].path.name.replace("210507250Z", f"21{minutes + 5:02}07250Z"))
        shutil.copy(made[0].path, path)
        made.append(Backup(path, NOW, 3, Reason.CHANGES))
    store.apply(GIVE_VERDICT)
    return made


def test_a_new_backup_lets_go_of_old_ones(backups: CaseBackups, store: CaseStore) -> None:
    old = old_ones(backups, store, 4)
    fresh = taken(backups, store)
    assert files(fresh) == sorted([old[-1].path.name, fresh.path.name])


def test_nothing_is_let_go_of_while_the_newest_backup_is_damaged(
    backups: CaseBackups, store: CaseStore
) -> None:
    old = old_ones(backups, store, 4)
    os.truncate(old[-1].path, 9000)
    fresh = taken(backups, store)
    assert len(files(fresh)) == 5


def test_a_damaged_case_is_not_backed_up_and_nothing_is_let_go_of(
    backups: CaseBackups, store: CaseStore
) -> None:
    old = old_ones(backups, store, 4)
    store.close()
    os.truncate(store.path, store.path.stat().st_size // 2)
    with pytest.raises(CaseError):
        taken(backups, store)
    assert all(item.path.exists() for item in old)


def test_a_case_whose_last_event_was_forged_is_not_backed_up(backups: CaseBackups, store: CaseStore) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as forger:
        for (name,) in forger.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            forger.execute(f'DROP TRIGGER "{name}"')
        forger.execute("UPDATE history SET event = replace(event, 'Mark', 'Mask') WHERE number = 3")
        forger.commit()
    with pytest.raises(DamagedCase):
        taken(backups, store)


BACK_UP = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from db import CaseBackups
from workbench.backups import Reason
case = Path(sys.argv[1])
print("ready", flush=True)
while Path(sys.argv[2]).exists():
    CaseBackups(Path(sys.argv[3])).take(case, case, Reason.CHANGES, datetime.now(UTC))
"""


def test_while_another_process_backs_up_no_change_is_refused_and_every_backup_is_whole(
    backups: CaseBackups, store: CaseStore, tmp_path: Path
) -> None:
    go_on = tmp_path / "go on"
    go_on.touch()
    command = [sys.executable, "-c", BACK_UP, str(store.path), str(go_on), str(backups._folder.parent)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        for number in range(60):
            store.apply(new_document(f"d{number}"))
        go_on.unlink()
    assert other.returncode == 0
    kept = backups.states(store.path, store.path)
    assert kept
    for state in kept:
        assert state.since is not None
        assert verify(state.backup.path) == ()


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
import db.durable, db.snapshot, db.backups
from workbench.backups import Reason
def die(*_): os._exit(9)
db.snapshot.put_in_place = die
case = Path(sys.argv[1])
db.backups.CaseBackups(Path(sys.argv[2])).take(case, case, Reason.CHANGES, datetime.now(UTC))
"""


def test_killed_before_the_backup_has_its_name_none_is_there(
    backups: CaseBackups, store: CaseStore, tmp_path: Path
) -> None:
    first = taken(backups, store)
    store.apply(GIVE_VERDICT)
    data = backups._folder.parent
    command = [sys.executable, "-c", KILLED, str(store.path), str(data)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 9
    assert [state.backup for state in backups.states(store.path, store.path)] == [first]
    parts = list(first.path.parent.glob(".*.part"))
    assert parts
    for part in parts:
        os.utime(part, (0, 0))
    fresh = taken(backups, store)
    assert files(fresh) == [first.path.name, fresh.path.name]


def test_going_back_keeps_the_present_state(backups: CaseBackups, store: CaseStore) -> None:
    earlier = taken(backups, store)
    store.apply(GIVE_VERDICT)
    store.close()
    assert backups.go_back(store.path, earlier, NOW + timedelta(hours=1)) is None
    with closing(open_case(store.path)) as again:
        assert again.all(Verdict) == ()
    assert verify(store.path) == ()
    kept = backups.states(store.path)[0].backup
    assert (kept.reason, kept.number) == (Reason.RETURN, 4)
    backups.go_back(store.path, kept, NOW + timedelta(hours=2))
    with closing(open_case(store.path)) as forward:
        assert len(forward.all(Verdict)) == 1


def test_going_back_moves_a_damaged_case_aside_byte_for_byte(backups: CaseBackups, store: CaseStore) -> None:
    earlier = taken(backups, store)
    store.close()
    os.truncate(store.path, store.path.stat().st_size // 3)
    damaged = store.path.read_bytes()
    store.path.with_name(f"{store.path.name}-journal").write_bytes(b"half a change")
    aside = backups.go_back(store.path, earlier, NOW)
    assert aside is not None
    assert aside.name.startswith("mill (damaged, kept 28 Nov 2026")
    assert aside.read_bytes() == damaged
    assert aside.with_name(f"{aside.name}-journal").read_bytes() == b"half a change"
    assert verify(store.path) == ()


def test_a_missing_case_is_put_back(backups: CaseBackups, store: CaseStore) -> None:
    earlier = taken(backups, store)
    store.close()
    store.path.unlink()
    assert backups.go_back(store.path, earlier, NOW) is None
    assert verify(store.path) == ()


def test_a_damaged_backup_is_not_gone_back_to(backups: CaseBackups, store: CaseStore) -> None:
    earlier = taken(backups, store)
    store.close()
    os.truncate(earlier.path, 9000)
    before = store.path.read_bytes()
    with pytest.raises(CaseError):
        backups.go_back(store.path, earlier, NOW)
    assert store.path.read_bytes() == before
    assert backups.newest_sound(store.path) is None


def test_a_case_open_elsewhere_is_not_gone_back_from(backups: CaseBackups, store: CaseStore) -> None:
    earlier = taken(backups, store)
    store.apply(GIVE_VERDICT)
    with pytest.raises(CaseError, match="open in another window"):
        backups.go_back(store.path, earlier, NOW)
    assert len(store.all(Verdict)) == 1


def test_a_copy_to_look_at_is_named_after_the_day(backups: CaseBackups, store: CaseStore) -> None:
    copy = backups.copy_of(store.path, taken(backups, store))
    assert copy.name.startswith("mill (28 Nov 2026")
    assert verify(copy) == ()


def test_before_a_schema_step_the_old_file_is_kept(
    backups: CaseBackups, new_case: Callable[..., CaseStore], tmp_path: Path
) -> None:
    old = Path(shutil.copy(ROOT / "tests" / "data" / "case-0001.twosource", tmp_path))
    before = sqlite3.connect(old).execute("PRAGMA user_version").fetchone()
    open_case(old, backups=backups).close()
    (state,) = backups.states(old)
    assert state.backup.reason is Reason.SCHEMA
    with closing(sqlite3.connect(state.backup.path)) as kept:
        assert kept.execute("PRAGMA user_version").fetchone() == before


def test_a_state_of_an_earlier_form_can_be_looked_at(backups: CaseBackups, tmp_path: Path) -> None:
    old = Path(shutil.copy(ROOT / "tests" / "data" / "case-0001.twosource", tmp_path))
    open_case(old, backups=backups).close()
    copy = backups.copy_of(old, backups.states(old)[0].backup)
    with closing(open_past(copy, "To look at.")) as past:
        assert past.read_only == "To look at."
        assert past.history()


def test_after_going_back_the_record_is_not_called_cut_off(backups: CaseBackups, store: CaseStore) -> None:
    earlier = taken(backups, store)
    store.apply(GIVE_VERDICT)
    heads, place = HeadFiles(backups._data), str(store.path)
    heads.keep(CaseId("mill"), Seen(store.head(), NOW, place))
    heads.keep(CaseId("mill"), Seen(store.head(), NOW, "/elsewhere/mill.twosource"))
    store.close()
    backups.go_back(store.path, earlier, NOW)
    with closing(open_case(store.path)) as again:
        known = concerning(heads.of(CaseId("mill")), place)
        assert departed(known, again.hash_of) == ()


def test_without_room_for_a_backup_no_schema_step_is_taken(
    backups: CaseBackups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Path(shutil.copy(ROOT / "tests" / "data" / "case-0001.twosource", tmp_path))
    before = old.read_bytes()
    monkeypatch.setattr(snapshot, "ROOM", 2**60)
    with pytest.raises(CaseNotWritten, match="nearly full"):
        open_case(old, backups=backups)
    assert old.read_bytes() == before
