"""What widgets about drafts need."""

import pytest

from ui.theme.look import Look


@pytest.fixture
def look(qapp):
    """The light theme, as the program wears it."""
    look = Look(qapp, "light")
    yield look
    look.deleteLater()
