"""What waits for a place in the new draft: found by the worker, decided in the tray."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.drafts.tray import Tray
from ui.jobs import Jobs
from ui.seams import SharedStore
from ui.session import Session
from ui.steps import Step, Steps
from ui.theme.look import Look
from workbench.change import Key
from workbench.model import Claim, Disposition, Document, DocumentId, Query, QueryStatus, Revision
from workbench.progress import Progress
from workbench.text import Span
from workbench.waiting import set_gone

if TYPE_CHECKING:
    from workbench.drafts import Waiting

_TOLD = {Claim, Document, Query, Revision}


class WaitingPlace(QObject):
    """Keeps the tray true to the case, and carries out what is decided there."""

    shown = Signal(object)
    """The `Span` of the story that is to be seen; None for none."""
    told = Signal(str)
    """A hint for the editor."""
    settled = Signal()
    """A passage has its place, or is gone."""

    def __init__(
        self, session: Session, store: SharedStore, look: Look, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.tray = Tray(look)
        self._session, self._store = session, store
        self._jobs = Jobs(self)
        self.steps = Steps(self._jobs, self)
        self._asked: Hashable = None
        self.tray.placed.connect(self.place)
        self.tray.gone.connect(self._set_gone)
        self.tray.lit.connect(self.shown)
        session.changed.connect(self._follow)
        session.story_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Find anew what waits, and what is proposed for it; only when that may be different."""
        session, story = self._session, self._session.story()
        latest = session.revision(story.id) if story else None
        waiting = session.waiting()
        granted = (QueryStatus.ACCEPTED, QueryStatus.APPLIED)
        requests = tuple(one for one in session.every_query() if one.wording and one.status in granted)
        asked = (latest.id if latest else None, waiting, requests)
        if asked == self._asked:
            return
        self._asked = asked
        if story is None or latest is None:
            self.tray.hide()
        elif not waiting:
            self.tray.show_waiting((), latest, may_change=False)
        else:
            work = partial(self._work, story.id)
            words = self.tr("Looking for passages in the new draft")
            self.steps.add(Step("tray", words, work, partial(self._show, asked)))

    def place(self, waiting: Waiting, span: Span) -> None:
        """Give a passage that waits its place."""
        from workbench.drafts import settle

        session = self._session
        story = session.story()
        latest = session.revision(story.id) if story else None
        claim = session.claim(waiting.claim.id)
        if latest is None or claim is None:
            return
        as_asked = waiting.asked is not None and span == waiting.place
        change = settle(
            claim,
            span,
            latest,
            session.stamp(),
            also=waiting.also,
            claims=session.every_claim(latest.id),
            queries=session.queries(claim.id),
            disposition=Disposition.CORRECTED if as_asked else None,
        )
        if session.do(change):
            self.shown.emit(None)
            session.choose(claim.id)
            self.settled.emit()

    def close(self) -> None:
        """Stop, before the case is closed."""
        self.steps.cancel()
        self._jobs.stop()

    def _work(self, story: DocumentId, _progress: Progress) -> tuple[Waiting, ...]:
        from workbench.drafts import tray, work_on

        store = self._store.reader()
        try:
            return tray(work_on(store, story))
        finally:
            store.close()

    def _show(self, asked: Hashable, waiting: tuple[Waiting, ...]) -> None:
        story = self._session.story()
        latest = self._session.revision(story.id) if story else None
        if asked == self._asked and latest is not None:
            self.tray.show_waiting(waiting, latest, may_change=self._store.read_only is None)

    def _set_gone(self, waiting: Waiting) -> None:
        claim = self._session.claim(waiting.claim.id)
        if claim is not None and self._session.do(set_gone(claim, self._session.stamp())):
            self.shown.emit(None)
            self.settled.emit()

    def _follow(self, keys: frozenset[Key]) -> None:
        if {key.kind for key in keys} & _TOLD:
            self.refresh()
