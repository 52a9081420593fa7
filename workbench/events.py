"""Changes as the history keeps them, in words: canonical JSON (`workbench/canonical.py`)."""

from __future__ import annotations

import json
from typing import Any

from workbench.canonical import Json, canonical, encode, moment, tagged, untagged
from workbench.change import Act, Change, Edit, Stamp


def event_text(change: Change) -> str:
    """A change as the history stores and hashes it. What goes without saying is left out."""
    said: dict[str, Any] = {
        "act": None if change.act is Act.DONE else change.act.value,
        "batch": change.batch,
        "merged": change.merged,
        "takes_back": list(change.takes_back),
    }
    return canonical(
        {
            "at": encode(change.stamp.at),
            "by": change.stamp.by,
            "edits": [{"after": tagged(edit.after), "before": tagged(edit.before)} for edit in change.edits],
            "label": change.label,
            **{name: content for name, content in said.items() if content},
        }
    )


def event_change(text: str) -> Change:
    """The change that `text` describes. Revisions come back without their text."""
    content: Json = json.loads(text)
    return Change(
        content["label"],
        Stamp(content["by"], moment(content["at"])),
        tuple(Edit(untagged(edit["before"]), untagged(edit["after"])) for edit in content["edits"]),
        Act(content.get("act", Act.DONE)),
        tuple(content.get("takes_back", ())),
        content.get("batch", ""),
        content.get("merged"),
    )
