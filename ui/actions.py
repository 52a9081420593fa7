"""The `QAction`s made from the one table: shortcuts, tooltips, icons, and when each can be used."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.action_table import TABLE, WRITE_VERDICT, Action, Need
from ui.theme.look import Look

if TYPE_CHECKING:
    from workbench.model import Step


Handlers = Callable[[str], QObject]
"""Gives the object whose methods a row of the table names, made when it is first asked for."""


class Command(QAction):
    """One row of the table, come alive. Calls its handler when triggered."""

    def __init__(self, row: Action, group: str, handlers: Handlers, parent: QObject) -> None:
        super().__init__(_said(row.text), parent)
        self.row = row
        self.group = group
        self._handlers = handlers
        self.setObjectName(row.id)
        self.setIconText(_said(row.short or row.text))
        self.triggered.connect(self._run)

    def set_keys(self, names: Collection[str]) -> None:
        """Give the command other shortcuts; the first is shown."""
        self.setShortcuts([QKeySequence(name) for name in names])
        self.refresh_tip()

    def aside(self) -> str:
        """The shortcut as this desktop writes it; empty without one."""
        return self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def name(self) -> str:
        """What the table calls the command."""
        return _said(self.row.text)

    def say(self, text: str) -> None:
        """Say more exactly what the command does now: "Undo: Link evidence"."""
        if text != self.text():
            self.setText(text)
            self.refresh_tip()

    def refresh_tip(self) -> None:
        """Say in the tooltip what the command does and by which key."""
        shown = self.aside()
        self.setToolTip(f"{self.text()}  ({shown})" if shown else self.text())

    def _run(self) -> None:
        name, method = self.row.handler.split(".")
        handler = getattr(self._handlers(name), method)
        if self.row.argument is None:
            handler()
        else:
            handler(self.row.argument)


class Actions(QObject):
    """All commands of the window, by id."""

    def __init__(
        self,
        window: QWidget,
        look: Look,
        handlers: Handlers,
        changed_keys: Mapping[str, Collection[str]],
    ) -> None:
        super().__init__(window)
        self._look = look
        self._commands = {
            row.id: Command(row, _said(group), handlers, self)
            for group, rows in TABLE.items()
            for row in rows
        }
        for command in self._commands.values():
            command.set_keys(changed_keys.get(command.row.id, command.row.shortcuts))
            window.addAction(command)
        look.changed.connect(self._tint)
        self._tint()

    def __getitem__(self, id: str) -> Command:
        return self._commands[id]

    def all(self) -> tuple[Command, ...]:
        """Every command, in the order of the table."""
        return tuple(self._commands.values())

    def allow(self, there: Collection[Need]) -> None:
        """Switch on what can be done with what is there, and the rest off."""
        for command in self._commands.values():
            command.setEnabled(command.row.need is Need.NOTHING or command.row.need in there)

    def name_verdicts(self, scale: Sequence[Step]) -> None:
        """Call the commands that give verdicts by the steps of the case's scale; further ones are hidden.

        Without steps, the first is to write the verdict in the desk's own words.
        """
        verdicts = [command for id, command in self._commands.items() if id.startswith("verdict_")]
        for place, command in enumerate(verdicts):
            command.setVisible(place < max(len(scale), 1))
            if place < len(scale):
                command.say(scale[place].label)
                command.setIcon(self._look.icon(scale[place].symbol))
        if not scale:
            verdicts[0].say(_said(WRITE_VERDICT))
            verdicts[0].setIcon(self._look.icon("quote"))

    def fill(self, menu: QMenu, recent: QMenu) -> None:
        """Put every command into a menu, one submenu a group; `recent` goes into the first."""
        for group, rows in TABLE.items():
            submenu = menu.addMenu(_said(group))
            for row in rows:
                submenu.addAction(self[row.id])
                if row.id == "open_case":
                    submenu.addMenu(recent)

    def set_keys(self, keys: Mapping[str, Collection[str]]) -> None:
        """Take over changed shortcuts; commands not named get those of the table."""
        for command in self._commands.values():
            command.set_keys(keys.get(command.row.id, command.row.shortcuts))

    def changed_keys(self) -> dict[str, list[str]]:
        """The shortcuts that differ from the table's, to be remembered."""
        return {
            command.row.id: keys
            for command in self._commands.values()
            if (keys := keys_of(command)) != list(command.row.shortcuts)
        }

    def _tint(self) -> None:
        for command in self._commands.values():
            if command.row.icon:
                command.setIcon(self._look.icon(command.row.icon))


def keys_of(command: QAction) -> list[str]:
    """The portable names of a command's shortcuts."""
    return [key.toString(QKeySequence.SequenceFormat.PortableText) for key in command.shortcuts()]


def _said(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
