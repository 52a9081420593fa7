"""A library to test with, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db import LibraryFile, open_library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the test's library lies; not there yet."""
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path) -> Iterator[LibraryFile]:
    """An empty library."""
    with closing(open_library(folder)) as opened:
        yield opened
