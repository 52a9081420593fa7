"""A story in a case of its own, to be given another draft."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from casework import add_text, new_case
from drafting import STORY, Desk

from workbench.model import Role


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A case with the story, nothing marked in it yet."""
    with closing(new_case(tmp_path / "pier.twosource")) as store:
        add_text(store, "story", STORY, role=Role.STORY, title="Pier reopens after storm")
        yield Desk(store)
