"""Two programs at one case: the first may change it, the second reads it and is told so."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from mill import STAMP, verdict

from benchmarks.two_writers import run
from db import CaseStore, open_case, verify
from workbench.change import Change, added, removed
from workbench.errors import CaseError, ReadOnlyCase
from workbench.model import Verdict

ROOT = Path(__file__).parents[2]
OPEN = (
    "import sys; from pathlib import Path; from db import open_case; store = open_case(Path(sys.argv[1])); "
)


def elsewhere(path: Path, code: str) -> subprocess.Popen[str]:
    """Another process that has opened the case and runs `code`."""
    command = [sys.executable, "-c", OPEN + code, str(path)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_a_second_process_reads_and_is_told_why_it_may_not_write(store: CaseStore) -> None:
    with elsewhere(store.path, "print(store.read_only)") as second:
        said, _ = second.communicate()
    assert "open in another window" in said
    assert second.returncode == 0


def test_a_second_opening_in_the_same_process_reads_too(store: CaseStore) -> None:
    with closing(open_case(store.path)) as second:
        assert second.read_only is not None
        with pytest.raises(ReadOnlyCase):
            second.apply(Change("Give verdict", STAMP, added(verdict("v", "closed"))))
        store.apply(Change("Give verdict", STAMP, added(verdict("v", "closed"))))
        assert second.all(Verdict) == store.all(Verdict)
    store.apply(Change("Withdraw verdict", STAMP, removed(verdict("v", "closed"))))


def test_the_lock_goes_with_a_process_that_is_killed(store: CaseStore) -> None:
    store.close()
    with elsewhere(store.path, "print(store.read_only, flush=True); input()") as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "None\n"
        with closing(open_case(store.path)) as locked_out:
            assert locked_out.read_only is not None
        first.kill()
        first.wait()
    with closing(open_case(store.path)) as again:
        assert again.read_only is None


def test_closing_leaves_the_case_file_alone_in_its_folder(store: CaseStore) -> None:
    assert len(os.listdir(store.path.parent)) == 2
    store.close()
    assert os.listdir(store.path.parent) == [store.path.name]
    assert verify(store.path) == ()


def pretend_first_page_was_written(path: Path) -> None:
    """Lets the header promise pages that are not there yet, as at the beginning of a commit."""
    with path.open("r+b") as file:
        file.seek(28)
        file.write((10_000).to_bytes(4, "big"))


def test_a_change_cut_off_by_a_crash_is_taken_back_by_whoever_opens_next(store: CaseStore) -> None:
    store.close()
    cut_off = (
        "c = store._db.conn; c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE'); "
        "c.executemany('INSERT INTO source (id, name, kind, note) VALUES (?, ?, \\'letter\\', \\'\\')', "
        "[(str(n), 'x' * 900) for n in range(500)]); print('half-way', flush=True); input()"
    )
    with elsewhere(store.path, cut_off) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "half-way\n"
        first.kill()
        first.wait()
    assert store.path.with_name(f"{store.path.name}-journal").exists()
    pretend_first_page_was_written(store.path)
    assert "in the middle of a change" in verify(store.path)[0]
    with closing(open_case(store.path)) as again:
        assert again.read_only is None
    assert verify(store.path) == ()


def test_looking_at_an_open_case_again_does_not_drop_sqlites_own_lock(store: CaseStore) -> None:
    store._db.conn.execute("BEGIN IMMEDIATE")
    open_case(store.path).close()
    store.reader().close()
    assert verify(store.path) == ()
    begin = (
        "import sqlite3; c = sqlite3.connect(sys.argv[1], timeout=0)\n"
        "try: c.execute('BEGIN IMMEDIATE')\n"
        "except sqlite3.OperationalError as error: print(error)"
    )
    with elsewhere(store.path, f"\n{begin}") as second:
        said, _ = second.communicate()
    assert said == "database is locked\n"
    store._db.conn.execute("ROLLBACK")


def test_of_two_that_want_to_write_the_first_does_and_the_second_is_told(case_path: Path) -> None:
    """The full series of a thousand changes each is benchmarks/two_writers.py."""
    outcome = run(case_path, 25)
    assert outcome.is_as_it_must_be(25), outcome
    assert outcome.told is not None
    assert "open in another window or program" in outcome.told


def test_where_a_lost_case_is_still_open_no_new_one_is_made(
    store: CaseStore, new_case: Callable[..., CaseStore]
) -> None:
    store.path.unlink()
    with pytest.raises(CaseError, match="still has a case"):
        new_case(store.path)
    assert not store.path.exists()
