"""The page Review on the left side: sections one above the other, parted by hairlines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.panels.column import Column
from ui.panels.flow import Stack
from ui.panels.words import EmptyState, Words
from ui.session import Session
from ui.theme.look import Look

_MARGINS = QMargins(16, 4, 14, 20)
_ABOVE_PX, _BELOW_PX = 14, 16


class ReviewSection(QWidget):
    """One section: a hairline unless it is the first, its title, and what belongs to it.

    It is gone while what belongs to it is hidden, and takes no room then.
    """

    def __init__(self, look: Look, content: QWidget, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.content = look, content
        self._lined = True
        self.rows = Stack(self, gap=8)
        self.rows.setContentsMargins(0, _ABOVE_PX, 0, _BELOW_PX)
        self.title = Words(look, title, px=14, strong=True)
        self.title.setVisible(bool(title))
        self.rows.addWidget(self.title)
        self.rows.addWidget(content)
        # One section that is too wide must not push the others out of sight.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(title)
        content.installEventFilter(self)
        look.changed.connect(self.update)

    @property
    def is_lined(self) -> bool:
        """Whether a hairline parts it from the section above."""
        return self._lined

    def set_lined(self, lined: bool) -> None:
        """Draw the hairline, or leave it out."""
        self._lined = lined
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the content."""
        if watched is self.content and event.type() in (QEvent.Type.HideToParent, QEvent.Type.ShowToParent):
            self.setVisible(not self.content.isHidden())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline."""
        if self._lined:
            painter = QPainter(self)
            painter.setPen(self._look.theme.line)
            painter.drawLine(0, 0, self.width(), 0)


class ReviewPage(QWidget):
    """What is left to do before a draft can be signed. Whoever makes a section keeps it up to date."""

    left = Signal()
    """Escape: the keyboard is to go back to the story."""
    shown = Signal()
    """The page came to the front: what was not kept up to date unseen can be read now."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._sections: list[ReviewSection] = []
        self._column = Column(gap=0, margins=_MARGINS)
        self._empty = EmptyState(look)
        self._empty.say(self.tr("No story yet"), self.tr("Drop a file here, or paste the story’s text."))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._column)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        session.story_changed.connect(self._choose_page)
        self._choose_page()

    def add_section(self, content: QWidget, title: str = "") -> ReviewSection:
        """Add a section at the end. Hide `content` to have the section gone, title and line included."""
        # `isHidden` alone is true of every widget that is not in a window yet.
        gone = content.isHidden() and content.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        section = ReviewSection(self._look, content, title)
        self._sections.append(section)
        self._column.fill((section,))
        if gone:
            section.hide()
        section.installEventFilter(self)
        self._draw_lines()
        return section

    @property
    def is_empty(self) -> bool:
        """Whether there is no story, and so nothing to review."""
        return self._pages.currentWidget() is self._empty

    def sections(self) -> tuple[ReviewSection, ...]:
        """All sections from top to bottom, those that are gone included."""
        return tuple(self._sections)

    def show_section(self, content: QWidget) -> None:
        """Bring the section that holds `content` to the top of the view."""
        for section in self._sections:
            if section.content is content:
                place = section.pos()
                self._column.verticalScrollBar().setValue(place.y())

    def reveal(self, part: QWidget) -> None:
        """Bring one part of a section into view."""
        self._column.reveal(part)

    def focus_page(self) -> None:
        """Give the keyboard to the first thing on the page that takes it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.focusNextChild()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first section to be seen has no hairline above it."""
        if event.type() in (QEvent.Type.HideToParent, QEvent.Type.ShowToParent):
            self._draw_lines()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell the sections that they are seen."""
        super().showEvent(event)
        self._choose_page()
        self.shown.emit()

    def sizeHint(self) -> QSize:
        """A comfortable column."""
        return QSize(312, 600)

    def _choose_page(self) -> None:
        self._pages.setCurrentWidget(self._empty if self._session.story() is None else self._column)

    def _draw_lines(self) -> None:
        seen = [section for section in self._sections if not section.isHidden()]
        for number, section in enumerate(seen):
            section.set_lined(number > 0)
