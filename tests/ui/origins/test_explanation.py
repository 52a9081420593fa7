"""The origins laid open: which documents count together, why, and the editor's word on them."""

from __future__ import annotations

import pytest
from counted_origins import count_origins
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.origins.count_dialog import CountDialog, Wanted
from ui.origins.explanation import Explanation
from ui.panels.origins import OriginsLine
from ui.theme.look import Look
from workbench import linking
from workbench.change import Change, added
from workbench.model import Document, Layout, Relation, Revision, Role, Sha256, SourceKind, passage
from workbench.text import Span
from workbench.tracing.values import Edge, Party, PartyId, Provenance, Step

COPY = "The ferry sank in 1998, said the coast guard in a short note on Friday."
OTHER = "A log kept on the quay has the ship going down in the spring of 1998."


@pytest.fixture
def look(qapp):
    look = Look(mode="light")
    look.apply(qapp)
    yield look
    look.deleteLater()


@pytest.fixture
def places(session):
    """Three papers that bear the claim out: two with the same words, one with its own."""
    found = {}
    for id, words in (("a", COPY), ("b", COPY), ("c", OTHER)):
        document = Document(id, Role.SOURCE, f"Report {id}", outlet="Post", kind=SourceKind.NEWSPAPER)
        revision = Revision(f"{id}-1", id, 1, words, Sha256("0" * 64))
        change = Change("Add source", session.stamp(), added(document, revision, Layout(revision.id)))
        session.record(change)
        found[id] = passage(revision, Span(0, len(words)))
        claim = session.claim("sank")
        session.do(linking.link(claim, found[id], Relation.SUPPORTS, session.new_id(), session.stamp()))
    return found


@pytest.fixture
def explanation(session, look, qtbot, places):
    shown = Explanation(session, look)
    qtbot.addWidget(shown)
    shown.resize(380, 600)

    def refresh(*_):
        shown.show_origins("sank", count_origins(session, "sank").explained)

    session.changed.connect(refresh)
    refresh()
    return shown


def titles(explanation):
    return [row.counted.title for row in explanation.rows()]


def answer(qtbot, everywhere=False, reason=""):
    """Answer the dialog that has just been opened."""
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, CountDialog))
    dialog._everywhere.setChecked(everywhere)
    dialog._reason.setText(reason)
    with qtbot.waitSignal(dialog.answered):
        dialog.accept()


def test_every_document_is_listed_with_its_origin_and_why(explanation):
    assert titles(explanation) == ["Report a", "Report b", "Report c"]
    assert explanation.rows()[1].counted.why == "Carries this passage almost word for word like “Report a”."


def test_a_title_opens_the_passage(explanation, qtbot, places):
    row = explanation.rows()[1]
    with qtbot.waitSignal(explanation.open_passage) as opened:
        qtbot.keyClick(row.title, Qt.Key.Key_Space)
    assert opened.args == [places["b"]]


def test_a_document_counts_on_its_own_by_the_editors_word_and_undo_takes_it_back(explanation, session, qtbot):
    row = explanation.rows()[1]
    row.menu().actions()[0].trigger()
    answer(qtbot, reason="They were there.")
    assert session.rulings()[0].claim == "sank"
    assert count_origins(session, "sank").words == "3 independent origins of 3 passages"
    told = explanation.rows()[1].counted.why
    assert told == "The desk counts “Report b” as an origin of its own: They were there."
    session.undo()
    assert count_origins(session, "sank").words == "2 independent origins of 3 passages"


def test_documents_count_together_for_every_claim(explanation, session, qtbot):
    row = next(row for row in explanation.rows() if row.counted.document == "c")
    row.menu().actions()[1].trigger()
    answer(qtbot, everywhere=True)
    (ruling,) = session.rulings()
    assert (ruling.document, ruling.joined, ruling.claim) == ("c", "a", None)
    assert count_origins(session, "sank").words == "1 independent origin of 3 passages"


def test_as_traced_withdraws_the_editors_word(explanation, session, qtbot):
    explanation.rows()[1].menu().actions()[0].trigger()
    answer(qtbot)
    row = next(row for row in explanation.rows() if row.counted.ruling)
    ticks = [action.isChecked() for action in row.menu().actions()]
    assert ticks == [True, False, False]
    row.menu().actions()[2].trigger()
    assert session.rulings() == ()


def test_what_only_repeats_the_story_stands_apart_with_its_reason(session, places):
    documents = [session.story(), *(session.document(id) for id in places)]
    parties = [Party(PartyId(one.id), one.title, one.id, one.kind) for one in documents]
    edge = Edge(PartyId("c"), parties[0].id, Step.CREDITS, "", (), (places["c"],))
    last = count_origins(session, "sank", Provenance(tuple(parties), (edge,))).explained.groups[-1]
    assert (last.number, last.heading) == (None, "Does not count")
    assert last.note == "“Report c” only repeats the story itself."


def test_the_line_opens_and_closes_what_it_counts(session, look, qtbot, places):
    line = OriginsLine(session, look)
    qtbot.addWidget(line)
    line.show_count("sank", count_origins(session, "sank"), fresh=True)
    assert line.explanation.isHidden()
    line.turn()
    assert not line.explanation.isHidden()
    line.show_count("sank", count_origins(session, "sank"), fresh=True)
    assert line.explanation.isHidden()


def test_the_keyboard_goes_from_the_line_through_the_documents(session, look, qtbot, places):
    line = OriginsLine(session, look)
    qtbot.addWidget(line)
    line.show_count("sank", count_origins(session, "sank"), fresh=True)
    line.turn()
    widget, met = line._why, []
    for _ in range(30):
        widget = widget.nextInFocusChain()
        met.append(widget)
    buttons = [button for row in line.explanation.rows() for button in row.buttons()]
    assert [widget for widget in met if widget in buttons] == buttons


def test_without_a_choice_of_documents_it_counts_on_its_own(qtbot):
    dialog = CountDialog("Report a", [])
    qtbot.addWidget(dialog)
    assert dialog.answer() == Wanted(None, False, "")
