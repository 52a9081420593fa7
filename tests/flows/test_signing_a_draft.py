"""Signing a draft: what stands in the way, who may sign, what shows afterwards, and how it is taken back."""

from dataclasses import replace
from hashlib import sha256

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox

from ui.dialogs.sign import ReopenDialog, SignDialog
from workbench import review
from workbench.change import Change, added
from workbench.model import Disposition, Layout, SignOff, Status, passage
from workbench.openings import Kind, Severity
from workbench.signing import State
from workbench.text import Span
from workbench.waiting import set_gone


@pytest.fixture
def current(qtbot):
    """Waits until the review is that of the case as it stands."""

    def wait(window):
        qtbot.waitUntil(lambda: window.desk.reviewing.review is not None, timeout=20_000)
        qtbot.waitUntil(lambda: not window.desk.tracing.busy, timeout=20_000)
        qtbot.waitUntil(lambda: window.desk.reviewing.is_current, timeout=20_000)
        return window.desk.reviewing.review

    return wait


@pytest.fixture
def settled_case(checked, settled, current):
    """A window on a case in which every claim is settled."""
    settled(checked)
    settle(checked)
    current(checked)
    return checked


def settle(window):
    session = window.desk.session
    for claim in session.claims():
        change = review.dispose(claim, Disposition.CORRECTED, session.stamp())
        session.do(Change(change.label, change.stamp, change.edits))


def mark_the_rest(window):
    session = window.desk.session
    draft = session.revision(session.story().id)
    start = draft.text.index("The harbour")
    place = passage(draft, Span(start, len(draft.text.rstrip())))
    session.do(review.mark(place, "harbour", session.stamp()))
    session.do(review.dispose(session.claim("harbour"), Disposition.CORRECTED, session.stamp()))


def open_dialog(window, kind):
    found = [one for one in window.findChildren(kind) if one.isVisible()]
    assert found, kind
    return found[-1]


def sign(window, press, qtbot, current, *, name=None, note="Read and agreed."):
    current(window)
    press(window, "sign")
    dialog = open_dialog(window, SignDialog)
    if name is not None:
        dialog._name.setText(name)
    if dialog._note is not None:
        dialog._note.setPlainText(note)
    assert dialog.button.isEnabled()
    dialog.accept()
    return current(window)


def reopen(window, press, current, why="A letter came"):
    current(window)
    press(window, "reopen")
    dialog = open_dialog(window, ReopenDialog)
    assert not dialog.button.isEnabled()
    dialog._why.setPlainText(why)
    dialog.accept()
    return current(window)


def test_open_claims_stop_a_signature_and_are_listed_on_the_page(checked, settled, press, current):
    settled(checked)
    session = checked.desk.session
    session.do(review.accept(session.claims()[0], session.stamp()))
    current(checked)
    press(checked, "sign")
    box = open_dialog(checked, QMessageBox)
    assert "must be settled first" in box.informativeText()
    box.close()
    assert checked.desk.review.isVisible()
    (group,) = [one for one in checked.desk.reviewing.openings.groups() if one.head.isChecked()]
    assert group.rows[0].opening.kind is Kind.OPEN_CLAIM


def test_a_click_on_an_opening_goes_to_its_claim(qtbot, checked, settled, press, current):
    settled(checked)
    session = checked.desk.session
    last = session.claims()[-1]
    session.do(review.accept(last, session.stamp()))
    current(checked)
    press(checked, "focus_review")
    groups = checked.desk.reviewing.openings.groups
    qtbot.waitUntil(lambda: bool(groups() and groups()[0].rows), timeout=5_000)
    session.choose(session.claims()[0].id)
    groups()[0].rows[0].click()
    assert session.current == last.id


def test_what_is_signed_is_told_of_the_claims_that_the_draft_has(settled_case, press, current):
    window, session = settled_case, settled_case.desk.session
    mark_the_rest(window)
    first, second, *others = session.claims()
    session.do(review.dispose(first, Disposition.TK, session.stamp()))
    session.do(set_gone(second, session.stamp()))
    current(window)
    press(window, "sign")
    told = "\n".join(label.text() for label in open_dialog(window, SignDialog).findChildren(QLabel))
    assert len(others) == 1
    assert "2 claims: 1 TK, still to come; 1 corrected" in told


def test_a_settled_draft_is_signed_with_a_reason_for_what_is_left_open(qtbot, settled_case, press, current):
    window = settled_case
    found = sign(window, press, qtbot, current, note="The rest is the agency’s.")
    assert found.signed.state is State.SIGNED
    (given,) = window.desk.session.signatures()
    assert given.by == "Ada Lind"
    assert given.note.startswith("The rest is the agency’s. (Left open:")
    assert window.status.signed_words() == "Signed by the checker"


def test_the_dialog_says_what_is_signed_and_waits_for_a_name_and_a_reason(settled_case, press, current):
    current(settled_case)
    press(settled_case, "sign")
    dialog = open_dialog(settled_case, SignDialog)
    assert "draft 1" in dialog.words.text()
    assert "Fingerprint of the history: " in dialog.words.text()
    assert not dialog.button.isEnabled()
    dialog._note.setPlainText("It is short.")
    assert dialog.button.isEnabled()
    dialog._name.setText("  ")
    assert not dialog.button.isEnabled()


def test_a_change_shows_and_its_undo_lets_the_signature_fit_again(qtbot, settled_case, press, current):
    window, session = settled_case, settled_case.desk.session
    sign(window, press, qtbot, current)
    session.do(review.annotate(session.claims()[0], session.stamp(), note="Asked again."))
    found = current(window)
    assert found.signed.state is State.CHANGED
    assert [one.label for one in found.since] == ["Edit note"]
    assert window.status.signed_words() == "Changed since signed"
    press(window, "undo")
    assert current(window).signed.state is State.SIGNED


