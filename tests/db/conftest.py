"""A case to test with, in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mill import PAGE, STAMP, STORY, claim, new_document, revision

from db import CaseStore, create_case
from workbench.change import Change, added
from workbench.model import Case, CaseId


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    """Where the test's case lies; not there yet."""
    return tmp_path / "mill.twosource"


@pytest.fixture
def new_case(case_path: Path) -> Iterator[Callable[..., CaseStore]]:
    """Makes empty cases and closes them at the end."""
    made: list[CaseStore] = []

    def make(path: Path = case_path) -> CaseStore:
        made.append(create_case(path, Case(CaseId("mill"), "The mill", "two-source", STAMP.at), STAMP))
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture
def store(new_case: Callable[..., CaseStore]) -> CaseStore:
    """A case with one story, its page kept, and one claim."""
    made = new_case()
    made.apply(new_document("story", original=PAGE), [PAGE])
    made.apply(Change("Mark claim", STAMP, added(claim("closed", revision("story", 1, STORY)))))
    return made
