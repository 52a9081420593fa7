"""Everything in the case searched from one page, and searches kept under a name."""

from __future__ import annotations

from hashlib import sha256

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView

from ui.dialogs.details import DetailsDialog
from ui.dialogs.name_search import NameSearchDialog
from workbench import register, review
from workbench.change import Change, added
from workbench.everywhere.entries import Sort
from workbench.model import (
    Layout,
    Query,
    QueryId,
    Revision,
    RevisionId,
    SavedSearch,
    Sha256,
    Source,
    SourceId,
    SourceKind,
)


@pytest.fixture
def look_for(qtbot, press):
    """Opens the search and types; returns the page once the question is answered."""

    def search(window, words):
        press(window, "search_everything")
        page = window.desk.everywhere.page
        page.findChild(QLineEdit).selectAll()
        qtbot.keyClicks(page.findChild(QLineEdit), words)
        answered(page, words)
        return page

    def answered(page, words):
        qtbot.waitUntil(lambda: page.typed == " ".join(words.split()) == page._answered, timeout=10_000)

    search.answered = answered
    return search


@pytest.fixture
def noted(checked):
    """A window on a case whose first claim bears a note."""
    session = checked.desk.session
    claim = session.claims()[0]
    session.do(review.annotate(claim, session.stamp(), note="Ring the lighthouse keeper."))
    return checked


def sorts(page):
    return {hit.entry.sort for hit in page._hits.values()}


def choose(page, sort):
    """Choose the first thing of a kind."""
    rows = page.rows()
    at = next(number for number, row in enumerate(rows) if page._hits[row.key].entry.sort is sort)
    page._list.setCurrentIndex(page._model.index(at, 0))


def test_one_word_finds_claims_story_sources_and_history(checked, look_for):
    page = look_for(checked, "Halden")
    assert {Sort.CLAIM, Sort.STORY, Sort.SOURCE, Sort.HISTORY} <= sorts(page)
    headings = [row.heading for row in page.rows() if row.heading]
    assert headings[0].startswith("Claims")
    assert all(row.icon for row in page.rows() if row.heading)


def test_a_note_is_found_and_leads_to_its_claim(noted, look_for, qtbot):
    desk = noted.desk
    desk.session.choose(desk.session.claims()[-1].id)
    page = look_for(noted, "lighthouse")
    choose(page, Sort.NOTE)
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Return)
    assert desk.session.current == desk.session.claims()[0].id
    assert desk.story.isVisible()
    assert not desk.everywhere.is_shown


def test_words_of_a_source_open_beside_the_search(checked, look_for, qtbot):
    page = look_for(checked, "kind:source harbour closed")
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Return)
    assert checked.desk.source.isVisible()
    assert checked.desk.session.document(checked.desk.source.document).title == "letter"
    assert checked.desk.everywhere.is_shown


def test_words_of_the_story_are_shown_in_the_story(checked, look_for, qtbot):
    page = look_for(checked, "kind:story rebuilt")
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Return)
    assert checked.desk.story.isVisible()


def test_a_step_of_the_history_is_shown_there(noted, look_for, qtbot):
    page = look_for(noted, "kind:history lighthouse")
    (hit,) = page._hits.values()
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Return)
    history = noted.desk.history
    assert history.is_shown
    qtbot.waitUntil(lambda: history.page.current is not None, timeout=10_000)
    assert history.page.current.number == hit.entry.number


def test_a_query_leads_to_its_card(checked, look_for, qtbot):
    session = checked.desk.session
    claim = session.claims()[1]
    session.do(review.ask(Query(QueryId("q"), claim.id, "Which lighthouse was it?"), session.stamp()))
    page = look_for(checked, "kind:query lighthouse")
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Return)
    assert session.current == claim.id
    assert checked.desk.review.isVisible()


def test_a_source_of_the_register_opens_its_card(checked, look_for, qtbot):
    session = checked.desk.session
    heron = Source(SourceId("h"), "Heron", SourceKind.PERSON, protected=True)
    session.do(register.add(heron, session.stamp()))
    page = look_for(checked, "heron kind:register")
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Return)
    assert checked.desk.right.is_showing_card
    assert checked.desk.card.source == heron.id


def test_a_title_leads_to_the_details_of_its_document(checked, look_for, qtbot):
    page = look_for(checked, "kind:document register")
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Return)
    dialog = checked.findChild(DetailsDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_claim_set_aside_is_shown_where_it_stands(checked, look_for, qtbot):
    session = checked.desk.session
    claim = session.claims()[1]
    session.do(review.dismiss(claim, session.stamp()))
    page = look_for(checked, "kind:claim is:dismissed")
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Return)
    assert checked.desk.story.isVisible()
    assert session.current != claim.id


