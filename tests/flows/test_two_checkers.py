"""Two checkers at work on copies of one case, and the copies brought together in the window."""

from shutil import copyfile

import pytest
from checkers import DRAFTS, FILES, Checker, new_case
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from db import verify
from ui.merging.dialog import MergeDialog
from workbench.change import Act
from workbench.merging import Choice
from workbench.model import Claim, Disposition, Document, Verdict


@pytest.fixture
def copies(tmp_path):
    """Ada's case and Mara's copy of it; Ada's is closed again when `leave` is called."""
    new_case(tmp_path / "ada.twosource").close()
    copyfile(tmp_path / "ada.twosource", tmp_path / "mara.twosource")
    made = [Checker(name, tmp_path / f"{name.lower()}.twosource") for name in ("Ada", "Mara")]
    yield made
    for one in made:
        one.store.close()


@pytest.fixture
def merging(make_window, copies, qtbot):
    """Opens Ada's case in a window and compares it with a copy; gives window and filled dialog."""

    def compare(path=None):
        for one in copies:
            one.store.close()
        window = make_window()
        window.open_path(copies[0].path)
        window.commands("merge").compare(path or copies[1].path)
        dialog = window.findChild(MergeDialog)
        qtbot.waitUntil(
            lambda: bool("…" not in dialog._empty.accessibleName() or listed(dialog)), timeout=20_000
        )
        return window, dialog

    return compare


def listed(dialog):
    return [dialog._list.item(row).text() for row in range(dialog._list.count())]


def merged(qtbot, window, dialog):
    """Press Merge and wait until it is written."""
    assert dialog._merge.isEnabled()
    qtbot.mouseClick(dialog._merge, Qt.MouseButton.LeftButton)
    stack = window.desk.session.undo_stack
    qtbot.waitUntil(lambda: stack.undoText().startswith("Merge"), timeout=20_000)


def refused(dialog):
    return dialog._empty.accessibleName()


def test_what_a_colleague_did_comes_in_and_goes_again_with_one_undo(merging, copies, qtbot, press):
    ada, mara = copies
    ada.note(ada.claim("19 days"), "Asked the county.")
    mara.dispose(mara.claim("19 days"), Disposition.TK)
    mara.link(mara.claim("40 years"), mara.read_in(FILES[0], "Harwick Courier"))
    window, dialog = merging()
    assert listed(dialog) == ["Comes in by itself\n1 claim, 1 document, 1 piece of evidence"]
    merged(qtbot, window, dialog)
    claim = window.desk.session.claim("days")
    assert (claim.note, claim.disposition) == ("Asked the county.", Disposition.TK)
    assert window.actions_["undo"].toolTip().startswith("Undo: Merge Mara’s copy")
    press(window, "undo")
    assert window.desk.session.claim("days").disposition is Disposition.OPEN
    assert len(window.desk.session.documents()) == 2
    assert verify(ada.path) == ()
    assert isinstance(window.actions_["merge"], QAction)


def test_each_clash_is_decided_by_a_key_before_anything_is_written(merging, copies, qtbot):
    ada, mara = copies
    for one, step, note in ((ada, "supported", "Mine."), (mara, "mixed", "Hers.")):
        one.note(one.claim("19 days"), note)
        one.decide(one.claim("40 years"), step, f"{one.name} says so.")
    window, dialog = merging()
    assert not dialog._merge.isEnabled()
    assert listed(dialog)[1:] == [
        "Claim “19 days”\nnote: to be decided",
        "Verdict on “40 years”\nverdict, conclusion: to be decided",
    ]
    qtbot.keyClick(dialog._list, Qt.Key.Key_3)
    assert listed(dialog)[1].endswith("both")
    assert dialog._list.currentRow() == 2
    qtbot.keyClick(dialog._list, Qt.Key.Key_3)
    assert listed(dialog)[2].endswith("to be decided")
    qtbot.keyClick(dialog._list, Qt.Key.Key_2)
    merged(qtbot, window, dialog)
    assert window.desk.session.claim("days").note == "Mine.\n\nHers."
    (verdict,) = window.desk.store.all(Verdict)
    assert (verdict.step, verdict.by) == ("mixed", "Mara")


