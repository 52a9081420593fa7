"""The one row of commands above the panes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QEnterEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from ui.actions import Actions
from ui.theme.colours import Tone
from ui.theme.icons import beside_icon
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
        self._add(actions["source_map"])
        self._add(actions["search_all"])
        self._add(actions["show_library"])
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
        if worded:
            action.setIconText(beside_icon(action.iconText()))
        if worded and isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _add_space(self) -> None:
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)

    def _add_search(self, action: QAction) -> None:
        """Looks like a field; opens the palette, which is one."""
        self._search = SearchButton(action, self._look, self)
        self.addWidget(self._search)

    def _add_menu(self, actions: Actions, recent: QMenu) -> None:
        menu = QMenu(self)
        actions.fill(menu, recent)
        button = QToolButton(self)
        button.clicked.connect(partial(_open_below, menu, button))
        button.setShortcut("F10")
        button.setAccessibleName(self.tr("Menu"))
        button.setToolTip(self.tr("Menu  (F10)"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = button
        self.addWidget(button)

    def _tint(self) -> None:
        self._menu.setIcon(self._look.icon("menu"))


def _open_below(menu: QMenu, button: QToolButton) -> None:
    """Open a menu beneath a button, ending where the button ends: it stands at the window's edge."""
    corner = button.mapToGlobal(button.rect().bottomRight())
    menu.popup(corner - QPoint(menu.sizeHint().width() - 1, -1))


class SearchButton(QAbstractButton):
    """Looks like a field with the palette's shortcut at its end; a click opens the palette."""

    def __init__(self, action: QAction, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._action, self._look = action, look
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumWidth(60)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        look.changed.connect(self.update)
        self._follow()

    def sizeHint(self) -> QSize:
        """As wide as its words need, with room to spare."""
        return QSize(SEARCH_PX, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a field: glass, words, shortcut."""
        theme, painter = self._look.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.hasFocus() or self.underMouse()
        painter.setPen(theme.accent if active else theme.line)
        painter.setBrush(theme.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)
        self._look.icon("search", Tone.MUTED).paint(painter, 9, self.height() // 2 - 7, 15, 15)
        painter.setPen(theme.muted)
        painter.setFont(self._look.ui_font(13))
        middle = Qt.AlignmentFlag.AlignVCenter
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        painter.drawText(self.rect().adjusted(0, 0, -10, 0), middle | Qt.AlignmentFlag.AlignRight, keys)
        room = self.rect().adjusted(31, 0, -18 - painter.fontMetrics().horizontalAdvance(keys), 0)
        words = painter.fontMetrics().elidedText(
            self._action.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, middle, words)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No longer."""
        super().leaveEvent(event)
        self.update()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text())
        self.update()
