"""Words searched in every document by hand, and what was found linked to the claim."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView

from workbench.model import Relation, Status
from workbench.text import Span

STORY = "The ferry Marit sank off Halden in 1998."
"""The story's title: its first line."""


@pytest.fixture
def look_for(qtbot, press):
    """Opens the search and types; returns the panel once everything is found."""

    def search(window, words):
        press(window, "search_all")
        panel = window.desk.search
        field = panel.findChild(QLineEdit)
        field.selectAll()
        qtbot.keyClicks(field, words)
        qtbot.waitUntil(lambda: panel._answered == words, timeout=10_000)
        return panel

    return search


def rows(panel):
    return [row.text for row in panel._model.rows()]


def test_typing_finds_passages_of_every_document_those_of_the_story_last(checked, look_for):
    panel = look_for(checked, "Halden")
    assert [row.title for row in panel._model.rows()] == ["register", "letter", STORY]
    assert panel._model.rows()[0].lit
    assert panel._model.rows()[0].heading.startswith("In this case")


def test_a_word_half_typed_is_found(checked, look_for):
    assert rows(look_for(checked, "harb")) == ["The harbour was closed.", "The harbour was rebuilt later."]


def test_what_is_found_is_linked_by_one_key_and_says_so(checked, look_for, press):
    panel, session = look_for(checked, "harbour was closed"), checked.desk.session
    panel._list.setFocus()
    press(checked, "context")
    linked = [item for item in session.evidence(session.current) if item.status is Status.ACCEPTED]
    assert [(item.passage.quote.exact, item.relation) for item in linked] == [
        ("The harbour was closed.", Relation.CONTEXT)
    ]
    assert panel.current().sign.word == "Context"
    press(checked, "undo")
    assert panel.current().sign is None


def test_the_passage_opens_beside_the_story(checked, look_for, qtbot):
    panel = look_for(checked, "harbour was closed")
    qtbot.keyClick(panel.findChild(QLineEdit), Qt.Key.Key_Return)
    assert checked.desk.source.isVisible()
    assert checked.desk.session.document(checked.desk.source.document).title == "letter"


def test_the_search_begins_with_the_words_of_the_claim(checked, press, qtbot):
    press(checked, "search_all")
    panel = checked.desk.search
    assert panel.findChild(QLineEdit).text() == STORY
    qtbot.waitUntil(lambda: "The harbour was closed." not in rows(panel) and rows(panel) != [])


def test_the_search_begins_with_the_words_selected(checked, press):
    view = checked.desk.story.view
    at = view.text.index("harbour")
    view.select(Span(at, at + 7))
    press(checked, "search_all")
    assert checked.desk.search.findChild(QLineEdit).text() == "harbour"


def test_escape_goes_back_to_the_evidence(checked, look_for, qtbot):
    panel = look_for(checked, "Halden")
    qtbot.keyClick(panel.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert not checked.desk.right.is_searching
    assert checked.desk.evidence.isVisible()


def test_arrows_lead_from_the_field_to_the_passages_and_back(checked, look_for, qtbot):
    checked.activateWindow()
    panel = look_for(checked, "Halden")
    view = panel.findChild(QListView)
    qtbot.keyClick(panel.findChild(QLineEdit), Qt.Key.Key_Down)
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert panel.findChild(QLineEdit).hasFocus()


def test_finding_nothing_says_what_to_try(checked, look_for):
    panel = look_for(checked, "submarine")
    assert panel._model.rowCount() == 0
    assert "Nothing found" in panel._empty.accessibleName()


def test_writing_a_note_leaves_the_search(checked, look_for, press):
    look_for(checked, "Halden")
    press(checked, "note")
    assert not checked.desk.right.is_searching
