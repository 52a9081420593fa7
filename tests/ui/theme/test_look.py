"""The look of the application changes as a whole, and everything it needs ships with the program."""

import gc

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QCheckBox
from test_colours import contrast

from ui.theme.colours import Tone, load_theme
from ui.theme.files import RESOURCES
from ui.theme.icons import tinted
from ui.theme.look import Look, palette

ICONS = sorted({path.stem for path in (RESOURCES / "icons").glob("*.svg")} - {"twosource"})


@pytest.fixture
def dressed(qapp):
    """A light look on the application, taken off again."""
    before = qapp.palette(), qapp.font()
    look = Look(mode="light")
    look.apply(qapp)
    yield look
    qapp.setStyleSheet("")
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    look.deleteLater()


def coloured(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    image = icon.pixmap(QSize(24, 24), 1.0, mode).toImage()
    every = (image.pixelColor(x, y) for x in range(24) for y in range(24))
    return {colour.name() for colour in every if colour.alpha() == 255}


def test_applying_a_look_sets_palette_font_and_stylesheet(dressed, qapp):
    assert qapp.palette().color(QPalette.ColorRole.Window) == dressed.theme.window
    assert QFontInfo(qapp.font()).family() == "Inter"
    assert dressed.theme.line.name() in qapp.styleSheet()
    assert "$" not in qapp.styleSheet().split("*/")[1]


def test_choosing_dark_changes_everything_once(dressed, qapp, qtbot):
    with qtbot.waitSignal(dressed.changed):
        dressed.set_mode("dark")
    assert dressed.theme.is_dark
    assert qapp.palette().color(QPalette.ColorRole.Base) == dressed.theme.paper
    with qtbot.assertNotEmitted(dressed.changed):
        dressed.set_mode("dark")


def test_the_system_mode_follows_the_scheme_of_the_desktop(qapp, qtbot, monkeypatch):
    look = Look()
    dark = load_theme("dark")
    monkeypatch.setattr("ui.theme.look.theme_for", lambda scheme: dark)
    with qtbot.waitSignal(look.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.theme is dark
    look.deleteLater()


def test_a_chosen_mode_stays_whatever_the_desktop_does(dressed, qapp, qtbot):
    with qtbot.assertNotEmitted(dressed.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not dressed.theme.is_dark


def test_an_unknown_mode_is_refused(dressed):
    with pytest.raises(ValueError, match="sepia"):
        dressed.set_mode("sepia")


def test_every_role_of_the_palette_is_ours(dressed):
    ours = {colour.name() for colour in vars_of(dressed.theme)}
    made = palette(dressed.theme)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for role in QPalette.ColorRole:
            if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
                assert made.color(group, role).name() in ours, role


def vars_of(theme):
    tones = [theme.ink(tone) for tone in Tone]
    return [*tones, *(v for name in theme.__slots__ if isinstance(v := getattr(theme, name), QColor))]


def test_the_reading_font_ships_with_the_program(dressed):
    assert QFontInfo(dressed.reading_font(18)).family() == "Literata"
    assert QFontInfo(dressed.reading_font(18)).pixelSize() == 18


def test_every_font_has_its_licence_beside_it():
    families = {path.stem.partition("-")[0] for path in (RESOURCES / "fonts").glob("*.ttf")}
    assert all((RESOURCES / "fonts" / f"{family}-OFL.txt").is_file() for family in families)


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_drawn_in_the_colour_asked_for(qapp, name):
    assert coloured(tinted(name, QColor("#b03a00"), QColor("#999999"))) == {"#b03a00"}


def test_an_icon_is_greyed_when_its_control_is_off(dressed):
    assert coloured(dressed.icon("link", Tone.GOOD)) == {dressed.theme.ink(Tone.GOOD).name()}
    assert coloured(dressed.icon("link"), QIcon.Mode.Disabled) == {dressed.theme.faint.name()}


def test_an_icon_is_sharp_on_a_fine_screen_and_survives_collection(dressed):
    icon = dressed.icon("check")
    gc.collect()
    assert icon.pixmap(QSize(20, 20), 2.0).size() == QSize(40, 40)
    assert dressed.icon("check") is icon


def test_an_icon_that_does_not_ship_is_an_error(dressed):
    with pytest.raises(FileNotFoundError):
        dressed.icon("no-such-icon")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_box_of_a_choice_can_be_seen_whether_ticked_or_not(dressed, qtbot, mode):
    dressed.set_mode(mode)
    box = QCheckBox()
    qtbot.addWidget(box)
    box.show()
    for ticked in (False, True):
        box.setChecked(ticked)
        seen = box.grab().toImage()
        middle = seen.height() // 2
        edge = max(contrast(seen.pixelColor(x, middle), dressed.theme.window) for x in range(seen.width()))
        assert edge >= 3.0
