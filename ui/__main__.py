"""Opens the window. One of the two places that know the database.

Until the window has painted for the first time, nothing but PySide6 and the standard library is
imported; the case is opened right after that, and the language engine when it is first needed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QTimer, QUrl, Signal
from PySide6.QtWidgets import QApplication

from ui.failure import Bugs
from ui.sample import sample_case
from ui.settings import Settings, load_settings, settings_path
from ui.theme.icons import program_icon
from ui.theme.look import Look
from ui.warmup import WarmUp
from ui.window import Window
from ui.workshop import Workshop

if TYPE_CHECKING:
    from db import Desk
    from ui.commands.link import LinkCommands
    from ui.seams import PatientEngine, SharedStore
    from workbench.backups import Backups
    from workbench.change import Stamp
    from workbench.model import Case, CaseId
    from workbench.ports import EarlierClaims, Heads, Library, OpenNames, Vectors

LINK = "twosource:"
"""How an address begins that leads to an item of a case (`workbench.pointers`)."""


def main(arguments: Sequence[str] | None = None, painted: Callable[[], object] | None = None) -> int:
    """Show the window with the case named (`--sample`: the sample), else with the case used last.

    A `twosource:` address opens its case, if it was opened on this computer before, at what it points at.

    `painted` is called after the first paint, before anything else happens (to measure it).
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Twosource")
    app.setDesktopFileName("twosource")
    path = settings_path()
    settings = load_settings(path)
    look = Look(app, settings.theme)
    look.apply(app)
    window = Window(look, settings, path, workshop(settings))
    bugs = Bugs(app)
    bugs.install(window)
    link = next((one for one in given if one.startswith(LINK)), None)
    case = None if link else _wanted(given) or settings.last_case
    if case is None:
        window.show_welcome()
    start = Start(window, case, link)
    if painted is not None:
        start.painted.connect(painted)
    window.show()
    status = app.exec()
    bugs.remove()
    del start
    return status


def _wanted(given: list[str]) -> Path | None:
    if "--sample" in given:
        with suppress(OSError):  # Then the welcome offers it again, and says why it can't be had.
            return sample_case()
        return None
    if not given:
        return None
    # A desktop may hand over a file as an address.
    return Path(QUrl(given[0]).toLocalFile() if given[0].startswith("file:") else given[0])


def workshop(settings: Settings | None = None) -> Workshop:
    """Real cases, the real library and the real language process."""
    known = settings or Settings()
    return Workshop(
        partial(_open_case, known),
        partial(_create_case, known),
        partial(_start_engine, known),
        _open_library,
        _open_vectors,
        _create_names,
        _open_names,
        _open_checked,
        _open_past,
        _open_heads,
        _backups,
        _open_copy,
        partial(_is_far, known),
        partial(_fetch, known),
    )


class Start(QObject):
    """Waits for the window's first paint, then for what a case needs; opens it and asks who is checking."""

    painted = Signal()
    opened = Signal()
    """What was named is open, or could not be; or the editor was quicker."""

    def __init__(self, window: Window, case: Path | None, link: str | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._case = case
        self._link = link
        window.status.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on once the window can be seen."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.painted.emit()
            QTimer.singleShot(0, self, self._go_on)
        return False

    def _go_on(self) -> None:
        QApplication.setWindowIcon(program_icon())
        warm_up = WarmUp(self)
        warm_up.ready.connect(self._open)
        warm_up.begin()

    def _open(self) -> None:
        """Open what was asked for; the editor may have been quicker and opened another case."""
        if self._case is not None and self._window.desk is None:
            self._window.open_path(self._case)
        if self._link is not None:
            cast("LinkCommands", self._window.commands("link")).follow(self._link)
        if not self._window.settings.checker:
            self._window.introduce()
        self.opened.emit()


def _open_case(settings: Settings, path: Path) -> SharedStore:
    from db import open_case, open_working

    if _is_far(settings, path):
        return open_working(path, _desk(settings))
    return open_case(path, backups=_backups())


def _create_case(settings: Settings, path: Path, case: Case, stamp: Stamp) -> SharedStore:
    from db import create_case

    store = create_case(path, case, stamp)
    if not _is_far(settings, path):
        return store
    store.close()
    return _open_case(settings, path)


def _is_far(settings: Settings, path: Path) -> bool:
    from ui.backups.place import must_be_copied

    return must_be_copied(path, settings.in_place)


def _fetch(settings: Settings, path: Path) -> None:
    from db import fetch

    fetch(path, _desk(settings))


def _desk(settings: Settings) -> Desk:
    from db import CaseBackups, Desk
    from ui.checked.place import data_folder

    return Desk(data_folder(), settings.signature, _now, CaseBackups(data_folder()))


def _backups() -> Backups:
    from db import CaseBackups
    from ui.checked.place import data_folder

    return CaseBackups(data_folder())


def _now() -> datetime:
    return datetime.now(UTC)


def _start_engine(settings: Settings) -> PatientEngine:
    from workbench.engine import ChildEngine

    return ChildEngine(model=Path(settings.model)) if settings.model else ChildEngine()


def _open_library(folder: Path) -> Library:
    from db.library import open_library

    return open_library(folder)


def _open_vectors() -> Vectors:
    from db import open_vectors
    from ui.cache import vectors_path

    return open_vectors(vectors_path())


def _open_copy(path: Path) -> SharedStore:
    from db import open_copy

    return open_copy(path)


def _create_names(path: Path, case: CaseId, passphrase: str) -> OpenNames:
    from db import create_names

    return create_names(path, case, passphrase)


def _open_names(path: Path, case: CaseId, passphrase: str) -> OpenNames:
    from db import open_names

    return open_names(path, case, passphrase)


def _open_checked() -> EarlierClaims:
    from db import open_checked
    from ui.checked.place import checked_path

    return open_checked(checked_path())


def _open_past(path: Path, why: str) -> SharedStore:
    from db import open_past

    return open_past(path, why)


def _open_heads() -> Heads:
    from db import open_heads
    from ui.checked.place import data_folder

    return open_heads(data_folder())


if __name__ == "__main__":
    sys.exit(main())
