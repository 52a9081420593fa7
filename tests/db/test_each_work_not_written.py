"""Every kind of work on a full disk and in a folder that refuses: a sentence, nothing lost, and again."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

import pytest
from mill import STAMP

from benchmarks.mixed import KINDS_OF_WORK, Mixed, begin
from db import CaseStore, create_case, open_case, open_heads, verify
from workbench.change import Change
from workbench.errors import CaseError, CaseNotWritten, HeadsUnusable
from workbench.model import Case, CaseId
from workbench.record import Seen


@contextmanager
def full_disk(_: Path) -> Iterator[None]:
    """No file of this process grows at all."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def refusing_folder(case: Path) -> Iterator[None]:
    """The folder has become read-only, so that SQLite cannot make its journal there."""
    case.parent.chmod(0o555)
    is_root = hasattr(os, "setresuid") and os.getuid() == 0
    if is_root:  # who may write everywhere
        for parent in case.parents[1:4]:
            parent.chmod(parent.stat().st_mode | 0o055)
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        if is_root:
            os.setresuid(0, 0, 0)
        case.parent.chmod(0o755)


NOBODY = 65534
TROUBLES = [full_disk, refusing_folder]


@pytest.fixture(scope="module")
def worked_on(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case in which every kind of work has been done once."""
    path = tmp_path_factory.mktemp("worked on") / "lock.twosource"
    with closing(begin(path)) as store:
        work = Mixed(store)
        for turn in range(KINDS_OF_WORK):
            work.step(turn)
    return path


@pytest.fixture
def work(worked_on: Path, tmp_path: Path) -> Iterator[Mixed]:
    """Work on a copy of it."""
    with closing(open_case(Path(copyfile(worked_on, tmp_path / "lock.twosource")))) as store:
        yield Mixed(store)


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("turn", range(KINDS_OF_WORK, 2 * KINDS_OF_WORK))
def test_whatever_the_work_nothing_is_lost_and_it_can_be_repeated(
    work: Mixed, turn: int, trouble: Callable[[Path], Iterator[None]]
) -> None:
    store = work.store
    before = store.head()
    with trouble(store.path), pytest.raises(CaseNotWritten, match="stored before is safe"):
        work.step(turn)
    assert store.head() == before
    assert verify(store.path) == ()
    assert work.step(turn).number == before.number + 1
    assert verify(store.path) == ()


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_merge_that_cannot_be_stored_brings_in_nothing(
    work: Mixed, tmp_path: Path, trouble: Callable[[Path], Iterator[None]]
) -> None:
    store, copy = work.store, tmp_path / "copy.twosource"
    store.save_copy(copy)
    with closing(open_case(copy)) as theirs:
        theirs.apply(Change("Note", STAMP, ()))
        line = theirs.own_line()[-1:]
    merge = Change("Merge", STAMP, (), merged=line[0].hash)
    with trouble(store.path), pytest.raises(CaseNotWritten):
        store.apply(merge, merged=line)
    assert store.lines() == ()
    store.apply(merge, merged=line)
    assert store.lines() == line
    assert verify(store.path) == ()


def copying(store: CaseStore, path: Path) -> None:
    store.save_copy(path)


def going_back(store: CaseStore, path: Path) -> None:
    store.write_past(5, path)


def creating(_: CaseStore, path: Path) -> None:
    create_case(path, Case(CaseId("other"), "Other", "two-source", STAMP.at), STAMP).close()


@pytest.mark.parametrize("write", [copying, going_back, creating])
def test_a_file_that_does_not_fit_leaves_nothing_and_can_be_written_later(
    work: Mixed, tmp_path: Path, write: Callable[[CaseStore, Path], None]
) -> None:
    target = tmp_path / "target.twosource"
    there = set(tmp_path.iterdir())
    with full_disk(target), pytest.raises(CaseNotWritten):
        write(work.store, target)
    assert set(tmp_path.iterdir()) == there
    write(work.store, target)
    assert verify(target) == ()


def test_a_note_of_the_records_end_that_does_not_fit_leaves_the_earlier_one(
    tmp_path: Path, work: Mixed
) -> None:
    heads, case = open_heads(tmp_path / "data"), CaseId("case")
    first = Seen(work.store.head(), datetime(2026, 3, 14, tzinfo=UTC), "here")
    heads.keep(case, first)
    later = Seen(work.step(KINDS_OF_WORK + 1) and work.store.head(), first.at, "here")
    with full_disk(tmp_path), pytest.raises(HeadsUnusable):
        heads.keep(case, later, [first.mark])
    assert heads.of(case) == (first,)
    heads.keep(case, later, [first.mark])
    assert heads.of(case) == (later,)


def test_a_case_of_an_earlier_program_that_cannot_be_brought_up_to_date_stays_as_it_is(
    tmp_path: Path,
) -> None:
    old = Path(__file__).parents[1] / "data" / "case-0002.twosource"
    path = Path(copyfile(old, tmp_path / "old.twosource"))
    with full_disk(path), pytest.raises(CaseError):
        open_case(path)
    assert path.read_bytes() == old.read_bytes()
    open_case(path).close()
    assert verify(path) == ()
