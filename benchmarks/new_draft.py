"""How long does it take to take in a new draft, with everything that is tied to the story?

    python -m benchmarks.new_draft

A made-up story of 5,000 words with 500 claims on it, 100 of its passages linked to claims, 50 questions about
words and 50 accepted change requests; the new draft has edits of every kind at once. A real case file in a
folder of its own. The least of five processor times for reading the work, for adopting and for what is in the
tray; the wall clock for writing it.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random

from benchmarks.draft_edits import MAKERS
from benchmarks.drafts import passages
from benchmarks.invented import prose
from db import create_case
from db.store import CaseStore
from workbench.change import Change, Stamp, added
from workbench.dependants import completed
from workbench.documents import add_document
from workbench.drafts import adopt, tray, work_on
from workbench.model import (
    Case,
    CaseId,
    Claim,
    ClaimId,
    Disposition,
    Document,
    DocumentId,
    Entity,
    Evidence,
    EvidenceId,
    Query,
    QueryId,
    QueryStatus,
    Relation,
    Revision,
    Role,
    passage,
)
from workbench.reading import Reading, read_paste

STAMP = Stamp("Nora Quist", datetime(2026, 3, 7, 9, 30, tzinfo=UTC))
_LENGTH, _CLAIMS, _LINKED, _ASKED = 30_000, 500, 100, 50


def texts() -> tuple[Reading, Reading]:
    """The story and its next draft."""
    random = Random(2)
    old = new = prose(random, _LENGTH)
    for maker in MAKERS.values():
        new = maker(random, new).new
    return read_paste(old), read_paste(new)


def work(revision: Revision) -> Iterator[Entity]:
    """Claims, linked passages and questions on every part of the story."""
    random = Random(3)
    spans = (span for _ in count() for span in passages(random, revision.text))
    claims = [
        Claim(ClaimId(f"c{at}"), passage(revision, next(spans)), disposition=Disposition.CONFIRMED)
        for at in range(_CLAIMS)
    ]
    yield from claims
    for at in range(_LINKED):
        yield Evidence(EvidenceId(f"e{at}"), claims[at].id, passage(revision, next(spans)), Relation.SUPPORTS)
    for at in range(_ASKED):
        yield Query(QueryId(f"q{at}"), None, "Sure?", passage=passage(revision, next(spans)))
        yield Query(
            QueryId(f"r{at}"), claims[at].id, "Please change.", "some 430 people", status=QueryStatus.ACCEPTED
        )


def least(work: Callable[[], object], times: int = 5) -> float:
    """The least processor time, in milliseconds."""
    taken = []
    for _ in range(times):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return 1000 * min(taken)


def measure(store: CaseStore, new: Reading, story: DocumentId) -> None:
    """Print the times of one case."""
    ids = (f"n{number}" for number in count())
    print(f"reading the work on it: {least(lambda: work_on(store, story)):.0f} ms of processor time")
    now = work_on(store, story)
    taken = least(lambda: adopt(new, now, ids.__next__, STAMP))
    print(f"adopting the draft: {taken:.0f} ms of processor time ({len(now.latest.text.split()):,} words)")
    adoption = adopt(new, now, ids.__next__, STAMP)
    started = time.perf_counter()
    store.apply(completed(adoption.change, store), adoption.originals)
    print(f"writing it: {1000 * (time.perf_counter() - started):.0f} ms by the clock")
    report = adoption.report
    print(f"{report.standing} of {len(report.fates)} passages stand, {report.waiting} wait")
    after = work_on(store, story)
    print(f"what is in the tray: {least(lambda: tray(after)):.0f} ms of processor time")


def main() -> None:
    """Make the case and measure."""
    old, new = texts()
    with tempfile.TemporaryDirectory() as folder:
        case = Case(CaseId("case"), "Benchmark", "two-source", STAMP.at)
        with closing(create_case(Path(folder) / "draft.twosource", case, STAMP)) as store:
            ids = (f"d{number}" for number in count())
            change, originals = add_document(old, Role.STORY, ids.__next__, STAMP)
            store.apply(change, originals)
            story = store.all(Document)[0].id
            revision = store.latest(story)
            assert revision is not None
            store.apply(Change("Work", STAMP, added(*work(revision))))
            measure(store, new, story)


if __name__ == "__main__":
    main()
