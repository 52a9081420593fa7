"""Entries with their words folded, as the search goes through them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.everywhere.entries import Entry
from workbench.everywhere.folding import folded
from workbench.everywhere.query import Term
from workbench.everywhere.snippets import stands


class Row(NamedTuple):
    """An entry with its folded words, and a space before them: so a word begins after a space or a sign."""

    folded: str
    entry: Entry


def row_of(entry: Entry) -> Row:
    """The row of an entry."""
    return Row(f" {folded(entry.text)}", entry)


def holding(term: Term, rows: Sequence[Row]) -> list[Row]:
    """The rows in which a term stands, in their order."""
    words, begun = term.words, f" {term.words}"
    if term.whole:
        return [row for row in rows if words in row.folded and stands(term, row.folded) >= 0]
    return [
        row for row in rows if words in row.folded and (begun in row.folded or stands(term, row.folded) >= 0)
    ]
