"""`twosource merge`: a colleague's copy merged into a case without a window. Imports no Qt."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

from ui.console import say, tell
from workbench.backups import Reason
from workbench.change import Stamp
from workbench.errors import CaseError, ReadOnlyCase
from workbench.progress import silent

if TYPE_CHECKING:
    from ui.seams import SharedStore
    from workbench.backups import Backups
    from workbench.merging import Clash
    from workbench.merging.branches import Ready
    from workbench.merging.telling import Telling

DONE, UNDECIDED = 0, 1

Open = Callable[[Path], "SharedStore"]


def add_merge(
    parser: argparse.ArgumentParser, open_case: Open, open_copy: Open, backups: Callable[[], Backups]
) -> None:
    """Give the parser what the command takes."""
    parser.add_argument("case", type=Path, metavar="CASE", help="the case that is changed")
    parser.add_argument("copy", type=Path, metavar="COPY", help="the colleague's copy; it is only read")
    parser.add_argument(
        "--prefer",
        choices=("ours", "theirs"),
        help="what to keep where both changed the same; without it, such a merge is listed and not made",
    )
    parser.add_argument("--by", metavar="NAME", help="who merges; default: the name of your account")
    parser.set_defaults(run=partial(_merge, open_case, open_copy, backups))


def _merge(
    open_case: Open, open_copy: Open, backups: Callable[[], Backups], options: argparse.Namespace
) -> int:
    if options.case.exists() and options.copy.exists() and options.case.samefile(options.copy):
        raise CaseError("That is the case itself. Name the copy that your colleague worked on.")
    with closing(open_case(options.case)) as store, closing(open_copy(options.copy)) as theirs:
        if store.read_only is not None:
            raise ReadOnlyCase(store.read_only)
        return _merge_into(store, theirs, backups(), options)


def _merge_into(
    store: SharedStore, theirs: SharedStore, backups: Backups, options: argparse.Namespace
) -> int:
    from workbench.merging import Choice
    from workbench.merging.branches import branch_of, ready
    from workbench.merging.telling import Telling

    stamp = Stamp(options.by or getuser(), datetime.now(UTC))
    found = ready(store, theirs, {}, stamp)
    telling = Telling(found.found.values, branch_of(theirs).values, branch_of(store).values)
    if found.found.clashes and options.prefer is None:
        _list(found.found.clashes, telling)
        return UNDECIDED
    if options.prefer is not None:
        choices = {clash.key: Choice(options.prefer) for clash in found.found.clashes}
        found = ready(store, theirs, choices, stamp)
    if found.change is None:
        say(f"{options.copy}: nothing in it that {options.case} lacks.")
        return DONE
    backups.take(store.file, store.path, Reason.MERGE, stamp.at, silent)
    store.apply(found.change, found.originals, found.found.lines)
    _tell(options, found)
    return DONE


def _list(clashes: tuple[Clash, ...], telling: Telling) -> None:
    for clash in clashes:
        say(f"{telling.question(clash)}: {telling.subject(clash)}")
        for name, words in zip(("ours", "theirs"), telling.sides(clash), strict=True):
            say(f"  {name + ':':8}{' / '.join(words.splitlines())}")
    number = "1 thing was" if len(clashes) == 1 else f"{len(clashes):,} things were"
    tell(
        f"twosource: {number} changed in both copies, each differently. Nothing was written. Merge them in "
        "the window, or say --prefer ours or --prefer theirs."
    )


def _tell(options: argparse.Namespace, done: Ready) -> None:
    from workbench.merging.telling import counts

    told = counts(done.found.arrivals) or "nothing new but what both have"
    clashes = len(done.found.clashes)
    chosen = f"; {clashes:,} decided for {options.prefer}" if clashes else ""
    say(f"{options.case}: {told}{chosen}.")
    for sentence in done.found.remarks:
        tell(f"twosource: {sentence}")
