"""Looks, off the GUI thread, whether the draft has the changes that the author accepted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.jobs import Job, Jobs
from ui.session import Session
from workbench.change import Key
from workbench.model import Claim, Query, QueryId, QueryStatus, Revision
from workbench.progress import Progress
from workbench.queries import Asked, about


class Requests(QObject):
    """Asks anew whenever a query, a claim or a draft changes. Writes nothing."""

    looked_up = Signal(object)
    """By the id of each accepted change request, whether the latest draft still lacks it."""

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._asked: tuple[Asked, ...] = ()
        self._job: Job | None = None
        session.changed.connect(self._follow)
        session.story_changed.connect(self.look_up)

    def look_up(self) -> None:
        """Look anew; nothing happens while no change is accepted."""
        session, story = self._session, self._session.story()
        draft = session.revision(story.id) if story else None
        claims = {claim.id: claim for claim in session.all_claims()}
        found = about(session.every_query(), claims, story.id) if story else ()
        asked = tuple(
            item for item in found if item.query.wording and item.query.status is QueryStatus.ACCEPTED
        )
        if draft is None or not asked:
            self.looked_up.emit({})
            return
        earlier = {item.place.revision for item in asked} - {draft.id}
        texts = [text for id in earlier if (text := session.store.get(Revision, id)) is not None]
        self._job = self._jobs.start(partial(_missing, asked, (draft, *texts), draft))
        self._job.done.connect(self._tell)

    def _follow(self, keys: frozenset[Key]) -> None:
        if {key.kind for key in keys} & {Query, Claim, Revision}:
            self.look_up()

    def _tell(self, found: dict[QueryId, bool]) -> None:
        self.looked_up.emit(found)


def _missing(
    asked: Sequence[Asked], texts: Sequence[Revision], draft: Revision, _progress: Progress
) -> dict[QueryId, bool]:
    from workbench.drafts import is_missing_from

    known = {text.id: text for text in texts}
    return {
        item.query.id: is_missing_from(item.query, item.place, known[item.place.revision], draft)
        for item in asked
        if item.place.revision in known
    }
