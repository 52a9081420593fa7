"""The window: toolbar, claims | story | evidence, status line; an empty frame until a case is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Actions
from ui.backups.words import standing_words
from ui.banner import Banner
from ui.dropping import dropped
from ui.history.past import PastBar
from ui.needs import there
from ui.panes import SidePanes
from ui.recent import RecentCases
from ui.settings import Settings, save_settings
from ui.status import StatusLine
from ui.theme.colours import Tone
from ui.theme.look import Look
from ui.toolbar import Toolbar
from ui.workshop import Workshop
from workbench.errors import DamagedCase, NotACase, WorkbenchError

if TYPE_CHECKING:
    from ui.commands.backups import BackupsCommands
    from ui.commands.case import CaseCommands
    from ui.commands.document import DocumentCommands
    from ui.desk import Desk
    from ui.invitation import Welcome
    from ui.library.librarian import Librarian
    from ui.palette import Palette
    from ui.seams import SharedStore
    from ui.witness import Witness

REST_MS = 1_500
"""How long the editor stays at a place before it is remembered, so that even a crash leads back to it."""
FIRST_SIZE = QSize(1440, 900)
_LAYOUT_VERSION = 1


class Window(QMainWindow):
    """One window, one case at a time."""

    def __init__(self, look: Look, settings: Settings, settings_path: Path, workshop: Workshop) -> None:
        super().__init__()
        self.look = look
        self.settings = settings
        self.workshop = workshop
        self.desk: Desk | None = None
        self._settings_path = settings_path
        self._commands: dict[str, QObject] = {}
        self.actions_ = Actions(self, look, self.commands, settings.shortcuts)
        self.status = StatusLine(look, self)
        self.banner = Banner(look, self)
        self.past = PastBar(look, self)
        self.panes = SidePanes(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._remember_place)
        self._build()
        self._restore_layout()

    def commands(self, name: str) -> QObject:
        """The object that carries out the commands of one kind: "case", "claim", "library"…"""
        if name not in self._commands:
            module = import_module(f"ui.commands.{name}")
            self._commands[name] = getattr(module, f"{name.capitalize()}Commands")(self, self)
        return self._commands[name]

    @property
    def cases(self) -> CaseCommands:
        """The commands about the case."""
        return cast("CaseCommands", self.commands("case"))

    @property
    def documents(self) -> DocumentCommands:
        """The commands about its documents."""
        return cast("DocumentCommands", self.commands("document"))

    @cached_property
    def _welcome(self) -> Welcome:
        from ui.invitation import Welcome

        buttons = [self.actions_[id] for id in ("new_case", "open_case", "sample")]
        welcome = Welcome(self.look, buttons, self)
        welcome.chosen.connect(self._open_name)
        self._pages.addWidget(welcome)
        return welcome

    @cached_property
    def palette_(self) -> Palette:
        """The command palette, made when it is first opened."""
        from ui.palette import Palette

        return Palette(self.look, self)

    @cached_property
    def librarian(self) -> Librarian:
        """The library, whatever case is open; made with the first one."""
        from ui.library.librarian import Librarian

        librarian = Librarian(self.workshop.open_library, self._library_folder, self)
        librarian.failed.connect(self.tell)
        librarian.refused.connect(self.tell)
        librarian.added.connect(self._tell_added)
        librarian.steps.progressed.connect(self.status.work_on_library)
        librarian.steps.rested.connect(self.status.rest_library)
        return librarian

    @property
    def widget(self) -> QWidget:
        """The window itself, over which dialogs open."""
        return self

    def show_welcome(self) -> None:
        """Offer ways to begin; what stands in the middle while no case is open."""
        self.panes.hide()
        self._welcome.show_recent(self.settings.recent)
        self._pages.setCurrentWidget(self._welcome)
        self._welcome.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_state()

    def open_path(self, path: Path) -> None:
        """Open a case, or tell why that is not possible; the case open before stays then.

        One that lies on a network or in a synchronised folder is brought to this computer first.
        """
        if self.workshop.is_far(path):
            cast("BackupsCommands", self.commands("backups")).fetch(path)
        else:
            self.open_near(path)

    def open_near(self, path: Path) -> None:
        """Open a case that lies on this computer."""
        try:
            store = self.workshop.open_case(path)
        except WorkbenchError as error:
            self.tell(str(error))
            if self.desk is None:
                self.show_welcome()
            if isinstance(error, (NotACase, DamagedCase)):
                cast("BackupsCommands", self.commands("backups")).rescue(path, str(error))
            return
        self.show_case(store)

    def show_case(self, store: SharedStore) -> None:
        """Put an open case on the desk, in place of the one before."""
        desk = self._lay_on_desk(store, self.workshop, store.path)
        self.settings.opened(store.path)
        if store.read_only:
            self.banner.tell(store.read_only)
        self._compare_record(desk.witness)
        self.save_settings()

    def show_past(self, store: SharedStore, sentence: str, today: Path) -> None:
        """Put an earlier state of the case at `today` on the desk, and say of when it is."""
        self._lay_on_desk(store, self.workshop.for_past(), today)
        self.past.show_past(sentence, today)

    def _lay_on_desk(self, store: SharedStore, workshop: Workshop, place: Path) -> Desk:
        """Make the desk of a case, where the editor left off in the case at `place`."""
        from ui.desk import Desk
        from ui.panels.keys import keys_of_commands
        from ui.wiring import Wiring

        self.close_case()
        story_buttons = [self.actions_[id] for id in ("import_story", "paste", "choose_story")]
        signature, librarian = self.settings.signature, self.librarian
        desk = Desk(store, signature, workshop, self.look, story_buttons, librarian, self)
        self.desk = desk
        self._lay_out(desk)
        Wiring(self, desk)
        desk.show_keys(keys_of_commands(self.actions_.all()))
        desk.restore(self.settings.place(place))
        self.show_state()
        desk.story.view.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, desk, partial(self._begin, desk, desk.checking.begin))
        QTimer.singleShot(0, desk, partial(self._begin, desk, desk.tracing.begin))
        QTimer.singleShot(0, desk, partial(self._begin, desk, desk.keeping.begin))
        QTimer.singleShot(0, desk, partial(self._begin, desk, desk.reviewing.begin))
        return desk

    def _compare_record(self, witness: Witness) -> None:
        """Say so when the record of the case is not the one that was seen before, and note how it ends."""
        witness.failed.connect(self.tell)
        try:
            doubt = witness.doubt()
        except WorkbenchError as error:
            self.tell(str(error))
        else:
            if doubt:
                self.banner.ask(doubt, self.tr("This is the right one"), witness.settle)
        witness.note()

    def _begin(self, desk: Desk, begin: Callable[[], None]) -> None:
        """Begin background work, unless the case has been closed in the same moment."""
        if self.desk is desk:
            begin()

    def close_case(self) -> None:
        """Take the case off the desk; everything in it is saved already."""
        desk, self.desk = self.desk, None
        if desk is None:
            return
        self._remember(desk)
        self._rest.stop()
        desk.close()
        self.banner.hide()
        self.past.leave()
        self.status.rest()
        self.panes.empty()
        self._pages.removeWidget(desk.centre)
        for part in (desk.left, desk.right, desk.centre):
            part.deleteLater()
        desk.deleteLater()
        self.show_state()

    def put_case_away(self) -> None:
        """Close the case and offer ways to begin."""
        self.close_case()
        self.show_welcome()

    def hint(self, sentence: str) -> None:
        """Tell something that is no failure."""
        self.banner.tell(sentence, Tone.ACCENT)

    def tell(self, sentence: str) -> None:
        """Tell a failure."""
        self.banner.tell(sentence)

    def ask(self, sentence: str, answer: str, do: Callable[[], object]) -> None:
        """Tell something with a button that leads on."""
        self.banner.ask(sentence, answer, do)

    def introduce(self) -> None:
        """Ask who is checking; asked once."""
        self.cases.ask_checker()

    def show_claims(self) -> None:
        """Bring the claims to the front where they share their place."""
        self.panes.show_claims()

    def show_evidence(self) -> None:
        """Bring the evidence to the front where it shares its place."""
        self.panes.show_evidence()

    def rest_anew(self) -> None:
        """Begin anew to wait until the editor has stayed at a place long enough for it to be remembered."""
        self._rest.start()

    def save_settings(self) -> None:
        """Write the settings."""
        save_settings(self.settings, self._settings_path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the panes out for the new width."""
        super().resizeEvent(event)
        self.panes.arrange()
        if "palette_" in self.__dict__:
            self.palette_.close_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout, let go of the case."""
        self.settings.geometry = _text(self.saveGeometry())
        self.settings.state = _text(self.saveState(_LAYOUT_VERSION))
        self.close_case()
        if "librarian" in self.__dict__:
            self.librarian.close()
        self.save_settings()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Texts may be dropped on an open case that can be changed, a case file anywhere."""
        found = dropped(event.mimeData())
        writable = self.desk is not None and self.desk.store.read_only is None
        if found.case is not None or (writable and found.is_text):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a dropped case, read dropped files in, ask what a dropped text or link is."""
        event.acceptProposedAction()
        found = dropped(event.mimeData())
        if found.case is not None:
            self.open_path(found.case)
        elif found.files:
            self.documents.take_files(found.files)
        else:
            self.documents.take_text(found.text, found.url)

    def _build(self) -> None:
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        recent = RecentCases(self.settings, self)
        recent.chosen.connect(self._open_name)
        self.addToolBar(Toolbar(self.actions_, recent, self.look, self))
        self._pages = QStackedWidget(self)
        self._pages.setMinimumWidth(440)
        centre = QWidget(self)
        centre.setObjectName("centre")
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.past)
        column.addWidget(self.banner)
        column.addWidget(self._pages)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.status.cancelled.connect(self._cancel_work)
        self.status.library_cancelled.connect(self._cancel_library)

    def _restore_layout(self) -> None:
        self.resize(FIRST_SIZE)
        if self.settings.geometry:
            self.restoreGeometry(_bytes(self.settings.geometry))
        self.panes.arrange()
        if self.settings.state:
            self.panes.restore(_bytes(self.settings.state), _LAYOUT_VERSION)

    def _lay_out(self, desk: Desk) -> None:
        self.panes.fill(desk.left, desk.right)
        self._pages.addWidget(desk.centre)
        self._pages.setCurrentWidget(desk.centre)
        desk.story.view.set_text_size(self.settings.text_size)
        desk.source.view.set_text_size(self.settings.text_size)

    def show_state(self) -> None:
        """Title, status, and which commands can be used."""
        desk = self.desk
        self.actions_.allow(there(desk))
        if desk is None:
            self.setWindowTitle("Twosource")
            self.status.say_saved("")
            return
        case = desk.session.case()
        self.setWindowTitle(f"{case.title if case else desk.store.path.stem} — Twosource")
        self.actions_.name_verdicts(desk.session.steps())
        read_only = desk.store.read_only is not None
        self.status.say_saved(self.tr("Read only") if read_only else standing_words(desk.store.standing()))
        stack = desk.session.undo_stack
        for id, verb, what in (
            ("undo", self.tr("Undo"), stack.undoText()),
            ("redo", self.tr("Redo"), stack.redoText()),
        ):
            self.actions_[id].say(f"{verb}: {what}" if what else verb)

    def _remember_place(self) -> None:
        if self.desk is not None:
            self._remember(self.desk)

    def _remember(self, desk: Desk) -> None:
        """Note where the editor is; an earlier state is no place to come back to."""
        if self.past.today is None:
            desk.remember(self.settings.place(desk.store.path))
            self.save_settings()

    def _cancel_work(self) -> None:
        if self.desk is not None:
            self.desk.checking.cancel()

    def _cancel_library(self) -> None:
        self.librarian.cancel()

    def _library_folder(self) -> Path:
        return self.settings.library_folder

    def _tell_added(self, count: int) -> None:
        if count:
            self.hint(self.tr("{count} articles are new in your library.").format(count=f"{count:,}"))
        else:
            self.hint(self.tr("Nothing new for your library: it has these texts already."))

    def _open_name(self, name: str) -> None:
        self.open_path(Path(name))


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii"))
