"""How long the window's thread is held, view by view: the longest turns of its event loop.

    python -m benchmarks.turns [VIEW]

A story of 5,000 made-up words with 500 claims, 300 questions to the author, 100 linked passages and 500
verdicts given on other words; the real window on a real case file. By the processor's time of the thread, so
that what else the machine does counts for little. With VIEW, what took the time in that one, by function.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from cProfile import Profile
from itertools import count
from pathlib import Path
from pstats import Stats
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.blocking import Turns
from benchmarks.drafts import passages
from benchmarks.new_draft import STAMP, texts
from db import create_case
from ui.settings import Settings
from ui.theme.look import Look
from ui.warmup import WarmUp
from ui.window import Window
from workbench import review
from workbench.change import Change, added
from workbench.documents import add_document
from workbench.model import (
    Case,
    CaseId,
    Claim,
    ClaimId,
    Disposition,
    Document,
    Entity,
    Evidence,
    EvidenceId,
    Query,
    QueryId,
    Relation,
    Revision,
    Role,
    Verdict,
    VerdictId,
    passage,
)

CLAIMS, LINKED, ASKED = 500, 100, 300
QUIET_MS = 400
LIMIT_MS = 8


def work(revision: Revision) -> Iterator[Entity]:
    """Claims with verdicts, linked passages and questions on every part of the story."""
    random = Random(3)
    spans = (span for _ in count() for span in passages(random, revision.text))
    kinds = list(Disposition)
    for at in range(CLAIMS):
        place = passage(revision, next(spans))
        yield Claim(ClaimId(f"c{at}"), place, disposition=kinds[at % len(kinds)])
        words = f"{place.quote.exact} once"
        yield Verdict(
            VerdictId(f"v{at}"), ClaimId(f"c{at}"), "mixed", "So they say.", STAMP.by, STAMP.at, wording=words
        )
    for at in range(LINKED):
        place = passage(revision, next(spans))
        yield Evidence(EvidenceId(f"e{at}"), ClaimId(f"c{at}"), place, Relation.SUPPORTS)
    for at in range(ASKED):
        place = passage(revision, next(spans))
        asked = f"{place.quote.exact} twice" if at % 2 else ""
        yield Query(QueryId(f"q{at}"), None, "Who says so?", asked, passage=place, by="Ada", at=STAMP.at)


def make(path: Path) -> None:
    """Write the case."""
    case = Case(CaseId("case"), "Turns", "two-source", STAMP.at)
    with closing(create_case(path, case, STAMP)) as store:
        ids = (f"d{number}" for number in count())
        change, originals = add_document(texts()[0], Role.STORY, ids.__next__, STAMP)
        store.apply(change, originals)
        revision = store.latest(store.all(Document)[0].id)
        assert revision is not None
        store.apply(Change("Work", STAMP, added(*work(revision))))


def rest(turns: Turns) -> None:
    """Let the window do what it has to do, until none of its turns took a millisecond for a while."""
    loop, quiet = QEventLoop(), QElapsedTimer()
    quiet.start()
    while quiet.elapsed() < QUIET_MS:
        before = len(turns.took)
        QTimer.singleShot(20, loop, loop.quit)
        loop.exec()
        if any(ms > 1 for ms in turns.took[before:]):
            quiet.restart()


def views(window: Window, path: Path) -> dict[str, Callable[[], object]]:
    """What is looked at, in this order."""

    def do(name: str) -> Callable[[], object]:
        return lambda: window.actions_[name].trigger()

    def claim(number: int) -> Callable[[], object]:
        return lambda: _desk(window).session.choose(ClaimId(f"c{number}"))

    def dispose() -> None:
        session = _desk(window).session
        session.do(review.dispose(session.claim(ClaimId("c7")), Disposition.CORRECTED, session.stamp()))

    return {
        "open": lambda: window.open_path(path),
        "claim": claim(3),
        "another": claim(7),
        "decide": dispose,
        "review": do("focus_review"),
        "search": do("search_everything"),
        "history": do("history"),
        "map": do("source_map"),
    }


def _desk(window: Window):  # type: ignore[no-untyped-def]
    return window.desk


def main() -> int:
    """Measure each view, and print its longest turns."""
    asked = sys.argv[1] if len(sys.argv) > 1 else None
    from ui.__main__ import workshop

    app = QApplication([])
    look = Look(app, "light")
    look.apply(app)
    with tempfile.TemporaryDirectory(prefix="twosource-") as folder:
        path = Path(folder) / "turns.twosource"
        make(path)
        window = Window(look, Settings("Ada Lind"), Path(folder) / "settings.json", workshop())
        window.resize(1440, 900)
        window.show()
        turns = Turns(window)
        _told("start", WarmUp(window).begin, turns, None)
        for name, show in views(window, path).items():
            _told(name, show, turns, asked)
        window.close()
    return 0


def _told(name: str, show: Callable[[], object], turns: Turns, asked: str | None) -> None:
    turns.took.clear()
    profile = Profile(time.thread_time) if name == asked else None
    QTimer.singleShot(1, turns, show)
    if profile:
        profile.enable()
    rest(turns)
    if profile:
        profile.disable()
        Stats(profile).sort_stats("cumtime").print_stats(70)
    over = [ms for ms in turns.took if ms > LIMIT_MS]
    worst = "  ".join(f"{ms:.1f}" for ms in sorted(turns.took, reverse=True)[:8])
    print(f"{name:<10} {len(over):3} turns over {LIMIT_MS} ms; longest {worst}")


if __name__ == "__main__":
    sys.exit(main())
