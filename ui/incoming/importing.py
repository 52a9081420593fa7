"""Files read in, however many: one after the other, and told of once when they are through.

What was read stays when it is stopped. Choosing the same files again goes on: those whose bytes the case has
are passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.incoming.ahead import Ahead, ReadFile
from ui.session import Session
from ui.steps import Step, Steps
from workbench.errors import UnreadableFile
from workbench.model import DocumentId, Role, Sha256
from workbench.progress import Progress

if TYPE_CHECKING:
    from workbench.reading import Reading

TakeIn = Callable[[Role, str, "Reading"], DocumentId | None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of it: how many of `total` files were read, known before, and why others were not."""

    total: int
    read: int = 0
    known: int = 0
    unread: int = 0
    refused: tuple[str, ...] = ()
    """A sentence for each that could not be read, and for each part of one that could not."""
    keepable: tuple[Path, ...] = ()
    """Those that could not be read and may still be kept as back-up."""

    @property
    def left(self) -> int:
        """How many were not come to: it was stopped before."""
        return self.total - self.read - self.known - self.unread


@dataclass(frozen=True, slots=True)
class Listed:
    """The files in what was chosen, why a folder could not be looked into, what no text can be read from."""

    paths: tuple[Path, ...]
    refused: tuple[str, ...] = ()
    keepable: tuple[Path, ...] = ()


@dataclass(slots=True)
class _Row:
    """Files that are being read in."""

    paths: list[Path]
    story: Path | None
    batch: str
    ahead: Ahead | None = None
    done: int = 0
    outcome: Imported = field(default_factory=lambda: Imported(0))
    seen: set[Sha256] = field(default_factory=set)

    def count(
        self,
        *,
        read: int = 0,
        known: int = 0,
        unread: int = 0,
        refused: Sequence[str] = (),
        keepable: Sequence[Path] = (),
    ) -> None:
        """Add to what is told in the end."""
        before = self.outcome
        self.outcome = Imported(
            len(self.paths),
            before.read + read,
            before.known + known,
            before.unread + unread,
            (*before.refused, *refused),
            (*before.keepable, *keepable),
        )


class Importing(QObject):
    """Reads rows of files in, one row after the other."""

    ended = Signal(object)
    """An `Imported`, once all files of a row are through, or it was stopped."""
    listed = Signal(object)
    """What `look_through` found, as `Listed`."""

    def __init__(
        self, session: Session, steps: Steps, take_in: TakeIn, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._steps, self._take_in = session, steps, take_in
        self._rows: list[_Row] = []
        steps.rested.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """Whether files are coming in, or about to."""
        return bool(self._rows)

    def look_through(self, paths: Sequence[Path]) -> None:
        """List the files in folders: one on a network takes its time."""
        words = self.tr("Looking through the folder")
        work = partial(_look_through, tuple(paths))
        self._steps.add(Step(("look through", *paths), words, work, self.listed.emit))

    def begin(
        self,
        paths: Sequence[Path],
        story: Path | None,
        refused: Sequence[str] = (),
        keepable: Sequence[Path] = (),
    ) -> None:
        """Read files in; `story` is the one to check, the others are sources. Undone in one go.

        `refused` is told in the end besides, and `keepable` can be kept as back-up then.
        """
        if not paths:
            return
        # The story first: it is what is waited for.
        ordered = sorted(paths, key=lambda path: path != story)
        self._rows.append(_Row(ordered, story, self._session.new_id()))
        self._rows[-1].count(refused=refused, keepable=keepable)
        if len(self._rows) == 1:
            self._go_on()

    def stop(self) -> None:
        """Read no further, and tell how far it came. What was read stays."""
        for row in self._let_go():
            self.ended.emit(row.outcome)

    def close(self) -> None:
        """Let go of what is being read."""
        self._let_go()

    def _go_on(self) -> None:
        """Ask for the next file, or tell how it went. Nothing is left to ask for once it was stopped."""
        if not self._rows:
            return
        row = self._rows[0]
        if row.done >= len(row.paths):
            self._end()
            return
        row.done += 1
        path = row.paths[row.done - 1]
        words = self.tr("Reading {done} of {all} files")
        work = partial(_work, row, self._known(row))
        finish = partial(self._finish, row, path)
        self._steps.add_next(Step(("read", row.batch), words, work, finish, (row.done, len(row.paths))))

    def _known(self, row: _Row) -> frozenset[Sha256]:
        """What need not be read: nothing where one file alone was chosen, or one may want it twice."""
        if row.ahead is not None or len(row.paths) == 1:
            return frozenset()
        originals = (document.original for document in self._session.documents())
        return frozenset(sha256 for sha256 in originals if sha256)

    def _finish(self, row: _Row, path: Path, found: ReadFile) -> None:
        whole = found.whole
        if whole is None or (found.sha256 in row.seen and path != row.story):
            row.count(known=1)
        else:
            read = bool(whole.readings)
            kept = (path,) if found.can_be_kept else ()
            row.count(read=read, unread=not read, refused=whole.refused, keepable=kept)
            for number, reading in enumerate(whole.readings):
                # What a file encloses is never a story: attachments, pages of an archive.
                role = Role.STORY if path == row.story and not number else Role.SOURCE
                if self._take_in(role, row.batch, reading) is None:
                    self.stop()
                    return
            if found.sha256 is not None:
                row.seen.add(found.sha256)
        self._go_on()

    def _end(self) -> None:
        row = self._rows.pop(0)
        if row.ahead is not None:
            row.ahead.close()
        self.ended.emit(row.outcome)
        self._go_on()

    def _let_go(self) -> list[_Row]:
        rows, self._rows = self._rows, []
        for row in rows:
            if row.ahead is not None:
                row.ahead.close()
        return rows


def _work(row: _Row, known: frozenset[Sha256], _progress: Progress) -> ReadFile:
    if row.ahead is None:
        row.ahead = Ahead(row.paths, known)
    return row.ahead.take()


def _look_through(paths: tuple[Path, ...], _progress: Progress) -> Listed:
    from workbench.reading import files_in, passed_over_in, told_passed_over

    found: dict[Path, None] = {}
    refused, keepable = [], list[Path]()
    for path in paths:
        try:
            found |= dict.fromkeys(files_in(path))
        except UnreadableFile as error:
            refused.append(str(error))
        if others := passed_over_in(path):
            refused.append(told_passed_over(path, others))
            keepable += others
    return Listed(tuple(found), tuple(refused), tuple(keepable))
