"""How long a picture takes to be decoded, a log to be rewritten, a large file to be known again.

python -m benchmarks.back_up
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from ui.logged.drawn import draw
from workbench.change import Stamp
from workbench.documents import digest
from workbench.kinds import Medium, Relation, Role
from workbench.logged import Log, add_line, look_at, note_at
from workbench.logged.files import MOST_KEPT
from workbench.model import (
    ClaimId,
    Document,
    DocumentId,
    Evidence,
    EvidenceId,
    Layout,
    Revision,
    RevisionId,
    passage,
)
from workbench.progress import silent

STAMP = Stamp("Ada Lind", datetime(2026, 3, 14, tzinfo=UTC))
LINES = (50, 500)


def main() -> None:
    """Measure and print."""
    for width, height, format in ((1200, 900, "PNG"), (4000, 3000, "JPG"), (8000, 6000, "JPG")):
        data = _picture(width, height, format)
        took, size = _taken(partial(draw, data)), len(data) / 1e6
        print(f"picture of {width} x {height}, {size:.1f} MB: {took:.0f} ms")
    entry = note_at(Medium.RECORDING, "3:30", "A bell.")
    for lines in LINES:
        took = _taken(partial(add_line, _log(lines), entry, lambda: "new", STAMP))
        print(f"line added to a log of {lines} lines, all linked: {took:.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "long.wav")
        path.write_bytes(os.urandom(4 * MOST_KEPT))
        print(f"fingerprint of {4 * MOST_KEPT / 1e6:.0f} MB: {_taken(lambda: look_at(path, silent)):.0f} ms")


def _taken(work: Callable[[], object], times: int = 5) -> float:
    """Median time in milliseconds."""
    took = []
    for _ in range(times):
        start = perf_counter()
        work()
        took.append(1000 * (perf_counter() - start))
    return median(took)


def _picture(width: int, height: int, format: str) -> bytes:
    image = QImage(os.urandom(3 * 64 * 64), 64, 64, 3 * 64, QImage.Format.Format_RGB888)
    held = QByteArray()
    opened = QBuffer(held)
    opened.open(QIODevice.OpenModeFlag.WriteOnly)
    image.scaled(width, height).save(opened, format)
    return bytes(held.data())


def _log(lines: int) -> Log:
    number = count()
    document = Document(DocumentId("tape"), Role.SOURCE, "Tape", medium=Medium.RECORDING)
    revision = Revision(RevisionId("r"), document.id, 1, "", digest(b""))
    log = Log(document, revision, Layout(revision.id))
    for minute in range(lines):
        entry = note_at(Medium.RECORDING, f"{minute}:00", f"Sentence {minute} about the bridge.")
        edits = add_line(log, entry, lambda: f"r{next(number)}", STAMP).change.edits
        found = {type(edit.after): edit.after for edit in edits if edit.before is None}
        log = Log(document, found[Revision], found[Layout])
    linked = [
        Evidence(EvidenceId(str(at)), ClaimId("c"), passage(log.revision, place.span), Relation.SUPPORTS)
        for at, place in enumerate(log.layout.places)
    ]
    return Log(document, log.revision, log.layout, linked)


if __name__ == "__main__":
    main()
