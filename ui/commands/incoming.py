"""Commands about what comes in: encodings, annotations, remarks of others, places in a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFileDialog

from ui.commands.host import Host
from ui.dialogs.encoding import EncodingDialog
from ui.dialogs.go_to import GoToDialog
from ui.dialogs.refused import RefusedDialog
from ui.dialogs.unplaced import UnplacedDialog
from ui.incoming.annotating import Annotated
from ui.incoming.importing import Imported
from ui.incoming.remark_popup import RemarkPopup
from ui.incoming.words import annotated_words, summary
from ui.text.layer import Lit
from ui.text.view import TextView
from ui.turn import after_a_turn
from workbench import remarks
from workbench.citable import label_of
from workbench.model import ClaimId, Place, QueryId, Remark, RemarkId, Revision
from workbench.text import Span

if TYPE_CHECKING:
    from ui.commands.document import DocumentCommands
    from ui.commands.logged import LoggedCommands
    from ui.commands.queries import QueriesCommands
    from ui.desk import Desk
    from ui.incoming.rereading import Sample
    from workbench.annotations import Placed
    from workbench.model import DocumentId


_MANY = 20
"""So many files take long enough for their end to be worth a word."""


class IncomingCommands(QObject):
    """Acts on the open case; without one, nothing happens."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._asked: DocumentId | None = None

    def listen_to(self, desk: Desk) -> None:
        """Answer what comes up while things come in."""
        desk.rereading.sampled.connect(self._ask_encoding)
        importing = desk.checking.importing
        importing.ended.connect(self._tell_imported)
        importing.listed.connect(cast("DocumentCommands", self._host.commands("document")).take_listed)
        desk.story.remarks_clicked.connect(self._show_story_remarks)
        desk.source.remarks_clicked.connect(self._show_source_remarks)
        desk.remarks.revealed.connect(self._reveal_remark)
        desk.remarks.claimed.connect(self._take_up)
        desk.remarks.asked.connect(self._ask_about)
        desk.remarks.ticked.connect(self._tick)
        desk.annotating.annotated.connect(self._tell_annotated)
        desk.annotating.refused.connect(self._host.tell)
        desk.source.place_wanted.connect(self.go_to_place)
        desk.rereading.refused.connect(self._host.tell)
        desk.rereading.reread.connect(self._tell_reread)

    def go_to_place(self) -> None:
        """Ask for a page or row of the source shown, else of the story, and go there."""
        if (desk := self._host.desk) is None:
            return
        shown = desk.source.document if desk.source.isVisible() else None
        story = desk.session.story()
        for id in (shown, story.id if story else None):
            revision = desk.session.revision(id) if id else None
            document = desk.session.document(id) if id else None
            places = desk.session.layout(revision.id).places if revision else ()
            if revision is not None and document is not None and places:
                view = desk.source.view if id == shown else desk.story.view
                at = view.first_visible()
                now = label_of(places, Span(at, at))
                title = document.title or self.tr("Untitled")
                dialog = GoToDialog(title, revision.text, places, now, self._host.widget)
                dialog.answered.connect(partial(_show_at_top, view))
                dialog.open()
                return
        self._host.hint(self.tr("Neither the story nor a source beside it has pages or rows."))

    def import_annotations(self) -> None:
        """Ask for a file of annotations and put them beside their words."""
        dialog = QFileDialog(self._host.widget, self.tr("Import annotations"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Annotations (*.json *.jsonld)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(self._take_annotations)
        dialog.open()

    def take_annotations(self, path: Path) -> None:
        """Put the annotations of a file beside their words."""
        if desk := self._host.desk:
            desk.annotating.read(path)

    def show_remarks(self) -> None:
        """Show what others wrote beside the story's words on the page Review."""
        if desk := self._host.desk:
            self._host.show_claims()
            desk.left.show_page(desk.review)
            if desk.remarks.step(0) is None:
                self._host.hint(self.tr("Nobody’s remark on this story waits for a look."))
            else:
                after_a_turn(desk, partial(desk.review.show_section, desk.remarks))

    def step_remark(self, by: int) -> None:
        """Go to the next remark on the story, or the one before."""
        if (desk := self._host.desk) and (remark := desk.remarks.step(by)) is not None:
            self._reveal_remark(remark)

    def act_on_remark(self, act: str) -> None:
        """Make a claim of the current remark, ask the author, or tick it off."""
        desk = self._host.desk
        remark = desk.remarks.current if desk else None
        if remark is None:
            self._host.hint(self.tr("Nobody’s remark on this story waits for a look."))
            return
        {"claim": self._take_up, "ask": self._ask_about, "tick": self._tick}[act](remark)

    def _take_annotations(self, names: Sequence[str]) -> None:
        self.take_annotations(Path(names[0]))

    def _tell_annotated(self, found: Annotated) -> None:
        """A sentence; those without a place stand in a list beside the window."""
        self._host.hint(annotated_words(found))
        if found.unplaced:
            dialog = UnplacedDialog(self._host.look, found.unplaced, self._host.widget)
            dialog.put_wanted.connect(self._put_annotation)
            dialog.show()

    def _put_annotation(self, placed: Placed) -> None:
        desk, dialog = self._host.desk, self.sender()
        if desk is None or not isinstance(dialog, UnplacedDialog):
            return
        place = desk.source.selected_place() if desk.source.isVisible() else None
        story, span = desk.session.story(), desk.story.selected_passage()
        if place is None and story is not None and span is not None:
            revision = desk.session.revision(story.id)
        elif place is not None:
            revision, span = desk.session.store.get(Revision, place.revision), place.span
        else:
            revision = None
        if revision is None or span is None:
            self._host.hint(self.tr("Select words in the story or a source first."))
        elif desk.annotating.put(placed, revision, span):
            dialog.take_away(placed)

    def _show_story_remarks(self, ids: Sequence[RemarkId]) -> None:
        self._pop_up(ids, acts=True)

    def _show_source_remarks(self, ids: Sequence[RemarkId]) -> None:
        self._pop_up(ids, acts=False)

    def _pop_up(self, ids: Sequence[RemarkId], *, acts: bool) -> None:
        if (desk := self._host.desk) is None:
            return
        found = [remark for id in ids if (remark := desk.store.get(Remark, id)) is not None]
        if not found:
            return
        writable = desk.store.read_only is None
        popup = RemarkPopup(self._host.look, self._host.widget)
        popup.show_remarks(found, QCursor.pos(), writable=writable, acts=acts)
        for card, remark in zip(popup.cards, found, strict=True):
            card.claimed.connect(partial(self._take_up, remark))
            card.asked.connect(partial(self._ask_about, remark))
            card.ticked.connect(partial(self._tick, remark))

    def _reveal_remark(self, remark: Remark) -> None:
        if desk := self._host.desk:
            desk.middle.leave()
            desk.story.view.reveal(remark.passage.span)
            desk.story.view.show_lit((Lit(remark.passage.span),))

    def _take_up(self, remark: Remark, *_: object) -> None:
        if (desk := self._host.desk) is None:
            return
        session, id = desk.session, ClaimId(desk.session.new_id())
        about = remarks.claim_about(remark, session.claims())
        if session.do(remarks.take_up(remark, about, id, session.stamp())):
            session.choose(about.id if about else id)

    def _ask_about(self, remark: Remark, *_: object) -> None:
        if (desk := self._host.desk) is None:
            return
        about = remarks.claim_about(remark, desk.session.claims())
        query = remarks.question(remark, QueryId(desk.session.new_id()), about)
        cast("QueriesCommands", self._host.commands("queries")).put(query, remark.passage.quote.exact)

    def _tick(self, remark: Remark, *_: object) -> None:
        if desk := self._host.desk:
            session = desk.session
            session.do(remarks.settle(remark, session.stamp(), done=not remark.done))

    def _tell_imported(self, imported: Imported) -> None:
        """One file that could not be read is told in a sentence, several are listed."""
        told = summary(imported)
        if len(imported.refused) == 1:
            words = f"{told} {imported.refused[0]}" if imported.total > 1 else imported.refused[0]
            self._logged.offer(words, imported.keepable)
        elif imported.refused:
            dialog = RefusedDialog(told, imported.refused, self._host.widget, keepable=imported.keepable)
            dialog.keep_wanted.connect(self._logged.keep)
            dialog.open()
        elif imported.known or imported.left or imported.total > _MANY:
            self._host.hint(told)

    @property
    def _logged(self) -> LoggedCommands:
        return cast("LoggedCommands", self._host.commands("logged"))

    def _ask_encoding(self, sample: Sample) -> None:
        document, self._asked = sample.document, sample.document.id
        title = document.title or document.filename
        dialog = EncodingDialog(title, document.charset, sample.data, self._host.widget)
        dialog.answered.connect(self._read_again)
        dialog.open()

    def _read_again(self, charset: str) -> None:
        if (desk := self._host.desk) and self._asked is not None:
            desk.rereading.read(self._asked, charset)

    def _tell_reread(self, id: DocumentId, charset: str) -> None:
        from workbench.charsets import called

        document = self._host.desk.session.document(id) if self._host.desk else None
        if document is not None:
            words = self.tr("“{title}” was read again as {encoding}. Undo brings the text before back.")
            self._host.hint(words.format(title=document.title, encoding=called(charset)))


def _show_at_top(view: TextView, place: Place) -> None:
    view.show_at_top(place.span)
    view.select(Span(place.span.start, place.span.start))
    view.setFocus()
