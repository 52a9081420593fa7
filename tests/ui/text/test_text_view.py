"""A text on screen: what is painted, what the mouse and the keyboard do, what comes out of it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QToolTip

from ui.text.layer import Lit
from ui.text.marks import Mark
from ui.text.view import TextView
from ui.theme.colours import Tone, blend
from workbench.model import Zone, ZoneRole
from workbench.text import Span

TEXT = """Harbour fund lost £3.1m, letters show
The fund lost £3.1 million in two years, letters seen on Monday show. 😀 It had promised a gain.
“Nobody asked us,” said Dr Åsa Björk, who kept the books until 2021.
השר אמר hello שלום today.
Read more: all our harbour stories"""
LEFT = Qt.MouseButton.LeftButton


def span_of(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


@pytest.fixture
def view(qtbot, look):
    view = TextView(look)
    qtbot.addWidget(view)
    view.resize(800, 700)
    view.show_text(TEXT)
    view.show()
    qtbot.waitExposed(view)
    return view


def mark(words: str, key: str = "a", **more) -> Mark:
    return Mark(key, span_of(words), more.pop("tone", Tone.GOOD), **more)


def placed(view: TextView, key: str):
    """The stretches of a mark on screen."""
    screen = view._screen()
    return [stretch for stretch in (*screen.placed, *screen.current) if stretch.mark.key == key]


def middle(view: TextView, key: str, at: int = 0) -> QPoint:
    return placed(view, key)[at].piece.rect.center().toPoint()


def shares(view: TextView, key: str) -> dict[str, float]:
    """How much of a mark's ground each colour covers in what is really painted."""
    rect = placed(view, key)[0].piece.rect.toRect().adjusted(2, 1, -2, -1)
    image = view.viewport().grab(rect).toImage()
    names = [image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())]
    return {name: names.count(name) / len(names) for name in set(names)}


def nearly(colour: QColor, name: str) -> bool:
    other = QColor(name)
    parts = ((colour.red(), other.red()), (colour.green(), other.green()), (colour.blue(), other.blue()))
    return all(abs(one - two) <= 1 for one, two in parts)


@pytest.mark.parametrize("tone", list(Tone))
def test_a_marks_tint_is_really_painted_beneath_its_words(view, look, tone):
    view.set_marks([mark("lost £3.1 million", tone=tone)])
    painted = shares(view, "a")
    assert sum(share for name, share in painted.items() if nearly(look.theme.tint(tone), name)) > 0.4
    assert look.theme.text.name() in painted


def test_the_current_mark_is_painted_stronger(view, look):
    view.set_marks([mark("lost £3.1 million")])
    view.set_current("a")
    assert any(nearly(look.theme.strong(Tone.GOOD), name) for name in shares(view, "a"))
    view.set_current(None)
    assert not any(nearly(look.theme.strong(Tone.GOOD), name) for name in shares(view, "a"))


def test_where_marks_overlap_the_ground_is_deeper_than_either(view, look):
    view.set_marks([mark("lost £3.1 million"), mark("£3.1 million in two", "b")])
    alone = blend(look.theme.paper, look.theme.tint(Tone.GOOD), 1)
    both = blend(alone, look.theme.tint(Tone.GOOD), 0.5)
    deepest = max(shares(view, "b").items(), key=lambda item: item[1])[0]
    assert QColor(deepest).red() < min(alone.red(), both.red())


def test_overlapping_marks_get_lanes_of_their_own(view):
    view.set_marks([mark("lost £3.1 million"), mark("£3.1 million in two", "b")])
    assert {placed(view, "a")[0].lane, placed(view, "b")[0].lane} == {0, 1}


def test_dark_paints_the_dark_tint(view, look, qtbot):
    view.set_marks([mark("lost £3.1 million")])
    look.set_mode("dark")
    qtbot.waitUntil(lambda: any(nearly(look.theme.tint(Tone.GOOD), name) for name in shares(view, "a")))


def test_painting_marks_leaves_the_document_alone(view):
    before = view.document().revision()
    view.set_marks([mark("lost £3.1 million")])
    view.grab()
    assert view.document().revision() == before
    assert not view.document().isUndoAvailable()


def test_a_mark_runs_on_over_paragraphs(view):
    view.set_marks([mark("promised a gain.\n“Nobody asked us")])
    stretches = placed(view, "a")
    assert stretches[0].starts
    assert not stretches[0].ends
    assert stretches[-1].ends
    assert stretches[0].piece.base < stretches[-1].piece.base


