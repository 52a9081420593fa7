"""The end of a case's record is noted outside the file, so that a cut end or an older copy is noticed."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from db import create_case, open_case, open_heads
from ui.settings import Settings
from ui.theme.look import Look
from ui.window import Window
from ui.workshop import Workshop
from workbench import review
from workbench.change import Change, added
from workbench.model import Hand, Seals, Sha256, SignOff, SignOffId


@pytest.fixture
def desk_window(qtbot, tmp_path, engine, checked_case):
    """Opens windows whose notes lie in one data folder, on a case that can be tampered with in between."""
    made, look = [], Look(QApplication.instance(), "light")
    path = Path(shutil.copyfile(checked_case, tmp_path / "ferry.twosource"))

    def open_window(case=path):
        workshop = Workshop(
            open_case, create_case, lambda: engine, open_heads=lambda: open_heads(tmp_path / "data")
        )
        window = Window(look, Settings("Ada Lind"), tmp_path / "settings.json", workshop)
        made.append(window)
        qtbot.addWidget(window)
        window.show()
        window.open_path(case)
        return window

    yield open_window
    for window in made:
        window.close()
    look.deleteLater()


def annotate(window, words):
    session = window.desk.session
    session.do(review.annotate(session.claims()[0], session.stamp(), note=words))


def noted(window, tmp_path):
    store = window.desk.store
    return {
        item.mark.number for item in open_heads(tmp_path / "data").of("case") if item.place == str(store.path)
    }


def close(window):
    path = window.desk.store.path
    window.close()
    return path


def test_a_case_that_goes_on_where_it_ended_is_opened_without_a_word(desk_window, tmp_path):
    window = desk_window()
    annotate(window, "Asked the harbour office.")
    close(window)
    window = desk_window()
    assert window.banner.sentence() == ""
    assert noted(window, tmp_path) == {window.desk.store.head().number}


def test_an_older_copy_put_back_is_told_until_the_editor_settles_it(desk_window, tmp_path, qtbot):
    window = desk_window()
    older = shutil.copy(window.desk.store.path, tmp_path / "older")
    annotate(window, "Asked the harbour office.")
    path = close(window)
    shutil.copy(older, path)
    for _ in range(2):  # It is not forgotten by opening the file once.
        window = desk_window()
        assert "was cut off, or an older copy was put in its place" in window.banner.sentence()
        annotate(window, "Goes on in the older one.")
        annotate(window, "And on.")
        last = close(window)
        shutil.copy(older, path)
    window = desk_window()
    last = max(noted(window, tmp_path))
    button = next(item for item in window.banner.findChildren(QPushButton) if item.isVisible())
    assert button.text() == "This is the right one"
    button.click()
    assert window.banner.sentence() == ""
    qtbot.waitUntil(lambda: noted(window, tmp_path) == {window.desk.store.head().number})
    assert last not in noted(window, tmp_path)
    close(window)
    assert desk_window().banner.sentence() == ""


def test_another_line_of_the_case_in_its_place_is_told(desk_window, tmp_path):
    window = desk_window()
    other = shutil.copy(window.desk.store.path, tmp_path / "other.twosource")
    annotate(window, "Asked the harbour office.")
    path = close(window)
    window = desk_window(Path(other))
    assert "cut off, or an older copy" in window.banner.sentence()
    annotate(window, "Somebody else's note.")
    annotate(window, "And another.")
    close(window)
    assert desk_window(Path(other)).banner.sentence() == "", "a copy goes on apart, at its own place"
    shutil.copy(other, path)
    assert (
        "is another. It is a colleague's copy, or the record was rewritten" in desk_window().banner.sentence()
    )


def test_a_copy_that_was_saved_is_no_older_case_later_on(desk_window, tmp_path, qtbot):
    window = desk_window()
    copy = tmp_path / "copy.twosource"
    window.cases._save_copy(str(copy))
    annotate(window, "Asked the harbour office.")
    close(window)
    assert desk_window(copy).banner.sentence() == ""


def test_a_case_that_was_moved_is_recognised(desk_window, tmp_path):
    path = close(desk_window())
    moved = path.rename(tmp_path / "moved.twosource")
    assert desk_window(moved).banner.sentence() == ""


def test_a_signature_is_noted_at_once_and_changes_within_minutes(desk_window, tmp_path, qtbot):
    window = desk_window()
    desk = window.desk
    before = desk.store.head().number
    qtbot.waitUntil(lambda: noted(window, tmp_path) == {before})
    annotate(window, "Asked the harbour office.")
    assert desk.witness._soon.isActive()
    assert noted(window, tmp_path) == {before}, "no change waits for a note"
    desk.witness._soon.setInterval(0)
    qtbot.waitUntil(lambda: noted(window, tmp_path) == {before + 1})
    story, none = desk.session.story(), Sha256("0" * 64)
    text = desk.session.revision(story.id)
    stamp = desk.session.stamp()
    signature = SignOff(
        SignOffId("s"),
        story.id,
        text.id,
        Hand.CHECKER,
        stamp.by,
        stamp.at,
        none,
        Seals(none, none, none, none),
    )
    desk.session.do(Change("Sign", stamp, added(signature)))
    qtbot.waitUntil(lambda: noted(window, tmp_path) == {before + 2})


def test_an_export_is_noted_at_once(desk_window, tmp_path, qtbot):
    window = desk_window()
    annotate(window, "Asked the harbour office.")
    window.commands("exporting").export_to(tmp_path / "summary.md")
    qtbot.waitUntil(lambda: noted(window, tmp_path) == {window.desk.store.head().number}, timeout=20_000)


def test_notes_that_cannot_be_written_are_told_and_hold_nobody_up(desk_window, tmp_path, qtbot):
    (tmp_path / "data").write_text("no folder")
    window = desk_window()
    qtbot.waitUntil(lambda: "could not be noted" in window.banner.sentence())
    annotate(window, "Asked the harbour office.")
    close(window)


def test_damaged_notes_are_told_and_begun_anew(desk_window, tmp_path):
    close(desk_window())
    (file,) = (tmp_path / "data" / "heads").glob("*.json")
    file.write_text("{")
    window = desk_window()
    assert "is damaged" in window.banner.sentence()
    close(window)
    assert desk_window().banner.sentence() == ""
