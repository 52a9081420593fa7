"""The command palette: every command, claim and document, found by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.theme.look import Look

WIDTH, ROWS, ROW = 620, 11, 34
"""Width of the palette, rows shown at once, and height of a row, in pixels."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something to run or to go to. `aside` stands at the right: the shortcut, or what kind of thing."""

    text: str
    aside: str
    run: Callable[[], object]
    icon: QIcon | None = None


def fit(typed: str, text: str) -> float:
    """How well a text fits what was typed, 0 (not at all) upwards; case is ignored.

    Every typed word must occur: at the start of a word best, then within one, then as letters in
    order ("opcs" finds "Open case"). Of texts that fit as well, one that begins with all of it comes first.
    """
    text, typed = text.casefold(), " ".join(typed.casefold().split())
    total = 2.0 if text.startswith(typed) else 1.0
    for word in typed.split():
        found = _word_fit(word, text)
        if not found:
            return 0.0
        total += found
    return total + (1.0 / (1 + len(text)))


def _word_fit(word: str, text: str) -> float:
    at = text.find(word)
    if at == 0 or f" {word}" in text:
        return 3.0 if at == 0 else 2.5
    if at > 0:
        return 1.5
    letters = iter(text)
    return 0.5 if len(word) > 1 and all(letter in letters for letter in word) else 0.0


class _Targets(QAbstractListModel):
    """The targets that fit, best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: Sequence[Target] = ()
        self._shown: Sequence[Target] = ()

    def offer(self, targets: Sequence[Target]) -> None:
        """Take other targets in and show all."""
        self._all = targets
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Show only what fits."""
        fits = ((fit(typed, f"{target.text} {target.aside}"), target) for target in self._all)
        kept = [(score, target) for score, target in fits if score]
        self.beginResetModel()
        self._shown = (
            [target for _, target in sorted(kept, key=lambda pair: -pair[0])] if typed else self._all
        )
        self.endResetModel()

    def at(self, row: int) -> Target:
        """The target of a row."""
        return self._shown[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many fit."""
        return 0 if parent.isValid() else len(self._shown)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Text, icon, and for a screen reader both words."""
        if not index.isValid():
            return None
        target = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return target.text
            case Qt.ItemDataRole.DecorationRole:
                return target.icon
            case Qt.ItemDataRole.UserRole:
                return target.aside
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{target.text}, {target.aside}" if target.aside else target.text
        return None


class _Row(QStyledItemDelegate):
    """Draws icon, text and the word at the right."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is as high as any other."""
        return QSize(0, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        theme, box = self._look.theme, option.rect.adjusted(6, 1, -6, -1)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.selection)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(box, 6, 6)
        if icon := index.data(Qt.ItemDataRole.DecorationRole):
            icon.paint(painter, box.left() + 10, box.center().y() - 7, 16, 16)
        painter.setFont(self._look.ui_font(12))
        painter.setPen(theme.muted)
        middle = Qt.AlignmentFlag.AlignVCenter
        aside = str(index.data(Qt.ItemDataRole.UserRole) or "")
        painter.drawText(box.adjusted(0, 0, -12, 0), middle | Qt.AlignmentFlag.AlignRight, aside)
        painter.setFont(self._look.ui_font(13))
        painter.setPen(theme.text)
        room = box.adjusted(38, 0, -24 - painter.fontMetrics().horizontalAdvance(aside), 0)
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


class Palette(QFrame):
    """A field and a list over the top of the window; Enter runs, Esc closes, arrows choose."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._look = look
        self._model = _Targets(self)
        self._before: QWidget | None = None
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("A command, a claim or a document"))
        self._field.setAccessibleName(self.tr("Search or run a command"))
        self._field.textEdited.connect(self._narrow)
        self._field.installEventFilter(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Row(look, self))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(self.tr("What was found"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.clicked.connect(self._run_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._field)
        column.addWidget(self._list)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def open_with(self, targets: Sequence[Target]) -> None:
        """Show the palette over the window, with everything that can be run or gone to."""
        before = self.window().focusWidget()
        if before is not self._field:  # It is open already; the keyboard was somewhere else before that.
            self._before = before
        self._field.clear()
        self._model.offer(targets)
        self._choose(0)
        width = min(WIDTH, self.window().width() - 32)
        self.setGeometry((self.window().width() - width) // 2, 52, width, self._height())
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_again(self) -> None:
        """Hide, and give the keyboard back to where it was."""
        if self.isVisible():
            self.hide()
            if self._before is not None:
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's arrows, Enter and Esc belong to the list; leaving the field closes the palette."""
        if event.type() is QEvent.Type.FocusOut and not self._list.underMouse():
            self.hide()
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        row, page = self._list.currentIndex().row(), ROWS - 1
        moves = {
            Qt.Key.Key_Down: row + 1,
            Qt.Key.Key_Up: row - 1,
            Qt.Key.Key_PageDown: row + page,
            Qt.Key.Key_PageUp: row - page,
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._choose(moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(row)
        elif key is Qt.Key.Key_Escape:
            self.close_again()
        else:
            return False
        return True

    def _choose(self, row: int) -> None:
        count = self._model.rowCount()
        self._list.setCurrentIndex(self._model.index(max(0, min(count - 1, row)), 0))

    def _narrow(self, typed: str) -> None:
        self._model.narrow(typed.strip())
        self._choose(0)
        self.resize(self.width(), self._height())

    def _run_clicked(self, index: QModelIndex) -> None:
        self._run(index.row())

    def _run(self, row: int) -> None:
        if 0 <= row < self._model.rowCount():
            target = self._model.at(row)
            self.close_again()
            target.run()

    def _height(self) -> int:
        return self._field.sizeHint().height() + 28 + ROW * min(ROWS, max(1, self._model.rowCount()))

    def _dress(self) -> None:
        theme = self._look.theme
        self.setStyleSheet(
            f"#palette {{ background: {theme.raised.name()}; border: 1px solid {theme.line.name()};"
            " border-radius: 10px; } QListView { background: transparent; }"
        )
