"""Tables as text (.csv, .tsv): any usual separator, any encoding."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from workbench.model import SourceKind
from workbench.reading.blocks import compose
from workbench.reading.charset import decoded
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import About, Parsed
from workbench.reading.rows import table

_SEPARATORS = ",;\t|"
_LOOKED_AT = 40
_LONGEST_CELL = 1_000_000


def parse(data: bytes) -> Parsed:
    """Read a table; every row that holds something can be cited by its number.

    Raises:
        Refused: no text encoding fits, or nothing is in it.
    """
    # Too few words to tell an encoding by; what spreadsheet programs write where it is no Unicode.
    found = decoded(data, "cp1252")
    if found is None:
        raise Refused(Refusal.BINARY)
    made = compose(table(_rows(found.text.replace("\0", "")), "row {row}"))
    if not made.text:
        raise Refused(Refusal.NO_TEXT)
    return Parsed(About(charset=found.charset), made.text, places=made.places, kind=SourceKind.DATASET)


def _rows(text: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=_separator(text))
    except csv.Error as error:
        raise Refused(Refusal.DAMAGED) from error


def _separator(text: str) -> str:
    """The separator that cuts the first lines into the most columns, of equal number where possible."""
    lines = [line for line in text[:100_000].splitlines()[:_LOOKED_AT] if line.strip()]

    def rank(separator: str) -> tuple[int, int]:
        """How many lines have as many columns as most of them, and how many columns that is."""
        widths = [len(row) for row in csv.reader(lines, delimiter=separator)]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) if usual > 1 else 0), usual

    try:
        return max(_SEPARATORS, key=rank)
    except csv.Error:
        return ","
