"""The colours of both themes can be read, and told apart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ui.text.brushes import Brushes
from ui.theme.colours import Tone, blend, load_theme, theme_for

LEGIBLE = 4.5
GROUNDS = ("window", "paper", "raised", "selection", "hover")


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, 1..21 (WCAG 2.2, success criterion 1.4.3)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


@pytest.fixture(params=["light", "dark"])
def theme(request):
    return load_theme(request.param)


def test_contrast_of_black_on_white_is_the_greatest():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#777777")) == 1


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["text", "muted", "accent"])
def test_words_are_legible_on_every_surface(theme, words, ground):
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= LEGIBLE


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("ground", GROUNDS)
def test_a_tone_is_legible_on_every_surface(theme, tone, ground):
    assert contrast(theme.ink(tone), getattr(theme, ground)) >= LEGIBLE


@pytest.mark.parametrize("tone", list(Tone))
def test_a_tone_is_legible_on_its_own_tint(theme, tone):
    assert contrast(theme.ink(tone), theme.tint(tone)) >= LEGIBLE


@pytest.mark.parametrize("tone", list(Tone))
def test_text_is_legible_on_marks_however_many_overlap(theme, tone):
    assert contrast(theme.text, theme.tint(tone)) >= LEGIBLE
    assert contrast(theme.text, theme.strong(tone)) >= LEGIBLE
    limit = QColor(Brushes(theme, 1.0).ground(tone, False))
    limit.setAlphaF(1.0)
    assert contrast(theme.text, limit) >= LEGIBLE


@pytest.mark.parametrize("ground", ["selected_text", "differs_story", "differs_source", "differs_figure"])
def test_text_is_legible_on_chosen_and_differing_words(theme, ground):
    assert contrast(theme.text, getattr(theme, ground)) >= LEGIBLE


def test_words_on_the_accent_are_legible(theme):
    assert contrast(theme.on_accent, theme.accent) >= LEGIBLE


def test_the_tones_of_verdicts_differ_by_underline_too(theme):
    verdicts = (Tone.GOOD, Tone.BAD, Tone.CARE, Tone.OPEN)
    assert len({theme.underline(tone) for tone in verdicts}) == len(verdicts)


def test_the_theme_follows_the_scheme():
    assert theme_for(Qt.ColorScheme.Dark).is_dark
    assert not theme_for(Qt.ColorScheme.Light).is_dark
    assert not theme_for(Qt.ColorScheme.Unknown).is_dark


def test_blending_goes_from_one_colour_to_the_other():
    black, white = QColor("black"), QColor("white")
    assert blend(black, white, 0) == black
    assert blend(black, white, 1) == white
    assert blend(black, white, 0.5).lightness() == pytest.approx(128, abs=1)