def test_a_mark_after_an_emoji_stands_on_its_words(view):
    view.set_marks([mark("It had promised")])
    view.select(span_of("It had promised"))
    assert view.textCursor().selectedText() == "It had promised"
    assert view.code_point_at(QPointF(middle(view, "a"))) in range(*slice_of("It had promised"))


def slice_of(words: str) -> tuple[int, int]:
    return span_of(words).start, span_of(words).end


def test_words_written_from_the_right_are_covered_whole(view):
    view.set_marks([mark("hello שלום"), mark("שלום", "b")])
    whole = sum(stretch.piece.right - stretch.piece.left for stretch in placed(view, "a"))
    part = sum(stretch.piece.right - stretch.piece.left for stretch in placed(view, "b"))
    assert 20 < part < whole - 20


def test_a_click_names_every_mark_beneath_it_the_smallest_first(view, qtbot):
    view.set_marks([mark("fund lost £3.1 million in two years", "wide"), mark("£3.1 million", "small")])
    with qtbot.waitSignal(view.marks_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), LEFT, pos=middle(view, "small"))
    assert clicked.args == [("small", "wide")]
    view.set_current("wide")
    with qtbot.waitSignal(view.marks_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), LEFT, pos=middle(view, "small"))
    assert clicked.args == [("wide", "small")]


def test_a_click_beside_the_words_names_no_mark(view, qtbot):
    view.set_marks([mark("2021.")])
    right = placed(view, "a")[0].piece
    with qtbot.waitSignal(view.marks_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(round(right.right) + 30, round(right.base)))
    assert clicked.args == [()]


def test_a_badge_is_clicked_in_the_margin(view, qtbot):
    view.set_marks([mark("lost £3.1 million", badge="1"), mark("two years", "b", badge="2")])
    view.grab()
    one, two = view._margin.badges
    assert (one.label, two.label) == ("1", "2")
    assert one.rect.right() < two.rect.left()
    with qtbot.waitSignal(view.marks_clicked) as clicked:
        qtbot.mouseClick(view._margin, LEFT, pos=two.rect.center().toPoint())
    assert clicked.args == [("b",)]


def test_badges_without_room_share_one(view):
    start = span_of("lost £3.1 million").start
    view.set_marks([Mark(str(at), Span(start + at, start + 17), Tone.GOOD, str(at)) for at in range(9)])
    view.grab()
    shown, keys = [], []
    for badge in view._margin.badges:
        shown.append(badge.label)
        keys += [one.key for one in badge.marks]
    assert shown[-1].startswith("+")
    assert keys == [str(at) for at in range(9)]


@pytest.mark.parametrize(
    ("last", "to", "expected"),
    [(True, "in two", "lost £3.1 million "), (False, "The fund", "The fund lost £3.1 million")],
)
def test_an_edge_is_dragged_with_the_mouse(view, qtbot, last, to, expected):
    target = mark(to, "target")
    view.set_marks([mark("lost £3.1 million"), target])
    view.set_current("a")
    edge = view._screen().edge(last=last).toPoint() - QPoint(0, 4)
    goal = QPoint(round(placed(view, "target")[0].piece.left), edge.y())
    qtbot.mousePress(view.viewport(), LEFT, pos=edge)
    qtbot.mouseMove(view.viewport(), pos=goal)
    with qtbot.waitSignal(view.edges_moved) as moved:
        qtbot.mouseRelease(view.viewport(), LEFT, pos=goal)
    assert moved.args[0] == "a"
    assert moved.args[1].of(TEXT) == expected
    assert not view.textCursor().hasSelection()


def test_escape_puts_a_dragged_edge_back(view, qtbot):
    view.set_marks([mark("lost £3.1 million")])
    view.set_current("a")
    edge = view._screen().edge(last=True).toPoint() - QPoint(0, 4)
    qtbot.mousePress(view.viewport(), LEFT, pos=edge)
    qtbot.mouseMove(view.viewport(), pos=edge + QPoint(90, 0))
    with qtbot.assertNotEmitted(view.edges_moved):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        qtbot.mouseRelease(view.viewport(), LEFT, pos=edge + QPoint(90, 0))
    assert placed(view, "a")[-1].mark.span == span_of("lost £3.1 million")


def test_edges_stay_where_they_may_not_be_moved(view):
    view.set_marks([mark("lost £3.1 million")])
    view.set_current("a")
    view.set_edges_movable(False)
    assert view._edge_at(view._screen().edge(last=True)) is None


