"""Commands about what the author is asked."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.commands.host import Host
from ui.desk import Desk
from ui.dialogs.ask import AskDialog
from ui.dialogs.query_export import QueryExportDialog
from workbench import queries, review
from workbench.model import Passage, Query, QueryId, QueryStatus, passage
from workbench.progress import Progress
from workbench.queries import Asked


class QueriesCommands(QObject):
    """Asks about the words selected in the story, else about the current claim; hands the list on."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host

    def ask(self) -> None:
        """Put a question, or a change to the wording, to the author."""
        if (desk := self._host.desk) is None:
            return
        session, place = desk.session, _selected(desk)
        claim = session.claim(session.current) if session.current else None
        id = QueryId(session.new_id())
        if place is not None:
            whole = next((item for item in session.claims() if item.passage.span == place.span), None)
            query = Query(id, whole.id if whole else None, "", passage=None if whole else place)
            self.put(query, place.quote.exact)
        elif claim is not None:
            self.put(Query(id, claim.id, ""), claim.wording)
        else:
            self._host.hint(self.tr("Select words in the story first, or choose a claim."))

    def edit(self, id: str) -> None:
        """Ask otherwise what has not been answered yet."""
        desk = self._host.desk
        found = next((item for item in desk.queries.asked() if item.query.id == id), None) if desk else None
        if found is None:
            return
        dialog = AskDialog(found.query, found.words, self._host.look, self._host.widget, new=False)
        dialog.answered.connect(self._rephrase)
        dialog.open()

    def answer(self) -> None:
        """Put the cursor into the author's answer to the first query of the claim."""
        if desk := self._host.desk:
            self._host.show_evidence()
            desk.right.close_search()
            if not desk.evidence.write_author_answer():
                self._host.hint(self.tr("The author has not been asked about this claim."))

    def copy(self) -> None:
        """Copy the open queries as text, to be pasted into a mail to the author."""
        if (desk := self._host.desk) is None:
            return
        waiting = queries.with_status(desk.queries.asked(), QueryStatus.OPEN)
        if not waiting:
            self._host.hint(self.tr("No query is open."))
            return
        QApplication.clipboard().setText(queries.as_text(waiting))
        self._host.hint(self.tr("{count} open queries are on the clipboard.").format(count=len(waiting)))

    def export(self) -> None:
        """Ask in what form and where to the list of queries goes."""
        if (desk := self._host.desk) is None:
            return
        if not desk.queries.asked():
            self._host.hint(self.tr("The author has not been asked anything yet."))
            return
        desk.evidence.settle()
        desk.queries.settle()
        path = desk.store.path
        suggested = path.with_name(f"{path.stem} queries.docx")
        dialog = QueryExportDialog(suggested, self._host.widget)
        dialog.answered.connect(partial(self._export_as, dialog))
        dialog.open()

    def export_to(self, path: Path, status: QueryStatus | None = None) -> None:
        """Write the queries that stand so in the worker thread; all of them for None."""
        desk = self._host.desk
        story = desk.session.story() if desk else None
        if desk is None or story is None:
            return
        chosen = queries.with_status(desk.queries.asked(), status)
        job = desk.jobs.start(partial(_export, chosen, story.title or story.filename, path))
        job.done.connect(self._say_exported)
        job.failed.connect(self._host.tell)

    def show_all(self) -> None:
        """Show the list of all queries on the page Review."""
        if desk := self._host.desk:
            self._host.show_claims()
            desk.leads.show_queries()

    def listen_to(self, desk: Desk) -> None:
        """Answer what the panels of a desk ask for."""
        desk.queries.edit_wanted.connect(self.edit)
        desk.queries.copy_wanted.connect(self.copy)
        desk.queries.export_wanted.connect(self.export)
        desk.queries.revealed.connect(self._reveal)
        desk.evidence.edit_query_wanted.connect(self.edit)

    def _reveal(self, asked: Asked) -> None:
        if (desk := self._host.desk) and not desk.leads.reveal_query(asked):
            self._host.hint(self.tr("These words stand in an earlier draft, not in this one."))

    def put(self, query: Query, words: str) -> None:
        """Let the editor word a question about words of the story, and put it."""
        dialog = AskDialog(query, words, self._host.look, self._host.widget)
        dialog.answered.connect(self._ask)
        dialog.open()

    def _ask(self, query: Query) -> None:
        if desk := self._host.desk:
            desk.session.do(review.ask(query, desk.session.stamp()))

    def _rephrase(self, after: Query) -> None:
        desk = self._host.desk
        known = desk.session.query(after.id) if desk else None
        if desk is not None and known is not None:
            desk.session.do(queries.rephrase(known, after, desk.session.stamp()))

    def _export_as(self, dialog: QueryExportDialog, path: Path) -> None:
        self.export_to(path, dialog.status)

    def _say_exported(self, path: Path) -> None:
        self._host.hint(self.tr("The queries are written: {path}").format(path=path))


def _selected(desk: Desk) -> Passage | None:
    """The words selected in the story, where the keyboard is."""
    story = desk.session.story()
    revision = desk.session.revision(story.id) if story else None
    span = desk.story.selected_passage()
    return passage(revision, span) if revision is not None and span is not None else None


def _export(asked: tuple[Asked, ...], title: str, path: Path, _progress: Progress) -> Path:
    from ui.export.files import write_safely
    from workbench.export.queries import to_docx, to_markdown

    data = to_docx(asked, title) if path.suffix == ".docx" else to_markdown(asked, title).encode()
    write_safely(path, lambda part: part.write_bytes(data))
    return path
