"""The sample case: a copy of the one that ships, the editor's own to try things on."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from ui.theme.files import RESOURCES

NAME = "Sample case.twosource"


def sample_case() -> Path:
    """Where the editor's copy lies; it is made the first time. Raises `OSError` when it cannot be."""
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    path = Path(data) / "twosource" / NAME
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        shutil.copyfile(RESOURCES / "sample" / "sample.twosource", part)
        part.replace(path)
    return path
