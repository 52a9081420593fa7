"""Two drafts scroll together by what stands beside what, and their differences are stepped through."""

from hashlib import sha256

import pytest

from ui.drafts.page import BesidePage
from ui.drafts.shown import Shown
from workbench.drafts.beside import beside
from workbench.model import Revision

PARAGRAPHS = [
    f"Paragraph {name} tells of the {name} boat that came in, and of its crew. " * 4
    for name in "red blue green white black brown yellow grey pink golden silver wooden iron".split()
]


def draft(number, paragraphs):
    text = "\n\n".join(paragraphs)
    return Revision(f"d{number}", "story", number, text, sha256(text.encode()).hexdigest())


@pytest.fixture
def page(qtbot, look):
    page = BesidePage(look)
    qtbot.addWidget(page)
    page.resize(1000, 500)
    page.show()
    new = [*PARAGRAPHS[:3], "A long paragraph that is new. " * 30, *PARAGRAPHS[3:]]
    new[-1] = new[-1].replace("crew", "captain", 1)
    old, latest = draft(1, PARAGRAPHS), draft(2, new)
    page.offer([1], 1, 2)
    page.show_drafts(Shown(old, latest, beside(old.text, latest.text), (), (), (), (), ()))
    qtbot.waitUntil(lambda: page.old.text == old.text)
    return page


def test_what_stands_beside_a_line_is_shown_beside_it(qtbot, page):
    at = page.new.text.index("Paragraph pink")
    page.new.show_at(at, 0)
    shown = page.old.top()[0]
    assert abs(shown - page.old.text.index("Paragraph pink")) < 120
    page.old.show_at(page.old.text.index("Paragraph black"), 0)
    assert abs(page.new.top()[0] - page.new.text.index("Paragraph black")) < 120


def test_differences_are_stepped_through_round_at_the_ends(page):
    page.step(1)
    assert page.step_shown == 0
    page.step(1)
    assert page.step_shown == 1
    assert page.old.text[page.old._step.start : page.old._step.end] == "crew"
    page.step(1)
    assert page.step_shown == 0
    page.step(-1)
    assert page.step_shown == 1


def test_typography_alone_is_said_to_be_no_difference(qtbot, page):
    old = draft(1, PARAGRAPHS)
    latest = draft(3, [part.replace(" ", "\u00a0", 3) for part in PARAGRAPHS])
    page.show_drafts(Shown(old, latest, beside(old.text, latest.text), (), (), (), (), ()))
    assert "typography alone" in page._count.text()
    page.step(1)
    assert page.step_shown == -1


def test_a_shorter_draft_can_take_the_place_of_one_that_is_scrolled_down(qtbot, page):
    bar = page.new.verticalScrollBar()
    bar.setValue(bar.maximum())
    old, latest = draft(1, PARAGRAPHS), draft(4, PARAGRAPHS[:1])
    page.show_drafts(Shown(old, latest, beside(old.text, latest.text), (), (), (), (), ()))
    qtbot.waitUntil(lambda: page.new.text == latest.text)
    assert page.new.verticalScrollBar().value() == 0
