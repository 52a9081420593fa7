"""How long the review of a draft takes: what there is to check, coverage, what is open, seals; and the lane.

    python -m benchmarks.review

A story of 5,000 made-up words with 500 claims, each with two linked passages and, one in five, a question
to the author. The lane is painted beside 1 MB with 10,000 marks while the page scrolls. All but the lane is
done by a worker. On a busy machine, look at the processor's time.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from random import Random
from statistics import median, quantiles
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from workbench.checkable import _capitals, _numbers, checkable
from workbench.coverage import bands, coverage
from workbench.held import Held
from workbench.model import (
    Case,
    CaseId,
    Claim,
    ClaimId,
    Contact,
    Disposition,
    Document,
    DocumentId,
    Evidence,
    EvidenceId,
    Query,
    QueryId,
    Relation,
    Revision,
    RevisionId,
    Role,
    Sha256,
    passage,
)
from workbench.openings import Circumstances, openings
from workbench.reviewed import BANDS
from workbench.signing import _written, seals
from workbench.wording.read import wording

WORDS, CLAIMS = 5_000, 500
ROUNDS = 25
FRAMES = 300
STORY = DocumentId("story")
NOW = datetime(2026, 3, 7, 12, tzinfo=UTC)
_NAMES = ("Ida Holm", "Maren Tolle", "Varlund Council", "Petra Quell", "Otto Hale")
_PATTERNS = (
    "The depot in {place} burned for {n} hours, {name} said on Friday.",
    "Repairs took {n} months and cost {m} million crowns.",
    "“Nobody had checked door {n},” said {name}, who runs the harbour office.",
    "The yard was cleared later and nobody asked why it had been left open for so long.",
    "In March {year} about {n} percent of the boats had gone before the storm came.",
)


def story(chance: Random) -> str:
    """Sentences of a report, most of them with something to check."""
    parts: list[str] = []
    count = 0
    while count < WORDS:
        sentence = chance.choice(_PATTERNS).format(
            place=chance.choice(("Varlund", "Ostley", "Harwick")),
            name=chance.choice(_NAMES),
            n=chance.randrange(2, 5_000),
            m=chance.randrange(2, 900),
            year=chance.randrange(1950, 2026),
        )
        count += len(sentence.split())
        parts.append(sentence + (" " if len(parts) % 5 else "\n\n"))
    return "".join(parts)


def case(text: str, chance: Random) -> Held:
    """A case of that story: claims over sentences and parts of them, half of them ticked."""
    draft = _text("story", text)
    paper = _text("paper", text)
    spans = [span for span in checkable(text).sentences for _ in range(2)][:CLAIMS]
    dispositions = (Disposition.OPEN, Disposition.CONFIRMED, Disposition.CORRECTED, Disposition.OPEN)
    claims = [
        Claim(ClaimId(f"c{at}"), passage(draft, span), disposition=chance.choice(dispositions))
        for at, span in enumerate(spans)
    ]
    evidence = [
        Evidence(EvidenceId(f"{claim.id}-{side}"), claim.id, passage(paper, claim.passage.span), relation)
        for claim in claims
        for side, relation in enumerate((Relation.SUPPORTS, Relation.CONTEXT))
    ]
    queries = [Query(QueryId(f"q{claim.id}"), claim.id, "Who says so?") for claim in claims[::5]]
    documents = (
        Document(STORY, Role.STORY, "Depot"),
        Document(DocumentId("paper"), Role.SOURCE, "Paper"),
    )
    return Held(
        {
            Case: (Case(CaseId("case"), "Case", "two-source", NOW),),
            Document: documents,
            Revision: (draft, paper),
            Claim: tuple(claims),
            Evidence: tuple(evidence),
            Query: tuple(queries),
            Contact: (),
        }
    )


def told(what: str, action: Callable[[], object], before: Callable[[], object] = lambda: None) -> None:
    """Print what several rounds took: the median by the clock, and the processor's time of the quickest."""
    clock, processor = [], []
    for _ in range(ROUNDS):
        before()
        start, used = perf_counter(), thread_time()
        action()
        processor.append((thread_time() - used) * 1_000)
        clock.append((perf_counter() - start) * 1_000)
    print(f"{what:<58}{median(clock):8.1f} ms{min(processor):8.1f} ms of the processor")


def forget() -> None:
    """Read every sentence anew."""
    _numbers.cache_clear()
    _capitals.cache_clear()
    wording.cache_clear()


def lane() -> None:
    """Paint the lane beside a long text, and print what a frame of it takes."""
    from PySide6.QtWidgets import QApplication

    from benchmarks.marks import long_text, many_marks
    from ui.text.lane import WIDTH_PX, CoverageLane
    from ui.text.view import TextView
    from ui.theme.look import Look
    from workbench.coverage import Cover, Coverage, CoveredSentence

    app = QApplication.instance() or QApplication([])
    chance, look = Random(7), Look(mode="light")
    text = long_text(chance)
    marks = many_marks(10_000, len(text), chance)
    covers = list(Cover)
    ordered = sorted((mark.span for mark in marks), key=lambda span: span.start)
    sentences = tuple(CoveredSentence(span, chance.choice(covers), True) for span in ordered)
    found = Coverage(sentences)
    view = TextView(look)
    view.resize(900, 1_000)
    view.show_text(text)
    view.set_marks(marks)
    view.show()
    beside = CoverageLane(look, view)
    beside.resize(WIDTH_PX, 1_000)
    beside.show()
    app.processEvents()
    strips = bands(found, len(text), BANDS)
    told("bands of 10,000 sentences (worker)", lambda: bands(found, len(text), BANDS))

    def redrawn() -> None:
        beside.show_coverage(Coverage(), b"")
        beside.show_coverage(found, strips)
        beside.grab()

    told("lane drawn anew, 1,000 px high", redrawn)
    bar, took = view.verticalScrollBar(), []
    for frame in range(FRAMES):
        bar.setValue(bar.maximum() * frame // FRAMES)
        start = thread_time()
        beside.repaint()
        took.append((thread_time() - start) * 1_000)
    worst = quantiles(took, n=20)[-1]
    what = "lane, a frame while the page scrolls (of the processor)"
    print(f"{what:<58}{median(took):8.2f} ms, 95 % under {worst:.2f} ms")


def main() -> None:
    """Measure everything."""
    chance = Random(3)
    text = story(chance)
    held = case(text, chance)
    what = checkable(text)
    claims = held.all(Claim)
    covered = coverage(what, claims)
    counts = {claim.id: 1 for claim in claims}
    print(f"{len(text.split()):,} words, {len(what.items):,} things to check, {len(claims):,} claims\n")
    told("what there is to check, every sentence read anew (worker)", lambda: checkable(text), forget)
    told("… the same, sentences known", lambda: checkable(text))
    told("… with the names of the engine", lambda: checkable(text, (), ()), forget)
    told("coverage of 500 claims (worker)", lambda: coverage(what, claims))
    around = Circumstances(NOW, covered, counts)
    told("what is open (worker)", lambda: openings(held, STORY, around))
    told("seals, nothing known yet (worker)", lambda: seals(held, STORY), _written.cache_clear)
    told("seals after one change (worker)", lambda: seals(held, STORY))
    lane()


def _text(id: str, text: str) -> Revision:
    hash = Sha256(sha256(text.encode()).hexdigest())
    return Revision(RevisionId(f"{id}-1"), DocumentId(id), 1, text, hash)


if __name__ == "__main__":
    main()
