"""The window as one left it, the welcome, and the ways in."""

import json

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog

from ui.dialogs.choose import ChooseDialog
from ui.dialogs.paste import PasteDialog


def drop(window, mime):
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def opened(window, kind):
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


def test_a_window_without_a_case_offers_ways_to_begin(make_window):
    window = make_window()
    assert window.desk is None
    assert window.actions_["open_case"].isEnabled()
    assert not window.actions_["import"].isEnabled()


def test_the_claim_the_source_and_the_recent_cases_are_remembered(checked, press, make_window, tmp_path):
    press(checked, "next")
    press(checked, "next")
    desk = checked.desk
    source = desk.session.documents()[2]
    desk.reading.show_document(source.id)
    claim, path = desk.session.current, desk.store.path
    checked.close()
    kept = json.loads((tmp_path / "settings.json").read_text())
    assert kept["recent"] == [str(path)]
    again = make_window()
    again.settings.places = checked.settings.places
    again.open_path(path)
    assert again.desk.session.current == claim
    assert again.desk.source.document == source.id


def test_one_dropped_file_becomes_the_story(window, texts, settled):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(texts["story"]))])
    drop(window, mime)
    settled(window)
    assert window.desk.session.story().filename == "story.txt"


def test_of_several_dropped_files_the_editor_names_the_story(window, texts, settled):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in texts.values()])
    drop(window, mime)
    opened(window, ChooseDialog).accept()
    settled(window)
    assert len(window.desk.session.documents()) == 3
    assert window.desk.session.story() is not None


def test_a_dropped_text_is_asked_about_and_becomes_the_story(window, settled):
    mime = QMimeData()
    mime.setText("The mill burned down in 1911. It was never rebuilt.")
    drop(window, mime)
    opened(window, PasteDialog).accept()
    settled(window)
    assert "mill" in window.desk.story.view.text


def test_the_palette_finds_commands_claims_and_documents(checked, qtbot, press):
    press(checked, "palette")
    palette = checked.palette_
    qtbot.keyClicks(palette._field, "inquiry")
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    session = checked.desk.session
    assert "inquiry" in session.claim(session.current).wording
    assert palette.isHidden()


def test_a_narrow_window_shows_claims_and_evidence_as_tabs(checked):
    checked.resize(1100, 800)
    assert checked.tabifiedDockWidgets(checked.panes.claims) == [checked.panes.evidence]
    checked.resize(1500, 800)
    assert checked.tabifiedDockWidgets(checked.panes.claims) == []


def test_no_dialog_blocks_the_window(checked, press):
    press(checked, "next")
    for id in ("ask", "link_source", "paste", "details", "export", "shortcuts", "checker"):
        press(checked, id)
        opened(checked, QDialog).reject()


def test_closing_one_case_and_opening_another_leaves_nothing_behind(checked, tmp_path, qtbot):
    before = checked.desk
    with qtbot.waitSignal(before.destroyed):
        checked.cases.create(str(tmp_path / "other.twosource"))
    assert checked.desk.session.documents() == ()
    assert len(checked.settings.recent) == 2


def test_a_place_is_remembered_even_when_the_program_is_killed(checked, press, qtbot, tmp_path):
    press(checked, "next")
    claim = checked.desk.session.current

    def kept():
        places = json.loads((tmp_path / "settings.json").read_text())["places"]
        assert [place["claim"] for place in places.values()] == [claim]

    qtbot.waitUntil(kept, timeout=10_000)


def test_files_may_be_dropped_on_the_text_itself(checked, texts):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(texts["story"]))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(checked.desk.story.view.viewport(), event)
    assert event.isAccepted()


def test_a_case_that_is_gone_leads_to_the_welcome(make_window, tmp_path):
    window = make_window()
    window.open_path(tmp_path / "gone.twosource")
    assert "gone.twosource" in window.banner.sentence()
    assert window.actions_["new_case"].isEnabled()
