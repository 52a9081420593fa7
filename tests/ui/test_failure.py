import sys
from threading import Thread

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.banner import Banner
from ui.dialogs.bug import BugDialog
from ui.failure import Bugs
from ui.theme.look import Look


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def bugs(window, capsys):
    before = sys.excepthook
    bugs = Bugs(window)
    bugs.install(window)
    yield bugs
    bugs.remove()
    sys.excepthook = before
    capsys.readouterr()


def raised():
    try:
        raise ValueError("no such place")
    except ValueError as error:
        return type(error), error, error.__traceback__


def shown(window):
    return [dialog for dialog in window.findChildren(BugDialog) if dialog.isVisible()]


def test_a_bug_is_told_in_one_dialog_that_hides_the_details(bugs, window, qtbot):
    sys.excepthook(*raised())
    sys.excepthook(*raised())
    qtbot.waitUntil(lambda: len(shown(window)) == 1)
    (dialog,) = shown(window)
    qtbot.waitUntil(lambda: dialog.details().count("ValueError: no such place") == 2)
    assert not dialog._details.isVisible()
    dialog._copy()
    assert "Traceback" in QGuiApplication.clipboard().text()
    dialog.accept()
    sys.excepthook(*raised())
    qtbot.waitUntil(lambda: len(shown(window)) == 1)


def test_a_bug_in_another_thread_is_shown_in_this_one(bugs, window, qtbot):
    thread = Thread(target=lambda: sys.excepthook(*raised()))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(shown(window)) == 1)


def test_an_interrupt_is_no_bug(bugs, window, qtbot):
    with qtbot.assertNotEmitted(bugs.caught):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)


def test_a_banner_shows_one_sentence_as_plain_text_until_it_is_put_away(window):
    banner = Banner(Look(window, "light"), window)
    assert banner.sentence() == ""
    banner.tell("<b>notes.pdf</b> is empty.")
    assert banner.sentence() == "<b>notes.pdf</b> is empty."
    banner._away.click()
    assert banner.sentence() == ""
