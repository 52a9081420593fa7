"""The forms that values had in earlier histories, brought into today's. The history itself stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.model import Credit

Json = Any


def _credit(content: Json) -> Json:
    """Until the second step of the schema, `via` was one name or null, and nothing told of the voice.

    `db/schema/0002.sql` makes the same of the rows.
    """
    if "voice" in content:
        return content
    via = content["via"]
    name = None if via is None else via.replace("\n", " ").replace("\t", " ")
    steps = [] if name is None else [{"kind": None, "name": name, "spans": []}]
    return {**content, "via": steps, "voice": None}


TODAYS: dict[Any, Callable[[Json], Json]] = {Credit: _credit}
"""By type, what makes today's content of an earlier one and leaves today's alone."""
