"""How one claim looks in the list: its sign and number above its words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.models.claim_rows import ClaimRow
from ui.models.rows import ROW_ROLE
from ui.models.signs import Sign
from ui.panels.grounds import paint_ground, paint_icon
from ui.panels.lines import Lines
from ui.theme.colours import Tone
from ui.theme.look import Look

_SIDE, _TOP, _GAP = 12, 9, 4
_HEAD, _REASON = 20, 18
_ICON = 15
_LINE_PX, _LINES = 21, 3


class ClaimDelegate(QStyledItemDelegate):
    """Paints a `ClaimRow`: icon and word, number and origins, up to three lines of the claim."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = Lines(look.reading_font(15), _LINE_PX, _LINES)
        self._word = look.ui_font(12, QFont.Weight.DemiBold)
        self._small = look.ui_font(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its words need at the width of the list."""
        row = index.data(ROW_ROLE)
        width = option.rect.width()
        words = self._lines.height(row.claim.wording, width - 2 * _SIDE)
        foot = _REASON * len(self.foot(row))
        return QSize(width, 2 * _TOP + _HEAD + _GAP + words + foot)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self._look.theme)
        inner = option.rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        self._paint_head(painter, QRect(inner.left(), inner.top(), inner.width(), _HEAD), row)
        top = inner.top() + _HEAD + _GAP
        painter.setPen(self._look.theme.muted if row.proposed else self._look.theme.text)
        self._lines.paint(painter, row.claim.wording, inner.left(), top, inner.width())
        self._paint_foot(painter, inner, self.foot(row))
        painter.restore()

    def _paint_head(self, painter: QPainter, line: QRect, row: ClaimRow) -> None:
        right = line.right() - self._paint_right(painter, line, row)
        left = self._paint_sign(painter, line, row.sign)
        if row.also is not None and left + 12 < right:
            rest = QRect(left, line.top(), right - left - 8, line.height())
            self._paint_small(painter, rest, f"· {row.also.word}", Qt.AlignmentFlag.AlignLeft)

    def _paint_sign(self, painter: QPainter, line: QRect, sign: Sign) -> int:
        icon = QRect(line.left(), line.top() + (_HEAD - _ICON) // 2, _ICON, _ICON)
        paint_icon(painter, self._look.icon(sign.icon, sign.tone), icon)
        painter.setPen(self._look.theme.ink(sign.tone))
        painter.setFont(self._word)
        left = icon.right() + 7
        painter.drawText(line.adjusted(left - line.left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, sign.word)
        return left + QFontMetrics(self._word).horizontalAdvance(sign.word) + 6

    def _paint_right(self, painter: QPainter, line: QRect, row: ClaimRow) -> int:
        """Number, and the count of origins in its tone, at the right edge; returns the width they took."""
        metrics = QFontMetrics(self._small)
        words, tone = self.sources_text(row), row.support.tone if row.support else Tone.MUTED
        self._paint_small(painter, line, words, Qt.AlignmentFlag.AlignRight, tone)
        width = metrics.horizontalAdvance(words)
        number = f"{row.number}  ·  "
        self._paint_small(painter, line.adjusted(0, 0, -width, 0), number, Qt.AlignmentFlag.AlignRight)
        width += metrics.horizontalAdvance(number)
        if row.conflicts:
            place = QRect(line.right() - width - 21, line.top() + (_HEAD - 13) // 2, 13, 13)
            paint_icon(painter, self._look.icon("triangle-alert", Tone.BAD), place)
            width += 21
        if row.claim.public:
            place = QRect(line.right() - width - 21, line.top() + (_HEAD - 13) // 2, 13, 13)
            paint_icon(painter, self._look.icon("globe", Tone.MUTED), place)
            width += 21
        return width

    def _paint_small(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        side: Qt.AlignmentFlag,
        tone: Tone = Tone.MUTED,
    ) -> None:
        painter.setPen(self._look.theme.ink(tone))
        painter.setFont(self._small)
        shown = QFontMetrics(self._small).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def foot(self, row: ClaimRow) -> tuple[Sign, ...]:
        """The last lines of a row: why it is proposed, who owes what, what it lacks."""
        why = Sign("; ".join(row.claim.reasons), "", Tone.MUTED) if row.proposed else None
        short = None
        if row.short:
            short = Sign(self.tr("Confirmed without what that asks for"), "triangle-alert", Tone.CARE)
        elif row.claim.waiver:
            short = Sign(self.tr("Confirmed with a written reason"), "pencil", Tone.MUTED)
        return tuple(sign for sign in (why, row.owed, short) if sign is not None and sign.word)

    def _paint_foot(self, painter: QPainter, inner: QRect, signs: tuple[Sign, ...]) -> None:
        top = inner.bottom() + 4 - _REASON * len(signs)
        for number, sign in enumerate(signs):
            line = QRect(inner.left(), top + number * _REASON, inner.width(), _REASON)
            if sign.icon:
                icon = QRect(line.left() + 1, line.top() + (_REASON - 13) // 2, 13, 13)
                paint_icon(painter, self._look.icon(sign.icon, sign.tone), icon)
                line.setLeft(line.left() + _ICON + 7)
            self._paint_small(painter, line, sign.word, Qt.AlignmentFlag.AlignLeft, sign.tone)

    def sources_text(self, row: ClaimRow) -> str:
        """How many origins the claim rests on, in words; where none are counted, how many sources it has."""
        if row.support is not None:
            return row.support.words
        match row.sources:
            case 0:
                return self.tr("no source")
            case 1:
                return self.tr("1 source")
        return self.tr("{count} sources").format(count=row.sources)
