"""Leads from what was found to the thing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.everywhere.entries import Entry, Sort
from workbench.model import (
    Attribution,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Evidence,
    QueryId,
    Remark,
    Revision,
    RevisionId,
    Role,
    Source,
    SourceId,
    passage,
)
from workbench.pointers import Pointer
from workbench.text import Span

if TYPE_CHECKING:
    from ui.desk import Desk


class Going(QObject):
    """Goes to claims, passages, cards and documents on one desk."""

    details_wanted = Signal(object)
    """A `DocumentId` whose details are to be shown."""
    told = Signal(str)
    """A sentence: why one cannot go there."""
    claim_shown = Signal()
    """A claim has been chosen; its evidence is what matters now."""
    page_shown = Signal()
    """A page at the left has been brought to the front."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def go(self, entry: Entry) -> None:
        """Show what was found where it belongs."""
        match entry.sort:
            case Sort.STORY | Sort.SOURCE:
                self._to_words(entry)
            case Sort.HISTORY:
                self._desk.history.show(entry.number)
            case Sort.SIGNATURE:
                self._desk.left.show_page(self._desk.review)
                self.page_shown.emit()
                self._desk.review.focus_page()
            case Sort.QUERY if entry.key is not None:
                self._desk.leads.show_query(entry.key.id)
                self.page_shown.emit()
            case Sort.CREDIT:
                self._to_credit(entry)
            case Sort.REMARK if entry.key is not None:
                if remark := self._desk.store.get(Remark, entry.key.id):
                    self._to_passage(remark.passage.revision, remark.passage.span)
            case Sort.NAME:
                self._desk.left.show_page(self._desk.sources)
                self.page_shown.emit()
                self._desk.sources.focus_list()
            case Sort.DOCUMENT:
                self._to_document(entry, details=True)
            case _:
                self._to_what_it_is_about(entry)

    def follow(self, to: Pointer) -> bool:
        """Show what an address points at; whether the case has it."""
        desk = self._desk
        match to.kind:
            case "claim" if desk.session.claim(ClaimId(to.id)):
                self._to_claim(ClaimId(to.id))
            case "evidence" if found := desk.store.get(Evidence, to.id):
                self._to_claim(found.claim)
                desk.reading.show_passage(found.passage)
            case "source" if desk.session.source(to.id):
                self._to_card(SourceId(to.id))
            case "query" if desk.session.query(QueryId(to.id)):
                desk.leads.show_query(to.id)
                self.page_shown.emit()
            case "document" if desk.session.document(DocumentId(to.id)):
                desk.reading.show_document(DocumentId(to.id))
            case _:
                return False
        return True

    def _to_what_it_is_about(self, entry: Entry) -> None:
        about = entry.about
        if about is None:
            return
        if about.kind is Claim:
            self._to_claim(ClaimId(about.id))
        elif about.kind is Source:
            self._to_card(SourceId(about.id))
        elif about.kind is Document:
            self._to_document(entry, details=False)

    def _to_claim(self, id: ClaimId) -> None:
        """A claim of the draft shown is chosen; one that was set aside is shown where it stands."""
        desk, session = self._desk, self._desk.session
        claim = session.claim(id)
        if claim is None:
            self.told.emit(
                self.tr("This claim is no longer in the case. Its history tells what became of it.")
            )
            return
        session.choose_story(claim.passage.document)
        if claim in session.claims():
            desk.middle.leave()
            session.choose(id)
            self.claim_shown.emit()
        else:
            self._to_passage(claim.passage.revision, claim.passage.span)

    def _to_card(self, id: SourceId) -> None:
        if self._desk.session.source(id) is not None:
            self._desk.right.show_card(id)

    def _to_words(self, entry: Entry) -> None:
        if entry.key is not None and entry.span is not None:
            self._to_passage(RevisionId(entry.key.id), entry.span)

    def _to_credit(self, entry: Entry) -> None:
        found = self._desk.store.get(Attribution, entry.key.id) if entry.key else None
        if found is not None:
            stretches = (*found.credit.content, *found.credit.source, *found.credit.cue)
            self._to_passage(found.revision, stretches[0] if stretches else Span(0, 0))

    def _to_passage(self, id: RevisionId, span: Span) -> None:
        desk = self._desk
        revision = desk.store.get(Revision, id)
        if revision is None:
            return
        newest = desk.session.revision(revision.document)
        document = desk.session.document(revision.document)
        if document is not None and document.role is Role.STORY:
            desk.session.choose_story(document.id)
        if newest is None or newest.id == id:
            desk.reading.show_passage(passage(revision, span))
        else:
            self._to_earlier_draft(revision, document)

    def _to_earlier_draft(self, revision: Revision, document: Document | None) -> None:
        """Of a story the two drafts are shown side by side."""
        if document is not None and document.role is Role.STORY:
            self._desk.beside.show(revision.number)
        words = self.tr("These words stand in draft {number} of “{title}”, and no longer in the latest one.")
        self.told.emit(words.format(number=revision.number, title=document.title if document else ""))

    def _to_document(self, entry: Entry, *, details: bool) -> None:
        key = entry.about
        if key is None:
            return
        id = DocumentId(key.id)
        self._desk.reading.show_document(id)
        if details:
            self.details_wanted.emit(id)
