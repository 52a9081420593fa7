"""How long until the window has painted for the first time, beside an empty one and novelWriter.

    python -m benchmarks.first_paint [--runs 10] [CASE]

Each run is a process of its own, started anew and timed from outside until it reports its first
paint; the contenders take turns, so that a busy machine hurts all alike. Ours opens CASE (by
default the sample case, made for the purpose) right after that paint, and reports the paint that
shows it, too. Runs offscreen unless QT_QPA_PLATFORM says otherwise. novelWriter is measured where
it is installed; it is no dependency of ours.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "resources" / "sample"
HEAVY = ("numpy", "spacy", "sqlite_utils", "trafilatura", "rapidfuzz", "jinja2", "docx", "lxml")
"""What may not be imported before the first paint."""

EMPTY = """
import sys
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def event(self, event):
        done = super().event(event)
        if event.type() is QEvent.Type.Paint:
            print("painted", flush=True)
        return done
app = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""

OURS = """
import sys
import ui.__main__ as program
def told():
    heavy = [name for name in {heavy!r} if name in sys.modules]
    print("painted", *heavy, flush=True)
def opened(window, path):
    original(window, path)
    window.desk.story.view.viewport().installEventFilter(Shown(window))
original = program.Window.open_path
from PySide6.QtCore import QEvent, QObject
class Shown(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            print("opened", flush=True)
        return False
program.Window.open_path = opened
sys.exit(program.main([{case!r}], told))
"""

NOVELWRITER = """
import novelwriter
from novelwriter.guimain import GuiMain
def paintEvent(self, event):
    print("painted", flush=True)
GuiMain.paintEvent = paintEvent
novelwriter.main(["--config={folder}", "--data={folder}"])
"""


def main() -> int:
    """Measure and print the table."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="twosource-") as folder:
        case = options.case or _sample_case(Path(folder))
        times = measure(contenders(case, Path(folder)), options.runs)
    report(times)
    return 0


def contenders(case: Path, folder: Path) -> dict[str, tuple[str, str]]:
    """Programs by name: what to run, and the word that ends the clock."""
    ours = OURS.format(heavy=HEAVY, case=str(case))
    programs = {
        "empty QMainWindow": (EMPTY, "painted"),
        "Twosource, window": (ours, "painted"),
        "Twosource, case shown": (ours, "opened"),
    }
    if importlib.util.find_spec("novelwriter"):
        programs["novelWriter"] = (NOVELWRITER.format(folder=folder), "painted")
    return programs


def measure(programs: dict[str, tuple[str, str]], runs: int) -> dict[str, list[float]]:
    """Seconds of every run; one round to warm the disk is thrown away."""
    times: dict[str, list[float]] = {name: [] for name in programs}
    for round_ in range(runs + 1):
        for name, (source, word) in programs.items():
            seconds = _until(source, word)
            if round_:
                times[name].append(seconds)
    return times


def report(times: dict[str, list[float]]) -> None:
    """Print medians, spreads, and ratios to the empty window."""
    base = statistics.median(times["empty QMainWindow"])
    for name, seconds in times.items():
        median = statistics.median(seconds)
        spread = f"{min(seconds):.3f}–{max(seconds):.3f}"
        print(f"{name:24} {median:.3f} s  ({spread})  {median / base:.2f}×")


def _until(source: str, word: str) -> float:
    begun = time.perf_counter()
    with _running(source) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said, _, heavy = line.strip().partition(" ")
            if said == "painted" and heavy:
                raise SystemExit(f"imported before the first paint: {heavy}")
            if said == word:
                return time.perf_counter() - begun
    raise SystemExit(f"a program ended before it had {word}:\n{source}")


@contextmanager
def _running(source: str) -> Iterator[subprocess.Popen[str]]:
    with tempfile.TemporaryDirectory(prefix="twosource-") as folder:
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            **os.environ,
            "TWOSOURCE_SETTINGS": _settings(Path(folder)),
        }
        process = subprocess.Popen(
            [sys.executable, "-c", source],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            yield process
        finally:
            process.kill()
            process.communicate()


def _settings(folder: Path) -> str:
    path = folder / "settings.json"
    path.write_text('{"checker": "Ada Lind"}', encoding="utf-8")
    return str(path)


def _sample_case(folder: Path) -> Path:
    """The sample, read in and checked once, as a case file."""
    case = folder / "sample.twosource"
    command = [sys.executable, "-m", "ui.command_line", "check", str(SAMPLE / "story.md")]
    subprocess.run(
        [*command, "--against", str(SAMPLE / "sources"), "--case", str(case)],
        cwd=ROOT,
        check=True,
        stderr=subprocess.DEVNULL,
    )
    return case


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("case", type=Path, nargs="?", metavar="CASE")
    parser.add_argument("--runs", type=int, default=10)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
