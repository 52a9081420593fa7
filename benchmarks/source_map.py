"""How fast a source map of 500 cards is laid out, and how long a frame takes while it is moved and zoomed.

    python -m benchmarks.source_map                        # without a screen
    QT_QPA_PLATFORM=xcb xvfb-run python -m benchmarks.source_map

The map is made up: nine months of texts of which each takes words from some written shortly before it, one in
sixteen without a date, one in eight parties not in the case. Every frame is painted whole, at a scale and a
place that no frame before it had. On a busy machine, look at the processor's time, not the clock's.
"""

from __future__ import annotations

import os
from datetime import date, timedelta
from functools import partial
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from benchmarks.marks import Took, nearly_worst, of_all, report, took
from ui.map.canvas import Canvas
from ui.map.faces import Faces
from ui.map.layout import Layout, lay_out
from ui.map.light import Light
from ui.map.picture import Picture, overview
from ui.map.sheet import Sheet, draw
from ui.map.style import on_screen
from ui.theme.look import Look
from workbench.model import Document, DocumentId, Role, SourceKind
from workbench.tracing.values import Edge, Party, PartyId, Provenance, Step

PARTIES, FRAMES = 522, 200
"""Of so many, 500 have a card: the rest gave nothing."""
LAYOUT_MS, FRAME_MS = 200.0, 16.0
WIDTH, HEIGHT = 1608, 940
"""The middle of a window of 1920 pixels with the claims beside it."""
_KINDS = (SourceKind.NEWSPAPER, SourceKind.AGENCY, SourceKind.WEBSITE, SourceKind.LETTER, SourceKind.STUDY)


def invented(count: int, chance: Random) -> tuple[Provenance, list[Document]]:
    """A provenance of `count` parties, the last being the story."""
    days = sorted(chance.randrange(270) for _ in range(count))
    documents = [_document(at, day, count, chance) for at, day in enumerate(days)]
    outside = {at for at in range(count - 1) if chance.random() < 1 / 8}
    parties = tuple(
        Party(
            PartyId(item.id),
            item.title,
            None if at in outside else item.id,
            item.kind,
            item.published,
        )
        for at, item in enumerate(documents)
    )
    edges = [
        Edge(parties[at].id, parties[giver].id, chance.choice(list(Step)), "It says so.")
        for at in range(count)
        if at not in outside
        for giver in {
            max(0, at - 1 - int(chance.expovariate(1 / 30))) for _ in range(chance.choice((0, 1, 1, 2, 3)))
        }
        if giver != at
    ]
    edges += [
        Edge(parties[-1].id, parties[at].id, Step.CITES, "") for at in chance.sample(range(count - 1), 40)
    ]
    return Provenance(parties, tuple(edges)), [item for at, item in enumerate(documents) if at not in outside]


def _document(at: int, day: int, count: int, chance: Random) -> Document:
    story = at == count - 1
    published = (date(2026, 1, 1) + timedelta(days=day)).isoformat()
    return Document(
        DocumentId(f"d{at}"),
        Role.STORY if story else Role.SOURCE,
        " ".join("".join(chance.choices("etaoinshrdlu", k=chance.randint(3, 9))) for _ in range(6)),
        outlet="The Harbour Post",
        published=None if chance.random() < 1 / 16 and not story else published,
        kind=chance.choice(_KINDS),
    )


def paint(canvas: Canvas) -> None:
    """Have the map painted whole."""
    canvas.update()
    QApplication.processEvents()


def moved(canvas: Canvas, scale: float, chance: Random) -> list[Took]:
    """Frames of a map dragged at one scale, 5 to 40 pixels at a time, from where most cards are."""
    canvas.fit()
    canvas.zoom(scale / canvas.viewpoint.scale)
    canvas.settle()
    paint(canvas)

    def frame(step: QPointF) -> None:
        canvas.pan(step)
        paint(canvas)

    steps = [QPointF(chance.randint(-40, 40), chance.randint(-40, 40)) for _ in range(FRAMES)]
    return [took(partial(frame, step)) for step in steps]


def zoomed(canvas: Canvas) -> list[Took]:
    """Frames of the whole map drawn near by small steps, and away again."""

    def frame(factor: float) -> None:
        canvas.zoom(factor, QPointF(WIDTH * 0.4, HEIGHT * 0.5))
        paint(canvas)

    canvas.fit()
    paint(canvas)
    factors = [1.03] * (FRAMES // 2) + [1 / 1.03] * (FRAMES // 2)
    return [took(partial(frame, factor)) for factor in factors]


def report_frames(name: str, frames: list[Took]) -> None:
    """Print 95th percentile and longest."""
    report(f"{name}, 95th percentile", of_all(frames, nearly_worst), FRAME_MS)
    report(f"{name}, longest", of_all(frames, max))


def measure_layout(sheet: Sheet) -> Layout:
    """Lay the sheet out nine times; print the middle one."""
    boxes, links = sheet.boxes(), sheet.links()
    figures = [took(lambda: lay_out(boxes, links)) for _ in range(9)]
    report("layout, middle of nine", sorted(figures)[4], LAYOUT_MS)
    return lay_out(boxes, links)


def main() -> None:
    """Measure and print the table."""
    app = QApplication([])
    look = Look(mode="light")
    look.apply(app)
    chance = Random(7)
    provenance, documents = invented(PARTIES, chance)
    nothing_folded = {f"credited/{party.id}/{side}" for party in provenance.parties for side in "01"}
    sheet = draw(provenance, documents, documents[-1].id, nothing_folded)
    print(f"{len(sheet.cards)} cards, {len(sheet.lines)} lines, {app.platformName()}")
    print(f"{'milliseconds':<48}{'clock':>10}{'processor':>12}")
    layout = measure_layout(sheet)
    canvas = Canvas(look)
    canvas.resize(WIDTH, HEIGHT)
    picture = Picture(sheet, layout)
    canvas.show_picture(picture, overview(picture, Faces(on_screen(look))))
    canvas.show()
    report("first frame", took(lambda: paint(canvas)))
    lit = Light(True, frozenset(list(picture.cards)[::7]), frozenset(range(0, len(sheet.lines), 7)))
    canvas.show_light(lit)
    canvas.choose(documents[-1].id)  # the story, from which most lines go
    canvas.settle()
    for scale in (0.12, 0.31, 0.45, 0.63, 1.0):
        report_frames(f"moved at {scale:.0%}", moved(canvas, scale, chance))
    report_frames("zoomed", zoomed(canvas))


if __name__ == "__main__":
    main()
