"""The whole job in one go: read in, propose claims, find who says so, find evidence. For the command line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from workbench.change import Change, Edit, Stamp
from workbench.documents import add_document
from workbench.encoding.remembered import RememberedVectors
from workbench.errors import UnreadableFile
from workbench.evidence.find import find_evidence
from workbench.evidence.meanings import Meanings, gather, read_for_meaning, unread
from workbench.model import (
    Attribution,
    Claim,
    Document,
    DocumentId,
    Evidence,
    Layout,
    Revision,
    Role,
    Status,
)
from workbench.ports import Engine, Store, Vectors
from workbench.progress import Progress
from workbench.proposals import NewId, propose, suggest
from workbench.reading import Reading, Whole, files_in, passed_over_in, read_whole, told_passed_over
from workbench.reading.names import shown

NOT_ENGLISH = (
    "{name} is not in English: only its figures, quotations and shared words were compared, "
    "and who says what was not read."
)
ITS_OWN_SOURCE = "{name} is the story itself, so it was not compared with itself."


class Check:
    """One story checked against its sources, step by step, all of it kept in a store.

    Sentence vectors are looked up and kept in `vectors`; None keeps them only as long as the check.
    """

    def __init__(
        self,
        store: Store,
        engine: Engine,
        new_id: NewId,
        stamp: Stamp,
        progress: Progress,
        vectors: Vectors | None = None,
    ) -> None:
        self._store = store
        self._engine = engine
        self._new_id = new_id
        self._stamp = stamp
        self._progress = progress
        self._vectors = vectors or RememberedVectors()
        self.paths: dict[DocumentId, Path] = {}
        """Where each document of the case was read from."""
        self.refused: list[str] = []
        """A sentence for every source that could not be read; the others were used."""
        self.files = self.unread = 0
        """How many files there were to read, the story among them, and how many of them could not be."""
        self.remarks: list[str] = []
        """A sentence for every text that could only be read in part."""

    def run(self, story: Path, against: Sequence[Path]) -> DocumentId:
        """Read everything in, then propose and look for evidence. Returns the story's document.

        Raises:
            UnreadableFile: the story cannot be read. Sources that cannot be are listed in `refused`.
        """
        told = self._add_whole(story, read_whole(story), Role.STORY)
        files = self._files(story, against)
        self.files = 1 + len(files)
        for path in files:
            before = len(self.paths)
            with self._refusing():
                self._add_whole(path, read_whole(path), Role.SOURCE)
            self.unread += len(self.paths) == before
        self._analyse()
        self._compare(told, self._meanings())
        return told

    def _files(self, story: Path, against: Sequence[Path]) -> list[Path]:
        found: dict[str, Path] = {}
        for path in against:
            with self._refusing():
                found.update((os.path.realpath(file), file) for file in files_in(path))
            if told := told_passed_over(path, passed_over_in(path)):
                self.remarks.append(told)
        if found.pop(os.path.realpath(story), None):
            self.remarks.append(ITS_OWN_SOURCE.format(name=shown(story.name)))
        return list(found.values())

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            yield
        except UnreadableFile as error:
            self.refused.append(str(error))

    def _add_whole(self, path: Path, whole: Whole, role: Role) -> DocumentId:
        """Take in a file and, as sources, what it encloses. Returns the document of the file itself."""
        main, *_ = (
            self._add(path, reading, Role.SOURCE if number else role)
            for number, reading in enumerate(whole.readings)
        )
        self.refused += whole.refused
        return main

    def _add(self, path: Path, reading: Reading, role: Role) -> DocumentId:
        self._progress(len(self.paths), 0, f"Reading {path.name}")
        change, originals = add_document(reading, role, self._new_id, self._stamp)
        self._store.apply(change, originals)
        (document,) = (edit.after for edit in change.edits if isinstance(edit.after, Document))
        self.paths[document.id] = path
        if reading.language not in (None, "en"):
            self.remarks.append(NOT_ENGLISH.format(name=reading.name))
        return document.id

    def _analyse(self) -> None:
        documents = self._store.all(Document)
        for done, document in enumerate(documents):
            self._progress(done, len(documents), f"Analysing {document.title or document.filename}")
            revision = self._store.latest(document.id)
            if revision is not None:
                self._apply(self._proposals(document, revision))

    def _proposals(self, document: Document, revision: Revision) -> Change | None:
        layout = self._store.get(Layout, revision.id)
        analysis = self._engine.analyse(revision.text, layout.zones if layout else ())
        if document.role is not Role.STORY:
            analysis = replace(analysis, claims=())
        claims = [claim for claim in self._store.all(Claim) if claim.passage.revision == revision.id]
        known = [item for item in self._store.all(Attribution) if item.revision == revision.id]
        return propose(revision, analysis, claims, known, self._new_id, self._stamp)

    def _meanings(self) -> Meanings | None:
        """All passages by meaning; None when the engine has no model for it."""
        model, search = self._engine.encoder, self._store.search
        if model is None:
            return None
        texts = unread(search, model, self._vectors)
        for done in read_for_meaning(texts, self._engine, self._vectors):
            self._progress(done - 1, len(texts), "Reading for meaning")
        return gather(search, model, self._vectors)

    def _compare(self, story: DocumentId, meanings: Meanings | None) -> None:
        documents = {document.id: document for document in self._store.all(Document)}
        claims = [claim for claim in self._store.all(Claim) if claim.status is not Status.DISMISSED]
        known = self._store.all(Evidence)
        edits: list[Edit] = []
        for done, claim in enumerate(claims):
            self._progress(done, len(claims), f"Comparing {done + 1} of {len(claims)} claims")
            findings = find_evidence(
                claim,
                documents[story].published,
                self._store.search,
                self._store.latest,
                lambda document: documents[document].published,
                self._engine,
                meanings=meanings,
            )
            earlier = [item for item in known if item.claim == claim.id]
            change = suggest(claim, findings, earlier, self._new_id, self._stamp)
            edits += change.edits if change else ()
        if edits:
            # One durable write for all: a thousand of them take longer than the comparing.
            self._apply(Change("Suggest evidence", self._stamp, tuple(edits)))

    def _apply(self, change: Change | None) -> None:
        if change is not None:
            self._store.apply(change)
