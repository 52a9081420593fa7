"""Two copies of a case with a long history, each worked on further, brought together.

Says how long each step takes: examining and reading the copy, comparing, writing. Run:
python -m benchmarks.merging [EVENTS] [EACH] [FOLDER]
"""

from __future__ import annotations

import random
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.many_claims import make_case
from db import open_case, open_copy, verify
from workbench import linking, review
from workbench.change import Change, Stamp
from workbench.merging import Choice, compare
from workbench.merging.branches import branch_of, ready
from workbench.model import Claim, Disposition, EvidenceId, Relation, Revision, passage
from workbench.text import Span

_STARTED = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def main(events: int = 10_000, each: int = 1_000, folder: str | None = None) -> int:
    """Measure and print; 1 when the merged case is not sound."""
    with TemporaryDirectory(dir=folder) as place:
        ours, theirs = Path(place, "ours.twosource"), Path(place, "theirs.twosource")
        make_case(ours, 500)
        work(ours, "Nora", events, 1)
        copyfile(ours, theirs)
        work(ours, "Nora", each, 2)
        work(theirs, "Mara", each, 3)
        print(f"{events:,} events in common, {each:,} more in each; {ours.stat().st_size / 2**20:.0f} MiB")
        return measure(ours, theirs)


def measure(ours: Path, theirs: Path) -> int:
    """Print the seconds of each step."""
    begun = perf_counter()
    with closing(open_case(ours)) as store, closing(open_copy(theirs)) as copy:
        begun = told("the copy examined and read", begun)
        mine, other = branch_of(store), branch_of(copy)
        begun = told("both read", begun)
        found = compare(mine, other)
        begun = told(f"compared: {len(found.arrivals):,} come in, {len(found.clashes):,} clash", begun)
        choices = {clash.key: Choice.THEIRS for clash in found.clashes}
        done = ready(store, copy, choices, Stamp("Nora", _STARTED))
        begun = told("compared again with all choices", begun)
        assert done.change is not None
        store.apply(done.change, done.originals, done.found.lines)
        told(f"{len(done.change.edits):,} edits and {len(done.found.lines):,} events written", begun)
    return int(verify(ours) != ())


def told(what: str, begun: float) -> float:
    """Print how long something took."""
    now = perf_counter()
    print(f"{what:48} {now - begun:6.2f} s")
    return perf_counter()


def work(path: Path, name: str, changes: int, seed: int) -> None:
    """Do so many things of a checker's to a case: notes, dispositions, verdicts, evidence."""
    chance, moments = random.Random(seed), count(seed * 10**9)
    with closing(open_case(path)) as store:
        # Made to be measured, not to be kept: nothing is lost if the machine fails now.
        store._db.conn.execute("PRAGMA synchronous = OFF")
        known = {claim.id: claim for claim in store.all(Claim)}
        texts = store.all(Revision)
        for number in range(changes):
            stamp = Stamp(name, _STARTED + timedelta(microseconds=next(moments)))
            claim = known[chance.choice(list(known))]
            change = doing(claim, chance, texts, f"{name}-{seed}-{number}", stamp)
            store.apply(change)
            known |= {edit.after.id: edit.after for edit in change.edits if isinstance(edit.after, Claim)}


def doing(
    claim: Claim,
    chance: random.Random,
    texts: tuple[Revision, ...],
    id: str,
    stamp: Stamp,
) -> Change:
    """One change of a claim."""
    match chance.randrange(4):
        case 0:
            return review.annotate(claim, stamp, note=f"{id} says so.")
        case 1:
            fresh = [one for one in Disposition if one is not claim.disposition]
            return review.dispose(claim, chance.choice(fresh), stamp)
        case 2:
            text = chance.choice(texts)
            start = chance.randrange(len(text.text) - 40)
            place = passage(text, Span(start, start + 40))
            return linking.link(claim, place, Relation.SUPPORTS, EvidenceId(id), stamp)
    return Change("Rank", stamp, review.annotate(claim, stamp, answer=f"{id} answered.").edits)


if __name__ == "__main__":
    common, more, *where = (*sys.argv[1:], *("10000", "1000")[max(len(sys.argv) - 1, 0) :])
    sys.exit(main(int(common), int(more), *where))
