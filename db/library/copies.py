"""The index of fingerprints, by which articles are found that may share words with a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from db.fingerprints import Sharer, entries, sharers
from db.library import generations, stretches
from workbench.tracing.fingerprints import FORM, fingerprints

if TYPE_CHECKING:
    from db.fingerprints import Entries
    from db.library.shelf import Content


class CopyIndex:
    """Finds articles that share fingerprints. An article is told by the number of its first passage."""

    def __init__(self, folder: Path, library: str) -> None:
        self._folder = folder
        self._label = {"library": library, "form": str(FORM)}
        self._opened: dict[Path, Entries] = {}

    def newest(self) -> int:
        """The highest passage number in the index: the articles of all up to it are in."""
        place = self._place()
        found = stretches.chain(place) if place else ()
        return found[-1].last if found else 0

    def find(self, asked: Sequence[int], *, articles: int, limit: int) -> list[Sharer]:
        """The articles (of so many) that share the most and the rarest fingerprints, best first."""
        return sharers(self._files(), asked, texts=articles, limit=limit)

    def writing(self) -> CopyWriter:
        """Add to the index, made where there is none; whoever calls holds the right to."""
        return CopyWriter(self._place() or self._renewed(), self.newest())

    def forget(self, passages: range) -> None:
        """Take out the article of these passages; whoever calls holds the right to."""
        if place := self._place():
            stretches.blank(place, passages.start)

    def clear(self) -> None:
        """Put an empty index in place of this one."""
        self._renewed()

    def close(self) -> None:
        """Let go of the files."""
        self._opened.clear()

    def _files(self) -> list[Entries]:
        """The files of the index as they are now; those opened before are kept open."""
        place, known = self._place(), self._opened
        found = stretches.chain(place) if place else ()
        try:
            self._opened = {
                path: known[path] if path in known else stretches.mapped(path)
                for path in (place / stretch.name for stretch in found if place and stretch.count)
            }
        except FileNotFoundError:  # merged or written anew meanwhile
            return self._files()
        return list(self._opened.values())

    def _place(self) -> Path | None:
        place = generations.current(self._folder)
        return place if place and generations.label(place) == self._label else None

    def _renewed(self) -> Path:
        return generations.finish(self._folder, generations.start(self._folder, self._label))


class CopyWriter:
    """Adds articles to the index. Nothing counts before `commit`.

    `reached` is the highest passage number of the articles that were in the index or have been added.
    """

    def __init__(self, place: Path, reached: int) -> None:
        self.reached = reached
        self._place = place
        self._waiting: list[Entries] = []

    def add(self, articles: Iterable[Content]) -> None:
        """Add articles, in the order of their passages."""
        for passages, text, zones in articles:
            self._waiting.append(entries(fingerprints(text, zones), passages.start))
            self.reached = passages.stop - 1

    def commit(self) -> None:
        """Make durable and findable what was added."""
        if self._waiting:
            stretches.append(self._place, self.reached, self._waiting)
            self._waiting = []
