"""The register beside what the texts say: a source and the names it is credited by are one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ui.models.signs import source_word
from ui.models.source_rows import SourceRow
from ui.register.signs import source_icon
from ui.session import Session
from workbench.model import Source


def with_register(session: Session, rows: Sequence[SourceRow]) -> tuple[SourceRow, ...]:
    """The rows with their entries of the register, then the sources that no text credits."""
    told = Counter(item.source for item in session.every_contact())
    cited = Counter(item.source for item in session.every_citation())
    entries = _matched(rows, session.sources())
    joined = [
        replace(
            row,
            source=source,
            icon=source_icon(source.kind),
            contacts=told[source.id],
            cited=cited[source.id],
        )
        if (source := entries.get(row.key))
        else row
        for row in rows
    ]
    placed = {source.id for source in entries.values()}
    words = {kind: source_word(kind) for kind in {source.kind for source in session.sources()}}
    alone = [
        _alone(source, words[source.kind], told[source.id], cited[source.id])
        for source in session.sources()
        if source.id not in placed
    ]
    return (*joined, *alone)


def _matched(rows: Iterable[SourceRow], sources: Sequence[Source]) -> dict[str, Source]:
    """Which source of the register each row is. A code name is nobody's name in a text."""
    open_ones = {_plain(source.name): source for source in reversed(sources) if not source.protected}
    found: dict[str, Source] = {}
    taken: set[str] = set()
    for by_form in (False, True):
        for row in rows:
            if row.key in found:
                continue
            names = row.forms if by_form else (row.name,)
            entry = next((open_ones[name] for name in map(_plain, names) if name in open_ones), None)
            if entry is not None and entry.id not in taken:
                found[row.key] = entry
                taken.add(entry.id)
    return found


def _alone(source: Source, kind: str, contacts: int, cited: int) -> SourceRow:
    return SourceRow(
        f"register/{source.id}",
        source.name,
        kind,
        source_icon(source.kind),
        (),
        (),
        0,
        source=source,
        contacts=contacts,
        cited=cited,
    )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
