"""How one document looks in the list: icon and title above where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.models.dates import date_words
from ui.models.document_rows import DocumentRow
from ui.models.rows import ROW_ROLE
from ui.models.signs import source_word
from ui.panels.grounds import paint_ground, paint_icon
from ui.panels.lines import Lines
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import SourceKind

_SIDE, _TOP, _ICON, _INDENT = 12, 9, 16, 27
_TITLE_PX, _SMALL_PX = 18, 17
_ICONS = {
    SourceKind.NEWSPAPER: "newspaper",
    SourceKind.AGENCY: "newspaper",
    SourceKind.WEBSITE: "globe",
    SourceKind.SOCIAL_POST: "message-square",
    SourceKind.PERSON: "user",
    SourceKind.SPEECH: "quote",
    SourceKind.TRANSCRIPT: "quote",
    SourceKind.COURT_RECORD: "scale",
    SourceKind.LAW: "scale",
}


class DocumentDelegate(QStyledItemDelegate):
    """Paints a `DocumentRow`."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Lines(look.ui_font(13, QFont.Weight.DemiBold), _TITLE_PX, 2)
        self._small = look.ui_font(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the title needs at the width of the list."""
        row, width = index.data(ROW_ROLE), option.rect.width()
        title = self._title.height(self.title_text(row), width - 2 * _SIDE - _INDENT)
        # Counted without the words: all rows are asked whenever a document comes in.
        lower = 2 if _is_known(row) else 1
        return QSize(width, 2 * _TOP + title + lower * _SMALL_PX + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self._look.theme)
        inner = option.rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        tone = Tone.ACCENT if row.chosen else Tone.MUTED
        icon = QRect(inner.left(), inner.top() + 1, _ICON, _ICON)
        paint_icon(painter, self._look.icon(icon_name(row), tone), icon)
        words = inner.adjusted(_INDENT, 0, 0, 0)
        painter.setPen(self._look.theme.text)
        self._title.paint(painter, self.title_text(row), words.left(), words.top(), words.width())
        for at, text in enumerate(reversed(self.lower_texts(row)), 1):
            top = words.bottom() + 1 - at * _SMALL_PX
            lower = QRect(words.left(), top, words.width(), _SMALL_PX)
            self._paint_small(painter, lower, text, tone if at == 1 else Tone.MUTED)
        painter.restore()

    def title_text(self, row: DocumentRow) -> str:
        """The title, or a word for none."""
        return row.document.title or self.tr("Untitled")

    def lower_texts(self, row: DocumentRow) -> tuple[str, ...]:
        """What stands below the title: one line while little is known of the document, else two."""
        origin, part = self.origin_text(row), self.part_text(row)
        if _is_known(row):
            return (origin, part)
        both = f"{origin[:1].upper()}{origin[1:]} · {part[:1].lower()}{part[1:]}"
        return (part,) if row.is_story else (both,)

    def origin_text(self, row: DocumentRow) -> str:
        """Outlet, date and kind of source."""
        document = row.document
        kind = self.tr("story") if row.is_story else source_word(document.kind)
        parts = (document.outlet, date_words(document.published), kind)
        return " · ".join(part for part in parts if part)

    def part_text(self, row: DocumentRow) -> str:
        """What part the document plays in the check."""
        if row.chosen:
            return self.tr("The story being checked")
        match row.passages:
            case 0:
                return self.tr("Another story") if row.is_story else self.tr("Nothing linked yet")
            case 1:
                return self.tr("1 passage linked")
        return self.tr("{count} passages linked").format(count=row.passages)

    def _paint_small(self, painter: QPainter, rect: QRect, text: str, tone: Tone) -> None:
        painter.setPen(self._look.theme.ink(tone))
        painter.setFont(self._small)
        shown = QFontMetrics(self._small).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)


def _is_known(row: DocumentRow) -> bool:
    """Whether enough is known of a document to fill a second line."""
    return bool(row.document.outlet or row.document.published)


def icon_name(row: DocumentRow) -> str:
    """The icon for a document's part or kind."""
    return "book-open" if row.is_story else _ICONS.get(row.document.kind, "file-text")