def test_edges_move_by_words_from_the_keyboard(view, qtbot):
    view.set_marks([mark("lost £3.1 million")])
    view.set_current("a")
    with qtbot.waitSignal(view.edges_moved) as moved:
        view.move_edge(-1, 2)
    assert moved.args[1].of(TEXT) == "fund lost £3.1 million in two"


def test_a_selection_made_by_mouse_is_reported(view, qtbot):
    view.set_marks([mark("letters seen")])
    rect = placed(view, "a")[0].piece.rect
    left, right = QPoint(round(rect.left()), round(rect.center().y())), rect.center().toPoint()
    right.setX(round(rect.right()))
    qtbot.mousePress(view.viewport(), LEFT, pos=left)
    qtbot.mouseMove(view.viewport(), pos=right)
    with qtbot.waitSignal(view.selection_settled) as settled:
        qtbot.mouseRelease(view.viewport(), LEFT, pos=right)
    assert settled.args[0].of(TEXT) == "letters seen"


def test_a_selection_made_by_keyboard_is_reported(view, qtbot):
    view.select(Span(0, 0))
    with qtbot.waitSignal(view.selection_settled) as settled:
        qtbot.keyClick(
            view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert settled.args[0].of(TEXT).strip() == "Harbour"


def test_what_is_copied_is_the_text_itself(view):
    view.show_text("10\u00a0000 people\nand more")
    view.selectAll()
    copied = view.createMimeDataFromSelection()
    assert copied.formats() == ["text/plain"]
    assert copied.text() == "10\u00a0000 people\nand more"


def test_markup_in_a_text_is_shown_not_followed(view):
    hostile = "<img src='file:///etc/hostname'> <b>bold</b>"
    view.show_text(hostile, title="<i>head</i>")
    assert view.toPlainText() == hostile
    assert view.loadResource(QTextDocument.ResourceType.ImageResource.value, "file:///etc/hostname") is None


@pytest.mark.parametrize("odd", ["a\u2029b", "a\x00b", "a\ufffcb", "a\ufdd0b", "a\r\nb", "a\ud800b"])
def test_odd_characters_shift_nothing(view, odd):
    text = odd + " tail"
    view.show_text(text)
    at = text.index("tail")
    view.select(Span(at, at + 4))
    assert view.textCursor().selectedText() == "tail"


def test_a_hint_is_plain_text(view, monkeypatch):
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, words, widget: shown.append(words))
    view.set_marks([mark("lost £3.1 million", hint="<b>Contradicted</b>")])
    for at in (middle(view, "a"), QPoint(1, 1)):
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, QPoint()))
    assert "&lt;b&gt;Contradicted" in shown[0]
    assert shown[1] == ""


def test_furniture_is_small_and_grey_and_headings_are_bold(view, look):
    zones = [
        Zone(span_of("Read more: all our harbour stories"), ZoneRole.FURNITURE),
        Zone(span_of("Harbour fund lost £3.1m, letters show"), ZoneRole.HEADING),
    ]
    view.show_text(TEXT, zones)
    heading, furniture = view.document().firstBlock(), view.document().lastBlock()
    assert heading.charFormat().font().bold() or heading.begin().fragment().charFormat().font().bold()
    words = furniture.begin().fragment().charFormat()
    assert words.foreground().color() == look.theme.muted
    assert words.font().pixelSize() < view.text_size


def test_a_headline_in_the_text_is_not_painted_twice(view):
    room = view.document().rootFrame().frameFormat().topMargin()
    view.show_text(TEXT, title="Harbour fund lost £3.1m, letters show", meta="Ida Holm")
    assert view.document().rootFrame().frameFormat().topMargin() == room
    view.show_text(TEXT, title="Another headline", meta="Ida Holm")
    assert view.document().rootFrame().frameFormat().topMargin() > room + 40


def test_the_column_keeps_its_width_in_a_wide_window(view, qtbot):
    before = view.document().pageSize().width()
    view.resize(1_400, 700)
    assert view.document().pageSize().width() == before
    view.resize(440, 700)
    assert view.document().pageSize().width() < before


def test_larger_text_keeps_the_place(view, qtbot):
    view.show_text(
        "\n".join(f"Paragraph {number} of the story, told at length. " * 4 for number in range(80))
    )
    span = Span(view.text.index("Paragraph 60"), view.text.index("Paragraph 60") + 12)
    view.reveal(span)
    before = view.first_visible()
    with qtbot.waitSignal(view.text_size_changed):
        view.set_text_size(24)
    assert abs(view.first_visible() - before) < 80


