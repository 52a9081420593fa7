"""A source beside the story."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton

from ui.panels.source import SourceReader
from workbench.model import Relation, Revision, Status
from workbench.text import Span


@pytest.fixture
def reader(qtbot, session, look):
    reader = SourceReader(session, look)
    qtbot.addWidget(reader)
    reader.resize(480, 700)
    reader.show()
    session.choose("homes")
    return reader


def _select(reader, session, words):
    text = session.revision(reader.document).text
    start = text.index(words)
    reader.view.select(Span(start, start + len(words)))
    reader.refresh()


def test_it_begins_with_a_source_and_keeps_the_story_for_last(reader) -> None:
    chooser = reader.findChild(QComboBox)
    assert reader.document == "letter"
    assert chooser.itemText(chooser.count() - 1).endswith("the story")


def test_choosing_a_document_shows_it(reader) -> None:
    chooser = reader.findChild(QComboBox)
    chooser.activated.emit(1)
    assert reader.document == "agency"
    assert chooser.currentIndex() == 1


def test_a_passage_is_shown_where_it_stands(reader, session) -> None:
    wanted = session.evidence("homes")[0].passage
    reader.show_passage(wanted)
    assert reader.document == "agency"


def test_selected_words_are_linked_to_the_current_claim(reader, session) -> None:
    _select(reader, session, " 312 households ")
    reader.link_selection(Relation.CONTRADICTS)
    linked = session.evidence("homes")[0]
    assert linked.passage.quote.exact == "312 households"
    assert (linked.relation, linked.status) == (Relation.CONTRADICTS, Status.ACCEPTED)
    session.undo()
    assert linked.id not in {item.id for item in session.evidence("homes")}


def test_linking_the_words_of_a_suggestion_takes_it_up(reader, session) -> None:
    suggestion = next(item for item in session.evidence("homes") if item.id == "homes-letter")
    reader.view.select(suggestion.passage.span)
    reader.link_selection(Relation.CONTEXT)
    assert [item.id for item in session.evidence("homes")].count("homes-letter") == 1
    assert session.evidence("homes")[0].relation is Relation.CONTEXT


def test_nothing_can_be_linked_without_a_selection_or_a_claim(reader, session) -> None:
    buttons = [button for button in reader.findChildren(QPushButton) if button.property("relation")]
    assert len(buttons) == 3
    assert not any(button.isEnabled() for button in buttons)
    _select(reader, session, "312 households")
    assert all(button.isEnabled() for button in buttons)
    session.choose(None)
    assert not any(button.isEnabled() for button in buttons)
    reader.link_selection(Relation.SUPPORTS)
    assert session.undo_stack.count() == 0


def test_a_click_on_marked_words_names_the_evidence(qtbot, reader) -> None:
    with qtbot.waitSignal(reader.evidence_clicked) as clicked:
        reader.view.marks_clicked.emit(("homes-letter",))
    assert clicked.args == ["homes-letter"]


def test_a_passage_of_an_earlier_version_is_shown_in_that_version(reader, session, store) -> None:
    from dataclasses import replace

    from workbench.change import Change, added

    old = session.revision("letter")
    later = replace(old, id="letter-2", number=2, text="Shorter now.")
    session.record(Change("Edit", session.stamp(), added(later)))
    reader.show_passage(next(e for e in session.evidence("homes") if e.id == "homes-letter").passage)
    assert "312 households" in reader.view.text
    assert isinstance(store.get(Revision, "letter-2"), Revision)


def test_removing_the_document_shown_shows_another(reader, session) -> None:
    from workbench.change import Change, removed

    reader.show_document("agency")
    session.do(Change("Remove document", session.stamp(), removed(session.document("agency"))))
    assert reader.document == "letter"


def test_a_corrected_title_is_shown_and_a_hidden_reader_catches_up(reader, session) -> None:
    from dataclasses import replace

    from workbench.change import Change, Edit

    reader.hide()
    before = session.document("letter")
    after = replace(before, title="Letter of 4 September")
    session.do(Change("Edit details", session.stamp(), (Edit(before, after),)))
    assert "Letter of the" in reader.findChild(QComboBox).itemText(0)
    reader.show()
    assert reader.findChild(QComboBox).itemText(0) == "Letter of 4 September — letter"


def test_the_links_of_a_document_lead_to_their_words(qtbot, reader, session) -> None:
    from ui.panels.cited_links import LinksMenu
    from workbench.change import Change, added
    from workbench.model import Link, passage

    revision = session.revision("letter")
    place = passage(revision, Span(0, 6))
    session.record(Change("Import", session.stamp(), added(Link("link", place, "https://a.example/?x&y"))))
    menu = reader.findChild(LinksMenu)
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "Letter  —  https://a.example/?x&&y"
    with qtbot.waitSignal(menu.passage_chosen) as chosen:
        menu.triggered.emit(menu.actions()[0])
    assert chosen.args == [place]
