"""Which keys set which states, so that controls can show them. The keys themselves live in the table."""

from __future__ import annotations

from collections.abc import Mapping

from ui.action_table import TABLE
from workbench.model import Disposition, Relation

Keys = Mapping[object, str]
"""A `Disposition`, a `Relation`, or the place of a step in the verdict scale (from 1), to its key."""

_SETTING = {"claim.decide"}


def keys_of_table() -> Keys:
    """The keys as the table of actions has them."""
    rows = [row for group in TABLE.values() for row in group if row.shortcuts]
    return {
        row.argument: row.shortcuts[0]
        for row in rows
        if isinstance(row.argument, Disposition | Relation) or row.handler in _SETTING
    }
