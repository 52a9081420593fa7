"""How long the window is held up while a folder of 1,000 mixed files is read in, stopped and gone on with.

    python -m benchmarks.folder [FILES]

Files of our own making in every format, four in a hundred of them broken. The real window, a real case file
and the real language process; a timer in the window's thread asks for its turn every 2 ms. Stopped after a
third, then the same folder is chosen again. Measured until all files are in, and for half a minute of the
checking that follows. Runs offscreen unless QT_QPA_PLATFORM says otherwise.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from benchmarks.blocking import LIMIT_MS, Metronome, report
from benchmarks.hostile_files import _html, _mail, _mhtml, _odt, _pdf, _warc, sound
from benchmarks.invented import prose
from ui.incoming.importing import Imported
from ui.incoming.words import summary
from ui.settings import Settings
from ui.theme.look import Look
from ui.warmup import WarmUp
from ui.window import Window

FILES = 1_000
_BROKEN = 25
"""One in so many is broken."""
_AFTER_S = 30


def make_folder(folder: Path, count: int) -> None:
    """Write mixed files: texts of 1 to 20 kB, pages, mails, tables, office files, and broken ones."""
    random = Random(11)
    packed = {name: data for name, data in sound().items() if name.endswith((".docx", ".xlsx", ".epub"))}
    for number in range(count):
        name, data = _file(number, random, packed)
        if number % _BROKEN == _BROKEN - 1:
            data = data[: len(data) // 3] if number % 2 else b""
        (folder / f"{number:04} {name}").write_bytes(data)


def _file(number: int, random: Random, packed: dict[str, bytes]) -> tuple[str, bytes]:
    words = f"Report {number}. " + prose(random, random.choice((1_000, 3_000, 20_000)))
    paragraphs = words.replace(". ", ".\n\n")
    html = "".join(f"<p>{part}</p>" for part in paragraphs.split("\n\n"))
    match number % 10:
        case 0 | 1 | 2:
            return "report.txt", paragraphs.encode()
        case 3:
            return "page.html", _html(html)
        case 4:
            return "saved.mhtml", _mhtml(_html(html))
        case 5:
            return "mail.eml", _mail().replace(b"Bridge", f"Bridge {number}".encode())
        case 6:
            rows = "".join(f"Town {row},{row * number}\n" for row in range(300))
            return "counts.csv", f"town,count\n{rows}".encode()
        case 7:
            return "letter.odt", _odt(f"<text:p>{words[:2_000].replace('&', 'and')}</text:p>")
        case 8:
            return "paper.pdf", _pdf(f"BT /F1 9 Tf 72 700 Td (Report {number} on the bridge.) Tj ET".encode())
    return ("page.warc", _warc(_html(html))) if number % 20 == 9 else _office(number, packed)


def _office(number: int, packed: dict[str, bytes]) -> tuple[str, bytes]:
    """An office file; the archive's comment makes each of them other bytes."""
    name = list(packed)[number // 10 % len(packed)]
    return name, packed[name][:-2] + len(tag := f"{number}".encode()).to_bytes(2, "little") + tag


class Busy(Metronome):
    """Notes as well how much of the processor the window's own thread had between two turns."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.busy_ms: list[float] = []
        self._had = time.thread_time()

    def _tick(self) -> None:
        super()._tick()
        now = time.thread_time()
        self.busy_ms.append((now - self._had) * 1_000)
        self._had = now


class Run(QObject):
    """Reads a story in, then the folder: stopped, gone on with, and a while of what follows."""

    def __init__(self, window: Window, place: Path, folder: Path, count: int) -> None:
        super().__init__(window)
        self._window, self._place, self._folder, self._count = window, place, folder, count
        self._stopped = False
        self.claims = 0
        self.metronome: Busy | None = None
        warm_up = WarmUp(self)
        warm_up.destroyed.connect(self._begin)
        warm_up.begin()

    def _begin(self) -> None:
        story = self._place / "story.txt"
        story.write_text(prose(Random(5), 6_000).replace(". ", ".\n\n"), encoding="utf-8")
        self._window.cases.create(str(self._place / "folder.twosource"))
        desk = self._window.desk
        assert desk is not None
        desk.checking.import_files([story], story)
        desk.checking.steps.rested.connect(self._choose_folder)

    def _choose_folder(self) -> None:
        desk = self._window.desk
        assert desk is not None
        desk.checking.steps.rested.disconnect(self._choose_folder)
        print(f"{len(desk.session.claims())} claims in the story", flush=True)
        desk.checking.importing.ended.connect(self._ended)
        desk.checking.imported.connect(self._stop_once)
        self.metronome = Busy(self._window)
        self._since = time.perf_counter()
        self._window.documents.take_files([self._folder])

    def _stop_once(self, _document: object) -> None:
        desk = self._window.desk
        assert desk is not None
        if not self._stopped and len(desk.session.documents()) > self._count // 3:
            self._stopped = True
            desk.checking.cancel()

    def _ended(self, imported: Imported) -> None:
        print(f"{time.perf_counter() - self._since:.0f} s: {summary(imported)}", flush=True)
        if imported.left:
            QTimer.singleShot(500, self, self._again)
        else:
            QTimer.singleShot(_AFTER_S * 1_000, self, self._end)

    def _again(self) -> None:
        self._window.documents.take_files([self._folder])

    def _end(self) -> None:
        desk = self._window.desk
        self.claims = len(desk.session.claims()) if desk else 0
        for dialog in self._window.findChildren(QDialog):
            dialog.close()
        QApplication.quit()


def main(count: int = FILES) -> int:
    """Measure and print; 1 when the window was late."""
    from ui.__main__ import workshop

    app = QApplication([])
    look = Look(app, "light")
    look.apply(app)
    with tempfile.TemporaryDirectory(prefix="twosource-") as place:
        folder = Path(place, "post")
        folder.mkdir()
        make_folder(folder, count)
        settings = Settings("Ada Lind", library=str(Path(place, "library")))
        window = Window(look, settings, Path(place) / "settings.json", workshop())
        window.resize(1440, 900)
        window.show()
        run = Run(window, Path(place), folder, count)
        app.exec()
        window.close()
    assert run.metronome is not None
    busy = sorted(run.metronome.busy_ms)
    over = sum(ms > LIMIT_MS for ms in busy)
    print(
        f"the window's own thread: {busy[-1]:.0f} ms of the processor in a turn at most; over 50 ms: {over}"
    )
    return report(run.metronome.late, run.claims)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
