"""Where the published data and the example articles lie, if they are at hand."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

_BESIDE = Path(__file__).parents[2] / "shared"


def shared(*parts: str) -> Path | None:
    """A file or folder of the shared data, or None when it is not there.

    Looked for in the folder that TWOSOURCE_SHARED names, else in `shared` beside the repository.
    """
    path = Path(os.environ.get("TWOSOURCE_SHARED") or _BESIDE).joinpath(*parts)
    return path if path.exists() else None


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of one JSON-lines file of the shared data; none when it is absent."""
    path = shared("data", *name.split("/"))
    if path is None:
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
