"""`twosource checked`: fact-checks read into the memory, what it holds, and forgetting. Imports no Qt."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui.console import say, tell
from workbench.errors import MemoryFailed, UnreadableFile

if TYPE_CHECKING:
    from workbench.ports import EarlierClaims

DONE, UNUSABLE = 0, 2

OpenMemory = Callable[[], "EarlierClaims"]


def add_checked(parser: argparse.ArgumentParser, open_memory: OpenMemory) -> None:
    """Give the parser its three commands."""
    commands = parser.add_subparsers(title="commands", required=True)
    add = commands.add_parser("add", help="remember the fact-checks (ClaimReview) in files")
    add.add_argument("files", type=Path, nargs="+", metavar="FILE")
    add.set_defaults(run=partial(_add, open_memory))
    listing = commands.add_parser("list", help="say which cases and files are remembered")
    listing.set_defaults(run=partial(_list, open_memory))
    forget = commands.add_parser("forget", help="forget what came from a case or a file, or all")
    forget.add_argument("name", nargs="?", metavar="NAME", help="as `list` prints it")
    forget.add_argument("--all", action="store_true", help="forget everything")
    forget.set_defaults(run=partial(_forget, open_memory))


def _add(open_memory: OpenMemory, options: argparse.Namespace) -> int:
    from workbench.checked.recall import take_in
    from workbench.checked.reviews import read_reviews

    status = DONE
    with closing(open_memory()) as memory:
        for path in options.files:
            try:
                found = read_reviews(path)
            except UnreadableFile as error:
                tell(f"twosource: {error}")
                status = UNUSABLE
                continue
            take_in(found, memory)
            passed_over = f", {found.passed_over:,} passed over" if found.passed_over else ""
            say(f"{found.name}: {_counted(len(found.claims), 'fact-check')}{passed_over}")
    return status


def _list(open_memory: OpenMemory, _options: argparse.Namespace) -> int:
    with closing(open_memory()) as memory:
        for item in memory.collections():
            say(f"{item.name}\t{item.kept.value}\t{_counted(item.claims, 'claim')}\t{item.path}")
    return DONE


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _forget(open_memory: OpenMemory, options: argparse.Namespace) -> int:
    if bool(options.name) == options.all:
        raise MemoryFailed("Name one case or file that `twosource checked list` prints, or say --all.")
    with closing(open_memory()) as memory:
        if options.all:
            memory.forget()
            return DONE
        named = [item for item in memory.collections() if item.name == options.name]
        if not named:
            raise MemoryFailed(f"Nothing of that name is remembered: {options.name}")
        for item in named:
            memory.forget(item.case)
    return DONE