def test_cancel_writes_nothing(merging, copies, qtbot):
    ada, mara = copies
    mara.note(mara.claim("19 days"), "Hers.")
    before = done(ada.store)
    window, dialog = merging()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.mouseClick(dialog._cancel, Qt.MouseButton.LeftButton)
    assert done(window.desk.store) == before


def done(store):
    """What people did; what Twosource proposes meanwhile is no part of it."""
    return [event.hash for event in store.history() if event.change.act is not Act.PROPOSED]


def test_all_theirs_takes_their_draft_after_ours(merging, copies, qtbot):
    ada, mara = copies
    ada.redraft(DRAFTS[0])
    mara.redraft(DRAFTS[1])
    ada.note(ada.claim("Nobody was in danger"), "Mine.")
    mara.note(mara.claim("Nobody was in danger"), "Hers.")
    window, dialog = merging()
    qtbot.mouseClick(dialog._all_theirs, Qt.MouseButton.LeftButton)
    assert [line.rpartition(": ")[2] for line in listed(dialog)[1:]] == ["both", "theirs"]
    merged(qtbot, window, dialog)
    assert window.desk.session.revision("story").text == DRAFTS[1]
    assert window.desk.session.claim("quote").note == "Hers."


def test_what_was_decided_is_not_asked_again(merging, copies, qtbot, settled):
    ada, mara = copies
    ada.note(ada.claim("19 days"), "Mine.")
    mara.note(mara.claim("19 days"), "Hers.")
    window, dialog = merging()
    dialog.choose(Choice.OURS)
    merged(qtbot, window, dialog)
    settled(window)
    window.commands("merge").compare(mara.path)
    again = window.findChildren(MergeDialog)[-1]
    qtbot.waitUntil(lambda: "lacks" in refused(again), timeout=20_000)


def test_a_removed_claim_with_new_evidence_is_told_in_words(merging, copies, qtbot):
    ada, mara = copies
    ada.remove(ada.claim("40 years"))
    mara.link(mara.claim("40 years"), mara.store.get(Document, "letter"))
    window, dialog = merging()
    assert listed(dialog)[1] == "Claim “40 years”\nremoved, and still needed: to be decided"
    dialog.choose(Choice.THEIRS)
    merged(qtbot, window, dialog)
    assert window.desk.store.get(Claim, "first")


def test_the_case_itself_another_case_and_a_damaged_copy_are_refused_in_a_sentence(
    merging, copies, tmp_path, qtbot
):
    ada, mara = copies
    window, dialog = merging(ada.path)
    assert "this case itself" in refused(dialog)
    for name, data, told in (
        ("text.twosource", b"not a case", "is not a Twosource case"),
        ("cut.twosource", mara.path.read_bytes()[:30_000], "damaged"),
    ):
        (tmp_path / name).write_bytes(data)
        window.commands("merge").compare(tmp_path / name)
        other = window.findChildren(MergeDialog)[-1]
        qtbot.waitUntil(lambda other=other: "Comparing" not in refused(other), timeout=20_000)
        assert told in refused(other)
    assert not dialog._merge.isVisible()


def test_a_merge_is_undone_after_a_restart_and_its_line_stays(merging, copies, qtbot, press, settled):
    ada, mara = copies
    mara.note(mara.claim("19 days"), "Hers.")
    mara.decide(mara.claim("40 years"), "mixed", "So so.")
    window, dialog = merging()
    merged(qtbot, window, dialog)
    settled(window)
    window.put_case_away()
    window.open_path(ada.path)
    qtbot.waitUntil(lambda: window.actions_["undo"].isEnabled())
    press(window, "undo")
    store = window.desk.store
    assert store.get(Claim, "days").note == ""
    assert not store.all(Verdict)
    assert [line.number for line in store.lines()] == [7, 8]
    settled(window)
    assert verify(ada.path) == ()
