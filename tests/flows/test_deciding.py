"""Confirming by the rules of the desk, what is owed, verdict scales, and what the author is asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from ui.dialogs.ask import AskDialog
from ui.dialogs.rules import RulesDialog
from ui.dialogs.scale import ScaleDialog
from ui.models.claim_rows import ClaimFilter
from ui.panels.gate_question import GateQuestion
from ui.panels.owing import Owing
from ui.panels.query_card import QueryCard
from workbench import gates, linking
from workbench.model import (
    Disposition,
    EvidenceId,
    Gate,
    GateId,
    QueryStatus,
    Relation,
    Role,
    passage,
)
from workbench.text import Span


def _dialog(window, kind):
    return next(item for item in window.findChildren(kind) if item.isVisible())


def _claim(window):
    return window.desk.session.claim(window.desk.session.current)


def _question(window):
    return window.desk.evidence.findChild(GateQuestion)


def _ask_for(window, primary, origins):
    session = window.desk.session
    rule = {None: Gate(GateId("rule"), None, primary, origins)}
    session.do(gates.set_rules(session.gates(), rule, session.stamp()))


def _link(window, words):
    """Link words of the register to the current claim as supporting it."""
    session = window.desk.session
    source = next(item for item in session.documents() if item.role is Role.SOURCE)
    text = session.revision(source.id)
    start = text.text.index(words)
    place = passage(text, Span(start, start + len(words)))
    id = EvidenceId(session.new_id())
    session.do(linking.link(_claim(window), place, Relation.SUPPORTS, id, session.stamp()))
    return id


@pytest.fixture
def reopened(make_window, settled):
    """Closes a window and opens its case in another."""

    def reopen(window):
        path = Path(window.desk.store.path)
        window.close()
        again = make_window()
        again.open_path(path)
        settled(again)
        return again

    return reopen


def test_what_lacks_support_is_asked_about_and_left_open(checked, press, qtbot):
    before = checked.desk.session.undo_stack.count()
    press(checked, "confirmed")
    question = _question(checked)
    assert question.isVisible()
    assert "no independent origin" in question.accessibleName()
    assert _claim(checked).disposition is Disposition.OPEN
    qtbot.keyClick(question.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert _claim(checked).disposition is Disposition.OPEN
    assert checked.desk.session.undo_stack.count() == before


def test_a_written_reason_confirms_and_is_there_after_a_restart(checked, press, qtbot, reopened):
    press(checked, "confirmed")
    reason = _question(checked).findChild(QLineEdit)
    qtbot.keyClicks(reason, "I was on board.")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    claim = _claim(checked)
    assert (claim.disposition, claim.waiver) == (Disposition.CONFIRMED, "I was on board.")
    row = next(row for row in checked.desk.claims.shown() if row.claim.id == claim.id)
    assert not row.short
    again = reopened(checked)
    assert again.desk.session.claim(claim.id).waiver == "I was on board."


def test_undoing_a_confirmation_takes_its_reason_along(checked, press, qtbot):
    press(checked, "confirmed")
    reason = _question(checked).findChild(QLineEdit)
    qtbot.keyClicks(reason, "I was on board.")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    press(checked, "undo")
    assert (_claim(checked).disposition, _claim(checked).waiver) == (Disposition.OPEN, "")
    press(checked, "redo")
    assert _claim(checked).waiver == "I was on board."


def test_what_passes_its_rule_is_confirmed_without_a_question(checked, press, qtbot):
    _ask_for(checked, 0, 1)
    _link(checked, "The ferry Marit sank")
    press(checked, "confirmed")
    qtbot.waitUntil(lambda: _claim(checked).disposition is Disposition.CONFIRMED, timeout=10_000)
    assert not _question(checked).isVisible()


def test_a_confirmed_claim_that_loses_its_support_says_so(checked, press, qtbot):
    _ask_for(checked, 0, 1)
    evidence = _link(checked, "The ferry Marit sank")
    press(checked, "confirmed")
    qtbot.waitUntil(lambda: _claim(checked).disposition is Disposition.CONFIRMED, timeout=10_000)
    checked.desk.evidence.acts.set_aside(evidence)
    id = checked.desk.session.current
    qtbot.waitUntil(
        lambda: next(row for row in checked.desk.claims.shown() if row.claim.id == id).short, timeout=10_000
    )
    press(checked, "undo")
    qtbot.waitUntil(
        lambda: not next(row for row in checked.desk.claims.shown() if row.claim.id == id).short,
        timeout=10_000,
    )


def test_rules_are_set_in_a_dialog_and_taken_back_in_one_step(checked, press):
    press(checked, "gates")
    dialog = _dialog(checked, RulesDialog)
    row = dialog.row(None)
    row.usual.setChecked(False)
    row.primary.choose(0)
    row.origins.choose(0)
    dialog.button.click()
    press(checked, "confirmed")
    assert _claim(checked).disposition is Disposition.CONFIRMED
    press(checked, "undo")
    press(checked, "undo")
    assert checked.desk.session.gates() == ()


def test_who_owes_what_until_when_is_typed_and_found_when_overdue(checked, press, qtbot):
    press(checked, "tk")
    owing = checked.desk.evidence.findChild(Owing)
    assert owing.isVisible()
    owner, day = owing.findChildren(QLineEdit)
    qtbot.keyClicks(owner, "Ida Holm")
    qtbot.keyClick(owner, Qt.Key.Key_Return)
    qtbot.keyClicks(day, "3 Feb 2020")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert (_claim(checked).owner, _claim(checked).due) == ("Ida Holm", "2020-02-03")
    checked.desk.claims.show_state(ClaimFilter.WAITING)
    (row,) = checked.desk.claims.shown()
    assert "Overdue since" in row.owed.word
    press(checked, "corrected")
    assert (_claim(checked).owner, _claim(checked).due) == ("", None)
    press(checked, "undo")
    assert _claim(checked).owner == "Ida Holm"


def test_what_is_no_day_is_said_and_nothing_is_stored(checked, press, qtbot):
    press(checked, "tk")
    _, day = checked.desk.evidence.findChild(Owing).findChildren(QLineEdit)
    qtbot.keyClicks(day, "soonish")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert _claim(checked).due is None
    assert day.text() == "soonish"


def test_another_scale_leaves_the_words_of_earlier_verdicts(checked, press, reopened):
    session = checked.desk.session
    press(checked, "verdict_3")
    first = session.current
    press(checked, "scale")
    dialog = _dialog(checked, ScaleDialog)
    dialog.choose("six-step")
    dialog.button.click()
    assert session.given_step(first).label == "Mixed"
    assert checked.actions_["verdict_1"].text() == "True"
    press(checked, "next")
    press(checked, "verdict_1")
    second = session.current
    again = reopened(checked).desk.session
    assert [again.given_step(id).label for id in (first, second)] == ["Mixed", "True"]


def test_an_edited_scale_is_one_step_back(checked, press, qtbot):
    press(checked, "verdict_3")
    press(checked, "scale")
    dialog = _dialog(checked, ScaleDialog)
    editor = dialog._steps
    editor.choose("mixed")
    editor._label.selectAll()
    qtbot.keyClicks(editor._label, "Half right")
    editor.move_up()
    editor.choose("unsupported")
    editor.retire()
    dialog.button.click()
    session = checked.desk.session
    assert session.given_step(session.current).label == "Half right"
    assert [step.label for step in session.steps()][:3] == ["Supported", "Half right", "Mostly supported"]
    press(checked, "undo")
    assert session.scales() == ()
    assert session.given_step(session.current).label == "Mixed"


def test_a_step_that_was_given_is_retired_and_can_be_brought_back(checked, press):
    press(checked, "verdict_3")
    press(checked, "scale")
    dialog = _dialog(checked, ScaleDialog)
    dialog._steps.choose("mixed")
    dialog._steps.retire()
    assert [step.retired for step in dialog.chosen.steps if step.key == "mixed"] == [True]
    dialog._steps.retire()
    assert not any(step.retired for step in dialog.chosen.steps)
    dialog.reject()


def test_a_verdict_in_the_desks_own_words(checked, press, qtbot):
    press(checked, "scale")
    dialog = _dialog(checked, ScaleDialog)
    dialog.choose("free-text")
    dialog.button.click()
    press(checked, "verdict_1")
    qtbot.keyClicks(checked.focusWidget(), "Right, but a year off")
    checked.desk.evidence.settle()
    session = checked.desk.session
    assert session.verdict(session.current).step == "Right, but a year off"
    assert session.given_step(session.current).label == "Right, but a year off"
    press(checked, "undo")
    assert session.verdict(session.current) is None


def _ask_about(window, press, words, question, wording=""):
    desk = window.desk
    text = desk.session.revision(desk.session.story().id).text
    start = text.index(words)
    desk.story.view.select(Span(start, start + len(words)))
    press(window, "ask")
    dialog = _dialog(window, AskDialog)
    dialog._question.setPlainText(question)
    dialog._wording.setPlainText(wording)
    dialog.button.click()
    return desk.session.every_query()[-1]


def test_any_words_of_the_story_can_be_asked_about(checked, press, reopened):
    query = _ask_about(
        checked, press, "The harbour was rebuilt later", "When?", "The harbour was rebuilt in 2001"
    )
    assert query.claim is None
    assert query.passage.quote.exact == "The harbour was rebuilt later"
    assert (query.by, query.status) == ("Ada Lind", QueryStatus.OPEN)
    marks = [mark for mark in checked.desk.story.view._layer._index if mark.badge == "?"]
    assert [mark.span for mark in marks] == [query.passage.span]
    press(checked, "undo")
    assert checked.desk.session.every_query() == ()
    press(checked, "redo")
    again = reopened(checked)
    assert again.desk.session.every_query() == (query,)


def test_an_answer_closes_a_query_and_its_mark_goes(checked, press, qtbot):
    query = _ask_about(
        checked, press, "The harbour was rebuilt later", "When?", "The harbour was rebuilt in 2001"
    )
    press(checked, "queries")
    qtbot.waitUntil(lambda: checked.desk.queries.findChild(QueryCard) is not None)
    card = checked.desk.queries.card(query.id)
    qtbot.mouseClick(
        next(button for button in card.findChildren(QPushButton) if button.text() == "Accepted"),
        Qt.MouseButton.LeftButton,
    )
    assert checked.desk.session.query(query.id).status is QueryStatus.ACCEPTED
    assert not [mark for mark in checked.desk.story.view._layer._index if mark.badge == "?"]
    qtbot.waitUntil(lambda: "draft 1" in card._found.accessibleName(), timeout=10_000)
    press(checked, "undo")
    assert checked.desk.session.query(query.id).status is QueryStatus.OPEN


def test_a_click_on_words_asked_about_leads_to_the_query_and_back(checked, press, qtbot):
    query = _ask_about(checked, press, "The harbour was rebuilt later", "When?")
    checked.desk.story.view.marks_clicked.emit((f"?{query.id}",))
    assert checked.desk.review.isVisible()
    qtbot.waitUntil(lambda: checked.desk.queries.findChild(QueryCard) is not None)
    checked.desk.queries.card(query.id).revealed.emit(query.id)
    assert [lit.span for lit in checked.desk.story.view._layer._lit] == [query.passage.span]


def test_open_queries_go_to_the_clipboard_and_to_a_file(checked, press, qtbot, tmp_path):
    _ask_about(checked, press, "The harbour was rebuilt later", "When?", "The harbour was rebuilt in 2001")
    press(checked, "copy_queries")
    assert "Please change to: “The harbour was rebuilt in 2001”" in QApplication.clipboard().text()
    path = tmp_path / "queries.md"
    checked.commands("queries").export_to(path)
    qtbot.waitUntil(path.exists, timeout=10_000)
    assert "The harbour was rebuilt later" in path.read_text(encoding="utf-8")


def test_what_is_asked_can_be_changed_and_taken_back(checked, press, qtbot):
    query = _ask_about(checked, press, "The harbour was rebuilt later", "When?")
    checked.desk.queries.edit_wanted.emit(query.id)
    dialog = _dialog(checked, AskDialog)
    dialog._question.setPlainText("In which year?")
    dialog.button.click()
    session = checked.desk.session
    assert session.query(query.id) == replace(query, question="In which year?")
    press(checked, "queries")
    qtbot.waitUntil(lambda: checked.desk.queries.findChild(QueryCard) is not None)
    checked.desk.queries.card(query.id).taken_back.emit(query.id)
    qtbot.waitUntil(lambda: session.query(query.id) is None)
    press(checked, "undo")
    assert session.query(query.id).question == "In which year?"


def test_a_key_leads_to_who_owes_it_once_something_is_owed(checked, press):
    press(checked, "owner")
    assert "TK" in checked.banner.sentence()
    press(checked, "on_author")
    press(checked, "owner")
    assert checked.focusWidget().accessibleName() == "Who has to bring it"
