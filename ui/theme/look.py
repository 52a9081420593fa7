"""The one `Look` of the application: style, palette, stylesheet, fonts and icons, light or dark."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.colours import Theme, Tone, blend, load_theme, theme_for
from ui.theme.files import RESOURCES
from ui.theme.fonts import READING_FAMILY, UI_FAMILY, font
from ui.theme.icons import tinted

MODES = ("system", "light", "dark")
UI_PX = 13
"""Size of the program's own words."""


class Look(QObject):
    """Light or dark, as the system or the editor wishes. Widgets repaint on `changed`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, mode: str = "system") -> None:
        super().__init__(parent)
        self._app: QApplication | None = None
        self._icons: dict[tuple[str, Tone | None], QIcon] = {}
        self._mode = mode
        self._theme = self._wanted()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._theme

    @property
    def mode(self) -> str:
        """One of `MODES`; "system" follows the desktop."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Choose one of `MODES`. Raises `ValueError` for any other."""
        if mode not in MODES:
            raise ValueError(f"no such appearance: {mode}")
        self._mode = mode
        self._follow()

    def apply(self, app: QApplication) -> None:
        """Dress the whole application, now and after every change."""
        self._app = app
        app.setStyle("Fusion")
        app.setFont(self.ui_font(UI_PX))
        self._dress(app)

    def icon(self, name: str, tone: Tone | None = None) -> QIcon:
        """The icon `name` in a tone, or in the colour of text."""
        key = (name, tone)
        if key not in self._icons:
            colour = self._theme.ink(tone) if tone else self._theme.text
            self._icons[key] = tinted(name, colour, self._theme.faint)
        return self._icons[key]

    def ui_font(self, px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Inter, for the program's own words."""
        return font(UI_FAMILY, px, weight)

    def reading_font(self, px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Literata, for what is read."""
        return font(READING_FAMILY, px, weight)

    def _wanted(self) -> Theme:
        if self._mode == "system":
            return theme_for(QGuiApplication.styleHints().colorScheme())
        return load_theme(self._mode)

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted.name == self._theme.name:
            return
        self._theme = wanted
        self._icons.clear()
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()

    def _dress(self, app: QApplication) -> None:
        app.setPalette(palette(self._theme))
        app.setStyleSheet(stylesheet(self._theme))


def palette(theme: Theme) -> QPalette:
    """A palette with every role set, so that nothing of the system's own colours shows through."""
    role, off = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    made = QPalette()
    for each, colour in _roles(theme).items():
        made.setColor(each, colour)
    for each in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText, role.HighlightedText):
        made.setColor(off, each, theme.faint)
    made.setColor(off, role.Highlight, theme.line)
    return made


def stylesheet(theme: Theme) -> str:
    """The stylesheet filled in with the theme's surfaces."""
    template = Template((RESOURCES / "themes" / "window.qss").read_text(encoding="utf-8"))
    return template.substitute(
        {name: getattr(theme, name).name() for name in _SURFACES},
        accent_hover=blend(theme.accent, theme.text, 0.15).name(),
        handle=blend(theme.window, theme.text, 0.22).name(),
        clear=(RESOURCES / "themes" / f"clear-{theme.name}.svg").as_posix(),
        arrow=(RESOURCES / "themes" / f"arrow-{theme.name}.svg").as_posix(),
        tick=(RESOURCES / "themes" / f"tick-{theme.name}.svg").as_posix(),
    )


_SURFACES = (
    "window",
    "paper",
    "raised",
    "text",
    "muted",
    "faint",
    "line",
    "accent",
    "on_accent",
    "selection",
    "hover",
)


def _roles(theme: Theme) -> dict[QPalette.ColorRole, QColor]:
    role = QPalette.ColorRole
    return {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.paper,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.on_accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Highlight: theme.selected_text,
        role.HighlightedText: theme.text,
        role.Link: theme.accent,
        role.LinkVisited: theme.ink(Tone.OPEN),
        role.Accent: theme.accent,
        role.Light: theme.raised,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.faint,
        role.Shadow: theme.line,
    }
