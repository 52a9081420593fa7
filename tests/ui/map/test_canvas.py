"""The map moved, zoomed, and gone through by mouse and keyboard."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.map.canvas import Canvas
from ui.map.faces import CHIP, Faces
from ui.map.layout import lay_out
from ui.map.light import shine
from ui.map.picture import Picture, overview
from ui.map.sheet import draw
from ui.map.style import on_screen
from ui.map.viewpoint import LEGIBLE
from ui.theme.look import Look

LEFT = Qt.MouseButton.LeftButton


def picture_of(provenance, documents, opened=()):
    sheet = draw(provenance, documents, "story", opened)
    return Picture(sheet, lay_out(sheet.boxes(), sheet.links()))


@pytest.fixture
def look(qapp):
    made = Look(QApplication.instance(), "light")
    yield made
    made.deleteLater()


@pytest.fixture
def show(qtbot, look):
    """Shows a picture on a canvas of 900 × 500 pixels, painted to the end."""

    def on_canvas(picture):
        canvas = Canvas(look)
        qtbot.addWidget(canvas)
        canvas.resize(900, 500)
        canvas.show_picture(picture, overview(picture, Faces(on_screen(look))))
        canvas.show()
        canvas.settle()
        return canvas

    return on_canvas


@pytest.fixture
def canvas(show, provenance, documents):
    return show(picture_of(provenance, documents))


def middle_of(canvas, key):
    return canvas.viewpoint.transform.map(canvas.picture.rects[key].center()).toPoint()


def shown(canvas):
    """The map as the canvas shows it, without its frame."""
    image = QImage(canvas.size(), QImage.Format.Format_RGB32)
    canvas.render(image)
    return image.copy(inner(canvas))


def inner(canvas):
    """The map's room without its edges, where the keyboard's frame is."""
    return canvas.viewpoint.room.toRect().adjusted(4, 4, -4, -4)


def painted_anew(canvas):
    image = QImage(canvas.size(), QImage.Format.Format_RGB32)
    image.fill(canvas._look.theme.paper)
    painter = QPainter(image)
    painter.setTransform(canvas.viewpoint.transform)
    canvas._paint_map(painter, canvas.viewpoint.seen, canvas.viewpoint.scale)
    painter.end()
    return image.copy(inner(canvas))


def differing(one, other):
    """The share of pixels that are clearly not the same."""
    wrong = 0
    for y in range(0, one.height(), 3):
        for x in range(0, one.width(), 3):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            wrong += abs(a.lightness() - b.lightness()) > 40
    return wrong / (one.width() * one.height() / 9)


def test_a_map_that_has_room_enough_is_seen_whole(canvas):
    canvas.resize(1_500, 500)
    assert canvas.viewpoint.seen.contains(canvas.picture.bounds)


def test_of_a_larger_one_the_newest_is_seen_so_that_it_can_be_read(canvas):
    assert canvas.viewpoint.scale >= LEGIBLE
    assert canvas.viewpoint.seen.contains(canvas.picture.rects["story"])


def test_what_is_shifted_looks_like_what_is_painted_anew(canvas):
    canvas.zoom(1.6)
    canvas.settle()
    for step in (QPointF(37, 0), QPointF(-90, 25), QPointF(4, -61)):
        canvas.pan(step)
    assert differing(shown(canvas), painted_anew(canvas)) < 0.002


def test_zoomed_it_is_painted_anew_once_the_hand_rests(qtbot, canvas):
    canvas.zoom(1.4, QPointF(300, 200))
    qtbot.waitUntil(lambda: differing(shown(canvas), painted_anew(canvas)) < 0.002)


def test_zooming_keeps_what_is_under_the_pointer(canvas):
    at = QPointF(421, 233)
    before = canvas.viewpoint.on_map(at)
    canvas.zoom(1.7, at)
    after = canvas.viewpoint.on_map(at)
    assert (after - before).manhattanLength() < 2


def test_the_map_cannot_be_lost(canvas):
    canvas.pan(QPointF(90_000, -90_000))
    assert canvas.viewpoint.seen.intersects(canvas.picture.bounds)
    canvas.zoom(1e-9)
    assert canvas.viewpoint.scale > 0.05


def test_a_click_chooses_a_card_and_opens_it(qtbot, canvas):
    with qtbot.waitSignal(canvas.opened) as opened:
        qtbot.mouseClick(canvas, LEFT, pos=middle_of(canvas, "herald"))
    assert opened.args == ["herald"]
    assert canvas.current == "herald"


def test_dragging_moves_the_map_and_opens_nothing(qtbot, canvas):
    opened = []
    canvas.opened.connect(opened.append)
    start, origin = middle_of(canvas, "herald"), QPointF(canvas.viewpoint.origin)
    qtbot.mousePress(canvas, LEFT, pos=start)
    qtbot.mouseMove(canvas, start + QPoint(30, 12))
    qtbot.mouseMove(canvas, start + QPoint(60, 20))
    qtbot.mouseRelease(canvas, LEFT, pos=start + QPoint(60, 20))
    assert not opened
    assert canvas.viewpoint.origin - origin == QPointF(60, 20)


def test_a_click_on_a_stack_lays_it_out_and_its_sign_puts_it_back(qtbot, show, with_copies, documents):
    canvas = show(picture_of(with_copies, documents))
    stack = canvas.picture.sheet.card_of["wire"]
    with qtbot.waitSignal(canvas.toggled):
        qtbot.mouseClick(canvas, LEFT, pos=middle_of(canvas, stack))
    opened = picture_of(with_copies, documents, {stack})
    canvas.show_picture(opened, overview(opened, Faces(on_screen(canvas._look))))
    assert canvas.current == "wire"
    chip = CHIP.translated(opened.rects["wire"].topLeft()).center()
    with qtbot.waitSignal(canvas.toggled) as toggled:
        qtbot.mouseClick(canvas, LEFT, pos=canvas.viewpoint.transform.map(chip).toPoint())
    assert toggled.args == ["wire"]


def test_arrows_follow_the_lines_back_to_where_the_words_began(qtbot, canvas):
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    way = [canvas.current]
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Left)
        way.append(canvas.current)
    assert way == ["story", "herald", "wire", "letter"]
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current == "wire"


def test_arrows_up_and_down_stay_in_the_column(qtbot, canvas):
    canvas.choose("wire")
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.current == "wire"
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.picture.cards[canvas.current].title == "3 sources not in the case"
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.picture.cards[canvas.current].title == "3 sources not in the case"
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.current == "wire"


def test_enter_opens_space_unfolds_esc_leaves(qtbot, canvas):
    canvas.choose("letter")
    with qtbot.waitSignal(canvas.opened):
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    with qtbot.waitSignal(canvas.toggled):
        qtbot.keyClick(canvas, Qt.Key.Key_Space)
    with qtbot.waitSignal(canvas.left):
        qtbot.keyClick(canvas, Qt.Key.Key_Escape)


def test_plus_and_minus_zoom_and_nought_shows_all(qtbot, canvas):
    scale = canvas.viewpoint.scale
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.viewpoint.scale > scale
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.viewpoint.seen.contains(canvas.picture.bounds)
    scale = canvas.viewpoint.scale
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.viewpoint.scale < scale


def test_a_screen_reader_hears_the_card_come_to(canvas):
    canvas.choose("wire")
    assert canvas.accessibleDescription().startswith("Cracks found\nCoastal Wire · news agency")


def test_foreign_markup_in_a_title_stays_words(show, provenance, documents):
    titled = tuple(
        type(item)(item.id, item.role, f"<b>{item.title}</b>", published=item.published) for item in documents
    )
    canvas = show(picture_of(provenance, titled))
    assert canvas.words_of("wire").startswith("<b>Cracks found</b>")
    from ui.text.view import plain

    assert "<b>" not in plain(canvas.words_of("wire"))


def test_a_line_tells_what_it_is(canvas):
    piece = next(piece for piece in canvas.picture.pieces if piece.heading is not None)
    at = QPointF(*piece.points[-1]) - QPointF(piece.heading[0] * 20, piece.heading[1] * 20)
    assert canvas.picture.lines_at(at, 1.0)
    assert not canvas.picture.lines_at(QPointF(-5_000, -5_000), 1.0)


def test_another_claim_is_lit_without_moving_the_map(canvas):
    canvas.pan(QPointF(11, 7))
    origin = QPointF(canvas.viewpoint.origin)
    before = shown(canvas)
    chain = [edge for line in canvas.picture.sheet.lines for edge in line.edges if edge.giver == "letter"]
    canvas.show_light(shine(canvas.picture.sheet, chain, ()))
    canvas.settle()
    assert canvas.viewpoint.origin == origin
    assert shown(canvas) != before


def test_it_goes_dark_with_the_window(canvas, look):
    light = shown(canvas).pixelColor(3, 3)
    look.set_mode("dark")
    canvas.settle()
    assert shown(canvas).pixelColor(3, 3).lightness() < light.lightness()
