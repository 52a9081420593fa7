"""Commands about what comes in: encodings, annotations, remarks of others, places in a text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from ui.commands.host import Host
from ui.dialogs.encoding import EncodingDialog
from ui.dialogs.go_to import GoToDialog
from ui.dialogs.refused import RefusedDialog
from ui.incoming.importing import Imported
from ui.incoming.words import summary
from ui.text.view import TextView
from workbench.citable import label_of
from workbench.model import Place
from workbench.text import Span

if TYPE_CHECKING:
    from ui.commands.document import DocumentCommands
    from ui.commands.logged import LoggedCommands
    from ui.desk import Desk
    from ui.incoming.rereading import Sample
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
