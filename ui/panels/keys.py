"""Which keys set which states, so that controls can show them. The keys themselves live in the table."""

from __future__ import annotations

from collections.abc import Mapping

from ui.action_table import TABLE

Keys = Mapping[object, str]
"""The value of a `Disposition` or a `Relation`, or the place (from 1) of a verdict step, to its key."""

_SETTING = {"claim.dispose", "claim.relate", "claim.decide"}


def keys_of_table() -> Keys:
    """The keys as the table of actions has them."""
    rows = [row for group in TABLE.values() for row in group if row.shortcuts]
    return {row.argument: row.shortcuts[0] for row in rows if row.handler in _SETTING}
