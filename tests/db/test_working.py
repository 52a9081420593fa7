"""A case in a synchronised folder: worked on here, put back as a whole, never over what somebody else did."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mill import STAMP, new_document, verdict

from db import CaseBackups, CaseStore, Desk, fetch, local_copy, open_case, open_working, verify
from db.local_copy import working_file
from workbench.backups import Reason
from workbench.change import Change, added
from workbench.errors import CaseNotWritten, ReadOnlyCase
from workbench.model import Document, Verdict
from workbench.standing import Standing

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
GIVE_VERDICT = Change("Give verdict", STAMP, added(verdict("v", "closed")))


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    data = tmp_path_factory.mktemp("data")
    return Desk(data, "Mara", lambda: NOW, CaseBackups(data))


@pytest.fixture
def shared(store: CaseStore) -> Path:
    """A case in a folder that others have too."""
    store.close()
    return store.path


@pytest.fixture
def working(shared: Path, desk: Desk) -> Iterator[CaseStore]:
    store = open_working(shared, desk)
    yield store
    store.close()


def colleague_writes(path: Path, change: Change) -> bytes:
    """Somebody else's program put a newer file into the folder."""
    other = path.with_name("other.twosource")
    shutil.copy(path, other)
    with closing(open_case(other)) as store:
        store.apply(change)
    other.replace(path)
    return path.read_bytes()


def test_nothing_is_written_in_the_folder_until_it_is_settled(
    working: CaseStore, shared: Path, desk: Desk
) -> None:
    before = shared.read_bytes()
    assert working.path == shared
    assert working.file == working_file(desk.data, shared)
    assert working.standing() is Standing.SAVED
    working.apply(GIVE_VERDICT)
    assert shared.read_bytes() == before
    assert working.standing() is Standing.FOLLOWING
    assert working.settle() is Standing.SAVED
    assert verify(shared) == ()
    with closing(open_case(shared)) as there:
        assert there.history() == working.history()
    assert sorted(os.listdir(shared.parent)) == [f".{shared.name}.lock", shared.name]


def test_closing_publishes_and_leaves_the_case_alone_in_its_folder(working: CaseStore, shared: Path) -> None:
    working.apply(GIVE_VERDICT)
    working.close()
    assert os.listdir(shared.parent) == [shared.name]
    with closing(open_case(shared)) as there:
        assert len(there.all(Verdict)) == 1


def test_others_are_told_that_it_is_open(working: CaseStore, shared: Path, desk: Desk) -> None:
    for second in (open_working(shared, desk), open_case(shared)):
        with closing(second):
            assert second.read_only is not None
            with pytest.raises(ReadOnlyCase):
                second.apply(GIVE_VERDICT)


def test_what_a_colleague_did_since_is_there_on_opening(shared: Path, desk: Desk) -> None:
    open_working(shared, desk).close()
    colleague_writes(shared, GIVE_VERDICT)
    with closing(open_working(shared, desk)) as store:
        assert len(store.all(Verdict)) == 1
        assert store.apart is None


def test_a_colleague_who_went_on_from_our_work_is_told_of_and_nothing_is_put_beside(
    working: CaseStore, shared: Path
) -> None:
    theirs = colleague_writes(shared, new_document("theirs"))
    assert working.settle() is Standing.BEHIND
    assert working.apart is None
    assert shared.read_bytes() == theirs
    assert sorted(os.listdir(shared.parent)) == [f".{shared.name}.lock", shared.name]


def test_work_that_went_another_way_is_put_beside_and_nothing_is_overwritten(
    working: CaseStore, shared: Path
) -> None:
    theirs = colleague_writes(shared, new_document("theirs"))
    working.apply(GIVE_VERDICT)
    assert working.settle() is Standing.APART
    assert shared.read_bytes() == theirs
    assert working.apart is not None
    beside = working.apart.beside
    assert beside.name == "mill (Mara’s copy, 28 Nov 2026).twosource"
    assert working.apart.other == shared
    assert verify(beside) == ()
    working.apply(new_document("ours"))
    assert working.settle() is Standing.APART
    assert shared.read_bytes() == theirs
    with closing(open_case(beside)) as ours:
        assert {item.id for item in ours.all(Document)} == {"story", "ours"}
    assert len([name for name in os.listdir(shared.parent) if name.endswith(".twosource")]) == 2


