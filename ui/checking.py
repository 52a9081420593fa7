"""What Twosource does by itself while the editor works: read files in, propose claims, find evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.engine import SharedEngine
from ui.incoming.importing import Importing
from ui.jobs import Jobs
from ui.meaning import Meaning
from ui.seams import SharedStore
from ui.session import Session
from ui.steps import Step, Steps
from ui.workshop import Workshop
from workbench.analysis import Analysis
from workbench.change import Key
from workbench.model import Claim, ClaimId, Document, DocumentId, Revision, Role, Status, Zone
from workbench.progress import Progress
from workbench.proposals import Finding, propose, suggest
from workbench.text import Quote

if TYPE_CHECKING:
    from workbench.reading import Reading


class Checking(QObject):
    """Keeps proposals and suggestions of one open case up to date, one small step after the other.

    Values go to the worker thread and come back from it; every change is made by the session, in the
    GUI thread. A read-only case is left as it is.
    """

    imported = Signal(object)
    """DocumentId of a document that has come in."""
    analysed = Signal(object, object)
    """RevisionId of a text, and the `Analysis` of it."""
    reduced = Signal(str)
    """What the engine does without, in a sentence; empty when it has all its models."""

    def __init__(
        self,
        session: Session,
        store: SharedStore,
        jobs: Jobs,
        workshop: Workshop,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.steps = Steps(jobs, self)
        self.steps.rested.connect(session.tell)  # Before all others: at rest, everything has been told.
        self.importing = Importing(session, self.steps, self._take_in, self)
        self.importing.ended.connect(self._compare_with_all)
        self._session = session
        self._store = store
        self.engine = SharedEngine(workshop.start_engine)
        self._meaning = Meaning(store, self.engine, workshop.open_vectors)
        self._read_now = 0
        self._batch_sizes: Counter[str] = Counter()
        self._compared: dict[ClaimId, Quote] = {}
        self._read_as: dict[DocumentId, tuple[Role, str | None]] = {}
        session.changed.connect(self._catch_up)
        session.story_changed.connect(self._catch_up)
        session.turned.connect(self._read_again)

    def begin(self) -> None:
        """Take up what an earlier session left undone."""
        self._read_as = self._roles()
        for claim in self._session.claims():
            if self._session.every_evidence(claim.id):
                self._compared[claim.id] = claim.passage.quote
        for document in self._session.documents():
            if not self._is_analysed(document):
                self._analyse(document)
        self._catch_up()

    def import_files(self, paths: Sequence[Path], story: Path | None) -> None:
        """Read files in; `story` is the one to check, the others are sources. Undone in one go."""
        self.importing.begin(paths, story)

    def take_in(self, reading: Reading, role: Role) -> DocumentId | None:
        """Add a text that has been read, pasted for example; its document, None when it was not written."""
        return self._take_in(role, self._session.new_id(), reading)

    def check_everything(self) -> None:
        """Analyse every document and compare every claim again."""
        self._compared.clear()
        for document in self._session.documents():
            self._analyse(document)
        self._catch_up()

    def read_draft(self, story: DocumentId) -> None:
        """Read the latest draft of a story: look for claims in it, and compare those whose words are new."""
        document = self._session.document(story)
        if document is not None:
            self._analyse(document)
        self._catch_up()

    def read_source(self, document: DocumentId) -> None:
        """Read a source whose text is another now, and compare every claim with it."""
        found = self._session.document(document)
        if found is not None:
            self._compared.clear()
            self._analyse(found)
        self._catch_up()

    def cancel(self) -> None:
        """Stop what is being done. What has been found stays; the rest is done when asked for again."""
        self.importing.stop()
        self.steps.cancel()
        self.engine.cancel()

    def close(self) -> None:
        """Let go of the engine. A step in the worker then ends at once."""
        self.importing.close()
        self._session.hush()
        self.steps.cancel()
        self.engine.close()
        self._meaning.close()

    def _take_in(self, role: Role, batch: str, reading: Reading) -> DocumentId | None:
        from workbench.documents import add_document

        session = self._session
        change, originals = add_document(reading, role, session.new_id, session.stamp())
        self._batch_sizes[batch] += 1
        count = self._batch_sizes[batch]
        title = self.tr("Import {count} documents").format(count=count) if count > 1 else ""
        document = next(edit.after for edit in change.edits if isinstance(edit.after, Document))
        self._read_as[document.id] = (document.role, document.published)
        # One of many sources: the panels take several in at a time. A story is waited for.
        soon = role is Role.SOURCE and self.importing.is_busy
        if not session.do(change, originals, batch=batch, title=title, soon=soon):
            self.steps.cancel()
            return None
        self.imported.emit(document.id)
        self._analyse(document)
        if role is Role.SOURCE:
            self._compared.clear()
        self._catch_up()
        return document.id

    def _compare_with_all(self, _imported: object) -> None:
        """Once all files are in, every claim is compared with them, not after each of them anew."""
        self._session.tell()
        self._catch_up()

    def _analyse(self, document: Document) -> None:
        revision = self._session.revision(document.id)
        if revision is None or self._store.read_only:
            return
        zones = self._session.layout(revision.id).zones
        words = self.tr("Looking for claims in text {done} of {all}")
        work = partial(self._work_analyse, revision.text, zones)
        self.steps.add(
            Step(("analyse", revision.id), words, work, partial(self._propose, document.id, revision))
        )
        self._read_for_meaning()

    def _work_analyse(self, text: str, zones: Sequence[Zone], progress: Progress) -> Analysis:
        return self.engine().analyse(text, zones)

    def _propose(self, id: DocumentId, revision: Revision, analysis: Analysis) -> None:
        session, document = self._session, self._session.document(id)
        latest = session.revision(id)
        if document is None or latest is None or latest.id != revision.id:
            return  # It was removed or got a new draft meanwhile, which is read by itself.
        self.analysed.emit(revision.id, analysis)
        if document.role is not Role.STORY:
            analysis = replace(analysis, claims=())
        known = session.every_claim(revision.id)
        credits = session.attributions_of(revision.id)
        proposed = propose(revision, analysis, known, credits, session.new_id, session.stamp())
        session.record(proposed, soon=document.role is Role.SOURCE)

    def _read_for_meaning(self) -> None:
        """Have the passages read for meaning, a while at a time: whatever waits gets its turn between."""
        words = self.tr("Reading for meaning {done} of {all}")
        series = self.tr("Reading for meaning")
        self.steps.add(Step("meaning", series, partial(self._work_read, words), self._read_on))

    def _work_read(self, words: str, progress: Progress) -> tuple[int, int, str]:
        done, left = self._meaning.read(words, progress)
        return done, left, self.engine().reduced or ""

    def _read_on(self, read: tuple[int, int, str]) -> None:
        done, left, reduced = read
        self.reduced.emit(reduced)
        self._read_now += done
        if left:
            self._read_for_meaning()
        elif self._read_now:
            # Now more can be found than when the claims were compared.
            self._read_now = 0
            self._compared.clear()
            self._catch_up()

    def _catch_up(self, _keys: object = None) -> None:
        """Compare the claims that are new or cover other words than when they were compared."""
        if self._store.read_only or self.importing.is_busy:
            return
        self._notice_other_roles()
        claims = [one for one in self._session.claims() if self._compared.get(one.id) != one.passage.quote]
        if not claims:
            return
        self._read_for_meaning()
        # Once for all claims: with a thousand documents, this takes its time.
        published = {document.id: document.published for document in self._session.documents()}
        texts = self._texts()
        self._compared |= {claim.id: claim.passage.quote for claim in claims}
        self.steps.add_all([self._compare(claim, published, texts) for claim in claims])

    def _read_again(self, keys: frozenset[Key]) -> None:
        """With a draft, what was proposed for it has left: the one that is the latest now is read again."""
        if any(key.kind is Revision for key in keys):
            for document in self._session.documents():
                if document.role is Role.STORY:
                    self._analyse(document)

    def _notice_other_roles(self) -> None:
        """A document that became story or source, or got another date, changes every comparison."""
        roles = self._roles()
        changed = [id for id, now in roles.items() if self._read_as.get(id, now) != now]
        self._read_as = roles
        if changed:
            self._compared.clear()
        for id in changed:
            if (document := self._session.document(id)) is not None:
                self._analyse(document)

    def _compare(self, claim: Claim, published: dict[DocumentId, str | None], texts: Hashable) -> Step:
        words = self.tr("Comparing {done} of {all} claims")
        work = partial(self._work_compare, claim, published, texts)
        return Step(("compare", claim.id), words, work, partial(self._suggest, claim))

    def _work_compare(
        self, claim: Claim, published: dict[DocumentId, str | None], texts: Hashable, progress: Progress
    ) -> tuple[Finding, ...]:
        from workbench.evidence.find import find_evidence

        store = self._store.reader()
        try:
            return find_evidence(
                claim,
                published.get(claim.passage.document),
                store.search,
                store.latest,
                published.get,
                self.engine(),
                meanings=self._meaning.of(store, texts),
            )
        finally:
            store.close()

    def _suggest(self, asked: Claim, findings: tuple[Finding, ...]) -> None:
        session = self._session
        claim = session.claim(asked.id)
        if claim is None or claim.passage.quote != asked.passage.quote or claim.status is Status.DISMISSED:
            return
        here = [item for item in findings if session.document(item.passage.document)]
        known = session.every_evidence(claim.id)
        session.record(suggest(claim, here, known, session.new_id, session.stamp()))

    def _texts(self) -> Hashable:
        """Tells one state of all texts, furniture marked in them included, from any other."""
        revisions = filter(None, (self._session.revision(item.id) for item in self._session.documents()))
        return frozenset((one.id, self._session.layout(one.id)) for one in revisions)

    def _is_analysed(self, document: Document) -> bool:
        revision = self._session.revision(document.id)
        if revision is None or self._session.attributions_of(revision.id):
            return True
        # The claims of a later draft may all have come from the one before.
        return revision.number == 1 and bool(self._session.every_claim(revision.id))

    def _roles(self) -> dict[DocumentId, tuple[Role, str | None]]:
        return {item.id: (item.role, item.published) for item in self._session.documents()}
