"""Words in lines, widgets in lines, widgets in a stack."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPushButton, QWidget

from ui.panels.buttons import LinkButton
from ui.panels.flow import Flow, Stack
from ui.panels.lines import Lines
from ui.panels.words import Words

WIDTH = 180


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(text=st.text(max_size=400))
def test_any_text_fits_its_lines(look, text) -> None:
    font = look.reading_font(15)
    lines = Lines(font, 21, 3).broken(text, WIDTH)
    assert len(lines) <= 3
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= WIDTH + 20 for line in lines[-1:])


def test_a_shortened_text_says_so_and_a_short_one_does_not(look) -> None:
    lines = Lines(look.reading_font(15), 21, 3)
    assert lines.broken("word " * 60, WIDTH)[-1].endswith("…")
    assert lines.broken("two words", WIDTH) == ("two words",)
    assert lines.height("two words", WIDTH) == 21


def test_characters_beyond_the_first_plane_are_not_torn(look) -> None:
    text = "🜁🜂 rain " * 12
    joined = " ".join(Lines(look.reading_font(15), 21, 20).broken(text, WIDTH))
    assert joined.split() == text.split()


class _Block(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(60, 20)


def _blocks(layout, parent, count):
    blocks = [_Block(parent) for _ in range(count)]
    for block in blocks:
        layout.addWidget(block)
    return blocks


def test_a_flow_wraps_and_hidden_widgets_take_no_room(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = Flow(window, gap=10)
    blocks = _blocks(flow, window, 4)
    window.show()
    assert flow.heightForWidth(130) == 50
    assert flow.heightForWidth(400) == 20
    blocks[0].hide()
    blocks[1].hide()
    assert flow.heightForWidth(130) == 20


def test_margins_count(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = Flow(window, gap=10)
    flow.setContentsMargins(5, 6, 7, 8)
    (block,) = _blocks(flow, window, 1)
    window.show()
    flow.setGeometry(QRect(0, 0, 100, 100))
    assert flow.heightForWidth(100) == 34
    assert (block.x(), block.y()) == (5, 6)


def test_a_stack_gives_each_the_height_it_needs_at_the_width(qtbot, look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    stack = Stack(window, gap=4)
    label = Words(look, "many words " * 12, parent=window)
    stack.addWidget(label)
    _blocks(stack, window, 1)
    window.show()
    narrow, wide = stack.heightForWidth(120), stack.heightForWidth(600)
    assert narrow == label.heightForWidth(120) + 24
    assert narrow > wide


def test_an_ampersand_in_an_address_makes_no_shortcut(qtbot, look) -> None:
    button = LinkButton(look)
    qtbot.addWidget(button)
    button.say("paper.example/?a=1&b=2", " · paragraph 3")
    assert button.shortcut().isEmpty()
    assert isinstance(button, QPushButton)
