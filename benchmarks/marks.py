"""How fast a long text with many overlapping marks opens, is marked, and scrolls.

    python -m benchmarks.marks

A frame is what Qt really does for one: the scroll bar is set, and the event loop paints page and margin
into the window's backing store. On a busy machine, look at the processor's time, not the clock's.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from random import Random
from statistics import median, quantiles
from time import perf_counter, thread_time
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from ui.text.marks import Mark
from ui.text.view import TextView
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.text import Span

CHARACTERS = 1_000_000
FRAMES = 400
TARGETS = {10_000: 8.0, 50_000: 16.0}
"""Milliseconds a frame may take, by number of marks (95th percentile)."""


def long_text(chance: Random) -> str:
    """About a million characters in paragraphs of 20 to 90 made-up words."""
    words = ["".join(chance.choices("etaoinshrdlu", k=chance.randint(2, 9))) for _ in range(2_000)]
    paragraphs: list[str] = []
    length = 0
    while length < CHARACTERS:
        paragraphs.append(" ".join(chance.choices(words, k=chance.randint(20, 90))))
        length += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)


def many_marks(count: int, length: int, chance: Random) -> list[Mark]:
    """Marks of 10 to 300 characters anywhere in the text, each with a badge."""
    starts = [chance.randrange(length - 300) for _ in range(count)]
    tones = list(Tone)
    return [
        Mark(
            str(at), Span(start, start + chance.randint(10, 300)), chance.choice(tones), str(at), at % 3 == 0
        )
        for at, start in enumerate(starts)
    ]


def paint(view: TextView) -> None:
    """Have the page painted whole, and its margin where that has changed."""
    view.viewport().update()
    QApplication.processEvents()


class Took(NamedTuple):
    """Milliseconds by the clock, and of them those that this thread had the processor."""

    clock: float
    processor: float


def took(action: Callable[[], object]) -> Took:
    """The milliseconds an action takes."""
    begun, busy = perf_counter(), thread_time()
    action()
    return Took((perf_counter() - begun) * 1_000, (thread_time() - busy) * 1_000)


def report(what: str, figure: Took, target: float | None = None) -> None:
    """Print one line; with a target, whether the clock met it."""
    verdict = (
        "" if target is None else f"   {'met' if figure.clock <= target else 'MISSED'} (≤ {target:g} ms)"
    )
    print(f"{what:<48}{figure.clock:>10.2f}{figure.processor:>12.2f}{verdict}")


def of_all(frames: list[Took], measure: Callable[[list[float]], float]) -> Took:
    """One measure over the clock and the processor time of all frames."""
    return Took(*(measure(list(column)) for column in zip(*frames, strict=True)))


def nearly_worst(figures: list[float]) -> float:
    """The 95th percentile."""
    return quantiles(figures, n=20)[-1]


def longest_wait(app: QApplication, seconds: float) -> Took:
    """The longest that one turn of the event loop takes within so many seconds."""
    until, longest = perf_counter() + seconds, Took(0.0, 0.0)
    while perf_counter() < until:
        longest = max(longest, took(app.processEvents))
    return longest


def page_frames(view: TextView) -> list[Took]:
    """Frames of a whole screen each, far apart: nothing of one can be used for the next."""
    bar = view.verticalScrollBar()

    def frame(value: int) -> None:
        bar.setValue(value)
        paint(view)

    return [took(lambda at=at: frame(bar.maximum() * at // FRAMES)) for at in range(FRAMES)]


def wheel_frames(view: TextView) -> list[Took]:
    """Frames three lines apart, as the wheel makes them: Qt moves what is there and asks for the rest."""
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)

    def frame() -> None:
        bar.setValue(bar.value() + 84)
        QApplication.processEvents()

    return [took(frame) for _ in range(FRAMES)]


def open_text(app: QApplication, view: TextView, text: str) -> None:
    """Measure opening, laying out and jumping to the end."""
    report("open 1 MB", took(lambda: view.show_text(text)))
    report("  its first paint", took(lambda: paint(view)))
    report("  longest wait while the rest is laid out", longest_wait(app, 4.0))
    report("  jump to the end", took(lambda: (view.reveal(Span(len(text) - 1, len(text))), paint(view))))


def measure_marks(view: TextView, text: str, count: int, chance: Random) -> None:
    """Measure putting `count` marks in, one more, and frames over them."""
    marks = many_marks(count, len(text), chance)
    report(f"apply {count:,} marks", took(lambda: view.set_marks(marks)), 50.0 if count == 10_000 else None)
    one_more = many_marks(1, len(text), chance)[0]
    report("  one more", took(lambda: view.put_mark(one_more)), 5.0)
    report("  and the screen painted again", took(lambda: paint(view)))
    report("  make one current", took(lambda: (view.set_current(marks[count // 2].key), paint(view))))
    report_frames(view, TARGETS[count])


def report_frames(view: TextView, target: float | None = None) -> None:
    """Print median, 95th percentile and longest of both kinds of frame."""
    for name, frames in (("page", page_frames(view)), ("wheel", wheel_frames(view))):
        report(f"  {name} frame, median", of_all(frames, median))
        report(f"  {name} frame, 95th percentile", of_all(frames, nearly_worst), target)
        report(f"  {name} frame, longest", of_all(frames, max))


def main() -> None:
    """Measure and print the table."""
    app = QApplication([])
    look = Look(mode="light")
    look.apply(app)
    chance = Random(7)
    text = long_text(chance)
    view = TextView(look)
    view.resize(900, 1_000)
    view.show()
    app.processEvents()
    print(f"{'milliseconds':<48}{'clock':>10}{'processor':>12}")
    open_text(app, view, text)
    print("no marks")
    report_frames(view)
    for count in TARGETS:
        measure_marks(view, text, count, chance)


if __name__ == "__main__":
    main()