def test_a_place_far_below_is_revealed_at_once(view):
    text = "\n".join(f"Paragraph {number}. " + "Words and more words. " * 12 for number in range(900))
    view.show_text(text)
    at = text.index("Paragraph 880.")
    view.set_marks([Mark("far", Span(at, at + 13), Tone.BAD)])
    view.reveal(Span(at, at + 13))
    (stretch,) = placed(view, "far")
    assert 0 < stretch.piece.base < view.viewport().height()


def test_marks_are_found_when_a_gap_between_paragraphs_is_at_the_top(view):
    view.show_text("\n".join("Words and more words. " * 12 for _ in range(60)))
    view.set_marks([Mark("all", Span(0, len(view.text)), Tone.GOOD)])
    for value in range(0, 200, 3):
        view.verticalScrollBar().setValue(value)
        assert placed(view, "all")


def test_another_text_begins_without_the_marks_of_the_last(view):
    view.set_marks([mark("lost £3.1 million")])
    view.show_text("Another story altogether, about as long as it has to be.")
    assert placed(view, "a") == []


def test_a_long_text_is_laid_out_to_its_end_while_the_editor_reads(view, qtbot):
    view.show_text("\n".join("Words and more words. " * 12 for _ in range(2_000)))
    bar = view.verticalScrollBar()
    least = 2_000 * 4 * 28
    assert bar.maximum() < least
    qtbot.waitUntil(lambda: bar.maximum() > least, timeout=20_000)


def test_a_paragraph_as_long_as_a_book_can_be_marked_and_clicked(view, qtbot):
    text = "Words and more words. " * 4_000
    view.show_text(text)
    view.set_marks([Mark(str(at), Span(at * 500, at * 500 + 300), Tone.CARE) for at in range(150)])
    view.reveal(Span(60_100, 60_105))
    assert placed(view, "120")
    with qtbot.waitSignal(view.marks_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), LEFT, pos=middle(view, "120", 1))
    assert clicked.args == [("120",)]


def test_blank_lines_between_paragraphs_do_not_tear_them_apart(view):
    view.show_text("One paragraph.\nAnother.")
    apart = distance(view, 0, 1)
    view.show_text("One paragraph.\n \nAnother.")
    assert apart <= distance(view, 0, 2) < apart * 1.5


def distance(view: TextView, one: int, other: int) -> float:
    rect = view.document().documentLayout().blockBoundingRect
    block = view.document().findBlockByNumber
    return rect(block(other)).top() - rect(block(one)).top()


def test_a_headline_below_a_pages_navigation_is_not_painted_twice(view):
    text = f"Home  World  News\n{TEXT}"
    view.show_text(text, (), "Harbour fund lost £3.1m, letters show", "The Courier")
    assert view._header.title == ""
    assert view._header.meta == "The Courier"


def test_badges_stay_beside_the_words_when_only_the_column_moves(view, qtbot):
    view.resize(1200, 700)
    view.set_marks([mark("lost £3.1 million", badge="1")])
    view._screen()
    view.resize(1500, 700)
    qtbot.waitUntil(lambda: view.viewport().x() > 300)
    view._screen()
    badge = view._margin.badges[0].rect
    assert 0 < view.viewport().x() - badge.right() < 10


def test_two_badges_fit_beside_one_line(view):
    view.resize(700, 700)
    marks = [mark("lost £3.1 million", "a", badge="11"), mark("£3.1 million", "b", badge="12")]
    view.set_marks(marks)
    view._screen()
    assert [badge.label for badge in view._margin.badges] == ["11", "12"]


def test_edges_that_cannot_be_moved_are_not_drawn(view):
    view.set_marks([mark("lost £3.1 million")])
    view.set_current("a")
    with_edges = view.viewport().grab().toImage()
    view.set_edges_movable(False)
    assert view.viewport().grab().toImage() != with_edges
    assert not view._layer.has_edges


def test_a_page_first_shown_in_a_low_pane_begins_at_its_headline(qtbot, look):
    page = TextView(look)
    qtbot.addWidget(page)
    page.resize(600, 60)
    page.show_text(TEXT, (), "A headline of its own " * 6, "The Courier")
    page.show()
    qtbot.waitExposed(page)
    assert page.verticalScrollBar().value() == 0


def test_lit_words_are_tinted_over_a_mark_and_give_no_click(view) -> None:
    view.set_marks([mark("lost £3.1 million in two years")])
    before = shares(view, "a")
    view.show_lit([Lit(span_of("lost £3.1 million in two years"), True)])
    assert shares(view, "a") != before
    assert [found.key for found in view.marks_at(QPointF(middle(view, "a")))] == ["a"]
    view.show_lit(())
    assert shares(view, "a") == before
