"""Earlier states, a case that lost its place, and a folder that others have too."""

import os
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtWidgets import QApplication

from db import CaseBackups, Desk, create_case, fetch, open_case, open_past, open_working, snapshot, verify
from db.library import open_library
from ui.backups.rescue import RescueDialog
from ui.backups.states import StatesDialog
from ui.settings import Settings
from ui.theme.look import Look
from ui.window import Window
from ui.workshop import Workshop
from workbench.backups import Reason
from workbench.change import Change, Edit, Stamp
from workbench.model import Case, Status


@pytest.fixture
def backups(tmp_path):
    return CaseBackups(tmp_path / "data")


def is_shared(path):
    return path.parent.name == "Dropbox"


@pytest.fixture
def make_window(qtbot, tmp_path, engine, backups):
    """Makes windows that keep backups; cases in a folder called Dropbox are worked on in a copy."""
    made = []
    look = Look(QApplication.instance(), "light")

    def a_desk():
        return Desk(tmp_path / "data", "Mara", partial(datetime.now, UTC), backups)

    def opened(path):
        return open_working(path, a_desk()) if is_shared(path) else open_case(path, backups=backups)

    def make(checker="Ada Lind"):
        workshop = Workshop(
            opened,
            create_case,
            lambda: engine,
            open_library,
            open_past=open_past,
            backups=lambda: backups,
            is_far=is_shared,
            fetch=lambda path: fetch(path, a_desk()),
        )
        settings = Settings(checker, library=str(tmp_path / "library"))
        window = Window(look, settings, tmp_path / "settings.json", workshop)
        made.append(window)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show_welcome()
        window.show()
        return window

    yield make
    for window in made:
        window.close()
    look.deleteLater()


@pytest.fixture
def taken(qtbot, backups):
    """Waits for a number of backups."""

    def wait(window, count):
        path = window.desk.store.path
        qtbot.waitUntil(lambda: len(backups.states(path)) == count, timeout=20_000)

    return wait


def dialog_of(window, kind):
    return next((item for item in window.findChildren(kind) if item.isVisible()), None)


def states(qtbot, window, press):
    press(window, "earlier_states")
    dialog = dialog_of(window, StatesDialog)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() > 0, timeout=20_000)
    return dialog


def accept_a_claim(window, press):
    press(window, "next")
    press(window, "accept")


def test_an_opened_case_is_backed_up_once(checked, taken, backups, qtbot):
    taken(checked, 1)
    checked.open_path(checked.desk.store.path)
    with qtbot.waitSignal(checked.desk.keeping.back_up(Reason.OPENING).done) as made:
        pass
    assert made.args == [None]
    assert len(backups.states(checked.desk.store.path)) == 1


def test_after_changes_another_is_made_and_what_was_changed_is_told(checked, taken, press, qtbot):
    taken(checked, 1)
    accept_a_claim(checked, press)
    dialog = states(qtbot, checked, press)
    assert "Changed since: Accept" in dialog.since_words()
    dialog.reject()
    checked.desk.keeping._every.setInterval(1)
    checked.desk.keeping._every.start()
    taken(checked, 2)


def test_going_back_and_forward_again(checked, taken, press, qtbot):
    taken(checked, 1)
    accept_a_claim(checked, press)
    claim = checked.desk.session.current
    states(qtbot, checked, press).go_back.click()
    qtbot.waitUntil(
        lambda: checked.desk is not None and "as it was" in checked.banner.sentence(), timeout=20_000
    )
    assert checked.desk.session.claim(claim).status is Status.PROPOSED
    dialog = states(qtbot, checked, press)
    assert dialog.list.topLevelItem(0).text(1) == "before going back"
    dialog.go_back.click()
    qtbot.waitUntil(
        lambda: checked.desk is not None and checked.desk.session.claim(claim).status is Status.ACCEPTED,
        timeout=20_000,
    )


def test_an_earlier_state_is_looked_at_and_left_again(checked, taken, press, qtbot):
    taken(checked, 1)
    path = checked.desk.store.path
    accept_a_claim(checked, press)
    states(qtbot, checked, press).look.click()
    qtbot.waitUntil(lambda: bool(checked.past.sentence()), timeout=20_000)
    assert checked.desk.store.read_only
    assert "to look at" in checked.past.sentence()
    checked.commands("history")
    checked.past.button.click()
    qtbot.waitUntil(lambda: checked.desk.store.path == path, timeout=20_000)
    assert checked.desk.store.read_only is None


def damage(path):
    os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize("harm", [damage, Path.unlink])
def test_a_case_that_cannot_be_opened_is_offered_as_it_last_was(checked, taken, qtbot, harm):
    taken(checked, 1)
    path = checked.desk.store.path
    checked.put_case_away()
    harm(path)
    there = path.exists()
    checked.open_path(path)
    qtbot.waitUntil(lambda: dialog_of(checked, RescueDialog) is not None, timeout=20_000)
    dialog_of(checked, RescueDialog).button.click()
    qtbot.waitUntil(lambda: checked.desk is not None, timeout=20_000)
    assert len(checked.desk.session.claims()) == 2
    assert verify(path) == ()
    assert there == any("damaged, kept" in name for name in os.listdir(path.parent))


