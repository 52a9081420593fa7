"""Fixtures that every test may use."""

from pathlib import Path

import pytest
from casework import STAMP, checked_case

from workbench.export.report import Report, build_report
from workbench.language import Language, load


@pytest.fixture(scope="session")
def language() -> Language:
    """The real English model, loaded once."""
    return load()


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """The report on a case checked in part."""
    store = checked_case(tmp_path / "ostley.twosource")
    built = build_report(store, STAMP.at)
    store.close()
    return built
