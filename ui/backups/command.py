"""`twosource backups` and `twosource restore`: earlier states of a case, listed and gone back to. No Qt."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from ui.console import say
from workbench.backups import Backup, Backups, told_copy
from workbench.errors import CaseError

DONE = 0

OpenBackups = Callable[[], Backups]
IsSound = Callable[[Path], bool]
Settle = Callable[[Path], None]


def add_backups(parser: argparse.ArgumentParser, open_backups: OpenBackups) -> None:
    """Give the parser of `backups` its argument."""
    parser.add_argument("case", type=Path, metavar="CASE", help="the case; it may be damaged or gone")
    parser.set_defaults(run=partial(_list, open_backups))


def add_restore(
    parser: argparse.ArgumentParser, open_backups: OpenBackups, is_sound: IsSound, settle: Settle
) -> None:
    """Give the parser of `restore` its arguments. `is_sound` says whether a file is a case that opens.

    `settle` is told of a case that was gone back: its record ends earlier, and that is as it should be.
    """
    parser.add_argument("case", type=Path, metavar="CASE", help="the case; it may be damaged or gone")
    parser.add_argument(
        "--backup", metavar="NAME", help="as `backups` prints it; without it, the newest sound one"
    )
    parser.set_defaults(run=partial(_restore, open_backups, is_sound, settle))


def _list(open_backups: OpenBackups, options: argparse.Namespace) -> int:
    file = options.case if options.case.is_file() else None
    for state in open_backups().states(options.case, file):
        backup = state.backup
        told = f"{backup.number} changes" if state.is_sound else "damaged"
        if state.since is not None:
            told += f"\t{sum(state.since.values())} made since"
        if state.copy is not None:
            told += f"\tof another copy, last changed by {state.copy.by}"
        kept = f"{backup.at:%Y-%m-%d %H:%M} UTC\t{backup.reason}\t{backup.size:,} bytes"
        say(f"{backup.path.name}\t{kept}\t{told}")
    return DONE


def _restore(
    open_backups: OpenBackups, is_sound: IsSound, settle: Settle, options: argparse.Namespace
) -> int:
    backups = open_backups()
    backup = _chosen(backups, is_sound, options)
    aside = backups.go_back(options.case, backup, datetime.now(UTC))
    settle(options.case)
    say(f"{options.case}: as it was on {backup.at:%Y-%m-%d %H:%M} UTC ({backup.number} changes).")
    say(f"The damaged file is kept: {aside}" if aside else "What it was before is kept as a backup.")
    return DONE


def _chosen(backups: Backups, is_sound: IsSound, options: argparse.Namespace) -> Backup:
    case: Path = options.case
    if options.backup is not None:
        for state in backups.states(case):
            if state.backup.path.name == options.backup:
                return state.backup
        raise CaseError(f"There is no backup “{options.backup}” of {case}. `twosource backups` lists them.")
    if is_sound(case):
        raise CaseError(
            f"{case} is whole, so it was left as it is. To go back all the same, say to which state: "
            "--backup NAME, as `twosource backups` prints it."
        )
    newest = backups.newest_sound(case)
    if newest is None:
        raise CaseError(f"There is no sound backup of {case}. It was left as it is.")
    if newest.copy is not None:
        raise CaseError(
            f"{told_copy(newest.copy)} {case} was left as it is. To put one of them in its place all the "
            "same, say which: --backup NAME, as `twosource backups` prints it."
        )
    return newest.backup
