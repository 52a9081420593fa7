"""Fixtures that every test may use."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from casework import STAMP, checked_case

from workbench.export.gathering import build_report
from workbench.export.report import Report
from workbench.language import Language, load


@pytest.fixture(scope="session")
def language() -> Language:
    """The real English model, loaded once."""
    return load()


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache folder of our own, so that no test reads or leaves anything in the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TWOSOURCE_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("TWOSOURCE_DATA", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """The report on a case checked in part."""
    store = checked_case(tmp_path / "ostley.twosource")
    built = build_report(store, STAMP.at)
    store.close()
    return built
