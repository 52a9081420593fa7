"""Where published data for measuring lies, when it is there at all. None of it is part of the repository."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def shared(*parts: str) -> Path | None:
    """A file or folder of the shared data: below `TWOSOURCE_SHARED`, else beside the repository; or None."""
    folder = Path(os.environ.get("TWOSOURCE_SHARED") or ROOT.parent / "shared")
    path = folder.joinpath(*parts)
    return path if path.exists() else None


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
