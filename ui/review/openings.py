"""Before you can sign: all that is open, grouped, each leading to where it can be settled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.models.opening_words import opening_sign
from ui.panels.buttons import LinkButton
from ui.panels.flow import Stack
from ui.panels.lines import Lines
from ui.panels.words import Words
from ui.review.opening_row import GroupHead, OpeningRow, row_lines
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.openings import Kind, Opening, Severity

FIRST_SHOWN, MORE_SHOWN = 8, 40
"""Rows of a group that are shown at first, and how many more each time they are asked for."""

_Key = tuple[Severity, Kind]


class OpeningGroup(QWidget):
    """The openings of one kind beneath their heading, which folds them away."""

    followed = Signal(object)
    """The `Opening` that was clicked."""

    def __init__(self, look: Look, lines: Lines, key: _Key, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._lines = look, lines
        self._openings: Sequence[Opening] = ()
        self._limit = FIRST_SHOWN
        severity, kind = key
        self.head = GroupHead(look, opening_sign(kind, severity), self)
        self.head.setChecked(severity is Severity.MUST)
        self.head.toggled.connect(self._show_rows)
        self.rows: list[OpeningRow] = []
        self._more = LinkButton(look)
        self._more.clicked.connect(self._show_more)
        self._stack = Stack(self, gap=0)
        self._stack.addWidget(self.head)
        self._foot = QWidget()
        foot = Stack(self._foot)
        foot.setContentsMargins(24, 0, 0, 4)
        foot.addWidget(self._more)
        self._stack.addWidget(self._foot)

    def show_openings(self, openings: Sequence[Opening]) -> None:
        """Show these; the group is gone when there are none."""
        self._openings = openings
        self.setVisible(bool(openings))
        self.head.show_count(len(openings))
        self._show_rows()

    def _show_rows(self, *_: object) -> None:
        shown = self._openings[: self._limit] if self.head.isChecked() else ()
        while len(self.rows) < len(shown):
            self._add_row()
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(shown))
            if number < len(shown):
                row.show_opening(shown[number])
        left = len(self._openings) - len(shown) if self.head.isChecked() else 0
        self._foot.setVisible(left > 0)
        self._more.say(self.tr("Show {count} more").format(count=f"{min(left, MORE_SHOWN):,}"))

    def _add_row(self) -> None:
        row = OpeningRow(self._look, self._lines, self)
        row.clicked.connect(self._follow)
        self._stack.insert(1 + len(self.rows), row)
        self.rows.append(row)

    def _show_more(self) -> None:
        self._limit += MORE_SHOWN
        self._show_rows()

    def _follow(self) -> None:
        row = self.sender()
        if isinstance(row, OpeningRow) and row.opening is not None:
            self.followed.emit(row.opening)


class OpeningsSection(QWidget):
    """What must be settled, then what should be; or that nothing stands in the way."""

    followed = Signal(object)
    """The `Opening` to be gone to."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._lines = look, row_lines(look)
        self._groups: dict[_Key, OpeningGroup] = {}
        self._nothing = Words(look, tone=Tone.GOOD)
        self._heads = {severity: Words(look, px=12, tone=Tone.MUTED) for severity in Severity}
        self._stacks: dict[Severity, Stack] = {}
        rows = Stack(self, gap=8)
        rows.addWidget(self._nothing)
        for severity in Severity:
            part = QWidget()
            self._stacks[severity] = Stack(part, gap=2)
            self._stacks[severity].addWidget(self._heads[severity])
            rows.addWidget(part)
            # Laid out once, when it is filled, and not again with each row.
            part.hide()
        self._nothing.say(self.tr("Counting what is open…"))

    def show_openings(self, openings: Sequence[Opening]) -> None:
        """Show what is open."""
        found: dict[_Key, list[Opening]] = {}
        for opening in openings:
            found.setdefault((opening.severity, opening.kind), []).append(opening)
        self._nothing.say(self.tr("Nothing stands in the way of your signature."))
        self._nothing.setVisible(not openings)
        for key in found:
            if key not in self._groups:
                self._add_group(key)
        for key, group in self._groups.items():
            group.show_openings(found.get(key, ()))
        for severity, head in self._heads.items():
            count = sum(len(some) for key, some in found.items() if key[0] is severity)
            head.say(self._heading(severity, count))
            part = head.parentWidget()
            assert part is not None
            part.setVisible(count > 0)

    def groups(self) -> tuple[OpeningGroup, ...]:
        """The groups that are seen, in their order."""
        order = sorted(self._groups, key=_order)
        return tuple(self._groups[key] for key in order if not self._groups[key].isHidden())

    def _heading(self, severity: Severity, count: int) -> str:
        if severity is Severity.SHOULD:
            return self.tr("Should be settled, or signed over with a reason")
        one = self.tr("One thing must be settled first")
        many = self.tr("{count} things must be settled first")
        return one if count == 1 else many.format(count=f"{count:,}")

    def _add_group(self, key: _Key) -> None:
        group = OpeningGroup(self._look, self._lines, key)
        group.followed.connect(self.followed)
        before = sum(other[0] is key[0] and _order(other) < _order(key) for other in self._groups)
        self._stacks[key[0]].insert(1 + before, group)
        self._groups[key] = group


def _order(key: _Key) -> tuple[int, int]:
    return list(Severity).index(key[0]), list(Kind).index(key[1])
