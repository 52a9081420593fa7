"""How long the window is held up while two articles are read in, analysed and compared.

    python -m benchmarks.blocking [STORY SOURCE]

A timer in the GUI thread asks for its turn every 2 ms; how late it comes is how long something
else held the thread. The real window, a real case file, the real language process. Without
arguments: the seeds, where they are at hand. What the window's own thread takes in a turn is told too:
that does not depend on what else the machine does. Runs offscreen unless QT_QPA_PLATFORM says otherwise.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.shared import shared
from ui.settings import Settings
from ui.theme.look import Look
from ui.warmup import WarmUp
from ui.window import Window

TURN_MS = 2
LIMIT_MS = 50


class Metronome(QObject):
    """Notes how late each of its turns comes, in milliseconds, and what the window was doing."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._last = time.perf_counter()
        self.late: list[tuple[float, str]] = []
        self._timer = QTimer(self, interval=TURN_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(((now - self._last) * 1000 - TURN_MS, self._window.status.doing_words()))
        self._last = now


class Turns(QObject):
    """Notes how much of the processor's time each turn of the event loop takes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.took: list[float] = []
        self._last = time.thread_time()
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.awake.connect(self._tick)

    def _tick(self) -> None:
        now = time.thread_time()
        self.took.append((now - self._last) * 1_000)
        self._last = now


class Run(QObject):
    """Opens a case, reads both articles in, waits for the check to end."""

    def __init__(self, window: Window, case: Path, story: Path, source: Path) -> None:
        super().__init__(window)
        self._window, self._case, self._paths = window, case, [story, source]
        self.metronome: Metronome | None = None
        self.turns: Turns | None = None
        self.claims = 0
        warm_up = WarmUp(self)
        warm_up.destroyed.connect(self._begin)
        warm_up.begin()

    def _begin(self) -> None:
        self._window.cases.create(str(self._case))
        QTimer.singleShot(500, self, self._import)

    def _import(self) -> None:
        assert self._window.desk is not None
        self.metronome, self.turns = Metronome(self._window), Turns(self._window)
        checking = self._window.desk.checking
        checking.import_files(self._paths, self._paths[0])
        checking.steps.rested.connect(self._end)

    def _end(self) -> None:
        assert self._window.desk is not None
        self.claims = len(self._window.desk.session.claims())
        QTimer.singleShot(200, QApplication.instance(), QApplication.quit)


def main() -> int:
    """Run the window over the two articles and print its latest moments."""
    paths = _paths()
    if paths is None:
        print("skipped: the seeds are not at hand; name a story and a source")
        return 0
    from ui.__main__ import workshop

    app = QApplication([])
    look = Look(app, "light")
    look.apply(app)
    with tempfile.TemporaryDirectory(prefix="twosource-") as folder:
        window = Window(look, Settings("Ada Lind"), Path(folder) / "settings.json", workshop())
        window.show()
        run = Run(window, Path(folder) / "seeds.twosource", *paths)
        app.exec()
        window.close()
    assert run.metronome is not None
    assert run.turns is not None
    longest = "  ".join(f"{ms:.1f}" for ms in sorted(run.turns.took, reverse=True)[:6])
    print(f"longest turns by the processor's time of the window's thread: {longest} ms")
    return report(run.metronome.late, run.claims)


def report(late: list[tuple[float, str]], claims: int) -> int:
    """Print what was measured; 1 when something held the window up for too long."""
    delays = sorted(ms for ms, _ in late)
    worst = sorted(late, reverse=True)[:6]
    print(f"{claims} claims; {len(late)} turns; median {statistics.median(delays):.1f} ms late")
    over = sum(delay > LIMIT_MS for delay in delays)
    print(f"p99 {delays[int(len(delays) * 0.99)]:.1f} ms; over {LIMIT_MS} ms: {over}")
    for ms, doing in worst:
        print(f"  {ms:6.1f} ms  {doing}")
    return int(delays[-1] > LIMIT_MS)


def _paths() -> tuple[Path, Path] | None:
    if len(sys.argv) == 3:
        return Path(sys.argv[1]), Path(sys.argv[2])
    folder = shared("seeds")
    seeds = sorted(folder.glob("*.txt")) if folder else []
    return (seeds[0], seeds[1]) if len(seeds) > 1 else None


if __name__ == "__main__":
    sys.exit(main())
