"""The pane of the current claim."""

from __future__ import annotations

from dataclasses import replace

import pytest
from memory_store import MemoryStore
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.models.origin_count import OriginCount, OriginCounts
from ui.origins.groups import Explained
from ui.panels.choice import ChoiceButton
from ui.panels.cited import SourceTag
from ui.panels.comparison import Comparison
from ui.panels.decision import DecisionForm
from ui.panels.evidence import EvidencePanel
from ui.panels.evidence_card import EvidenceCard
from ui.panels.field import Field
from ui.panels.query_card import QueryCard
from ui.panels.words import EmptyState
from ui.session import Session
from workbench import review
from workbench.change import Change, added
from workbench.model import Disposition, Evidence, Query, QueryStatus, Relation, Status


@pytest.fixture
def panel(qtbot, session, look):
    panel = EvidencePanel(session, look)
    qtbot.addWidget(panel)
    panel.resize(400, 900)
    panel.show()
    session.choose("homes")
    qtbot.waitUntil(lambda: len(_cards(panel)) == 3)
    return panel


def _cards(panel):
    return [card for card in panel.findChildren(EvidenceCard) if card.isVisibleTo(panel)]


def _from_the_top(panel):
    return [card.evidence_id for card in sorted(_cards(panel), key=lambda card: card.y())]


def _card(panel, id):
    return next(card for card in _cards(panel) if card.evidence_id == id)


def _field(panel, name):
    return next(field for field in panel.findChildren(Field) if field.accessibleName() == name)


def _texts(widget):
    return [button.text() for button in widget.findChildren(QPushButton)]


def _button(widget, words):
    return next(button for button in widget.findChildren(QPushButton) if button.text() == words)


def test_conflicts_come_first_and_the_first_is_current(qtbot, panel) -> None:
    expected = ["homes-letter", "homes-agency", "homes-board"]
    qtbot.waitUntil(lambda: _from_the_top(panel) == expected)
    assert panel.current_evidence().id == "homes-letter"


def test_relating_takes_the_suggestion_up_and_goes_on_to_the_next(panel, session) -> None:
    panel.relate_current(Relation.CONTRADICTS)
    linked = session.evidence("homes")[0]
    assert (linked.id, linked.status) == ("homes-letter", Status.ACCEPTED)
    assert panel.current_evidence().id == "homes-agency"
    session.undo()
    assert session.evidence("homes")[0].status is Status.PROPOSED


def test_a_relation_can_be_corrected_on_the_card(qtbot, panel, session) -> None:
    panel.relate_current(Relation.CONTRADICTS)
    qtbot.mouseClick(_button(_card(panel, "homes-letter"), "Context"), Qt.MouseButton.LeftButton)
    assert session.evidence("homes")[0].relation is Relation.CONTEXT


def test_a_dismissed_suggestion_is_gone_and_the_next_is_current(panel, session) -> None:
    panel.dismiss_current_suggestion()
    assert [item.id for item in session.evidence("homes")] == ["homes-agency", "homes-board"]
    assert panel.current_evidence().id == "homes-agency"


def test_stepping_stops_at_both_ends(panel) -> None:
    panel.previous_suggestion()
    assert panel.current_evidence().id == "homes-letter"
    for _ in range(5):
        panel.next_suggestion()
    assert panel.current_evidence().id == "homes-board"


def test_the_place_opens_the_passage(qtbot, panel, session) -> None:
    card = _card(panel, "homes-letter")
    place = next(b for b in card.findChildren(QPushButton) if "inspectorate-letter.pdf" in b.text())
    with qtbot.waitSignal(panel.open_passage) as opened:
        qtbot.mouseClick(place, Qt.MouseButton.LeftButton)
    assert opened.args == [session.evidence("homes")[1].passage]


def test_both_wordings_can_be_heard(panel) -> None:
    heard = _card(panel, "homes-letter").findChild(Comparison).accessibleName()
    assert "Story says: more than 340 households" in heard
    assert "Source says: A total of 312 households" in heard


