"""Where the files that ship with the program lie."""

from __future__ import annotations

from pathlib import Path

import resources

RESOURCES = Path(resources.__path__[0])
"""The folder of the `resources` package."""
