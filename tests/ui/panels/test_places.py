"""A claim that the story tells in several places."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from ui.panels.buttons import LinkButton
from ui.panels.evidence import EvidencePanel
from ui.panels.places import FurtherPlaces
from ui.story import StoryPane
from workbench import review
from workbench.change import Change, Edit
from workbench.model import Status, passage
from workbench.text import Span


def words(session, wanted):
    revision = session.revision("story")
    start = revision.text.index(wanted)
    return passage(revision, Span(start, start + len(wanted)))


@pytest.fixture
def repeated(session):
    """The claim about homes, told in the headline too."""
    claim = session.claim("homes")
    told = replace(claim, also=(words(session, "Reservoir stood at a fifth of its volume"),))
    session.record(Change("Propose claims", session.stamp(), (Edit(claim, told),)))
    return told


@pytest.fixture
def rows(qtbot, session, look, repeated):
    panel = FurtherPlaces(session, look)
    qtbot.addWidget(panel)
    panel.show_claim(repeated)
    panel.show()
    return panel


def links(panel):
    return {link.text(): link for link in panel.findChildren(LinkButton)}


def test_a_further_place_is_named_and_shown_in_the_story(qtbot, session, rows) -> None:
    where, apart = links(rows)
    assert apart == "Not the same"
    with qtbot.waitSignal(rows.revealed) as shown:
        qtbot.mouseClick(links(rows)[where], Qt.MouseButton.LeftButton)
    assert shown.args[0].of(session.revision("story").text) == "Reservoir stood at a fifth of its volume"


def test_a_claim_told_once_takes_no_room(rows, session) -> None:
    rows.show_claim(session.claim("only"))
    assert rows.isHidden()


def test_words_that_say_something_else_become_a_claim_of_their_own(qtbot, session, look, repeated) -> None:
    panel = EvidencePanel(session, look)
    qtbot.addWidget(panel)
    session.choose(repeated.id)
    panel.refresh()
    qtbot.mouseClick(links(panel)["Not the same"], Qt.MouseButton.LeftButton)
    assert session.claim("homes").also == ()
    assert "Reservoir stood at a fifth of its volume" in {claim.wording for claim in session.claims()}
    session.undo()
    assert session.claim("homes") == repeated


def test_two_claims_that_say_the_same_become_one(session) -> None:
    homes, only = session.claim("homes"), session.claim("only")
    session.do(review.join(homes, only, session.stamp()))
    assert only.passage in session.claim("homes").also
    assert session.claim("only").status is Status.DISMISSED
    session.undo()
    assert (session.claim("homes"), session.claim("only")) == (homes, only)


def test_every_place_is_marked_and_leads_to_the_claim(qtbot, session, look, repeated) -> None:
    pane = StoryPane(session, look, ())
    qtbot.addWidget(pane)
    for place in (repeated.passage, *repeated.also):
        (mark,) = pane.view._layer.marks_at(place.span.start)
        assert mark.badge == str(session.number(repeated.id))
    pane.view.marks_clicked.emit((mark.key,))
    assert session.current == "homes"
