"""The one row of commands above the panes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from ui.actions import Actions
from ui.theme.look import Look

ICON_PX = 18
SEARCH_PX = 272
"""Width of the search field, in pixels."""
_LEFT = ("import", "mark", "link_source")
_PLAIN = ("undo", "redo")


class Toolbar(QToolBar):
    """The commands used most, the way into all the others, and the menu."""

    def __init__(self, actions: Actions, recent: QMenu, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        for id in _LEFT:
            self._add(actions[id], worded=True)
        self.addSeparator()
        for id in _PLAIN:
            self._add(actions[id])
        self.addSeparator()
        self._add(actions["source"])
        self._add_space()
        self._add_search(actions["palette"])
        self._add(actions["export"], worded=True)
        self._add(actions["theme"])
        self._add_menu(actions, recent)
        look.changed.connect(self._tint)
        self._tint()

    def _add(self, action: QAction, *, worded: bool = False) -> None:
        self.addAction(action)
        button = self.widgetForAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if worded and isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _add_space(self) -> None:
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)

    def _add_search(self, action: QAction) -> None:
        """Looks like a field; opens the palette, which is one."""
        button = QToolButton(self)
        button.setObjectName("search")
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setMinimumWidth(SEARCH_PX)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._search = button
        self.addWidget(button)

    def _add_menu(self, actions: Actions, recent: QMenu) -> None:
        menu = QMenu(self)
        actions.fill(menu, recent)
        button = QToolButton(self)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setShortcut("F10")
        button.setAccessibleName(self.tr("Menu"))
        button.setToolTip(self.tr("Menu  (F10)"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = button
        self.addWidget(button)

    def _tint(self) -> None:
        self._menu.setIcon(self._look.icon("menu"))
        theme = self._look.theme
        self._search.setStyleSheet(
            f"#search {{ background: {theme.raised.name()}; border: 1px solid {theme.line.name()};"
            f" color: {theme.muted.name()}; padding: 5px 8px; }}"
            f" #search:hover, #search:focus {{ border-color: {theme.accent.name()}; }}"
        )
