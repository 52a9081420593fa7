"""Two drafts beside each other in place of the story: which ones, compared by the worker, kept up to date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.centre import Centre, PlaceInCentre
from ui.drafts.shown import marks, shown
from ui.jobs import Jobs
from ui.panels.keys import Keys, keys_of_table
from ui.seams import SharedStore
from ui.session import Session
from ui.steps import Step, Steps
from ui.theme.look import Look
from workbench.change import Key
from workbench.model import Claim, ClaimId, DocumentId, Revision, RevisionId, Verdict
from workbench.progress import Progress

if TYPE_CHECKING:
    from ui.drafts.page import BesidePage
    from workbench.drafts.beside import Beside


@dataclass(frozen=True, slots=True)
class Compared:
    """Two drafts with what differs, and the numbers of all earlier ones."""

    old: Revision
    new: Revision
    beside: Beside
    earlier: tuple[int, ...]


class BesidePlace(PlaceInCentre):
    """Swaps the story for two drafts of it and back. Writes nothing."""

    told = Signal(str)
    """A hint: there is nothing to compare."""

    def __init__(
        self, session: Session, store: SharedStore, look: Look, centre: Centre, parent: QObject | None = None
    ) -> None:
        super().__init__(centre, parent)
        self._session, self._store, self._look = session, store, look
        self._jobs = Jobs(self)
        self.steps = Steps(self._jobs, self)
        self.page: BesidePage | None = None
        self._keys: Keys = keys_of_table()
        self._compared: Compared | None = None
        self._wanted: int | None = None
        session.changed.connect(self._follow)
        session.story_changed.connect(self._start_over)

    def show(self, number: int | None = None) -> None:
        """Show an earlier draft beside the latest; by default the one before it."""
        latest = self._latest()
        if latest is None or latest.number < 2:
            self.told.emit(self.tr("There is one draft only. Take in the next one, then compare the two."))
            return
        self._wanted = number
        page = self.page or self._make_page()
        self._centre.show(page)
        self._compare(latest)
        page.take_keyboard()

    def step(self, by: int) -> None:
        """Go to the next difference, or the one before; the drafts are shown first."""
        if not self.is_shown:
            self.show()
        elif self.page is not None:
            self.page.step(by)

    def show_keys(self, keys: Keys) -> None:
        """Show these keys beside what they do."""
        self._keys = keys
        if self.page is not None:
            self.page.show_keys(keys)

    def close(self) -> None:
        """Stop, before the case is closed."""
        self.steps.cancel()
        self._jobs.stop()

    def _make_page(self) -> BesidePage:
        from ui.drafts.page import BesidePage

        page = self.page = BesidePage(self._look)
        self._centre.take_in(page)
        page.closed.connect(self.leave)
        page.chosen.connect(self.show)
        page.claims_clicked.connect(self._choose)
        page.show_keys(self._keys)
        return page

    def _latest(self) -> Revision | None:
        story = self._session.story()
        return self._session.revision(story.id) if story else None

    def _compare(self, latest: Revision) -> None:
        words = self.tr("Comparing two drafts")
        work = partial(self._work, latest.document, self._wanted)
        self.steps.add(Step("beside", words, work, partial(self._show, latest.id)))

    def _work(self, story: DocumentId, wanted: int | None, _progress: Progress) -> Compared | None:
        from workbench.drafts.beside import beside

        store = self._store.reader()
        try:
            drafts = {one.number: one for one in store.all(Revision) if one.document == story}
        finally:
            store.close()
        *earlier, last = sorted(drafts)
        if not earlier:
            return None
        old, new = drafts[wanted if wanted in earlier else earlier[-1]], drafts[last]
        return Compared(old, new, beside(old.text, new.text), tuple(earlier))

    def _show(self, latest: RevisionId, compared: Compared | None) -> None:
        if self.page is None or not self.is_shown or compared is None or compared.new.id != latest:
            return
        self._compared = compared
        old, new = compared.old, compared.new
        self.page.offer(compared.earlier, old.number, new.number)
        self.page.show_drafts(shown(self._session, old, new, compared.beside))

    def _follow(self, keys: frozenset[Key]) -> None:
        kinds = {key.kind for key in keys}
        if Revision in kinds:
            self._start_over()
        elif kinds & {Claim, Verdict} and self.is_shown and self.page and self._compared:
            found = self._compared
            self.page.show_marks(*marks(self._session, found.old, found.beside))

    def _start_over(self) -> None:
        """Another story, or another draft of it: compare anew, or leave where there is nothing to compare."""
        if not self.is_shown:
            return
        latest = self._latest()
        if latest is None or latest.number < 2:
            self.leave()
        else:
            self._compare(latest)

    def _choose(self, keys: tuple[str, ...]) -> None:
        ids = [ClaimId(key.partition("@")[0]) for key in keys]
        here = {claim.id for claim in self._session.claims()}
        if (found := next((id for id in ids if id in here), None)) is not None:
            self._session.choose(found)
