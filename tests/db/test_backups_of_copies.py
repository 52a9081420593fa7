"""Several copies of one case have their backups together: whose state is offered for a damaged one."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from mill import STAMP, new_document, verdict

from db import CaseBackups, CaseStore, HeadFiles, open_case
from workbench.backups import Backup, Reason
from workbench.change import Change, Stamp, added
from workbench.model import CaseId
from workbench.record import Seen

NOW = datetime(2026, 11, 28, 21, 5, tzinfo=UTC)
BO = Stamp("Bo Falk", datetime(2026, 11, 28, 20, 15, tzinfo=UTC))
ADA_DOES = Change("Give verdict", STAMP, added(verdict("v", "closed")))
BO_DOES = replace(new_document("more"), stamp=BO)


@pytest.fixture
def backups(tmp_path_factory: pytest.TempPathFactory) -> CaseBackups:
    return CaseBackups(tmp_path_factory.mktemp("data"))


@pytest.fixture
def copy(store: CaseStore) -> Path:
    """Bo's copy, which went on apart."""
    path = store.path.with_name("bo.twosource")
    store.save_copy(path)
    with closing(open_case(path)) as other:
        other.apply(BO_DOES)
    return path


def taken(backups: CaseBackups, file: Path, hours: int) -> Backup:
    found = backups.take(file, file, Reason.CHANGES, NOW + timedelta(hours=hours))
    assert found is not None
    return found


def note(backups: CaseBackups, store: CaseStore) -> None:
    HeadFiles(backups._data).keep(CaseId("mill"), Seen(store.head(), NOW, str(store.path)))


def damage(store: CaseStore) -> None:
    store.close()
    store.path.write_bytes(b"not a case any more")


def test_a_damaged_case_gets_its_own_state_back_before_a_newer_one_of_a_copy(
    backups: CaseBackups, store: CaseStore, copy: Path
) -> None:
    store.apply(ADA_DOES)
    own = taken(backups, store.path, 0)
    note(backups, store)
    taken(backups, copy, 1)
    damage(store)
    newest = backups.newest_sound(store.path)
    assert newest is not None
    assert newest.backup == own
    assert newest.copy is None


def test_when_only_states_of_a_copy_are_left_it_is_said_whose(
    backups: CaseBackups, store: CaseStore, copy: Path
) -> None:
    store.apply(ADA_DOES)
    own = taken(backups, store.path, 0)
    note(backups, store)
    other = taken(backups, copy, 1)
    damage(store)
    own.path.unlink()
    newest = backups.newest_sound(store.path)
    assert newest is not None
    assert newest.backup == other
    assert newest.copy is not None
    assert (newest.copy.by, newest.copy.at, newest.copy.place) == ("Bo Falk", BO.at, str(copy))


def test_a_copy_put_in_the_place_of_the_case_does_not_pass_for_it(
    backups: CaseBackups, store: CaseStore, copy: Path
) -> None:
    store.apply(ADA_DOES)
    own = taken(backups, store.path, 0)
    note(backups, store)
    store.close()
    shutil.copy(copy, store.path)
    taken(backups, store.path, 1)
    damage(store)
    newest = backups.newest_sound(store.path)
    assert newest is not None
    assert newest.backup == own


def test_states_from_before_a_case_was_moved_are_its_own(backups: CaseBackups, store: CaseStore) -> None:
    before = taken(backups, store.path, 0)
    store.close()
    moved = store.path.rename(store.path.with_name("moved.twosource"))
    with closing(open_case(moved)) as again:
        again.apply(ADA_DOES)
        note(backups, again)
        states = backups.states(moved, moved)
    assert [(state.backup, state.copy) for state in states] == [(before, None)]


def test_what_the_copy_has_from_before_they_parted_is_of_both(
    backups: CaseBackups, store: CaseStore, tmp_path: Path
) -> None:
    path = store.path.with_name("bo.twosource")
    store.save_copy(path)
    shared = taken(backups, path, 0)
    store.apply(ADA_DOES)
    own = taken(backups, store.path, 1)
    note(backups, store)
    states = backups.states(store.path, store.path)
    assert [(state.backup, state.copy) for state in states] == [(own, None), (shared, None)]
