"""What stands above the log of a file without text: what the file is, and a line to be written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.logged.drawn import Drawn
from ui.logged.preview import Preview
from ui.logged.words import facts_of, place_hint, place_name
from ui.panels.buttons import LinkButton, literal
from ui.panels.flow import Flow
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.logged import Entry, area, first_page
from workbench.model import Document, Medium

_PLACE_PX = 176
_LONGEST_NOTE = 60


class LogForm(QWidget):
    """Asks for a place and what is there. Enter adds it; Escape leaves a line as it was."""

    written = Signal(str, str, int)
    """Place and words of a line, and the number of the one it replaces; -1 for a new one."""
    removed = Signal(int)
    """Number of the line to take out."""
    page_turned = Signal(int)
    """Number of a page that is being written about."""
    open_wanted = Signal()
    find_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._document: Document | None = None
        self._entries: Sequence[Entry] = ()
        self._number = -1
        self._page = 1
        self._facts = Words(look, px=12, tone=Tone.MUTED)
        self._open = LinkButton(look, self.tr("Open the file"))
        self._find = LinkButton(look, self.tr("Find the file…"))
        self._copy = LinkButton(look, self.tr("Save a copy…"))
        self.preview = Preview(look)
        self.place = QLineEdit()
        self.note = QLineEdit()
        self.add = QPushButton()
        self._lines = QToolButton()
        self._menu = QMenu(self)
        self._remove = LinkButton(look, self.tr("Remove this line"))
        self._leave = LinkButton(look, self.tr("Leave it as it was"))
        self._trouble = Words(look, px=12, tone=Tone.BAD)
        self._build()
        self._connect()
        self.show_log(None, (), writable=False)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in order."""
        files, line = (self._open, self._find, self._copy), (self.place, self.note, self.add, self._lines)
        return (*files, *line, self._remove, self._leave)

    def show_log(self, document: Document | None, entries: Sequence[Entry], *, writable: bool) -> None:
        """Show what belongs to a document; nothing for one that is a text of its own."""
        medium = document.medium if document else None
        other = (document and document.id) != (self._document and self._document.id)
        self._document, self._entries = document, entries
        self.setVisible(medium is not None)
        if document is None or medium is None:
            return
        if other:
            self._page = 1
            self.begin_anew()
            self.preview.show_picture(None)
        self._facts.say(facts_of(document))
        self._open.setVisible(medium is not Medium.FILE)
        self._find.setVisible(document.outside is not None)
        self._copy.setVisible(document.original is not None)
        self.place.setAccessibleName(place_name(medium))
        self.place.setPlaceholderText(place_hint(medium))
        for part in (self.place, self.note, self.add):
            part.setEnabled(writable)
        self._lines.setVisible(bool(entries))
        self._lines.setEnabled(writable)

    def show_picture(self, drawn: Drawn | None) -> None:
        """Show the picture that the document is, or a page of it."""
        self.preview.show_picture(
            drawn, areas=self._document is None or self._document.medium is Medium.PICTURE
        )

    @property
    def page(self) -> int:
        """The page that is being written about, or was last; the first one before there is any."""
        return self._page

    def begin_anew(self) -> None:
        """Be ready for a new line."""
        self._number = -1
        self.place.clear()
        self.note.clear()
        self._show_whose()

    def written_down(self) -> None:
        """The line is in the log; the next one can follow."""
        self.begin_anew()
        self.place.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why a line was not taken; what was typed stays."""
        self._trouble.say(sentence)
        self._trouble.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the line that was to be changed."""
        if event.key() == Qt.Key.Key_Escape and (self._number >= 0 or self.note.text()):
            self.begin_anew()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self.note.setAccessibleName(self.tr("What is there"))
        self.note.setPlaceholderText(self.tr("What is seen or heard there"))
        self.place.setMaximumWidth(_PLACE_PX)
        self.add.setAutoDefault(False)
        self._lines.setAccessibleName(self.tr("Change a line of the log"))
        self._lines.setToolTip(self._lines.accessibleName())
        self._lines.setMenu(self._menu)
        self._lines.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lines.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        files, changing = Flow(gap=14), Flow(gap=14)
        for button in (self._open, self._find, self._copy):
            files.addWidget(button)
        for button in (self._remove, self._leave):
            changing.addWidget(button)
        line = QHBoxLayout()
        line.setSpacing(6)
        for widget, stretch in ((self.place, 3), (self.note, 4), (self.add, 0), (self._lines, 0)):
            line.addWidget(widget, stretch)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 2, 10, 10)
        rows.setSpacing(6)
        rows.addWidget(self._facts)
        rows.addLayout(files)
        rows.addWidget(self.preview)
        rows.addLayout(line)
        rows.addLayout(changing)
        rows.addWidget(self._trouble)
        self._tint()

    def _connect(self) -> None:
        self._open.clicked.connect(self.open_wanted)
        self._find.clicked.connect(self.find_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        self.place.returnPressed.connect(self._go_on)
        self.place.textChanged.connect(self.preview.show_place)
        self.place.textChanged.connect(self._trouble.hide)
        self.place.textChanged.connect(self._turn)
        self.note.textChanged.connect(self._trouble.hide)
        self.note.returnPressed.connect(self._write)
        self.add.clicked.connect(self._write)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.triggered.connect(self._change)
        self._remove.clicked.connect(self._take_out)
        self._leave.clicked.connect(self.begin_anew)
        self.preview.area_drawn.connect(self._take_area)
        self.preview.area_dropped.connect(self.place.clear)
        self._look.changed.connect(self._tint)

    def _turn(self) -> None:
        typed = first_page(self.place.text())
        if typed and self._document and self._document.medium is Medium.PAGES:
            self._page = typed
            self.page_turned.emit(typed)

    def _show_whose(self) -> None:
        changing = self._number >= 0
        self.add.setText(self.tr("Save") if changing else self.tr("Add"))
        self._remove.setVisible(changing)
        self._leave.setVisible(changing)
        self._trouble.hide()

    def _go_on(self) -> None:
        """From the place to the note; with both there, the line is done."""
        if self.note.text().strip():
            self._write()
        else:
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        self.written.emit(self.place.text(), self.note.text(), self._number)

    def _take_out(self) -> None:
        self.removed.emit(self._number)

    def _fill(self) -> None:
        self._menu.clear()
        for number, entry in enumerate(self._entries):
            words = entry.words if len(entry.words) < _LONGEST_NOTE else entry.words[:_LONGEST_NOTE] + "…"
            self._menu.addAction(literal(f"{entry.place}  {words}")).setData(number)

    def _change(self) -> None:
        action = self._menu.activeAction()
        number = action.data() if action else None
        if number is not None:
            self.change_line(number)

    def change_line(self, number: int) -> None:
        """Take a line of the log into the fields, to be changed."""
        entry = self._entries[number]
        self._number = number
        self.place.setText(entry.place)
        self.note.setText(entry.words)
        self._show_whose()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_area(self, left: int, top: int, right: int, bottom: int) -> None:
        self.place.setText(area(left, top, right, bottom))
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tint(self) -> None:
        self._lines.setIcon(self._look.icon("pencil", Tone.MUTED))
