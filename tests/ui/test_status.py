"""The line at the foot of the window."""

import pytest

from ui.status import StatusLine
from ui.theme.look import Look


@pytest.fixture
def status(qtbot):
    look = Look(None, "light")
    line = StatusLine(look)
    qtbot.addWidget(line)
    line.show()
    yield line
    look.deleteLater()


def test_work_on_the_library_waits_behind_that_on_the_case(status):
    status.work_on_library(1, 9, "Reading 1 of 9 files")
    status.work(1, 3, "Comparing 1 of 3 claims")
    assert status.doing_words() == "Comparing 1 of 3 claims"
    status.rest()
    assert status.doing_words() == "Reading 1 of 9 files"


def test_cancel_stops_what_is_shown(status, qtbot):
    status.work_on_library(1, 9, "Reading 1 of 9 files")
    with qtbot.waitSignal(status.library_cancelled), qtbot.assertNotEmitted(status.cancelled):
        status._cancel.click()
    status.work(1, 3, "Comparing 1 of 3 claims")
    with qtbot.waitSignal(status.cancelled), qtbot.assertNotEmitted(status.library_cancelled):
        status._cancel.click()


def test_what_is_missing_is_told_until_it_is_there(status):
    status.say_reduced("The relation model is missing. Relations are judged by rules alone.")
    assert status._reduced.isVisible()
    assert "relation model" in status._reduced.toolTip()
    status.say_reduced("")
    assert not status._reduced.isVisible()