def test_disposition_and_verdict_are_two_fields(panel, session) -> None:
    panel.set_disposition(Disposition.CORRECTED)
    panel.set_verdict("contradicted")
    assert session.claim("homes").disposition is Disposition.CORRECTED
    assert session.verdict("homes").step == "contradicted"
    names = [button.accessibleName() for button in panel.findChildren(ChoiceButton)]
    assert names == ["Disposition: Corrected", "Verdict: Contradicted"]


def test_setting_what_is_set_changes_nothing(panel, session) -> None:
    panel.set_disposition(Disposition.OPEN)
    panel.set_verdict(None)
    assert session.undo_stack.count() == 0


def test_the_conclusion_is_kept_when_the_verdict_changes(panel, session) -> None:
    panel.set_verdict("mixed")
    _field(panel, "Conclusion").setPlainText("Norda rounds up.")
    panel.set_verdict("contradicted")
    assert session.verdict("homes").conclusion == "Norda rounds up."
    assert session.verdict("homes").step == "contradicted"
    panel.set_verdict(None)
    assert session.verdict("homes") is None


def test_a_note_goes_to_the_claim_it_was_written_for(panel, session) -> None:
    _field(panel, "Note for the desk").setPlainText("Ring the inspectorate.")
    session.choose("warned")
    assert session.claim("homes").note == "Ring the inspectorate."
    assert session.claim("warned").note == ""
    assert _field(panel, "Note for the desk").toPlainText() == ""
    assert session.undo_stack.count() == 1


def test_two_fields_written_before_leaving_are_two_changes(panel, session) -> None:
    panel.set_verdict("mixed")
    _field(panel, "Conclusion").setPlainText("One of two.")
    _field(panel, "Note for the desk").setPlainText("Two of two.")
    session.choose("warned")
    assert session.verdict("homes").conclusion == "One of two."
    assert session.claim("homes").note == "Two of two."
    assert session.undo_stack.count() == 3


def test_a_proposed_claim_can_be_taken_up_or_set_aside(qtbot, panel, session) -> None:
    session.choose("valves")
    qtbot.mouseClick(_button(panel, "Accept claim"), Qt.MouseButton.LeftButton)
    assert session.claim("valves").status is Status.ACCEPTED
    assert not _button(panel, "Accept claim").isVisible()
    panel.acts.dismiss()
    assert session.claim("valves").status is Status.DISMISSED
    assert session.current == "spent"


def test_a_cited_source_can_be_taken_off(qtbot, panel, session) -> None:
    tag = panel.findChild(SourceTag)
    with qtbot.waitSignal(session.changed):
        tag.removed.emit(session.citations("homes")[0])
    assert session.citations("homes") == ()
    session.undo()
    assert len(session.citations("homes")) == 1


def test_a_note_on_evidence_is_saved(panel, session) -> None:
    card = _card(panel, "homes-agency")
    card.write_note()
    card.findChild(Field).setPlainText("Same letter, rounded.")
    card.settle()
    assert next(item for item in session.evidence("homes") if item.id == "homes-agency").note


def test_a_note_on_evidence_survives_the_choice_of_another_claim(panel, session) -> None:
    card = _card(panel, "homes-agency")
    card.write_note()
    card.findChild(Field).setPlainText("Same letter, rounded.")
    session.choose("warned")
    assert next(item for item in session.evidence("homes") if item.id == "homes-agency").note
    assert session.undo_stack.count() == 1


def test_questions_to_the_author_are_shown_and_settled(qtbot, panel, session) -> None:
    asked = Query("q", "homes", "Where does 340 come from?", "312 households")
    session.do(review.ask(asked, session.stamp()))
    card = panel.findChild(QueryCard)
    card.findChild(Field).setPlainText("From the agency.")
    qtbot.mouseClick(_button(card, "Accepted"), Qt.MouseButton.LeftButton)
    session.choose("warned")
    settled = session.queries("homes")[0]
    assert (settled.status, settled.answer) == (QueryStatus.ACCEPTED, "From the agency.")


def test_the_menus_offer_both_scales_with_their_keys(panel, session) -> None:
    disposition, verdict = panel.findChildren(ChoiceButton)
    for button in (disposition, verdict):
        button.menu().aboutToShow.emit()
    assert disposition.menu().actions()[1].text() == "Confirmed\t2"
    assert verdict.menu().actions()[-1].text().startswith("No verdict")
    verdict.menu().triggered.emit(verdict.menu().actions()[0])
    assert session.verdict("homes").step == "supported"


