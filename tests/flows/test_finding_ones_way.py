"""What an editor sees and reaches: what was undone, which text is checked, by which key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.dialogs.choose import ChooseDialog
from ui.panels.choice import ChoiceButton
from ui.panels.evidence_card import EvidenceCard
from workbench.model import Disposition, Evidence, Relation, Role, Status
from workbench.text import Span


def asked(window):
    return next(item for item in window.findChildren(ChooseDialog) if item.isVisible())


def select_in_source(desk, words):
    desk.reading.show_source(True)
    at = desk.source.view.text.index(words)
    desk.source.view.select(Span(at, at + len(words)))


def document(desk, filename):
    return next(item for item in desk.session.documents() if item.filename == filename)


def test_undo_and_redo_go_to_the_claim_they_are_about(checked, press):
    session = checked.desk.session
    first, second = (claim.id for claim in session.claims())
    press(checked, "confirmed")
    press(checked, "next")
    press(checked, "undo")
    assert session.current == first
    press(checked, "next")
    press(checked, "redo")
    assert session.current == first != second


def test_undo_brings_the_card_back_into_view(checked, press, qtbot):
    desk = checked.desk
    first = desk.evidence.current_evidence()
    press(checked, "supports")
    press(checked, "next_card")
    press(checked, "undo")
    qtbot.waitUntil(lambda: desk.evidence.current_evidence().id == first.id)


def test_an_import_into_an_empty_case_asks_which_text_is_the_story(window, texts, settled):
    window.documents._import_sources([str(path) for path in texts.values()])
    asked(window).button.click()
    settled(window)
    assert window.desk.session.story().filename == "story.txt"
    assert len(window.desk.session.documents()) == 3


def test_one_text_imported_into_an_empty_case_is_the_story(window, texts, settled):
    window.documents._import_sources([str(texts["letter"])])
    settled(window)
    assert window.desk.session.story().filename == "letter.txt"


def test_nothing_can_be_marked_before_there_is_a_story(window):
    assert not window.actions_["mark"].isEnabled()
    assert not window.actions_["choose_story"].isEnabled()


def test_another_text_is_checked_against_the_story_before_it_and_one_undo_goes_back(checked, press, settled):
    desk = checked.desk
    desk.reading.show_document(document(desk, "register.txt").id)
    press(checked, "choose_story")
    asked(checked).button.click()
    settled(checked)
    assert desk.session.story().filename == "register.txt"
    assert document(desk, "story.txt").role is Role.SOURCE
    assert desk.source.document != desk.session.story().id
    press(checked, "undo")
    assert desk.session.story().filename == "story.txt"
    assert document(desk, "register.txt").role is Role.SOURCE


def test_the_relation_keys_link_words_selected_in_the_source(checked, press, qtbot):
    desk = checked.desk
    desk.reading.show_document(document(desk, "letter.txt").id)
    select_in_source(desk, "The harbour was closed.")
    checked.activateWindow()
    desk.source.view.setFocus()
    qtbot.waitUntil(desk.source.view.hasFocus)
    press(checked, "context")
    linked = desk.session.evidence(desk.session.current)[0]
    assert (linked.passage.quote.exact, linked.relation) == ("The harbour was closed.", Relation.CONTEXT)
    assert not desk.source.has_selection()


def test_words_clicked_in_a_source_choose_their_card(checked):
    desk = checked.desk
    last = [item for item in desk.session.evidence(desk.session.current) if item.status is Status.PROPOSED][
        -1
    ]
    desk.reading.show_passage(last.passage)
    desk.source.view.marks_clicked.emit((last.id,))
    assert desk.evidence.current_evidence().id == last.id


def test_a_source_named_in_the_story_is_linked_with_one_click(checked, press):
    desk = checked.desk
    at = desk.story.view.text.index("Nobody was warned")
    desk.story.view.select(Span(at, at + 28))
    press(checked, "mark")
    offers = [item for item in desk.evidence.findChildren(QPushButton) if item.property("role") == "offer"]
    assert [offer.objectName() for offer in offers] == ["Ida Holm"]
    offers[0].click()
    cited = [desk.session.source(item.source).name for item in desk.session.citations(desk.session.current)]
    assert cited == ["Ida Holm"]
    press(checked, "undo")
    assert desk.session.citations(desk.session.current) == ()


def test_changed_keys_show_where_they_act(checked, qtbot):
    checked.commands("view")._take_shortcuts({"supports": ["F7"], "confirmed": ["F8"], "import": ["F9"]})
    panel = checked.desk.evidence
    qtbot.waitUntil(lambda: any(item.isVisible() for item in panel.findChildren(EvidenceCard)))
    card = next(item for item in panel.findChildren(EvidenceCard) if item.isVisible())
    tips = {button.toolTip() for button in card.findChildren(QPushButton)}
    assert "Supports  (F7)" in tips
    disposition = checked.desk.evidence.findChildren(ChoiceButton)[0]
    disposition._fill()
    assert any(action.text().endswith("\tF8") for action in disposition.menu().actions())
    assert checked.desk.documents._add.toolTip() == "Add a document  (F9)"


def test_a_conclusion_needs_a_verdict_and_then_takes_the_keyboard(checked, press, qtbot):
    press(checked, "conclude")
    assert "verdict" in checked.banner.sentence()
    press(checked, "verdict_1")
    press(checked, "conclude")
    qtbot.keyClicks(checked.focusWidget(), "So it was.")
    checked.desk.evidence.settle()
    session = checked.desk.session
    assert session.verdict(session.current).conclusion == "So it was."


def test_escape_leaves_a_field_for_the_story(checked, press, qtbot):
    checked.activateWindow()
    qtbot.waitUntil(checked.isActiveWindow)
    press(checked, "answer")
    field = checked.focusWidget()
    qtbot.keyClicks(field, "No comment.")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    session = checked.desk.session
    assert session.claim(session.current).answer == "No comment."
    assert checked.focusWidget() is checked.desk.story.view
    qtbot.keyClick(checked.focusWidget(), "3")
    assert session.claim(session.current).disposition is Disposition.CORRECTED


def test_a_closed_case_gives_way_to_the_welcome(checked, press):
    path = checked.desk.store.path
    press(checked, "close_case")
    assert checked.desk is None
    assert checked.windowTitle() == "Twosource"
    assert not checked.actions_["export"].isEnabled()
    checked.open_path(path)
    assert checked.desk.session.claims()


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_story_and_source_share_the_middle_without_overlapping(checked, qtbot, width):
    checked.resize(width, 900)
    desk = checked.desk
    desk.reading.show_source(True)
    qtbot.waitUntil(lambda: desk.source.height() > 200 and desk.source.width() > 200)
    story, source = desk.story.geometry(), desk.source.geometry()
    assert not story.intersects(source)
    assert story.width() >= 440
    both = (story.width(), source.width()) if source.x() else (story.height(), source.height())
    assert abs(both[0] - both[1]) <= 2


def test_evidence_of_a_claim_is_all_there_after_undoing_everything(checked, press, settled):
    session = checked.desk.session
    before = set(checked.desk.store.all(Evidence))
    for id in ("supports", "set_aside", "undo", "undo"):
        press(checked, id)
    settled(checked)
    assert set(checked.desk.store.all(Evidence)) == before
    assert session.undo_stack.canRedo()
