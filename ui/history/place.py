"""The history in place of the story: read piece by piece by a worker, kept up with while it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.centre import Centre, PlaceInCentre
from ui.jobs import Jobs
from ui.seams import SharedStore
from ui.session import Session
from ui.steps import Step, Steps
from ui.theme.look import Look
from workbench.model import ClaimId

if TYPE_CHECKING:
    from ui.history.chronicle import Chronicle
    from ui.history.details import Details
    from ui.history.entries import CrossedOut, Entry, Filter
    from ui.history.page import HistoryPage
    from ui.history.rows import Row
    from workbench.progress import Progress

FIRST, FURTHER = 60, 500
"""So many entries are read at first, so that the page is there at once, and then at a time."""


class HistoryPlace(PlaceInCentre):
    """Swaps story and history. Writes nothing."""

    past_wanted = Signal(object)
    """The `Entry` after which the case is to be shown."""
    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        store: SharedStore,
        look: Look,
        centre: Centre,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(centre, parent)
        self._session, self._store, self._look = session, store, look
        self._jobs = Jobs(self)
        self.steps = Steps(self._jobs, self)
        self.steps.failed.connect(self.failed)
        self.page: HistoryPage | None = None
        self._chronicle: Chronicle
        self._crossed_out: CrossedOut
        self._entries: list[Entry] = []
        self._people: dict[str, None] = {}
        self._complete = False
        self._awaited: int | None = None  # the event to be chosen as soon as it has been read
        session.changed.connect(self._catch_up)

    def show(self, number: int | None = None) -> None:
        """Show the history, with the event of that number chosen."""
        self._awaited = number
        page = self.page or self._make_page()
        self._centre.show(page)
        page.show_numbers(self.numbers())
        self._catch_up()
        self._choose_awaited()
        page.take_keyboard()

    def show_claim(self, claim: ClaimId) -> None:
        """Show the history of one claim alone."""
        self.show()
        number = self.numbers().get(claim)
        label = (
            self.tr("Claim {number} alone").format(number=number) if number else self.tr("One claim alone")
        )
        assert self.page is not None
        self.page.show_only(claim, label)

    def numbers(self) -> Mapping[ClaimId, int]:
        """The numbers that the claims bear now."""
        return {claim.id: number for number, claim in enumerate(self._session.claims(), 1)}

    def close(self) -> None:
        """Stop reading, before the case is closed."""
        self.steps.cancel()
        self._jobs.stop()

    def _make_page(self) -> HistoryPage:
        from ui.history.chronicle import Chronicle
        from ui.history.entries import CrossedOut
        from ui.history.page import HistoryPage

        self._chronicle, self._crossed_out = Chronicle(), CrossedOut()
        page = self.page = HistoryPage(self._look, self._crossed_out)
        self._centre.take_in(page)
        page.closed.connect(self.leave)
        page.filtered.connect(self._filter)
        page.chosen.connect(self._lay_out)
        page.past_wanted.connect(self._want_past)
        page.say(self.tr("Reading…"), busy=True)
        self._read_older(FIRST)
        return page

    def _read_older(self, count: int) -> None:
        work = partial(_older, self._chronicle, self._store, count)
        take = partial(self._take_older, count)
        self.steps.add(Step("older", self.tr("Reading the history"), work, take))

    def _take_older(self, count: int, entries: list[Entry]) -> None:
        assert self.page is not None
        self._crossed_out.read(entries)
        self._point_out([*self._entries[-1:], *entries])
        self._entries += entries
        self._people |= dict.fromkeys(entry.by for entry in entries)
        wanted, numbers = self.page.wanted, self.page.delegate.numbers
        self.page.rows.append([entry for entry in entries if wanted.wants(entry, numbers)])
        self._complete = len(entries) < count
        if not self._complete:
            self._read_older(FURTHER)
        self._tell()
        self._choose_awaited()

    def _point_out(self, entries: Sequence[Entry]) -> None:
        """Point out what is odd about neighbouring entries; of the oldest it is only known with the next."""
        from workbench.record import oddities

        assert self.page is not None
        self.page.show_odd(oddities(entry.header for entry in entries))

    def _catch_up(self, *_: object) -> None:
        """Read what has been done since, while somebody looks."""
        if self.is_shown and self._entries:
            work = partial(_newer, self._chronicle, self._store, self._entries[0].number)
            self.steps.add(Step("newer", self.tr("Reading the history"), work, self._take_newer))

    def _take_newer(self, entries: list[Entry]) -> None:
        assert self.page is not None
        page, numbers = self.page, self.numbers()
        for entry in entries:
            if self._entries and entry.number <= self._entries[0].number:
                continue
            self._point_out([entry, *self._entries[:1]])
            self._crossed_out.add(entry)
            self._entries.insert(0, entry)
            self._people[entry.by] = None
            if page.wanted.wants(entry, numbers):
                page.rows.prepend(entry)
        page.show_numbers(numbers)
        self._tell()

    def _filter(self) -> None:
        if self.page is not None:
            work = partial(_matching, tuple(self._entries), self.page.wanted, self.page.delegate.numbers)
            self.steps.add(Step("filter", self.tr("Reading the history"), work, self._show_matching))

    def _show_matching(self, found: tuple[Filter, list[Row]]) -> None:
        wanted, rows = found
        if self.page is not None and self.page.wanted == wanted:
            self.page.show_rows(rows)
            self._tell()

    def _lay_out(self, number: int) -> None:
        work = partial(_details, self._chronicle, self._store, number)
        self.steps.add(Step("details", self.tr("Reading the history"), work, self._show_details))

    def _show_details(self, found: tuple[int, Details]) -> None:
        if self.page is not None:
            self.page.show_details(*found)

    def _choose_awaited(self) -> None:
        assert self.page is not None
        number = self._awaited
        if number is None and self.page.current is None and self._entries:
            number = self._entries[0].number
        if number is not None and self._entries and self._entries[-1].number <= number:
            self._awaited = None
            self.page.choose(number)

    def _want_past(self, number: int) -> None:
        entry = self.page.current if self.page else None
        if entry is not None and entry.number == number:
            self.past_wanted.emit(entry)

    def _tell(self) -> None:
        assert self.page is not None
        count = f"{len(self._entries):,}"
        words = self.tr("{count} steps") if self._complete else self.tr("{count} steps, reading on…")
        self.page.say(words.format(count=count), busy=not self._complete)
        self.page.show_people(self._people)
        if self._entries:
            self.page.show_head(self._entries[0].hash)


def _older(chronicle: Chronicle, store: SharedStore, count: int, _progress: Progress) -> list[Entry]:
    reader = store.reader()
    try:
        return chronicle.older(reader, count)
    finally:
        reader.close()


def _newer(chronicle: Chronicle, store: SharedStore, after: int, _progress: Progress) -> list[Entry]:
    reader = store.reader()
    try:
        return chronicle.newer(reader, after)
    finally:
        reader.close()


def _details(
    chronicle: Chronicle, store: SharedStore, number: int, _progress: Progress
) -> tuple[int, Details]:
    reader = store.reader()
    try:
        return number, chronicle.details(reader, number)
    finally:
        reader.close()


def _matching(
    entries: Sequence[Entry], wanted: Filter, numbers: Mapping[ClaimId, int], _progress: Progress
) -> tuple[Filter, list[Row]]:
    from ui.history.rows import with_days

    return wanted, with_days(entry for entry in entries if wanted.wants(entry, numbers))