def test_without_a_claim_the_pane_says_what_to_do(panel, session) -> None:
    session.choose(None)
    assert panel.findChild(EmptyState).isVisible()
    assert "Choose a claim" in panel.findChild(EmptyState).accessibleName()


def test_many_suggestions_are_shown_by_and_by(qtbot, panel, session, store: MemoryStore) -> None:
    found = session.evidence("homes")[1]
    many = [replace(found, id=f"more-{n}", score=50.0 - n) for n in range(12)]
    session.record(Change("Suggest evidence", session.stamp(), added(*many)))
    qtbot.waitUntil(lambda: "Show 9 more" in _texts(panel))
    qtbot.mouseClick(_button(panel, "Show 9 more"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(_cards(panel)) == 15)


def test_a_case_that_cannot_be_changed_offers_no_changes(qtbot, store, look) -> None:
    store.read_only = "Another window has the case open."
    session = Session(store, "Ada")
    session.choose("homes")
    panel = EvidencePanel(session, look)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: len(_cards(panel)) == 3)
    assert not any(button.isEnabled() for button in panel.findChildren(ChoiceButton))
    assert not _button(_cards(panel)[0], "Supports").isEnabled()
    assert _field(panel, "Note for the desk").isReadOnly()
    session.deleteLater()


def test_words_of_a_source_are_never_taken_for_markup(qtbot, session, look, store) -> None:
    trap = "<b>loud</b><img src='file:///etc/hostname'>"
    claim = replace(session.claim("only"), reasons=(trap,), note=trap)
    store.values = {key: claim if value.id == "only" else value for key, value in store.values.items()}
    fresh = Session(store, "Ada")
    fresh.choose("only")
    panel = EvidencePanel(fresh, look)
    qtbot.addWidget(panel)
    from PySide6.QtWidgets import QLabel

    label = next(label for label in panel.findChildren(QLabel) if "loud" in label.text())
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert panel.findChild(DecisionForm) is not None
    fresh.deleteLater()


def test_evidence_of_the_story_itself_is_shown(qtbot, panel, session) -> None:
    own = replace(session.evidence("homes")[0], id="own", passage=session.claim("only").passage)
    assert isinstance(own, Evidence)
    session.record(Change("Link evidence", session.stamp(), added(own)))
    qtbot.waitUntil(lambda: any(card.evidence_id == "own" for card in _cards(panel)))


def test_a_card_on_its_way_never_lies_over_another(panel, session, qtbot) -> None:
    session.choose("level")
    qtbot.waitUntil(lambda: [card.evidence_id for card in _cards(panel)] == ["level-letter"])
    session.choose("homes")
    cards = panel._findings.list
    while cards._waiting:
        cards._build_some()
        fresh = [card for card in _cards(panel) if card.y() < 0]
        settled = [card.geometry() for card in _cards(panel) if card not in fresh]
        assert all(not one.intersects(other) for one in settled for other in settled if one is not other)
    qtbot.waitUntil(lambda: all(card.y() > 0 for card in _cards(panel)))
    assert len(_cards(panel)) == 3


def test_until_origins_are_counted_it_is_said_that_they_are_being_counted(panel, session) -> None:
    session.choose("spent")
    assert panel._origins._words.text() == "Counting independent origins…"
    assert panel._origins._why.isHidden()
    panel.show_counts(OriginCounts({"spent": OriginCount(1, 1, False, (), Explained())}))
    assert panel._origins._words.text() == "1 independent origin of 1 passage"
    assert not panel._origins._why.isHidden()


def test_where_nothing_supports_the_claim_no_origins_are_spoken_of(panel, session) -> None:
    session.choose("only")
    assert panel._origins.isHidden()


def test_a_narrow_pane_wraps_the_count_of_origins(panel, session) -> None:
    session.choose("spent")
    panel.show_counts(OriginCounts({"spent": OriginCount(12, 16, True, (), Explained())}))
    panel.resize(280, 600)
    line = panel._origins
    assert line.minimumSizeHint().width() <= 252
    assert line._why.geometry().right() < line.width() <= 252
