"""What is offered for a case that could not be opened."""

from datetime import UTC, datetime
from pathlib import Path

from ui.backups.rescue import RescueDialog
from workbench.backups import Backup, Copy, Mark, Reason, State

NOW = datetime(2026, 11, 28, 21, 5, tzinfo=UTC)
BACKUP = Backup(Path("/backups/a.twosource"), NOW, 15, Reason.OPENING, 4_096)
MARK = Mark(15, "ab")


def test_a_state_of_another_copy_is_called_so(qtbot):
    copy = Copy("/desk/bo.twosource", "Bo Falk", NOW)
    dialog = RescueDialog("The file is damaged.", State(BACKUP, MARK, copy=copy), NOW)
    qtbot.addWidget(dialog)
    said = dialog.words.text()
    assert "another copy of the case, last changed by Bo Falk" in said
    assert "/desk/bo.twosource" in said
    assert dialog.button.text() == "Put it in its place"


def test_a_state_of_the_case_itself_is_gone_back_to(qtbot):
    dialog = RescueDialog("The file is damaged.", State(BACKUP, MARK), NOW)
    qtbot.addWidget(dialog)
    assert "another copy" not in dialog.words.text()
    assert dialog.button.text() == "Go back to it"
