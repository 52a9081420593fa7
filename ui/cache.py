"""Where what can be made anew is kept for this user. Imports no Qt: the command line needs it too."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "TWOSOURCE_CACHE"
"""Environment variable that names another folder."""


def vectors_path() -> Path:
    """Where sentence vectors are kept."""
    return cache_folder() / "vectors.sqlite"


def cache_folder() -> Path:
    """The program's folder among the system's caches; it may not exist yet."""
    if given := os.environ.get(VARIABLE):
        return Path(given)
    if sys.platform == "win32":
        usual = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        return Path(usual) / "twosource" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "twosource"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "twosource"
