"""Through whom a claim came, as links."""

import pytest
from PySide6.QtCore import Qt

from ui.panels.strip import AttributionStrip


@pytest.fixture
def strip(qtbot, session, look):
    strip = AttributionStrip(session, look)
    qtbot.addWidget(strip)
    strip.resize(380, 80)
    strip.show_claim(session.claim("homes"))
    strip.show()
    qtbot.waitExposed(strip)
    return strip


def test_the_steps_run_from_the_origin_to_this_story(strip) -> None:
    assert [link.text() for link in strip.links()] == ["the inspectors’ letter", "Norda", "this story"]


def test_a_step_shows_its_words_in_the_story(qtbot, strip, session) -> None:
    story = session.revision("story").text
    with qtbot.waitSignal(strip.revealed) as shown:
        qtbot.mouseClick(strip.links()[0], Qt.MouseButton.LeftButton)
    assert shown.args[0].of(story) == "the inspectors’ letter"


def test_an_outlet_whose_article_is_in_the_case_opens_it_from_the_keyboard(qtbot, strip) -> None:
    link = strip.links()[1]
    link.setFocus()
    with qtbot.waitSignal(strip.opened) as opened:
        qtbot.keyClick(link, Qt.Key.Key_Space)
    assert opened.args == ["agency"]


def test_a_step_with_the_keyboard_on_it_lights_its_words_until_it_is_left(strip, session) -> None:
    text, lit = session.revision("story").text, []
    strip.lit.connect(lit.append)
    strip.links()[1].setFocus()
    strip.links()[0].setFocus()
    assert {(part.span.of(text), part.is_cue) for part in lit[-1]} == {
        (session.claim("homes").wording, False),
        ("the inspectors’ letter", True),
    }
    strip.links()[0].clearFocus()
    assert lit[-1] == ()


def test_a_claim_nobody_is_credited_with_has_no_strip(strip, session) -> None:
    strip.show_claim(session.claim("only"))
    assert strip.isHidden()


def test_a_tooltip_names_the_document_that_opens(strip) -> None:
    assert "Hundreds without water" in strip.links()[1].toolTip()
    assert "Hundreds without water" not in strip.links()[0].toolTip()