def test_a_backup_that_fails_is_told_once_and_tried_again(checked, taken, press, qtbot, monkeypatch):
    taken(checked, 1)
    told = []
    checked.desk.keeping.failed.connect(told.append)
    with monkeypatch.context() as patched:
        patched.setattr(snapshot, "ROOM", 2**60)
        accept_a_claim(checked, press)
        for _ in range(2):
            with qtbot.waitSignal(checked.desk.keeping.back_up(Reason.CHANGES).failed):
                pass
    assert len(told) == 1
    assert "nearly full" in checked.banner.sentence()
    assert checked.desk.keeping._every.isActive()
    checked.desk.keeping.back_up(Reason.CHANGES)
    taken(checked, 2)


def lost(checked, qtbot):
    checked.desk.keeping.look()
    qtbot.waitUntil(lambda: "Not saved" in checked.status.saved_words(), timeout=20_000)


@pytest.mark.parametrize("lose", [Path.unlink, lambda path: path.rename(path.with_name("x.twosource"))])
def test_a_case_lost_while_open_is_never_called_saved_and_goes_on_in_a_copy(
    checked, press, qtbot, tmp_path, lose
):
    lose(checked.desk.store.path)
    lost(checked, qtbot)
    press(checked, "next")
    assert "Not saved" in checked.status.saved_words()
    press(checked, "accept")
    press(checked, "previous")
    assert "All changes saved" not in checked.status.saved_words()
    copy = tmp_path / "copy.twosource"
    checked.cases._save_copy(str(copy))
    assert "A copy of the case is in" in checked.banner.sentence()
    checked.banner._answer.click()
    qtbot.waitUntil(lambda: checked.desk.store.path == copy, timeout=20_000)
    assert checked.status.saved_words() == "All changes saved"


@pytest.fixture
def shared(make_window, checked_case, tmp_path, qtbot):
    """A window on a case in a folder that others have too."""
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    window = make_window()
    window.open_path(Path(copyfile(checked_case, folder / "ferry.twosource")))
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20_000)
    return window


def test_a_case_in_a_synchronised_folder_follows_after_a_pause(shared, press, qtbot):
    path = shared.desk.store.path
    before = path.read_bytes()
    assert shared.status.saved_words() == "All changes saved"
    accept_a_claim(shared, press)
    assert shared.status.saved_words() == "Saved on this computer; the folder follows"
    assert path.read_bytes() == before
    shared.desk.keeping._settle.start(1)
    qtbot.waitUntil(lambda: shared.status.saved_words() == "All changes saved", timeout=20_000)
    with closing(open_case(path)) as there:
        assert there.history() == shared.desk.store.history()


def colleague_renames_the_case(path):
    other = path.with_name("other")
    copyfile(path, other)
    with closing(open_case(other)) as store:
        (case,) = store.all(Case)
        stamp = Stamp("Mara", datetime.now(UTC))
        store.apply(Change("Rename the case", stamp, (Edit(case, replace(case, title="Theirs")),)))
    other.replace(path)


def test_a_conflict_keeps_both_and_is_told(shared, press, qtbot):
    path = shared.desk.store.path
    colleague_renames_the_case(path)
    theirs = path.read_bytes()
    accept_a_claim(shared, press)
    shared.desk.keeping.look()
    qtbot.waitUntil(lambda: "Nothing was overwritten" in shared.banner.sentence(), timeout=20_000)
    assert shared.status.saved_words() == "Saved in a copy of your own, beside the case"
    assert path.read_bytes() == theirs
    (ours,) = [name for name in os.listdir(path.parent) if "Mara’s copy" in name]
    assert ours in shared.banner.sentence()
    with closing(open_case(path.with_name(ours))) as kept:
        assert kept.history() == shared.desk.store.history()


def test_what_a_colleague_did_is_offered_when_nothing_of_ours_is_missing(shared, qtbot):
    path = shared.desk.store.path
    colleague_renames_the_case(path)
    shared.desk.keeping.look()
    qtbot.waitUntil(lambda: "Somebody else has changed" in shared.banner.sentence(), timeout=20_000)
    shared.banner._answer.click()
    qtbot.waitUntil(lambda: shared.windowTitle().startswith("Theirs"), timeout=20_000)


def test_the_folder_can_be_worked_in_in_place(shared, press, qtbot):
    press(shared, "work_in_place")
    qtbot.waitUntil(lambda: shared.desk is not None, timeout=20_000)
    assert shared.settings.in_place == [str(shared.desk.store.path.parent)]
    press(shared, "work_in_place")
    assert shared.settings.in_place == []


def test_a_backup_of_a_case_in_a_synchronised_folder_is_found_by_its_place(shared, taken):
    taken(shared, 1)
