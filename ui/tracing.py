"""What the story rests on, worked out off the GUI thread: quotations, sources, copies, chains, origins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from ui.comparing import Comparing
from ui.jobs import Jobs
from ui.models.quote_rows import Quotes
from ui.models.source_rows import SourceRow, source_rows
from ui.origins.counting import OriginCounting
from ui.session import Session
from ui.steps import Step, Steps
from workbench.change import Key
from workbench.model import (
    Attribution,
    Claim,
    Document,
    Evidence,
    Identity,
    Layout,
    Link,
    Revision,
    Ruling,
    Source,
)

if TYPE_CHECKING:
    from workbench.model import DocumentId, RevisionId
    from workbench.progress import Progress
    from workbench.quotations import Reading
    from workbench.tracing.values import Provenance, TracedText

PAUSE_MS, LONGEST_PAUSE_MS = 200, 20_000
_PATIENCE = 4
"""While texts keep coming in, the pause between two rounds is so many times as long as a round."""
_TEXTS = {Document, Revision, Layout, Attribution, Link}
_COUNTED = {Claim, Evidence, Ruling}


class Tracing(QObject):
    """Keeps quotations and sources true to the texts of the case. Writes nothing."""

    quotes_checked = Signal(object)
    """`Quotes` of the story that is chosen."""
    sources_gathered = Signal(object)
    """A tuple of `SourceRow`."""
    traced = Signal(object)
    """The `Provenance` of the case, when it is another than before."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = Jobs(self)
        self.steps = Steps(self._jobs, self)
        self.origins = OriginCounting(session, self.steps, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.begin)
        self._clock = QElapsedTimer()
        self._comparing = Comparing()
        self.provenance: Provenance | None = None
        """Who took what from whom; None until that has been traced."""
        self.steps.rested.connect(self._measure)
        session.changed.connect(self._follow)
        session.story_changed.connect(self.begin)

    @property
    def busy(self) -> bool:
        """Whether anything is being looked up, or is about to be."""
        return self.steps.busy or self._pause.isActive()

    def begin(self) -> None:
        """Look everything up anew."""
        self._clock.start()
        self.origins.follow()
        self._check_quotes()
        self._gather_sources()
        self._trace()

    def close(self) -> None:
        """Stop, before the case is closed."""
        self._pause.stop()
        self.steps.cancel()
        self._jobs.stop()

    def _follow(self, keys: frozenset[Key]) -> None:
        kinds = {key.kind for key in keys}
        if kinds & _TEXTS:
            self.origins.expect()
            if not self._pause.isActive():
                self._pause.start()
        elif kinds & {Identity, Source}:
            self._gather_sources()
            self._trace()
        if kinds & (_TEXTS | _COUNTED):
            self.origins.follow()

    def _measure(self) -> None:
        """A round that took long is not followed at once by another."""
        took = self._clock.elapsed() if self._clock.isValid() else 0
        self._clock.invalidate()
        if took:
            self._pause.setInterval(max(PAUSE_MS, min(_PATIENCE * took, LONGEST_PAUSE_MS)))

    def _check_quotes(self) -> None:
        session, story = self._session, self._session.story()
        revision = session.revision(story.id) if story else None
        if story is None or revision is None:
            self.quotes_checked.emit(Quotes())
            return
        others = [item.id for item in session.documents() if item.id != story.id]
        readings = [reading for id in others if (reading := self._reading(id)) is not None]
        own = self._reading(story.id)
        assert own is not None
        work = partial(_check, revision, own, readings)
        self.steps.add(Step("quotes", self.tr("Looking up quotations"), work, self._tell_quotes))

    def _gather_sources(self) -> None:
        session, story = self._session, self._session.story()
        found = [session.revision(document.id) for document in session.documents()]
        revisions = {revision.id: revision for revision in found if revision is not None}
        work = partial(
            _gather, revisions, session.every_attribution(), session.identities(), story.id if story else None
        )
        self.steps.add(Step("sources", self.tr("Gathering sources"), work, self.sources_gathered.emit))

    def _trace(self) -> None:
        """Copies and chains across the case, those of texts that are as they were taken over."""
        session = self._session
        self.origins.expect()
        texts = self._texts()
        known = self.provenance
        work = partial(_traced, self._comparing, texts, session.identities(), session.sources(), known)
        self.steps.add(Step("traced", self.tr("Tracing where words came from"), work, self._tell_traced))

    def _texts(self) -> tuple[TracedText, ...]:
        from workbench.tracing.values import TracedText

        session = self._session
        return tuple(
            TracedText(
                document,
                revision,
                session.layout(revision.id),
                session.attributions_of(revision.id),
                session.links_of(revision.id),
            )
            for document in session.documents()
            if (revision := session.revision(document.id)) is not None
        )

    def _tell_traced(self, provenance: Provenance) -> None:
        if provenance is not self.provenance:
            self.provenance = provenance
            self.traced.emit(provenance)
        self.origins.take(provenance)

    def _reading(self, id: DocumentId) -> Reading | None:
        from workbench.quotations import Reading

        session, document = self._session, self._session.document(id)
        revision = session.revision(id)
        if document is None or revision is None:
            return None
        credits = tuple(item.credit for item in session.attributions_of(revision.id))
        zones = session.layout(revision.id).zones
        return Reading(id, revision.text, credits, zones, document.title, document.byline)

    def _tell_quotes(self, quotes: Quotes) -> None:
        """What was found in a text that is no longer the story's is of no use."""
        story = self._session.story()
        revision = self._session.revision(story.id) if story else None
        if revision == quotes.revision:
            self.quotes_checked.emit(quotes)


def _check(revision: Revision, story: Reading, others: Sequence[Reading], _progress: Progress) -> Quotes:
    from workbench.quotations import check_quotations

    return Quotes(revision, check_quotations(story, others))


def _traced(
    comparing: Comparing,
    texts: Sequence[TracedText],
    identities: Sequence[Identity],
    sources: Sequence[Source],
    known: Provenance | None,
    progress: Progress,
) -> Provenance:
    """`known` itself when nothing has changed."""
    from workbench.tracing.provenance import trace

    found = trace(texts, identities, sources, comparing.copies(texts, progress))
    return known if known is not None and known == found else found


def _gather(
    revisions: dict[RevisionId, Revision],
    attributions: Sequence[Attribution],
    identities: Sequence[Identity],
    story: DocumentId | None,
    _progress: Progress,
) -> tuple[SourceRow, ...]:
    return source_rows(revisions, attributions, identities, story)
