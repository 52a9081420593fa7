"""A light look for everything that shows a text."""

import pytest

from ui.theme.look import Look, palette


@pytest.fixture
def look(qapp):
    """A light look whose colours the application wears; taken off again."""
    before = qapp.palette()
    look = Look(mode="light")
    qapp.setPalette(palette(look.theme))
    look.changed.connect(lambda: qapp.setPalette(palette(look.theme)))
    yield look
    look.changed.disconnect()
    look.deleteLater()
    qapp.setPalette(before)
