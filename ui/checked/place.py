"""Where the memory of claims checked before lies. Imports no Qt: the command line needs it too."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "TWOSOURCE_DATA"
"""Environment variable that names another folder."""


def checked_path() -> Path:
    """Where the memory lies for this user."""
    return data_folder() / "checked.sqlite"


def data_folder() -> Path:
    """The program's folder among the user's data, where the library usually is too; it may not exist yet."""
    if given := os.environ.get(VARIABLE):
        return Path(given)
    if sys.platform == "win32":
        usual = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        return Path(usual) / "twosource"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "twosource"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "twosource"
