"""`twosource annotate`: annotations of another program put into a case without a window. Imports no Qt."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from ui.console import say, tell
from workbench.change import Stamp
from workbench.errors import ReadOnlyCase

if TYPE_CHECKING:
    from ui.seams import SharedStore
    from workbench.annotations.values import Annotation

DONE, SOME_LEFT = 0, 1

Open = Callable[[Path], "SharedStore"]
NoteEnd = Callable[["SharedStore"], object]


def add_annotate(parser: argparse.ArgumentParser, open_case: Open, note_end: NoteEnd) -> None:
    """Give the parser what the command takes."""
    parser.add_argument("case", type=Path, metavar="CASE", help="the case that is changed")
    parser.add_argument("file", type=Path, metavar="FILE.json", help="W3C annotations, Hypothesis, Recogito")
    parser.add_argument("--by", metavar="NAME", help="who takes them in; default: the name of your account")
    parser.set_defaults(run=partial(_annotate, open_case, note_end))


def _annotate(open_case: Open, note_end: NoteEnd, options: argparse.Namespace) -> int:
    from workbench.annotations import read_annotations

    found = read_annotations(options.file)
    with closing(open_case(options.case)) as store:
        if store.read_only is not None:
            raise ReadOnlyCase(store.read_only)
        left = _take_in(store, found.annotations, Stamp(options.by or getuser(), datetime.now(UTC)))
        note_end(store)
    if found.passed_over:
        tell(f"{found.passed_over:,} entries name no words and were passed over.")
    return SOME_LEFT if left else DONE


def _take_in(store: SharedStore, annotations: tuple[Annotation, ...], stamp: Stamp) -> int:
    """Keep those that have a place, name the others; how many these are."""
    from workbench.annotations import place_all, take_in, unplaced
    from workbench.model import Document, Remark

    documents = store.all(Document)
    texts = {item.id: text for item in documents if (text := store.latest(item.id)) is not None}
    placed = place_all(annotations, documents, texts)
    change = take_in(placed, lambda: uuid4().hex, stamp, store.all(Remark))
    if change is not None:
        store.apply(change)
    left = tuple(unplaced(placed))
    fresh = len(change.edits) if change else 0
    known = len(placed) - len(left) - fresh
    put = "1 annotation was put beside its" if fresh == 1 else f"{fresh:,} annotations were put beside their"
    say(f"{put} words; {known:,} {'was' if known == 1 else 'were'} there already.")
    for one in left:
        words = " ".join(one.annotation.quote.exact.split())
        tell(f"No place: “{words}” ({one.annotation.author or 'nobody named'}). {one.why_not}")
    return len(left)
