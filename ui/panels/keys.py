"""Which keys do what, so that controls can show them. The keys themselves live in the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QKeySequence

from ui.action_table import TABLE, Action
from ui.actions import Command

Keys = Mapping[object, str]
"""From what is done to the portable name of its key: from the value of a `Disposition` or a `Relation`, the
place (from 1) of a verdict step, or the id of a command.

For a `Relation` it is the key that says what the current passage does.
"""

_SETTING = {"claim.dispose", "claim.relate", "claim.decide"}


def keys_of_table() -> Keys:
    """The keys as the table of actions has them."""
    rows = [row for group in TABLE.values() for row in group if row.shortcuts]
    return _by_value((row, row.shortcuts[0]) for row in rows)


def keys_of_commands(commands: Iterable[Command]) -> Keys:
    """The keys as the editor has set them."""
    return _by_value((command.row, command.shortcut().toString()) for command in commands)


def with_key(words: str, key: str) -> str:
    """A tooltip: the words, and the key where there is one, as this desktop writes it."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words}  ({shown})" if shown else words


def _by_value(rows: Iterable[tuple[Action, str]]) -> Keys:
    found: dict[object, str] = {}
    for row, key in rows:
        found[row.id] = key
        if row.handler in _SETTING:
            found[row.argument] = key
    return found
