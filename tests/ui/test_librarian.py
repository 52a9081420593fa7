"""The library kept in the background, on a library of a few lines."""

from threading import get_ident

import pytest

from ui.library.librarian import Librarian
from workbench.errors import EngineFailed, LibraryFailed
from workbench.library import LibraryState
from workbench.meaning import WIDTH


class Shelf:
    """Keeps readings in a list that all its objects share, and knows by whom it is used."""

    def __init__(self, folder, kept, threads):
        folder.mkdir(exist_ok=True)
        self.path, self.kept, self._thread = folder, kept, get_ident()
        threads.add(self._thread)
        self.closed_by = None

    def add(self, readings, at):
        self._check()
        fresh = [reading for reading in readings if reading not in self.kept["texts"]]
        self.kept["texts"] += fresh
        return tuple(fresh)

    def index(self, progress):
        self._check()
        progress(1, 1, "Indexing")
        self.kept["indexed"] = len(self.kept["texts"])

    def rebuild(self, progress):
        raise LibraryFailed("The disk is full; nothing was lost.")

    def state(self):
        return LibraryState(len(self.kept["texts"]), 0, 0, len(self._unread()))

    def unembedded(self, model, *, limit):
        return tuple(enumerate(self._unread()))[:limit]

    def keep(self, model, vectors):
        self.kept["read"] += [self._unread()[number] for number, _ in vectors]

    def close(self):
        self._check()
        self.kept["closed"] += 1

    def _unread(self):
        return [text for text in self.kept["texts"] if text not in self.kept["read"]]

    def _check(self):
        assert get_ident() == self._thread


class Encoder:
    encoder = "small"
    fails = False

    def __call__(self):
        if self.fails:
            raise EngineFailed("It has been closed.")
        return self

    def embed(self, texts):
        return tuple(bytes(WIDTH) for _ in texts)


@pytest.fixture
def kept():
    return {"texts": [], "read": [], "indexed": 0, "closed": 0}


@pytest.fixture
def threads():
    return set()


@pytest.fixture
def librarian(qtbot, tmp_path, kept, threads):
    librarian = Librarian(lambda folder: Shelf(folder, kept, threads), lambda: tmp_path / "library")
    yield librarian
    librarian.close()
    librarian.deleteLater()


def rested(qtbot, librarian):
    qtbot.waitUntil(lambda: not librarian.steps.busy)


def test_there_is_no_library_before_the_first_article(librarian, qtbot):
    assert not librarian.begun
    librarian.add_readings(lambda: ["one"])
    rested(qtbot, librarian)
    assert librarian.begun


def test_what_is_added_is_indexed_told_and_read_for_meaning(librarian, kept, qtbot):
    librarian.lend_engine(Encoder())
    told = []
    librarian.added.connect(told.append)
    librarian.add_readings(lambda: ["one", "two"])
    rested(qtbot, librarian)
    assert (kept["indexed"], told, kept["read"]) == (2, [2], ["one", "two"])


def test_an_engine_that_ends_leaves_the_rest_for_the_next(librarian, kept, qtbot):
    engine = Encoder()
    engine.fails = True
    librarian.lend_engine(engine)
    failed = []
    librarian.failed.connect(failed.append)
    librarian.add_readings(lambda: ["one"])
    rested(qtbot, librarian)
    assert (kept["read"], failed) == ([], [])
    librarian.lend_engine(Encoder())
    rested(qtbot, librarian)
    assert kept["read"] == ["one"]


def test_questions_are_answered_by_a_thread_of_their_own(librarian, threads, qtbot):
    librarian.add_readings(lambda: ["one"])
    rested(qtbot, librarian)
    job = librarian.ask(lambda library, progress: library.state().articles)
    with qtbot.waitSignal(job.done) as answer:
        pass
    assert answer.args == [1]
    assert len(threads) == 2


def test_a_failure_is_told_in_its_sentence(librarian, qtbot):
    with qtbot.waitSignal(librarian.failed) as told:
        librarian.rebuild()
    assert told.args == ["The disk is full; nothing was lost."]


def test_closing_releases_each_library_in_its_own_thread(librarian, kept, qtbot):
    librarian.add_readings(lambda: ["one"])
    rested(qtbot, librarian)
    job = librarian.ask(lambda library, progress: None)
    with qtbot.waitSignal(job.ended):
        pass
    librarian.close()
    assert kept["closed"] == 2
