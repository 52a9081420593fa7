"""How long two drafts take to stand beside each other, and how long the window is held up meanwhile.

    python -m benchmarks.two_drafts

A made-up story of 5,000 words with 100 claims and its next draft, with edits of every kind at once, in a real
case file and the real page; the language process is not needed. Time from the command until both drafts are
shown, and the most processor time that the GUI thread spent in one turn until then, and while the differences
are stepped through. The first opening makes the page; the others are what an editor sees from then on.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.new_draft import STAMP, texts, work
from db import create_case
from ui.centre import Centre
from ui.drafts.beside import BesidePlace
from ui.session import Session
from ui.side_by_side import SideBySide
from ui.story import StoryPane
from ui.theme.look import Look
from workbench.change import Change, added
from workbench.dependants import completed
from workbench.documents import add_document
from workbench.drafts import adopt, work_on
from workbench.model import Case, CaseId, Claim, Document, Role

_CLAIMS, _ROUNDS, _STEPS = 100, 5, 20


class Turns(QObject):
    """Notes what the thread spends from one turn to the next, in milliseconds of its own processor time."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._last = time.thread_time()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def begin(self) -> None:
        """Forget what was."""
        self.late.clear()
        self._last = time.thread_time()

    def _tick(self) -> None:
        now = time.thread_time()
        self.late.append(1000 * (now - self._last))
        self._last = now


def wait(app: QApplication, until: Callable[[], bool]) -> None:
    """Let the loop run until something is so."""
    clock = QElapsedTimer()
    clock.start()
    while not until() and clock.elapsed() < 20_000:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def prepared(folder: Path) -> Session:
    """The case with both drafts."""
    old, new = texts()
    store = create_case(folder / "two.twosource", Case(CaseId("c"), "Two", "two-source", STAMP.at), STAMP)
    ids = (f"i{number}" for number in count())
    store.apply(*add_document(old, Role.STORY, ids.__next__, STAMP))
    story = store.all(Document)[0].id
    revision = store.latest(story)
    assert revision is not None
    claims = [item for item in work(revision) if isinstance(item, Claim)][:_CLAIMS]
    store.apply(Change("Work", STAMP, added(*claims)))
    adoption = adopt(new, work_on(store, story), ids.__next__, STAMP)
    store.apply(completed(adoption.change, store), adoption.originals)
    return Session(store, "Nora Quist")


def _now(started: float, spent: float) -> tuple[tuple[float, float], tuple[float, float]]:
    return (time.perf_counter(), started), (time.process_time(), spent)


def main() -> None:
    """Open the page several times, step through it, print the times."""
    app = QApplication(sys.argv)
    look = Look(app, "light")
    look.apply(app)
    with tempfile.TemporaryDirectory() as folder:
        session = prepared(Path(folder))
        frame = SideBySide()
        story = StoryPane(session, look, ())
        frame.addWidget(story)
        place = BesidePlace(session, session.store, look, Centre(frame, story))  # type: ignore[arg-type]
        frame.resize(1280, 850)
        frame.show()
        turns = Turns()
        wait(app, lambda: len(turns.late) > 200)
        for number in range(_ROUNDS):
            turns.begin()
            started, spent = time.perf_counter(), time.process_time()
            place.toggle()
            wait(app, lambda: place.page is not None and bool(place.page.old.text))
            taken, worked = (1000 * (one - other) for one, other in _now(started, spent))
            wait(app, lambda: len(turns.late) > 300)
            print(
                f"opening {number + 1}: {taken:.0f} ms by the clock, {worked:.0f} ms of processor time,"
                f" longest turn {max(turns.late):.0f} ms"
            )
            turns.begin()
            for _ in range(_STEPS):
                place.step(1)
                seen = len(turns.late)
                wait(app, lambda seen=seen: len(turns.late) > seen + 10)  # type: ignore[misc]
            print(f"    {_STEPS} differences stepped through: longest turn {max(turns.late):.0f} ms")
            place.leave()
            if place.page is not None:
                place.page.old.show_text("")
                place.page.new.show_text("")
        place.close()
        frame.close()
        session.store.close()


if __name__ == "__main__":
    main()
