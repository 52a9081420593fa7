"""The search by hand, on its own."""

import pytest

from ui.library.offers import Offer
from ui.models.found_rows import EXCERPT, excerpt
from ui.panels.search import SearchPanel
from workbench.evidence.asked import Found, lit
from workbench.model import Relation
from workbench.ports import Hit
from workbench.text import Span


@pytest.fixture
def panel(qtbot, session, look):
    panel = SearchPanel(session, look)
    qtbot.addWidget(panel)
    panel.resize(400, 800)
    panel.show()
    return panel


@pytest.fixture
def place(session):
    """A sentence of the first source, as a search would find it."""
    source = next(item for item in session.documents() if item != session.story())
    revision = session.revision(source.id)
    span = Span(0, min(30, len(revision.text)))
    return Hit(source.id, revision.id, span, span.of(revision.text), 1.0)


def offer(text="A passage of the library.", **known):
    return Offer("article", Span(0, 25), text, "From elsewhere", "Outlet", "2025-03-01", "en", **known)


def found(hit, words):
    return (Found(hit, lit(words, hit.text)),)


def ask(panel, words):
    panel._field.setText(words)


def test_an_empty_field_says_what_can_be_done(panel):
    assert "What are you looking for?" in panel._empty.accessibleName()
    assert panel.current() is None


def test_while_nothing_has_come_yet_it_does_not_say_nothing_was_found(panel, place):
    ask(panel, "words")
    panel.refresh()
    assert "Looking" in panel._empty.accessibleName()
    panel.show_found("words", ())
    assert "Nothing found" in panel._empty.accessibleName()


def test_the_case_and_the_library_are_two_groups(panel, place):
    ask(panel, "passage")
    panel.show_found("passage", found(place, "passage"))
    panel.show_offers("passage", (offer(),))
    headings = [row.heading for row in panel._model.rows()]
    assert headings[0].startswith("In this case")
    assert headings[1].startswith("In your library")


def test_an_answer_to_other_words_is_left(panel, place):
    ask(panel, "new")
    panel.show_offers("old", (offer(),))
    assert panel._model.rowCount() == 0


def test_words_of_the_library_come_into_the_case_before_they_are_linked(panel, session, qtbot):
    session.choose(session.claims()[0].id)
    ask(panel, "passage")
    panel.show_found("passage", ())
    panel.show_offers("passage", (offer(),))
    with qtbot.waitSignal(panel.offer_wanted) as wanted:
        panel.link_current(Relation.SUPPORTS)
    assert wanted.args == [offer(), Relation.SUPPORTS]


def test_linked_words_say_so_and_undo_takes_it_back(panel, session, place):
    session.choose(session.claims()[0].id)
    panel.show_found("x", found(place, "x"))
    panel.link_current(Relation.CONTEXT)
    assert panel.current().sign is not None
    session.undo()
    assert panel.current().sign is None


def test_a_passage_of_a_document_that_left_the_case_is_not_shown(panel, place):
    gone = Hit("gone", "gone-1", place.span, place.text, 1.0)
    panel.show_found("x", found(gone, "x"))
    assert panel._model.rowCount() == 0


def test_a_long_passage_is_shown_around_the_words_asked_for():
    text = "word " * 200 + "needle " + "word " * 200
    shown, places = excerpt(text, lit("needle", text))
    assert len(shown) <= EXCERPT + 2
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert [span.of(shown) for span in places] == ["needle"]


def test_everything_has_a_name(panel):
    assert panel._field.accessibleName()
    assert panel._close.accessibleName()
    assert panel._list.accessibleName()