def test_once_merged_both_lines_are_in_the_folder_again(working: CaseStore, shared: Path) -> None:
    colleague_writes(shared, new_document("theirs"))
    working.apply(GIVE_VERDICT)
    assert working.settle() is Standing.APART
    with closing(open_case(shared)) as theirs:
        line, head = theirs.own_line(), theirs.head()
    working.apply(replace(new_document("theirs"), merged=head.hash), (), line)
    assert working.settle() is Standing.SAVED
    assert working.apart is None
    with closing(open_case(shared)) as both:
        assert {item.id for item in both.all(Document)} == {"story", "theirs"}
        assert len(both.all(Verdict)) == 1


def killed_with(path: Path, desk: Desk, code: str) -> None:
    """A process that works on the case, and is killed before its work came to the folder."""
    program = (
        "import os, sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from mill import *; from db import Desk, open_working, CaseBackups\n"
        "desk = Desk(Path(sys.argv[2]), 'Mara', lambda: datetime(2026, 11, 28, 12, tzinfo=UTC))\n"
        "store = open_working(Path(sys.argv[1]), desk)\n"
        "store.apply(Change('Give verdict', STAMP, added(verdict('v', 'closed'))))\n"
        f"{code}\nos._exit(9)\n"
    )
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests' / 'db'}"}
    command = [sys.executable, "-c", program, str(path), str(desk.data)]
    assert subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 9


DIE_BEFORE_RENAME = """
import db.local_copy
db.local_copy.put_in_place = lambda part, path: os._exit(9)
store.settle()
"""


@pytest.mark.parametrize("code", ["", DIE_BEFORE_RENAME])
def test_after_a_crash_the_work_goes_on(shared: Path, desk: Desk, code: str) -> None:
    before = shared.read_bytes()
    killed_with(shared, desk, code)
    assert shared.read_bytes() == before
    with closing(open_working(shared, desk)) as store:
        assert store.read_only is None
        assert len(store.all(Verdict)) == 1
        assert store.standing() is Standing.FOLLOWING
        assert store.settle() is Standing.SAVED
    with closing(open_case(shared)) as there:
        assert len(there.all(Verdict)) == 1


def test_after_a_crash_in_the_middle_of_a_change_that_change_alone_is_taken_back(
    shared: Path, desk: Desk
) -> None:
    half = (
        "c = store._db.conn; c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE')\n"
        "c.executemany('INSERT INTO source (id, name, kind, note) VALUES (?, ?, \\'letter\\', \\'\\')', "
        "[(str(n), 'x' * 900) for n in range(500)])"
    )
    killed_with(shared, desk, half)
    assert working_file(desk.data, shared).with_name(f"{shared.name}-journal").exists()
    with closing(open_working(shared, desk)) as store:
        assert len(store.all(Verdict)) == 1
    assert verify(shared) == ()


def test_after_a_crash_work_that_went_another_way_is_kept_beside(shared: Path, desk: Desk) -> None:
    killed_with(shared, desk, "")
    theirs = colleague_writes(shared, new_document("theirs"))
    with closing(open_working(shared, desk)) as store:
        assert shared.read_bytes() == theirs
        assert {item.id for item in store.all(Document)} == {"story", "theirs"}
        assert store.apart is not None
        assert store.apart.other == store.apart.beside
        with closing(open_case(store.apart.beside)) as ours:
            assert len(ours.all(Verdict)) == 1
    with closing(open_working(shared, desk)) as again:
        assert again.apart is None
    assert len([name for name in os.listdir(shared.parent) if name.endswith(".twosource")]) == 2


def test_after_a_crash_the_work_goes_on_though_the_case_was_renamed(shared: Path, desk: Desk) -> None:
    killed_with(shared, desk, "")
    renamed = shared.rename(shared.with_name("the mill at Lindow.twosource"))
    with closing(open_working(renamed, desk)) as store:
        assert len(store.all(Verdict)) == 1
        assert store.apart is None
    assert verify(renamed) == ()


