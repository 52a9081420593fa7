"""Fixtures that every test may use."""

import pytest

from workbench.language import Language, load


@pytest.fixture(scope="session")
def language() -> Language:
    """The real English model, loaded once."""
    return load()
