"""Articles kept across cases: added from one, found and brought in from another."""

from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from ui.dialogs.library import LibraryDialog
from workbench.model import Role, Status
from workbench.text import Span


@pytest.fixture
def stocked(checked, press, settled, texts, tmp_path):
    """A window whose library holds an earlier case's documents; open is a new case with the story alone."""
    press(checked, "keep_case")
    settled(checked)
    checked.cases.create(str(tmp_path / "second.twosource"))
    checked.desk.checking.import_files([texts["story"]], texts["story"])
    settled(checked)
    return checked


def offered(window):
    return window.desk.evidence._findings._library


def test_a_claim_with_only_its_own_story_behind_it_says_so(window, texts, settled, qtbot):
    window.desk.checking.import_files([texts["story"]], texts["story"])
    settled(window)
    alone = window.desk.evidence._findings._alone
    qtbot.waitUntil(alone.isVisible)
    assert "Nothing outside the story speaks to this claim yet" in alone.accessibleName()
    window.desk.checking.import_files([texts["register"]], None)
    settled(window)
    qtbot.waitUntil(lambda: not alone.isVisible())


def test_words_of_the_story_itself_are_nothing_from_outside(window, texts, settled, press, qtbot):
    desk = window.desk
    desk.checking.import_files([texts["story"]], texts["story"])
    settled(window)
    qtbot.waitUntil(lambda: desk.session.current is not None)
    desk.reading.show_source(True)
    desk.source.show_document(desk.session.story().id)
    at = desk.source.view.text.index("The harbour")
    desk.source.view.select(Span(at, at + 11))
    press(window, "link_supports")
    assert desk.session.evidence(desk.session.current)
    qtbot.waitUntil(desk.evidence._findings._alone.isVisible)


def test_what_one_case_has_collected_is_offered_in_another(stocked, qtbot):
    qtbot.waitUntil(lambda: offered(stocked).isVisible(), timeout=10_000)
    found = offered(stocked)._offers
    assert {offer.title for offer in found} == {"register", "letter"}


def test_an_article_brought_in_becomes_a_source_with_its_suggestion(stocked, press, settled, qtbot):
    session = stocked.desk.session
    qtbot.waitUntil(lambda: len(offered(stocked)._offers) == 2, timeout=10_000)
    press(stocked, "next_card")
    title = offered(stocked).current.title
    press(stocked, "bring")
    qtbot.waitUntil(lambda: len(session.documents()) == 2, timeout=10_000)
    settled(stocked)
    source = next(item for item in session.documents() if item.role is Role.SOURCE)
    assert source.title == title
    assert [item.passage.document for item in session.evidence(session.current)] == [source.id]
    qtbot.waitUntil(lambda: title not in {item.title for item in offered(stocked)._offers}, timeout=10_000)
    press(stocked, "undo")
    assert len(session.documents()) == 1


def test_an_offer_is_brought_in_and_linked_by_one_key(stocked, press, settled, qtbot):
    session = stocked.desk.session
    qtbot.waitUntil(lambda: len(offered(stocked)._offers) == 2, timeout=10_000)
    press(stocked, "next_card")
    press(stocked, "contradicts")
    qtbot.waitUntil(lambda: bool(session.evidence(session.current)), timeout=10_000)
    settled(stocked)
    assert session.evidence(session.current)[0].status is Status.ACCEPTED


def test_the_search_by_hand_looks_into_the_library_too(stocked, press, qtbot):
    press(stocked, "search_all")
    panel = stocked.desk.search
    panel._field.setText("harbour was closed")
    qtbot.waitUntil(lambda: any(row.offer for row in panel._model.rows()), timeout=10_000)
    row = next(row for row in panel._model.rows() if row.offer)
    assert row.heading.startswith("In your library")
    assert row.text == "The harbour was closed."
    panel._list.setCurrentIndex(panel._model.index_of(row.key))
    press(stocked, "bring")
    qtbot.waitUntil(lambda: stocked.desk.source.isVisible(), timeout=10_000)
    assert len(stocked.desk.session.documents()) == 2


def test_files_are_added_listed_filtered_and_removed(window, texts, settled, press, qtbot):
    window.commands("library").take([str(texts["register"]), str(texts["letter"])])
    settled(window)
    assert "2 articles are new" in window.banner.sentence()
    press(window, "show_library")
    dialog = window.findChild(LibraryDialog)
    qtbot.waitUntil(lambda: dialog._model.rowCount() == 2)
    assert dialog._state.text().startswith("2 articles, 4 passages")
    dialog._filter.setText("lett")
    qtbot.waitUntil(lambda: [item.title for item in dialog._model.rows()] == ["letter"])
    dialog._list.selectAll()
    dialog._remove.click()
    box = dialog.findChild(QMessageBox)
    next(button for button in box.findChildren(QPushButton) if button.text() == "Remove").click()
    dialog._filter.clear()
    qtbot.waitUntil(lambda: [item.title for item in dialog._model.rows()] == ["register"])


def test_what_is_there_already_is_not_added_again(window, texts, settled):
    for _ in range(2):
        window.commands("library").take([str(texts["register"])])
        settled(window)
    assert "Nothing new" in window.banner.sentence()


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_kept(window, texts, settled, tmp_path, qtbot):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing more")
    told = []
    window.librarian.refused.connect(told.append)
    window.commands("library").take([str(broken), str(texts["letter"])])
    settled(window)
    assert "broken.pdf" in told[0]
    job = window.librarian.ask(lambda library, progress: library.state().articles)
    with qtbot.waitSignal(job.done) as answer:
        pass
    assert answer.args == [1]


def test_the_indexes_are_made_anew(stocked, press, settled, qtbot):
    press(stocked, "rebuild_library")
    settled(stocked)
    stocked.desk.suggestions._pause.start()
    qtbot.waitUntil(lambda: len(offered(stocked)._offers) == 2, timeout=10_000)


def test_a_damaged_library_is_told_and_the_case_goes_on(make_window, checked_case, tmp_path, qtbot, press):
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "library.sqlite").write_bytes(b"no library at all, but long enough to be looked at" * 40)
    window = make_window()
    window.open_path(Path(copyfile(checked_case, tmp_path / "ferry.twosource")))
    press(window, "rebuild_library")
    qtbot.waitUntil(lambda: window.banner.sentence() != "", timeout=10_000)
    assert window.desk.session.claims()
