"""What the story rests on, worked out off the GUI thread: quotations, sources, copies, chains, origins."""

from __future__ import annotations

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
    from workbench.held import Held
    from workbench.model import DocumentId
    from workbench.progress import Progress
    from workbench.tracing.values import Provenance

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
        held = self._session.held()
        self._check_quotes(held)
        self._gather_sources(held)
        self._trace(held)

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
            held = self._session.held()
            self._gather_sources(held)
            self._trace(held)
        if kinds & (_TEXTS | _COUNTED):
            self.origins.follow()

    def _measure(self) -> None:
        """A round that took long is not followed at once by another."""
        took = self._clock.elapsed() if self._clock.isValid() else 0
        self._clock.invalidate()
        if took:
            self._pause.setInterval(max(PAUSE_MS, min(_PATIENCE * took, LONGEST_PAUSE_MS)))

    def _check_quotes(self, held: Held) -> None:
        story = self._session.story()
        revision = self._session.revision(story.id) if story else None
        if revision is None:
            self.quotes_checked.emit(Quotes())
            return
        work = partial(_check, revision, held)
        self.steps.add(Step("quotes", self.tr("Looking up quotations"), work, self._tell_quotes))

    def _gather_sources(self, held: Held) -> None:
        story = self._session.story()
        work = partial(_gather, held, story.id if story else None)
        self.steps.add(Step("sources", self.tr("Gathering sources"), work, self.sources_gathered.emit))

    def _trace(self, held: Held) -> None:
        """Copies and chains across the case, those of texts that are as they were taken over."""
        self.origins.expect()
        work = partial(_traced, self._comparing, held, self.provenance)
        self.steps.add(Step("traced", self.tr("Tracing where words came from"), work, self._tell_traced))

    def _tell_traced(self, provenance: Provenance) -> None:
        if provenance is not self.provenance:
            self.provenance = provenance
            self.traced.emit(provenance)
        self.origins.take(provenance)

    def _tell_quotes(self, quotes: Quotes) -> None:
        """What was found in a text that is no longer the story's is of no use."""
        story = self._session.story()
        revision = self._session.revision(story.id) if story else None
        if revision == quotes.revision:
            self.quotes_checked.emit(quotes)


def _check(revision: Revision, held: Held, _progress: Progress) -> Quotes:
    from workbench.quotations import check_quotations
    from workbench.texts_held import reading_of, traced_texts

    readings = {text.document.id: reading_of(text) for text in traced_texts(held)}
    story = readings.pop(revision.document)
    return Quotes(revision, check_quotations(story, tuple(readings.values())))


def _traced(comparing: Comparing, held: Held, known: Provenance | None, progress: Progress) -> Provenance:
    """`known` itself when nothing has changed."""
    from workbench.texts_held import traced_texts
    from workbench.tracing.provenance import trace

    texts = traced_texts(held)
    copies = comparing.copies(texts, progress)
    found = trace(texts, held.all(Identity), held.all(Source), copies)
    return known if known is not None and known == found else found


def _gather(held: Held, story: DocumentId | None, _progress: Progress) -> tuple[SourceRow, ...]:
    revisions = {revision.id: revision for revision in held.all(Revision)}
    return source_rows(revisions, held.all(Attribution), held.all(Identity), story)
