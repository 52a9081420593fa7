"""The list of documents."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from ui.models.document_rows import document_rows
from ui.panels.documents import DocumentsPanel
from workbench.model import Role


@pytest.fixture
def panel(qtbot, session, look):
    panel = DocumentsPanel(session, look)
    qtbot.addWidget(panel)
    panel.resize(312, 500)
    panel.show()
    return panel


def test_the_story_stands_first_and_linked_passages_are_counted(session) -> None:
    rows = document_rows(session)
    assert [(row.document.id, row.chosen, row.passages) for row in rows] == [
        ("story", True, 0),
        ("letter", False, 3),
        ("agency", False, 0),
    ]


def test_each_document_can_be_heard(panel) -> None:
    index = panel.findChild(QListView).model().index(1, 0)
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.endswith("Regional Inspectorate · 4 Sep 2025 · letter. 3 passages linked")


def test_enter_opens_the_document(qtbot, panel) -> None:
    panel.choose("agency")
    with qtbot.waitSignal(panel.opened) as opened:
        qtbot.keyClick(panel.findChild(QListView), Qt.Key.Key_Return)
    assert opened.args == ["agency"]


def test_the_menu_asks_for_what_others_do(qtbot, panel, session) -> None:
    panel.choose("letter")
    menu = panel.menu_for(document_rows(session)[1])
    actions = {action.text(): action for action in menu.actions()}
    with qtbot.waitSignal(panel.role_requested) as asked:
        actions["Use as story"].trigger()
    assert asked.args == ["letter", Role.STORY]
    with qtbot.waitSignal(panel.removal_requested):
        actions["Remove…"].trigger()
    with qtbot.waitSignal(panel.details_requested):
        actions["Details…"].trigger()


def test_it_paints(panel) -> None:
    assert not panel.grab().isNull()
