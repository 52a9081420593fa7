"""Two copies compared in the worker thread."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.models.dates import moment_words

if TYPE_CHECKING:
    from ui.seams import SharedStore
    from workbench.change import Stamp
    from workbench.merging.branches import Ready
    from workbench.merging.drafts import Choices
    from workbench.merging.telling import Telling
    from workbench.progress import Progress


@dataclass(frozen=True, slots=True)
class Told:
    """A clash in words: what it is about, what of it, both sides, and what it was before ("" for nothing)."""

    question: str
    subject: str
    sides: tuple[str, str]
    before: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of a comparison, ready to be written, and the words for it, so that none are sought later.

    `told` tells of the clashes, in their order; `arrivals` of what comes in by itself, counted in `counts`.
    """

    path: Path
    ready: Ready
    told: tuple[Told, ...]
    arrivals: tuple[str, ...]
    counts: str


def compared(
    store: SharedStore,
    open_copy: Callable[[Path], SharedStore],
    path: Path,
    choices: Choices,
    stamp: Stamp,
    progress: Progress,
) -> Compared:
    """Compare the open case with a copy. Runs in the worker thread, on readers of its own.

    Raises:
        MergeRefused, CaseError: with a sentence that says why nothing can be merged.
    """
    from workbench.merging.branches import branch_of, ready
    from workbench.merging.telling import Telling
    from workbench.merging.values import MergeRefused

    progress(0, 0, f"Reading {path.name}")
    if _is_same_file(path, store.file):
        raise MergeRefused("That is this case itself. Choose the copy that your colleague worked on.")
    with closing(open_copy(path)) as theirs, closing(store.reader()) as ours:
        progress(0, 0, "Comparing both copies")
        found = ready(ours, theirs, choices, stamp)
        telling = Telling(found.found.values, branch_of(theirs).values, branch_of(ours).values)
        return in_words(path, found, telling)


def in_words(path: Path, ready: Ready, telling: Telling) -> Compared:
    """A comparison with all words for it."""
    from workbench.evidence.differences import differences
    from workbench.merging.telling import counts, worth_telling

    # What it needs takes a second to be read, which here holds nobody up.
    differences("ours", "theirs")
    found = ready.found
    told = tuple(
        Told(telling.question(one), telling.subject(one), telling.sides(one), telling.before(one))
        for one in found.clashes
    )
    arrivals = tuple(signed(telling.doing(one.edit), one.by) for one in worth_telling(found.arrivals))
    return Compared(path, ready, told, arrivals, counts(found.arrivals))


def signed(words: str, by: Stamp | None) -> str:
    """A line with who did it and when."""
    return words if by is None else f"{words}   —  {by.by}, {moment_words(by.at)}"


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False