def test_undo_passes_over_a_signature(qtbot, settled_case, press, current):
    window = settled_case
    sign(window, press, qtbot, current)
    press(window, "undo")
    current(window)
    assert len(window.desk.session.signatures()) == 1
    assert window.desk.reviewing.review.signed.state is State.CHANGED
    press(window, "redo")
    assert current(window).signed.state is State.SIGNED


def test_the_second_signature_must_be_another_persons(qtbot, settled_case, press, current):
    window = settled_case
    sign(window, press, qtbot, current)
    press(window, "sign")
    dialog = open_dialog(window, SignDialog)
    assert dialog._name.text() == ""
    dialog._name.setText("ada  LIND")
    assert not dialog.button.isEnabled()
    dialog._name.setText("Otto Hale")
    dialog.accept()
    assert current(window).signed.state is State.SECONDED
    assert window.desk.session.checker == "Otto Hale"
    assert window.settings.checker == "Otto Hale"


def test_reopening_needs_a_reason_and_keeps_it(qtbot, settled_case, press, current):
    window = settled_case
    sign(window, press, qtbot, current)
    found = reopen(window, press, current)
    assert found.signed.state is State.UNSIGNED
    (taken,) = window.desk.session.signatures()
    assert (taken.reopened_by, taken.reopened_why) == ("Ada Lind", "A letter came")
    assert sign(window, press, qtbot, current).signed.state is State.SIGNED


def test_signatures_outlive_a_restart_and_the_second_person_signs_elsewhere(
    qtbot, settled_case, make_window, press, current
):
    sign(settled_case, press, qtbot, current)
    path = settled_case.desk.store.path
    settled_case.close()
    other = make_window("Otto Hale")
    other.open_path(path)
    assert current(other).signed.state is State.SIGNED
    assert sign(other, press, qtbot, current).signed.state is State.SECONDED
    assert [one.by for one in other.desk.store.all(SignOff)] == ["Ada Lind", "Otto Hale"]


def test_what_changed_under_the_dialog_is_not_signed(qtbot, settled_case, press, current):
    window, session = settled_case, settled_case.desk.session
    press(window, "sign")
    dialog = open_dialog(window, SignDialog)
    dialog._note.setPlainText("Read.")
    session.do(review.annotate(session.claims()[0], session.stamp(), note="Asked again."))
    current(window)
    dialog.accept()
    assert "has changed while" in open_dialog(window, QMessageBox).informativeText()
    open_dialog(window, QMessageBox).close()
    assert session.signatures() == ()


def test_stepping_goes_from_one_spot_without_a_mark_to_the_next_and_marks_its_sentence(
    checked, settled, press, current
):
    settled(checked)
    session = checked.desk.session
    for claim in session.claims():
        session.do(review.dismiss(claim, session.stamp()))
    found = current(checked)
    press(checked, "next_unmarked")
    first = checked.desk.story.view.selected_span()
    assert first == found.coverage.bare[0].span
    press(checked, "next_unmarked")
    second = checked.desk.story.view.selected_span()
    assert second.start > first.start
    press(checked, "mark_sentence")
    (marked,) = session.claims()
    assert marked.status is Status.ACCEPTED
    assert marked.passage.span.contains(second)
    assert second not in [item.span for item in current(checked).coverage.bare]


def test_what_has_no_mark_is_underlined_on_demand(checked, settled, press, current):
    settled(checked)
    current(checked)
    view = checked.desk.story.view
    press(checked, "unmarked")
    assert view._screen().unmarked
    assert checked.desk.reviewing.coverage.show_bare.isChecked()
    press(checked, "unmarked")
    assert not view._screen().unmarked


def test_nothing_in_the_way_is_said(qtbot, settled_case, press, current):
    window = settled_case
    current(window)
    window.desk.reviewing.openings.show_openings(())
    assert "Nothing stands in the way" in window.desk.reviewing.openings._nothing.text()
    assert all(one.severity is Severity.SHOULD for one in window.desk.reviewing.review.openings)


def test_a_new_draft_is_not_signed_by_the_signature_under_the_one_before(qtbot, settled_case, press, current):
    window, session = settled_case, settled_case.desk.session
    sign(window, press, qtbot, current)
    story = session.story()
    old = session.revision(story.id)
    words = f"{old.text}It was raised again in 2004.\n"
    later = replace(old, id="second", number=2, text=words, sha256=sha256(words.encode()).hexdigest())
    session.do(Change("Read in a new draft", session.stamp(), added(later, Layout(later.id))))
    found = current(window)
    assert found.signed.state is State.OUTDATED
    assert Kind.TRAY in [one.kind for one in found.musts]
    assert window.status.signed_words() == "Signed for an earlier draft"
    press(window, "focus_review")
    told = window.desk.reviewing.signature._told
    qtbot.waitUntil(lambda: "Signed for draft 1; draft 2 is here." in told.text(), timeout=5_000)


def test_a_case_without_a_name_asks_for_one_before_it_is_signed(qtbot, settled_case, press, current):
    window = settled_case
    window.settings.checker = ""
    current(window)
    press(window, "sign")
    dialog = open_dialog(window, SignDialog)
    dialog._note.setPlainText("Read.")
    assert not dialog.button.isEnabled()
    dialog._name.setText("Pia Wren")
    dialog.accept()
    assert current(window).signed.checker.by == "Pia Wren"
