from collections import Counter
from importlib import import_module
from inspect import signature

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.action_table import TABLE, Need
from ui.actions import Actions
from ui.theme.files import RESOURCES
from ui.theme.look import Look

ROWS = [row for rows in TABLE.values() for row in rows]


class Recorder(QObject):
    def __init__(self):
        super().__init__()
        self.calls = []

    def step(self, by):
        self.calls.append(("step", by))

    def undo(self):
        self.calls.append(("undo",))


@pytest.fixture
def recorder(qapp):
    return Recorder()


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window, recorder):
    look = Look(window, "light")
    return Actions(window, look, lambda name: recorder, {"next": ["F7"]})


def test_ids_and_shortcuts_are_unique():
    assert max(Counter(row.id for row in ROWS).values()) == 1
    assert max(Counter(key for row in ROWS for key in row.shortcuts).values()) == 1


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_row_has_a_handler_an_icon_that_exists_and_keys_that_qt_knows(row):
    name, method = row.handler.split(".")
    handler = getattr(getattr(import_module(f"ui.commands.{name}"), f"{name.capitalize()}Commands"), method)
    assert len(signature(handler).parameters) == (1 if row.argument is None else 2)
    assert not row.icon or (RESOURCES / "icons" / f"{row.icon}.svg").is_file()
    assert all(not QKeySequence(key).isEmpty() for key in row.shortcuts)


def test_a_command_calls_its_handler_with_its_argument(actions, recorder):
    actions.allow(set(Need))
    actions["next"].trigger()
    actions["undo"].trigger()
    assert recorder.calls == [("step", 1), ("undo",)]


def test_only_what_can_be_done_is_switched_on(actions):
    actions.allow({Need.CASE})
    assert actions["new_case"].isEnabled()
    assert actions["focus_story"].isEnabled()
    assert not actions["mark"].isEnabled()


def test_tooltips_name_the_key_even_after_it_was_changed(actions):
    assert "F7" in actions["next"].toolTip()
    assert actions.changed_keys() == {"next": ["F7"]}
    actions.set_keys({})
    assert "(J)" in actions["next"].toolTip()
    assert actions.changed_keys() == {}


def test_the_menu_holds_every_command(actions, qtbot):
    menu, recent = QMenu(), QMenu()
    qtbot.addWidget(menu)
    qtbot.addWidget(recent)
    actions.fill(menu, recent)
    shown = {action.objectName() for submenu in menu.findChildren(QMenu) for action in submenu.actions()}
    assert {row.id for row in ROWS} <= shown