def test_a_long_history_is_read_after_the_first_answer(noted, look_for, qtbot, monkeypatch):
    monkeypatch.setattr("ui.everywhere.asking.PIECE", 1)
    page = look_for(noted, "Create case")
    assert sorts(page) == set()
    qtbot.waitUntil(lambda: Sort.HISTORY in sorts(page), timeout=10_000)


def test_words_of_an_earlier_draft_show_the_drafts_side_by_side(checked, look_for, qtbot):
    session = checked.desk.session
    old = session.revision(session.story().id)
    text = old.text.replace("The harbour was rebuilt later.", "Nothing more is known.")
    new = Revision(RevisionId("second"), old.document, 2, text, Sha256(sha256(text.encode()).hexdigest()))
    session.do(Change("Take in a draft", session.stamp(), added(new, Layout(new.id))))
    page = look_for(checked, "kind:story rebuilt")
    assert page.rows()[0].title.endswith("draft 1")
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Return)
    assert checked.desk.beside.is_shown
    assert any("draft 1" in label.text() for label in checked.banner.findChildren(QLabel))


def test_what_changes_is_found_at_once(checked, look_for):
    page = look_for(checked, "periscope")
    assert page.rows() == ()
    session = checked.desk.session
    session.do(review.annotate(session.claims()[0], session.stamp(), note="A periscope was seen."))
    look_for(checked, "periscop")
    assert Sort.NOTE in sorts(page)


def test_a_chip_types_its_filter_and_takes_it_away_again(checked, look_for):
    page = look_for(checked, "Halden")
    chip = page._filters._chips[Sort.CLAIM]
    chip.click()
    assert page.typed == "kind:claim Halden"
    look_for.answered(page, "kind:claim Halden")
    assert sorts(page) == {Sort.CLAIM}
    assert chip.isChecked()
    assert page._filters._chips[Sort.STORY].isVisible()
    chip.click()
    assert page.typed == "Halden"


def test_an_unknown_filter_is_told_in_a_sentence(checked, look_for):
    page = look_for(checked, "kind:zebra Halden")
    assert "no kind “zebra”" in page._remarks.text()
    assert page.rows()


def test_escape_goes_back_to_where_one_was(checked, look_for, press, qtbot):
    checked.activateWindow()
    press(checked, "source_map")
    page = look_for(checked, "Halden")
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert checked.desk.map.is_shown
    press(checked, "source_map")
    press(checked, "focus_claims")
    page = look_for(checked, "Halden")
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert checked.desk.middle.page is None
    assert checked.desk.claims._list.hasFocus()


def test_arrows_lead_from_the_field_to_the_list_and_back(checked, look_for, qtbot):
    checked.activateWindow()
    page = look_for(checked, "Halden")
    view = page.findChild(QListView)
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Down)
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert page.findChild(QLineEdit).hasFocus()


def test_a_search_is_kept_asked_from_the_palette_and_removed(checked, look_for, press, qtbot):
    page = look_for(checked, "kind:claim is:open")
    page._save.click()
    dialog = checked.findChild(NameSearchDialog)
    dialog.findChild(QLineEdit).setText("Open claims")
    dialog.accept()
    (kept,) = checked.desk.session.saved_searches()
    assert (kept.name, kept.words, kept.filters) == ("Open claims", "", ("kind:claim", "is:open"))
    assert "Open claims" in page._save.toolTip()
    page.findChild(QLineEdit).clear()
    assert page._pages.currentWidget() is page.saved
    checked.desk.everywhere.leave()
    target = next(
        item for item in checked.commands("everywhere").targets() if item.text == "Search: Open claims"
    )
    target.run()
    look_for.answered(page, "kind:claim is:open")
    page.saved.remove_wanted.emit(kept)
    assert checked.desk.session.saved_searches() == ()
    press(checked, "undo")
    assert checked.desk.store.all(SavedSearch) == (kept,)


def test_before_anything_is_typed_the_page_says_what_can_be_found(checked, press):
    press(checked, "search_everything")
    page = checked.desk.everywhere.page
    assert page._pages.currentWidget() is page.saved
    assert page.findChild(QLineEdit).hasFocus() or not checked.isActiveWindow()


def test_nothing_found_says_what_to_try(checked, look_for):
    page = look_for(checked, "submarine")
    assert "Nothing found" in page._empty.accessibleName()
    assert page._pages.currentWidget() is page._empty
