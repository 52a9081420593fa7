"""Cards of what was found out about a claim before."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.checked.earlier import Earlier
from ui.panels.buttons import LinkButton
from ui.panels.earlier_group import EarlierGroup
from ui.panels.words import Words
from ui.theme.look import Look
from workbench.checked.values import Checked, CheckedId, Kept, Place, Support

CASE = Checked(
    CheckedId("c1"),
    "The ferry carried 38 cars.",
    "Contradicted",
    Place(Kept.CASE, "old", "/cases/old.twosource", "x"),
    conclusion="The register says 31.",
    at="2026-03-14",
    checker="Nora Quist",
    tone="bad",
    evidence=(Support("It carried 31 cars.", "Harbour register", "", "1998-02", "contradicts"),),
)
PUBLISHED = Checked(
    CheckedId("c2"),
    "The ferry was full.",
    "Half true",
    Place(Kept.REVIEW, "f", url="https://checks.example/1"),
)


@pytest.fixture
def group(qtbot):
    group = EarlierGroup(Look(QApplication.instance(), "light"))
    qtbot.addWidget(group)
    group.resize(420, 600)
    return group


def shown(group, earlier):
    group.show_earlier("The ferry carried 40 cars.", (earlier,))
    group.show()
    (card,) = group.cards
    return card


def words(card):
    return [label.text() for label in card.findChildren(Words) if label.isVisibleTo(card) and label.text()]


def button(card, text):
    return next(item for item in card.findChildren(LinkButton) if item.text() == text)


def test_nothing_known_takes_no_room(group):
    group.show_earlier("The ferry sank.", ())
    assert group.isHidden()


def test_verdict_date_checker_and_conclusion_are_told(group):
    card = shown(group, Earlier(CASE, 90, True))
    assert words(card) == ["14 Mar 2026 · Nora Quist", "The register says 31."]
    assert card.accessibleName() == "Checked before: Contradicted"


def test_the_evidence_is_shown_when_asked_for_and_put_away_again(group, qtbot):
    card = shown(group, Earlier(CASE, 90, True))
    qtbot.mouseClick(button(card, "Show what was found"), Qt.MouseButton.LeftButton)
    assert words(card)[-1] == "Contradicts: “It carried 31 cars.” — Harbour register, Feb 1998"
    qtbot.mouseClick(button(card, "Show less"), Qt.MouseButton.LeftButton)
    assert len(words(card)) == 2


def test_its_case_is_opened_where_it_was(group, qtbot):
    card = shown(group, Earlier(CASE, 90, True))
    with qtbot.waitSignal(group.case_wanted) as wanted:
        qtbot.mouseClick(button(card, "Open its case"), Qt.MouseButton.LeftButton)
    assert wanted.args == [Path("/cases/old.twosource"), "x"]


def test_a_case_that_has_moved_is_said_and_cannot_be_opened(group, qtbot):
    card = shown(group, Earlier(CASE, 90, False))
    assert not button(card, "Open its case").isVisibleTo(card)
    qtbot.mouseClick(button(card, "Show what was found"), Qt.MouseButton.LeftButton)
    assert words(card)[-1] == "Its case is no longer at /cases/old.twosource."


def test_a_published_fact_check_leads_to_its_page(group, qtbot):
    card = shown(group, Earlier(PUBLISHED, 90, False))
    with qtbot.waitSignal(group.page_wanted) as wanted:
        qtbot.mouseClick(button(card, "Open the fact-check"), Qt.MouseButton.LeftButton)
    assert wanted.args == ["https://checks.example/1"]


def test_a_verdict_never_stands_without_what_it_was_about(group):
    card = shown(group, Earlier(PUBLISHED, 90, True))
    assert words(card) == ["“The ferry was full.”"]
