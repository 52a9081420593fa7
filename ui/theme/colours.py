"""Colours by what they mean. The values themselves stand in `resources/themes/*.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ui.theme.files import RESOURCES


class Tone(StrEnum):
    """What a colour says: about a verdict, a disposition, a relation, or nothing in particular."""

    GOOD = "good"
    BAD = "bad"
    CARE = "care"
    OPEN = "open"
    ACCENT = "accent"
    MUTED = "muted"


class Underline(StrEnum):
    """A line's shape, so that a tone can be told without its colour."""

    SOLID = "solid"
    WAVE = "wave"
    DASH = "dash"
    DOT = "dot"
    DOUBLE = "double"


@dataclass(frozen=True, slots=True)
class Shade:
    """The three forms of one tone."""

    ink: QColor
    tint: QColor
    underline: Underline


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of one appearance.

    `paper` lies beneath what is read, `raised` beneath cards and fields, `window` beneath the rest.
    `faint` is for what is switched off, never for words that must be read. `selection` marks a chosen
    row, `selected_text` chosen words. The three `differs_` colours tint words of an evidence card.
    """

    name: str
    window: QColor
    paper: QColor
    raised: QColor
    text: QColor
    muted: QColor
    faint: QColor
    line: QColor
    accent: QColor
    on_accent: QColor
    selection: QColor
    selected_text: QColor
    hover: QColor
    differs_story: QColor
    differs_source: QColor
    differs_figure: QColor
    tones: Mapping[Tone, Shade]

    @property
    def is_dark(self) -> bool:
        """Whether light words stand on a dark ground."""
        return self.paper.lightness() < self.text.lightness()

    def ink(self, tone: Tone) -> QColor:
        """The colour of words and icons of this tone: 4.5:1 or better on every surface and on its tint."""
        return self.tones[tone].ink

    def tint(self, tone: Tone) -> QColor:
        """The ground of a chip or of marked words."""
        return self.tones[tone].tint

    def strong(self, tone: Tone) -> QColor:
        """The ground of the one mark that is being worked on; never plain grey, as if switched off."""
        over = self.accent if tone is Tone.MUTED else self.ink(tone)
        return blend(self.tint(tone), over, 0.22)

    def underline(self, tone: Tone) -> Underline:
        """The shape of the line beneath marked words."""
        return self.tones[tone].underline


def load_theme(name: str) -> Theme:
    """Read the theme `name` ("light" or "dark") from its file."""
    told = tomllib.loads((RESOURCES / "themes" / f"{name}.toml").read_text(encoding="utf-8"))
    surfaces = {key: QColor(value) for key, value in told["surfaces"].items()}
    tones = {Tone(key): _shade(value) for key, value in told["tones"].items()}
    return Theme(name=told["name"], tones=tones, **surfaces)


def theme_for(scheme: Qt.ColorScheme) -> Theme:
    """The theme that goes with the system's scheme; light where the system does not say."""
    return load_theme("dark" if scheme is Qt.ColorScheme.Dark else "light")


def blend(ground: QColor, over: QColor, share: float) -> QColor:
    """`ground` with `share` (0..1) of `over` mixed in."""
    return QColor.fromRgbF(
        ground.redF() + (over.redF() - ground.redF()) * share,
        ground.greenF() + (over.greenF() - ground.greenF()) * share,
        ground.blueF() + (over.blueF() - ground.blueF()) * share,
    )


def _shade(told: Mapping[str, Any]) -> Shade:
    return Shade(QColor(told["ink"]), QColor(told["tint"]), Underline(told["underline"]))
