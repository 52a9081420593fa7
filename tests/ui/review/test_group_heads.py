"""The headings of what stands before a signature, as wide as they are in a small window."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from ui.models.opening_words import opening_sign
from ui.theme.look import Look
from workbench.openings import Kind, Severity

NARROW_PX = 195
"""What arrow, icon, number and edges leave to the words in a window of 1280 px."""


@pytest.mark.parametrize("kind", list(Kind))
def test_a_heading_is_not_cut_in_a_small_window(qapp, kind):
    look = Look(qapp, "light")
    metrics = QFontMetrics(look.ui_font(13, QFont.Weight.DemiBold))
    assert metrics.horizontalAdvance(opening_sign(kind, Severity.MUST).word) <= NARROW_PX
    look.deleteLater()
