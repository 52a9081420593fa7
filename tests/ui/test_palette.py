import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.palette import Palette, Target, fit
from ui.theme.look import Look


@pytest.fixture
def window(qtbot):
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def palette(window):
    return Palette(Look(window, "light"), window)


def open_with(palette, ran):
    texts = ("Open case…", "Export summary…", "Next claim", "Mark selection as claim")
    palette.open_with([Target(text, "", lambda text=text: ran.append(text)) for text in texts])


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("open", "Open case", "Reopen"),
        ("claim", "Next claim", "Reclaimed land"),
        ("opcs", "Open case", "Export"),
        ("next cl", "Next claim", "Next passage"),
        ("MARK", "Mark selection", "Export"),
        ("Add a source", "Add a source… Ctrl+Shift+N", "Add a protected source…"),
    ],
)
def test_what_fits_better_ranks_higher(typed, better, worse):
    assert fit(typed, better) > fit(typed, worse)


def test_what_does_not_fit_is_left_out():
    assert fit("zebra", "Open case") == 0.0
    assert fit("open zebra", "Open case") == 0.0


def test_typing_and_enter_run_the_best_fit(palette, qtbot):
    ran = []
    open_with(palette, ran)
    qtbot.keyClicks(palette._field, "exp")
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert ran == ["Export summary…"]
    assert palette.isHidden()


def test_arrows_choose_and_stop_at_the_ends(palette, qtbot):
    ran = []
    open_with(palette, ran)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(palette._field, key)
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert ran == ["Next claim"]


def test_escape_runs_nothing(palette, qtbot):
    ran = []
    open_with(palette, ran)
    qtbot.keyClick(palette._field, Qt.Key.Key_Escape)
    assert ran == []
    assert palette.isHidden()


def test_enter_where_nothing_fits_runs_nothing(palette, qtbot):
    ran = []
    open_with(palette, ran)
    qtbot.keyClicks(palette._field, "zzzz")
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert ran == []


def test_asked_for_twice_it_still_gives_the_keyboard_back(palette, window, qtbot):
    line = window.findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    line.setFocus()
    ran = []
    open_with(palette, ran)
    open_with(palette, ran)
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert window.focusWidget() is line
    assert ran == ["Open case…"]