def test_a_copy_of_a_case_elsewhere_is_not_taken_for_the_case_renamed(
    shared: Path, desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    other = Path(shutil.copy(shared, tmp_path / "elsewhere"))
    killed_with(shared, desk, "")
    with closing(open_working(other, desk)) as store:
        assert store.all(Verdict) == ()


def test_a_case_brought_here_ahead_is_not_brought_again(
    shared: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch(shared, desk)
    monkeypatch.setattr(local_copy.LocalCopy, "_fetch", lambda *_: pytest.fail("copied again"))
    with closing(open_working(shared, desk)) as store:
        assert store.standing() is Standing.SAVED


def test_bringing_a_case_here_takes_nothing_from_work_that_it_lacks(shared: Path, desk: Desk) -> None:
    killed_with(shared, desk, "")
    colleague_writes(shared, new_document("theirs"))
    fetch(shared, desk)
    with closing(open_working(shared, desk)) as store:
        assert store.apart is not None


def test_a_case_open_elsewhere_is_not_brought_here_beneath_it(working: CaseStore, desk: Desk) -> None:
    colleague_writes(working.path, new_document("theirs"))
    fetch(working.path, desk)
    assert {item.id for item in working.all(Document)} == {"story"}
    assert working.settle() is Standing.BEHIND


def test_published_just_before_a_crash_it_is_not_taken_for_a_colleagues(shared: Path, desk: Desk) -> None:
    killed_with(
        shared, desk, "import db.local_copy as l; l.LocalCopy._note = lambda *_: None; store.settle()"
    )
    with closing(open_working(shared, desk)) as store:
        assert store.apart is None
        assert store.standing() is Standing.SAVED


def test_a_folder_that_takes_nothing_is_tried_again(working: CaseStore, shared: Path) -> None:
    before = shared.read_bytes()
    working.apply(GIVE_VERDICT)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        assert working.settle() is Standing.WAITING
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert shared.read_bytes() == before
    assert not list(shared.parent.glob(".*.part*"))
    assert working.settle() is Standing.SAVED


def lose_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("gone"))


def test_a_disk_that_is_gone_loses_nothing(tmp_path: Path, shared: Path, desk: Desk) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    path = Path(shutil.copy(shared, folder))
    with closing(open_working(path, desk)) as store:
        lose_folder(path)
        store.apply(GIVE_VERDICT)
        assert store.settle() is Standing.WAITING
        store.save_copy(tmp_path / "copy.twosource")
        (tmp_path / "gone").rename(folder)
        assert store.settle() is Standing.SAVED
    assert verify(path) == ()


@pytest.mark.parametrize("lose", [Path.unlink, lambda path: path.rename(path.with_name("renamed"))])
def test_a_case_deleted_or_renamed_in_its_folder_is_not_called_saved_nor_brought_back(
    working: CaseStore, shared: Path, lose: Callable[[Path], object]
) -> None:
    working.apply(GIVE_VERDICT)
    lose(shared)
    assert working.settle() is Standing.ASTRAY
    assert not shared.exists()
    working.save_copy(shared)
    assert verify(shared) == ()
    assert working.settle() is Standing.SAVED


def test_the_open_case_itself_is_no_place_for_a_copy(working: CaseStore, shared: Path) -> None:
    with pytest.raises(CaseNotWritten, match="open case itself"):
        working.save_copy(shared)


def test_a_file_half_synchronised_is_not_written_over(working: CaseStore, shared: Path) -> None:
    content = shared.read_bytes()
    working.apply(GIVE_VERDICT)
    shared.write_bytes(content[:20])
    assert working.settle() is Standing.WAITING
    assert shared.read_bytes() == content[:20]


def test_an_old_case_is_kept_before_its_local_copy_is_brought_up_to_date(tmp_path: Path, desk: Desk) -> None:
    old = Path(shutil.copy(ROOT / "tests" / "data" / "case-0001.twosource", tmp_path))
    with closing(open_working(old, desk)) as store:
        assert store.settle() is Standing.SAVED
    assert desk.backups is not None
    assert [state.backup.reason for state in desk.backups.states(old)] == [Reason.SCHEMA]
    assert verify(old) == ()


def test_going_back_is_not_undone_by_the_local_copy(shared: Path, desk: Desk) -> None:
    backups = CaseBackups(desk.data)
    with closing(open_working(shared, desk)) as store:
        earlier = backups.take(store.file, store.path, Reason.OPENING, NOW)
        store.apply(GIVE_VERDICT)
    assert earlier is not None
    backups.go_back(shared, earlier, NOW)
    with closing(open_working(shared, desk)) as again:
        assert again.all(Verdict) == ()
        assert again.apart is None


def test_work_that_never_came_to_a_damaged_case_is_offered(shared: Path, desk: Desk) -> None:
    killed_with(shared, desk, "")
    os.truncate(shared, 9000)
    backups = CaseBackups(desk.data)
    newest = backups.newest_sound(shared)
    assert newest is not None
    backups.go_back(shared, newest.backup, NOW)
    with closing(open_working(shared, desk)) as store:
        assert len(store.all(Verdict)) == 1
