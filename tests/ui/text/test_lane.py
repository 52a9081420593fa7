"""The map beside the scroll bar: each state in a column of its own, what is on screen, a click goes there."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from ui.text.lane import WIDTH_PX, CoverageLane, _rows
from ui.text.view import TextView
from ui.theme.colours import Tone
from workbench.checkable import Item, Sort
from workbench.coverage import Cover, Coverage, CoveredItem, CoveredSentence, bands
from workbench.text import Span

LINES = [f"The depot held {number} crates in that year.\n" for number in range(100, 400)]
TEXT = "".join(LINES)
HEIGHT = 400


def covered(cover_of):
    sentences, items, at = [], [], 0
    for number, line in enumerate(LINES):
        span = Span(at, at + len(line) - 1)
        cover = cover_of(number)
        sentences.append(CoveredSentence(span, cover, True))
        items.append(CoveredItem(Item(Span(at + 15, at + 18), Sort.FIGURE), cover))
        at += len(line)
    return Coverage(tuple(sentences), tuple(items))


THIRDS = covered(lambda number: (Cover.TICKED, Cover.MARKED, Cover.BARE)[number // 100])


@pytest.fixture
def view(qtbot, look):
    view = TextView(look)
    qtbot.addWidget(view)
    view.resize(600, HEIGHT)
    view.show_text(TEXT)
    view.show()
    return view


@pytest.fixture
def lane(qtbot, look, view):
    lane = CoverageLane(look, view)
    qtbot.addWidget(lane)
    lane.resize(WIDTH_PX, HEIGHT)
    lane.show_coverage(THIRDS, bands(THIRDS, len(TEXT), 2_048))
    lane.show()
    return lane


def columns(lane, y):
    """The columns of the map's picture that are inked at a height."""
    image = lane._map().toImage()
    ratio = image.devicePixelRatio()
    paper = lane._look.theme.paper
    row = [QColor(image.pixel(round(x * ratio), round(y * ratio))) for x in range(1, WIDTH_PX)]
    return [x for x, colour in enumerate(row, 1) if colour != paper]


def test_each_state_has_its_own_column(lane):
    ticked, bare = columns(lane, HEIGHT // 6), columns(lane, HEIGHT * 5 // 6)
    marked = {x for y in range(HEIGHT // 2, HEIGHT // 2 + 4) for x in columns(lane, y)}
    assert (ticked, sorted(marked), bare) == ([2, 3, 4], [6, 7, 8], [10, 11, 12, 13])


def test_what_is_marked_but_open_is_dashed(lane):
    assert {bool(columns(lane, y)) for y in range(HEIGHT // 2, HEIGHT // 2 + 8)} == {True, False}


def test_the_columns_have_their_tones(lane, look):
    image = lane._map().toImage()
    assert QColor(image.pixel(3, HEIGHT // 6)) == look.theme.ink(Tone.GOOD)
    assert QColor(image.pixel(11, HEIGHT * 5 // 6)) == look.theme.ink(Tone.CARE)


def test_a_single_bare_sentence_among_ticked_ones_is_seen():
    one = covered(lambda number: Cover.BARE if number == 150 else Cover.TICKED)
    rows = _rows(bands(one, len(TEXT), 2_048), 200)
    assert rows.count(3) in (1, 2)
    assert len(rows) == 200


def test_an_empty_coverage_leaves_the_lane_bare(lane):
    lane.show_coverage(Coverage(), b"")
    assert columns(lane, HEIGHT // 2) == []


def test_a_click_goes_to_that_place_of_the_draft(qtbot, lane):
    with qtbot.waitSignal(lane.chosen) as told:
        qtbot.mouseClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(5, HEIGHT // 2))
    assert told.args[0].start == pytest.approx(len(TEXT) / 2, rel=0.02)


def test_the_view_scrolls_to_where_the_lane_was_clicked(qtbot, lane, view):
    lane.chosen.connect(view.show_at_top)
    qtbot.mouseClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(5, HEIGHT * 3 // 4))
    assert view.first_visible() == pytest.approx(len(TEXT) * 0.75, rel=0.05)


def test_the_tooltip_tells_the_state_and_the_words(lane):
    assert lane.hint_at(HEIGHT // 6).startswith("Ticked\nThe depot held 1")
    assert lane.hint_at(HEIGHT // 2).startswith("Marked, still open\n")
    assert lane.hint_at(HEIGHT * 5 // 6).startswith("No mark yet\n")
    lane.show_coverage(Coverage(), b"")
    assert lane.hint_at(10) == "Nothing to check here"


def test_the_frame_follows_what_is_on_screen(qtbot, lane, view):
    before = lane._visible()
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    after = lane._visible()
    assert before.top() == 0
    assert after.bottom() == HEIGHT - 1


def test_the_map_is_drawn_again_only_when_it_would_be_another(lane):
    first = lane._map()
    lane.show_coverage(THIRDS, bands(THIRDS, len(TEXT), 2_048))
    assert lane._map() is first
    lane.resize(WIDTH_PX, HEIGHT - 10)
    assert lane._map() is not first


def test_words_without_a_mark_are_dotted_on_screen_only(view):
    spans = [one.item.span for one in THIRDS.items]
    view.show_unmarked(spans)
    shown = view._screen().unmarked
    assert 0 < len(shown) < len(spans)
    view.show_unmarked(())
    assert view._screen().unmarked == []
