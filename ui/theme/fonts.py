"""The two type families: Inter for the program's own words, Literata for what is read.

A family is loaded when it is first asked for, so that a window without a text never pays for Literata.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from ui.theme.files import RESOURCES

UI_FAMILY = "Inter"
READING_FAMILY = "Literata"

_FILES = {
    UI_FAMILY: ("Inter-Regular.ttf", "Inter-SemiBold.ttf"),
    READING_FAMILY: ("Literata-Regular.ttf", "Literata-Bold.ttf", "Literata-Italic.ttf"),
}
_FALLBACK = {UI_FAMILY: QFont.StyleHint.SansSerif, READING_FAMILY: QFont.StyleHint.Serif}


def font(family: str, px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A font of one of the two families, `px` pixels high; the system's nearest where it cannot be loaded."""
    _load(family)
    made = QFont(family)
    made.setStyleHint(_FALLBACK[family])
    made.setPixelSize(px)
    made.setWeight(weight)
    return made


@cache
def _load(family: str) -> None:
    for name in _FILES[family]:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name))
