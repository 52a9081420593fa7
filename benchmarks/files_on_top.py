"""How long the window's thread is held by files that come in when a case has many documents already.

    python -m benchmarks.files_on_top [DOCUMENTS] [PROFILE]

A case with a story of 60 claims and 500 texts of 1 to 20 kB, each with words credited to somebody, made
beforehand; 40 more are read in. The real window on a real case file, with an engine that answers at once, so
that what is measured is the window. By the processor's time of its thread in each turn of the event loop.
With PROFILE, by function.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from cProfile import Profile
from itertools import count
from pathlib import Path
from pstats import Stats
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.drafts import passages
from benchmarks.invented import prose
from benchmarks.new_draft import STAMP
from benchmarks.turns import Turns, rest
from db import CaseStore, create_case, open_case
from ui.settings import Settings
from ui.theme.look import Look
from ui.warmup import WarmUp
from ui.window import Window
from ui.workshop import Workshop
from workbench.analysis import Analysis, Judgement
from workbench.change import Change, added
from workbench.documents import add_document
from workbench.model import (
    Attribution,
    AttributionId,
    Case,
    CaseId,
    Claim,
    ClaimId,
    Credit,
    Relation,
    Revision,
    Role,
    Zone,
    passage,
)
from workbench.reading import read_paste
from workbench.text import Span

DOCUMENTS, MORE, CLAIMS = 500, 40, 60
LIMIT_MS = 50


class AtOnce:
    """An engine that credits the first words of a text and finds nothing else."""

    reduced = None
    encoder = None

    def analyse(self, text: str, _zones: Sequence[Zone] = ()) -> Analysis:
        """One credit."""
        return Analysis((Span(0, min(60, len(text))),), (), (), (credit(),))

    def judge(self, _claim: object, passages: Sequence[object]) -> tuple[Judgement, ...]:
        """Nothing is about the claim."""
        scores = dict.fromkeys(Relation, 0.0)
        return tuple(Judgement(Relation.CONTEXT, 1.0, scores, ()) for _ in passages)

    def embed(self, _texts: Sequence[str]) -> tuple[bytes, ...]:
        """Nothing."""
        return ()

    def cancel(self) -> None:
        """Nothing to stop."""

    def close(self) -> None:
        """Nothing to let go of."""


def credit() -> Credit:
    """The first three words of a text: who, how, what."""
    return Credit((Span(0, 6),), (Span(7, 10),), (Span(11, 40),))


def text(random: Random, number: int) -> str:
    """One text, as a file would have it."""
    words = f"Report {number}. " + prose(random, random.choice((1_000, 3_000, 20_000)))
    return words.replace(". ", ".\n\n")


def make(path: Path, documents: int) -> None:
    """Write the case."""
    random, ids = Random(7), (f"d{number}" for number in count())
    with closing(create_case(path, Case(CaseId("case"), "Files", "two-source", STAMP.at), STAMP)) as store:
        for number in range(documents):
            role = Role.SOURCE if number else Role.STORY
            words = text(random, number) if number else prose(Random(5), 6_000).replace(". ", ".\n\n")
            _add(store, words, role, ids, number)


def _add(store: CaseStore, words: str, role: Role, ids: Iterator[str], number: int) -> None:
    change, originals = add_document(read_paste(words), role, ids.__next__, STAMP)
    store.apply(change, originals)
    revision = next(edit.after for edit in change.edits if isinstance(edit.after, Revision))
    who = Attribution(AttributionId(f"a{number}"), revision.document, revision.id, "Report", "said", credit())
    claims = ()
    if role is Role.STORY:
        spans = passages(Random(3), revision.text)
        claims = tuple(
            Claim(ClaimId(f"c{at}"), passage(revision, span))
            for at, span in zip(range(CLAIMS), spans, strict=False)
        )
    store.apply(Change("Propose", STAMP, added(who, *claims)))


def main(documents: int = DOCUMENTS, profiled: bool = False) -> int:
    """Measure, and print; 1 when a turn took longer than 50 ms."""
    app = QApplication([])
    look = Look(app, "light")
    look.apply(app)
    with tempfile.TemporaryDirectory(prefix="twosource-") as place:
        path = Path(place) / "files.twosource"
        make(path, documents)
        more = [Path(place) / f"{number:04} more.txt" for number in range(MORE)]
        for number, file in enumerate(more):
            file.write_text(text(Random(number), documents + number), encoding="utf-8")
        window = Window(
            look,
            Settings("Ada Lind"),
            Path(place) / "settings.json",
            Workshop(open_case, create_case, AtOnce),
        )
        window.resize(1440, 900)
        window.show()
        turns = Turns(window)
        WarmUp(window).begin()
        rest(turns)
        window.open_path(path)
        rest(turns)
        told = _measured(turns, lambda: _import(window, more), profiled)
        window.close()
    print(told)
    return int(max(turns.took) > LIMIT_MS)


def _measured(turns: Turns, work: Callable[[], None], profiled: bool) -> str:
    profile = Profile() if profiled else None
    turns.took.clear()
    if profile:
        profile.enable()
    work()
    rest(turns)
    if profile:
        profile.disable()
        Stats(profile).sort_stats("cumtime").print_stats(110)
    over = [sum(ms > limit for ms in turns.took) for limit in (8, LIMIT_MS)]
    worst = "  ".join(f"{ms:.0f}" for ms in sorted(turns.took, reverse=True)[:8])
    return (
        f"{len(turns.took)} turns, {sum(turns.took) / 1_000:.1f} s in all; {over[0]} over 8 ms, "
        f"{over[1]} over {LIMIT_MS} ms; longest {worst}"
    )


def _import(window: Window, more: list[Path]) -> None:
    loop, desk = QEventLoop(), window.desk
    assert desk is not None
    desk.checking.importing.ended.connect(loop.quit)
    QTimer.singleShot(1, desk, lambda: desk.checking.import_files(more, None))
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS, "profile" in sys.argv[2:]))
