"""`twosource search`: everything in a case asked from the command line. Imports no Qt."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui.console import say, tell

if TYPE_CHECKING:
    from workbench.everywhere.answer import Hit
    from workbench.everywhere.index import Index
    from workbench.ports import Store

DONE = 0

OpenCase = Callable[[Path], "Store"]
_MOST = 1_000_000
"""Whoever reads a file of what was found wants all of it."""


def add_search(parser: argparse.ArgumentParser, open_case: OpenCase) -> None:
    """Give the parser its arguments. A word that begins with - comes after --."""
    parser.add_argument("case", type=Path, metavar="CASE")
    parser.add_argument("words", nargs="+", metavar="WORDS", help='words, "phrases", kind:claim, is:open …')
    parser.add_argument("--json", action="store_true", help="one JSON object for each thing found")
    parser.set_defaults(run=partial(_search, open_case))


def _search(open_case: OpenCase, options: argparse.Namespace) -> int:
    from workbench.everywhere.answer import answer
    from workbench.everywhere.index import Index
    from workbench.everywhere.query import asked

    typed = " ".join(map(_quoted, options.words))
    with closing(open_case(options.case)) as store:
        index = Index.whole(store)
        found = answer(index, asked(typed), date.today(), most=_MOST)
        for remark in found.asked.remarks:
            tell(f"twosource: {remark}")
        for hit in found.hits:
            say(json.dumps(_told(index, hit)) if options.json else _line(hit))
    return DONE


def _quoted(word: str) -> str:
    """The shell has taken the quotation marks off what was typed between them."""
    return f'"{word}"' if any(map(str.isspace, word)) and '"' not in word and ":" not in word else word


def _line(hit: Hit) -> str:
    return "\t".join((hit.entry.sort.value, hit.title or f"step {hit.entry.number}", hit.words))


def _told(index: Index, hit: Hit) -> dict[str, object]:
    entry = hit.entry
    told: dict[str, object] = {
        "kind": entry.sort.value,
        "place": hit.title,
        "snippet": hit.words,
        "hits": [[span.start, span.end] for span in hit.lit],
        "states": sorted(hit.states),
    }
    known = {
        "id": entry.key.id if entry.key else None,
        "event": entry.number or None,
        "by": entry.by,
        "at": index.changed(entry),
        "due": entry.due,
        "span": [entry.span.start, entry.span.end] if entry.span else None,
    }
    return {**told, **{name: value for name, value in known.items() if value}}
