"""The page Review: sections come and go, hairlines part those that are seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from ui.review.page import ReviewPage
from ui.theme.look import Look
from workbench.change import Change, removed


@pytest.fixture
def page(qtbot, session):
    look = Look(QApplication.instance(), "light")
    page = ReviewPage(session, look)
    qtbot.addWidget(page)
    page.resize(320, 600)
    page.show()
    yield page
    look.deleteLater()


def test_sections_stand_one_above_the_other_in_the_order_they_were_added(page, qtbot):
    first, second = QPushButton("one"), QPushButton("two")
    page.add_section(first, "First")
    page.add_section(second, "Second")
    upper, lower = page.sections()
    qtbot.waitUntil(lambda: lower.y() > upper.y())
    assert [section.title.text() for section in page.sections()] == ["First", "Second"]


def test_a_section_is_gone_while_its_content_is_hidden(page):
    content = QPushButton("one")
    section = page.add_section(content, "First")
    content.hide()
    assert section.isHidden()
    content.show()
    assert section.isVisible()


def test_a_section_may_be_added_hidden(page):
    content = QPushButton("one")
    content.hide()
    assert page.add_section(content, "First").isHidden()


def test_the_first_section_seen_has_no_line_above_it(page, qtbot):
    first, second = QPushButton("one"), QPushButton("two")
    upper, lower = page.add_section(first, "First"), page.add_section(second, "Second")
    qtbot.waitUntil(lambda: (upper.is_lined, lower.is_lined) == (False, True))
    first.hide()
    assert not lower.is_lined


def test_the_keyboard_goes_to_the_first_thing_that_takes_it(page, qtbot):
    button = QPushButton("one")
    page.add_section(button, "First")
    page.activateWindow()
    qtbot.waitUntil(button.isVisible)
    page.focus_page()
    assert button.hasFocus()


def test_escape_goes_back_to_the_story(page, qtbot):
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_without_a_story_the_page_says_so(qtbot, session, page):
    assert page.is_empty is False
    story = session.story()
    revision = session.revision(story.id)
    claims = session.every_claim(revision.id)
    session.do(
        Change("Clear", session.stamp(), removed(*claims, session.layout(revision.id), revision, story))
    )
    assert page.is_empty is True
