"""An editor looks back: undo after a restart, the history, the case as it was, and what was removed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.trash.dialog import TrashDialog
from workbench.change import Act
from workbench.model import Claim, Disposition, Verdict


def reopened(make_window, window, settled, checker="Ada Lind"):
    path = window.desk.store.path
    settled(window)
    window.close()
    again = make_window(checker)
    again.open_path(path)
    settled(again)
    return again


def history(qtbot, window, press):
    if not window.desk.history.is_shown:
        press(window, "history")
    place = window.desk.history
    qtbot.waitUntil(lambda: not place.steps.busy, timeout=30_000)
    return place.page


def entries(page):
    model = page.rows
    found = (model.entry(model.index(row)) for row in range(model.rowCount()))
    return [entry for entry in found if entry]


def told(page):
    return [entry.what(page.delegate.numbers) for entry in entries(page)]


def trash(qtbot, window, press):
    press(window, "trash")
    dialog = window.findChild(TrashDialog)
    qtbot.waitUntil(lambda: not dialog._steps.busy, timeout=30_000)
    return dialog


def test_what_was_done_before_a_restart_is_undone_and_redone_after_it(make_window, checked, press, settled):
    session = checked.desk.session
    claim = session.claims()[0].id
    press(checked, "corrected")
    press(checked, "tk")
    window = reopened(make_window, checked, settled)
    session = window.desk.session
    assert window.actions_["undo"].text() == "Undo: Set to TK"
    press(window, "undo")
    assert session.claim(claim).disposition is Disposition.CORRECTED
    press(window, "undo")
    assert session.claim(claim).disposition is Disposition.OPEN
    window = reopened(make_window, window, settled)
    press(window, "redo")
    press(window, "redo")
    assert window.desk.session.claim(claim).disposition is Disposition.TK
    assert not window.desk.session.undo_stack.canRedo()


def test_a_colleagues_step_says_whose_it_was(make_window, checked, press, settled):
    press(checked, "corrected")
    window = reopened(make_window, checked, settled, "Mara Brandt")
    assert window.actions_["undo"].text() == "Undo: Set to corrected (Ada Lind)"
    press(window, "undo")
    event = window.desk.store.history()[-1].change
    assert (event.stamp.by, event.act) == ("Mara Brandt", Act.UNDONE)


def test_an_import_of_several_files_is_undone_in_one_go_after_restart(make_window, imported, press, settled):
    window = reopened(make_window, imported, settled)
    documents = window.desk.session.documents()
    assert len(documents) == 3
    assert "3 in one go" in window.actions_["undo"].text()
    press(window, "undo")
    assert window.desk.session.documents() == ()
    press(window, "redo")
    settled(window)
    assert set(window.desk.session.documents()) == set(documents)
    assert window.desk.session.revision(documents[0].id).text


def test_a_step_that_was_overtaken_stays_and_says_so(make_window, checked, press, settled):
    session = checked.desk.session
    press(checked, "corrected")
    window = reopened(make_window, checked, settled)
    session = window.desk.session
    claim = session.claims()[0]
    from dataclasses import replace

    from workbench.change import Change, Edit

    later = replace(claim, disposition=Disposition.LEGAL)
    session.record(Change("Propose claims", session.stamp(), (Edit(claim, later),)))
    assert not session.undo()
    assert "cannot be undone" in window.banner.sentence()
    assert session.undo_stack.canUndo()
    assert session.claim(claim.id) == later


def test_the_history_tells_every_step_and_who_took_it(checked, press, qtbot):
    press(checked, "corrected")
    press(checked, "undo")
    page = history(qtbot, checked, press)
    assert told(page)[:2] == ["Undone: Set claim 1 to “Corrected”", "Set claim 1 to “Corrected”"]
    assert entries(page)[1].number in page._crossed_out
    assert entries(page)[0].by == "Ada Lind"
    press(checked, "redo")
    qtbot.waitUntil(lambda: told(page)[0] == "Done again: Set claim 1 to “Corrected”")
    assert entries(page)[2].number not in page._crossed_out
    assert any("Twosource proposed" in what for what in told(page))
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert not checked.desk.history.is_shown


def test_the_history_is_filtered_by_words_claim_person_and_kind(checked, press, qtbot):
    session = checked.desk.session
    press(checked, "corrected")
    session.choose(session.claims()[1].id)
    press(checked, "legal")
    page = history(qtbot, checked, press)
    every = len(entries(page))
    page._words.setText("legal")
    qtbot.waitUntil(lambda: told(page) == ["Set claim 2 to “Legal”"])
    page._words.clear()
    qtbot.waitUntil(lambda: len(entries(page)) == every)
    press(checked, "claim_history")
    qtbot.waitUntil(lambda: len(entries(page)) < every)
    assert all(session.current in entry.told.claims for entry in entries(page))
    page._claim_only.click()
    qtbot.waitUntil(lambda: len(entries(page)) == every)
    page._pick_person("Nobody")
    qtbot.waitUntil(lambda: entries(page) == [])


def test_steps_without_a_name_can_be_picked_out_and_say_so(checked, press, qtbot):
    checked.desk.session.checker = ""
    press(checked, "corrected")
    page = history(qtbot, checked, press)
    offered = [choice.sign.word for choice in page._people._choices]
    assert offered.count("Everybody") == 1
    assert "Somebody unnamed" in offered
    page._pick_person("")
    qtbot.waitUntil(lambda: told(page) == ["Set claim 1 to “Corrected”"])


def test_the_keyboard_goes_from_step_to_step_past_the_headings(checked, press, qtbot):
    press(checked, "corrected")
    page = history(qtbot, checked, press)
    numbers = [entry.number for entry in entries(page)]
    assert page.current.number == numbers[0]
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    assert page.current.number == numbers[-1] == 1
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    assert page.current.number == 2
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    assert page.current.number == numbers[0]
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    assert page.current.number == numbers[0]


def test_a_chosen_step_is_laid_out_and_can_be_copied(checked, press, qtbot):
    press(checked, "corrected")
    page = history(qtbot, checked, press)
    qtbot.waitUntil(lambda: bool(page._told.values))
    text = page.copied()
    assert "Disposition: Open → Corrected" in text
    assert QApplication.clipboard().text() == text


def test_the_case_is_shown_as_it_was_and_left_again(checked, press, qtbot, settled):
    path = checked.desk.store.path
    claim = checked.desk.session.claims()[0].id
    press(checked, "corrected")
    press(checked, "tk")
    page = history(qtbot, checked, press)
    page.choose(entries(page)[1].number)
    page.details.past_wanted.emit()
    qtbot.waitUntil(lambda: checked.past.isVisible(), timeout=30_000)
    assert "as it was on" in checked.past.sentence()
    assert checked.desk.session.claim(claim).disposition is Disposition.CORRECTED
    assert checked.desk.store.read_only
    assert not checked.actions_["corrected"].isEnabled()
    shown = checked.desk.store.path
    assert str(shown) not in checked.settings.recent
    checked.past.button.click()
    assert checked.desk.store.path == path
    assert not checked.past.isVisible()
    assert checked.desk.session.claim(claim).disposition is Disposition.TK
    assert checked.desk.history.is_shown
    assert not shown.exists()
    assert not shown.parent.exists()


def test_from_the_past_one_can_look_further_back_and_still_come_home(checked, press, qtbot):
    path = checked.desk.store.path
    press(checked, "corrected")
    for at in (0, 1):
        page = history(qtbot, checked, press)
        page.choose(entries(page)[at].number)
        before = checked.desk
        page.details.past_wanted.emit()
        qtbot.waitUntil(lambda before=before: checked.desk is not before, timeout=30_000)
    checked.past.button.click()
    assert checked.desk.store.path == path


def test_a_removed_document_comes_back_with_all_that_hung_on_it(checked, press, qtbot, settled):
    settled(checked)
    session = checked.desk.session
    source = next(item for item in session.documents() if item.title == "register")
    before = {value.id for value in session.store.all(Claim)}
    evidence = len(session.every_evidence(session.claims()[0].id))
    checked.documents.remove_document(source.id)
    settled(checked)
    assert session.document(source.id) is None
    dialog = trash(qtbot, checked, press)
    row = next(row for row in dialog.rows() if row.kind == "Document")
    dialog.choose(row)
    dialog.restore_chosen()
    qtbot.waitUntil(lambda: session.document(source.id) == source, timeout=30_000)
    assert {value.id for value in session.store.all(Claim)} == before
    assert len(session.every_evidence(session.claims()[0].id)) >= evidence - 1
    qtbot.waitUntil(lambda: row.key not in [other.key for other in dialog.rows()], timeout=30_000)
    dialog.close()
    press(checked, "undo")
    assert session.document(source.id) is None


def test_a_dismissed_claim_is_restored_from_the_trash_by_enter(checked, press, qtbot):
    session = checked.desk.session
    claim = session.claims()[0]
    session.choose(claim.id)
    press(checked, "dismiss")
    dialog = trash(qtbot, checked, press)
    assert dialog.rows()[0].words == claim.wording
    qtbot.keyClick(dialog._list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.claim(claim.id) == claim, timeout=30_000)
    qtbot.waitUntil(lambda: dialog.rows() == (), timeout=30_000)
    dialog.close()


def test_a_withdrawn_verdict_that_was_given_anew_is_refused_with_a_sentence(checked, press, qtbot):
    session = checked.desk.session
    press(checked, "verdict_1")
    press(checked, "withdraw")
    press(checked, "verdict_3")
    given = session.store.all(Verdict)
    dialog = trash(qtbot, checked, press)
    dialog.choose(next(row for row in dialog.rows() if row.kind == "Verdict"))
    dialog.restore_chosen()
    qtbot.waitUntil(lambda: "another verdict by now" in checked.banner.sentence(), timeout=30_000)
    assert session.store.all(Verdict) == given
    dialog.close()


def test_an_empty_trash_says_what_will_be_found_in_it(checked, press, qtbot):
    dialog = trash(qtbot, checked, press)
    assert dialog.rows() == ()
    assert "Nothing was removed" in dialog._empty.accessibleName()
    dialog.close()
