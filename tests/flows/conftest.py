"""A real window on a real case file, with a quick engine in place of the language process."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication
from simple_engine import SimpleEngine

from db import create_case, open_case, open_copy, open_past
from db.library import open_library
from ui.settings import Settings
from ui.theme.look import Look
from ui.window import Window
from ui.workshop import Workshop
from workbench.change import Stamp
from workbench.check import Check
from workbench.model import Case
from workbench.progress import silent

STORY = """The ferry Marit sank off Halden in 1998.

The inquiry lasted 14 months and cost 3 million crowns.

“Nobody was warned that night,” said Ida Holm.

The harbour was rebuilt later.
"""
REGISTER = """The ferry Marit sank off Halden in 1997, the register says.

The inquiry lasted 14 months and cost 3 million crowns.
"""
LETTER = """Dear editor, the ferry Marit never sank off Halden in 1998. The harbour was closed.
"""


@pytest.fixture
def engine():
    return SimpleEngine()


@pytest.fixture
def make_window(qtbot, tmp_path, engine):
    """Makes windows with the same settings file; closes those left open."""
    made = []
    look = Look(QApplication.instance(), "light")

    def make(checker="Ada Lind"):
        workshop = Workshop(
            open_case, create_case, lambda: engine, open_library, open_past=open_past, open_copy=open_copy
        )
        settings = Settings(checker, library=str(tmp_path / "library"))
        window = Window(look, settings, tmp_path / "settings.json", workshop)
        made.append(window)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show_welcome()
        window.show()
        return window

    yield make
    for window in made:
        window.close()
    look.deleteLater()


@pytest.fixture
def window(make_window, tmp_path):
    """A window with a new, empty case."""
    window = make_window()
    window.cases.create(str(tmp_path / "ferry.twosource"))
    return window


@pytest.fixture
def texts(tmp_path):
    """A story and two sources as files."""
    return write_texts(tmp_path)


def write_texts(folder):
    written = {}
    for name, words in (("story", STORY), ("register", REGISTER), ("letter", LETTER)):
        written[name] = folder / f"{name}.txt"
        written[name].write_text(words, encoding="utf-8")
    return written


@pytest.fixture(scope="session")
def checked_case(tmp_path_factory):
    """A case file with story and sources read in, claims proposed and compared; to be copied."""
    folder = tmp_path_factory.mktemp("prepared")
    texts, stamp = write_texts(folder), Stamp("Ada Lind", datetime.now(UTC))
    store = create_case(folder / "ferry.twosource", Case("case", "ferry", "two-source", stamp.at), stamp)
    check = Check(store, SimpleEngine(), lambda: uuid4().hex, stamp, silent)
    check.run(texts["story"], [texts["register"], texts["letter"]])
    store.close()
    return store.path


@pytest.fixture
def settled(qtbot):
    """Waits until a window's background work is done."""

    def wait(window):
        qtbot.waitUntil(lambda: not window.desk.checking.steps.busy, timeout=30_000)
        qtbot.waitUntil(lambda: not window.librarian.steps.busy, timeout=30_000)

    return wait


@pytest.fixture
def checked(make_window, checked_case, tmp_path):
    """A window on a case with story and sources read in, claims proposed and compared."""
    window = make_window()
    window.open_path(Path(copyfile(checked_case, tmp_path / "ferry.twosource")))
    return window


@pytest.fixture
def imported(window, texts, settled):
    """As `checked`, but read in through the window just now."""
    window.desk.checking.import_files(list(texts.values()), texts["story"])
    settled(window)
    return window


@pytest.fixture
def press(qtbot):
    """Triggers a command as its key would."""

    def trigger(window, id):
        command = window.actions_[id]
        assert command.isEnabled(), id
        command.trigger()

    return trigger
