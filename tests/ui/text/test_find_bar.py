"""The bar that finds words, used as an editor would."""

import pytest
from PySide6.QtCore import Qt

from ui.text.find import FindBar
from ui.text.view import TextView
from workbench.text import Span

TEXT = "The café closed. A cafe opened.\nNo CAFÉ stays for ever."


@pytest.fixture
def view(qtbot, look):
    view = TextView(look)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show_text(TEXT)
    view.show()
    return view


@pytest.fixture
def bar(qtbot, view, look):
    bar = FindBar(view, look)
    qtbot.addWidget(bar)
    bar.open()
    return bar


def search(qtbot, bar, words, expected):
    qtbot.keyClicks(bar._words, words)
    qtbot.waitUntil(lambda: bar.count_text == expected)


def found(view):
    return [piece for piece, _ in view._screen().found]


def test_every_place_is_counted_and_tinted(qtbot, bar, view):
    search(qtbot, bar, "Cafe", "1 of 3")
    assert len(found(view)) == 3


def test_enter_goes_round_and_shift_enter_back(qtbot, bar):
    search(qtbot, bar, "cafe", "1 of 3")
    for expected in ("2 of 3", "3 of 3", "1 of 3"):
        qtbot.keyClick(bar._words, Qt.Key.Key_Return)
        assert bar.count_text == expected
    qtbot.keyClick(bar._words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count_text == "3 of 3"


def test_enter_finds_at_once_what_has_just_been_typed(qtbot, bar):
    qtbot.keyClicks(bar._words, "stays")
    qtbot.keyClick(bar._words, Qt.Key.Key_Return)
    assert bar.count_text == "1 of 1"


def test_words_that_are_not_there_are_said_to_be_missing(qtbot, bar, view):
    search(qtbot, bar, "tea", "Not found")
    assert found(view) == []


def test_selected_words_are_looked_for(bar, view):
    view.select(Span(4, 8))
    bar.open()
    assert bar.count_text == "1 of 3"


def test_escape_closes_and_leaves_the_place_selected(qtbot, bar, view):
    search(qtbot, bar, "cafe", "1 of 3")
    qtbot.keyClick(bar._words, Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar._words, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert found(view) == []
    assert view.selected_span() == Span(19, 23)


def test_a_new_text_is_searched_anew(qtbot, bar, view):
    search(qtbot, bar, "cafe", "1 of 3")
    view.show_text("Only one café here.")
    bar.open()
    assert bar.count_text == "1 of 1"
