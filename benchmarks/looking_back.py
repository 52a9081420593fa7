"""Undo after a restart, the history page and the trash, on a case with a long history.

    python -m benchmarks.looking_back [EVENTS]

A third of the events is what Twosource suggests, one in fifty of them large; the rest are an editor's. A
frame is what Qt does for one: the list is scrolled and painted, by the processor's time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from benchmarks.many_claims import STAMP, make_case
from db import CaseStore, edits, history, open_case
from db.connection import transaction
from ui.centre import Centre
from ui.history import chronicle, page
from ui.history.place import HistoryPlace
from ui.session import Session
from ui.theme.look import Look
from workbench.change import Act, Change, Edit, removed
from workbench.model import Claim, Status
from workbench.trash import trash

WARM = (chronicle, page)
"""Imported beforehand, as the window does while nobody waits (`ui/warmup.py`)."""
CLAIMS, TURN_MS = 500, 2
STACK_MS, OPEN_MS, FRAME_MS = 50.0, 300.0, 16.0


def main(events: int = 50_000) -> int:
    """Measure and print; 1 when a limit is missed."""
    app = QApplication([])
    with TemporaryDirectory() as place:
        path = Path(place, "case.twosource")
        make_case(path, CLAIMS)
        with closing(open_case(path)) as store:
            lengthen(store, events)
        print(f"{events:,} events, {path.stat().st_size / 1e6:.0f} MB")
        with closing(open_case(path)) as store:
            missed = [recalled(store), opened(store, app), listed(store)]
    return int(any(missed))


def lengthen(store: CaseStore, events: int) -> None:
    """Write a long history straight into the file: through `apply` it would take an hour."""
    claims = list(store.all(Claim))
    with transaction(store._db):
        for number in range(len(store.history()), events):
            at = number % len(claims)
            change = _large(claims) if number % 150 == 0 else _small(claims, at, number)
            for place, edit in enumerate(change.edits, 0 if len(change.edits) > 1 else at):
                edits.write(store._db, edit)
                assert isinstance(edit.after, Claim)
                claims[place] = edit.after
            history.append(store._db, change)


def _small(claims: list[Claim], at: int, number: int) -> Change:
    note = f"Asked again, turn {number}. " + "The clerk reads it out from the book. " * (number % 7)
    act = Act.PROPOSED if number % 3 == 0 else Act.DONE
    return Change("Edit note", STAMP, (Edit(claims[at], replace(claims[at], note=note)),), act)


def _large(claims: list[Claim]) -> Change:
    turned = tuple(Edit(claim, replace(claim, score=(claim.score or 0) + 0.01)) for claim in claims[:100])
    return Change("Propose claims", STAMP, turned, Act.PROPOSED)


def recalled(store: CaseStore) -> bool:
    """The undo stack, as it is read when the case is opened."""
    session = Session(store, "Ada Brook")
    took = _took(session.recall)
    return _say(f"{session.undo_stack.count()} steps to undo found again", took, STACK_MS)


def opened(store: CaseStore, app: QApplication) -> bool:
    """The history page: until its first entries are painted, until all are read, and its frames."""
    splitter, story = QSplitter(), QWidget()
    splitter.addWidget(story)
    splitter.resize(1_000, 800)
    splitter.show()
    place = HistoryPlace(Session(store, "Ada Brook"), store, Look(app), Centre(splitter, story))
    begun, busy = perf_counter(), thread_time()
    place.show()
    shown = place.page
    assert shown is not None
    while not shown.rows.rowCount():
        app.processEvents()
    app.processEvents()
    missed = [_say("history page opened", _since(begun), OPEN_MS)]
    print(f"… of it the window's own thread: {(thread_time() - busy) * 1_000:.0f} ms of the processor's time")
    late = _late_until(lambda: not place.steps.busy, app)
    print(f"all read after {_since(begun) / 1_000:.1f} s; the window late by {late:.0f} ms at most")
    bar, frames = shown.list.verticalScrollBar(), []
    for at in range(0, bar.maximum(), max(1, bar.maximum() // 300)):
        busy = thread_time()
        bar.setValue(at)
        shown.list.viewport().repaint()
        frames.append((thread_time() - busy) * 1_000)
    missed.append(_say("a frame while scrolling, p95", quantiles(frames, n=20)[-1], FRAME_MS))
    place.close()
    return any(missed)


def _late_until(done: Callable[[], bool], app: QApplication) -> float:
    """How late a timer of 2 ms came at most until something is done, in milliseconds."""
    beats = [perf_counter()]
    timer = QTimer(interval=TURN_MS, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: beats.append(perf_counter()))
    timer.start()
    while not done():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return max(later - earlier for earlier, later in pairwise(beats)) * 1_000 - TURN_MS


def listed(store: CaseStore) -> bool:
    """The trash, as its window reads it in the worker."""
    claims = store.all(Claim)
    for claim in claims[:20]:
        store.apply(Change("Remove claim", STAMP, removed(claim)))
    for claim in claims[20:40]:
        store.apply(Change("Dismiss claim", STAMP, (Edit(claim, replace(claim, status=Status.DISMISSED)),)))
    begun = perf_counter()
    found = trash(store.removing(), store)
    print(f"trash of {len(found.removed)} + {len(found.aside)} read in {_since(begun):.0f} ms")
    return not found.removed


def _since(begun: float) -> float:
    return (perf_counter() - begun) * 1_000


def _took(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    return (perf_counter() - begun) * 1_000


def _say(what: str, took: float, limit: float) -> bool:
    print(f"{what}: {took:.1f} ms (limit {limit:g} ms)")
    return took > limit


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
