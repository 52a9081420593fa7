"""Files without text on the desk: taken in, their logs written, their files opened."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.checking import Checking
from ui.jobs import Jobs
from ui.logged.drawn import Drawn, draw, draw_page
from ui.logged.form import LogForm
from ui.panels.source import SourceReader
from ui.seams import SharedStore
from ui.session import Session
from ui.steps import Step, Steps
from ui.theme.look import Look
from workbench.errors import WorkbenchError
from workbench.model import Document, DocumentId, Layout, Medium, Remark, Revision, Sha256, passage
from workbench.progress import Progress
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.logged import FoundFile, Log, Rewritten


class LoggedPlace(QObject):
    """Keeps the form above the source reader, and acts on what it asks for."""

    taken = Signal(object)
    """The `Document` of a file that has come in."""
    failed = Signal(str)
    ready = Signal(object)
    """The path of a file that can be handed to another program."""
    not_it = Signal(str)
    """The name of a file that was chosen and is not the one whose fingerprint the case holds."""

    def __init__(
        self,
        session: Session,
        store: SharedStore,
        checking: Checking,
        jobs: Jobs,
        source: SourceReader,
        look: Look,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._store, self._checking, self._source = session, store, checking, source
        self.form = LogForm(look)
        self.steps = Steps(jobs, self)
        self._places: dict[DocumentId, Path] = {}
        self._drawn: dict[tuple[Sha256, int], Drawn | None] = {}
        self._folder: TemporaryDirectory[str] | None = None
        source.put_above_text(self.form, self.form.fields)
        source.text_shown.connect(self._show)
        self.form.written.connect(self._write)
        self.form.removed.connect(self._take_out)
        self.form.page_turned.connect(self._show_picture)
        self.steps.failed.connect(self.failed)
        self._show()

    @property
    def document(self) -> Document | None:
        """The file whose log is shown; None when a text is shown, or nothing."""
        id = self._source.document
        document = self._session.document(id) if id else None
        return document if document and document.medium else None

    def add_files(self, paths: Sequence[Path]) -> None:
        """Take files in as back-up. Undone in one go."""
        if self._store.read_only is None:
            batch, words = self._session.new_id(), self.tr("Taking in {done} of {all} files")
            for path in paths:
                step = Step(("back-up", path), words, partial(_look, path), partial(self._take, batch))
                self._checking.steps.add(step)

    def open_file(self) -> bool:
        """Make the file shown ready for another program; False when it has to be found first."""
        document = self.document
        if document is None:
            return True
        if document.original is not None:
            work = partial(self._work_copy, document.original, document.filename)
            self.steps.add(Step("open", self.tr("Opening the file"), work, self._hand_over))
            return True
        path = self._places.get(document.id)
        if path is None or not path.is_file():
            return False
        self._open_where_it_lies(path)
        return True

    def find_file(self, path: Path) -> None:
        """See whether a file is the one shown, and make it ready if it is."""
        document = self.document
        if document is not None and document.outside is not None:
            work = partial(_compare, path, document.outside)
            words = self.tr("Taking the file’s fingerprint")
            found = partial(self._settle_found, document.id, path)
            self._checking.steps.add(Step(("find", document.id), words, work, found))

    def write_copy(self, path: Path) -> None:
        """Write the file shown to a place the editor chose."""
        if (document := self.document) and document.original is not None:
            work = partial(self._work_save, document.original, path)
            self.steps.add(Step("save", self.tr("Saving a copy"), work, self._tell_saved))

    def close(self) -> None:
        """Stop the work and remove what was written for other programs."""
        self.steps.cancel()
        if self._folder is not None:
            self._folder.cleanup()

    def _show(self) -> None:
        """Follow what the source reader shows."""
        from workbench.logged import entries

        document, revision = self.document, self._source.revision
        if document is None or revision is None:
            self.form.show_log(None, (), writable=False)
            return
        latest = self._session.revision(document.id)
        writable = self._store.read_only is None and latest is not None and latest.id == revision.id
        shown = entries(revision, self._session.layout(revision.id))
        self.form.show_log(document, shown, writable=writable)
        self._show_picture()

    def _show_picture(self, *_: object) -> None:
        """Show the picture that the file is, or the page that is being written about."""
        wanted = self._wanted_picture()
        if wanted is None:
            return
        if wanted in self._drawn:
            self.form.show_picture(self._drawn[wanted])
            return
        work, finish = partial(self._work_draw, *wanted), partial(self._keep, wanted)
        self.steps.add(Step("draw", self.tr("Drawing"), work, finish))

    def _wanted_picture(self) -> tuple[Sha256, int] | None:
        """Which file, and which of its pages; 0 for a picture."""
        document = self.document
        if document is None or document.original is None:
            return None
        if document.medium is Medium.PAGES:
            return document.original, self.form.page
        return (document.original, 0) if document.medium is Medium.PICTURE else None

    def _work_draw(self, original: Sha256, page: int, _progress: Progress) -> Drawn | None:
        data = self._bytes(original)
        return draw_page(data, page) if page else draw(data)

    def _keep(self, which: tuple[Sha256, int], drawn: Drawn | None) -> None:
        self._drawn = {which: drawn}  # one at a time: a picture takes megabytes
        if self._wanted_picture() == which:
            self.form.show_picture(drawn)

    def _take(self, batch: str, found: FoundFile | str) -> None:
        from workbench.logged import add_backup

        if isinstance(found, str):
            self.failed.emit(found)
            return
        change, originals = add_backup(found, self._session.new_id, self._session.stamp())
        if self._session.do(change, originals, batch=batch):
            document = next(edit.after for edit in change.edits if isinstance(edit.after, Document))
            self.taken.emit(document)

    def _write(self, place: str, words: str, number: int) -> None:
        from workbench.logged import add_line, change_line, note_at

        document, log = self.document, self._log()
        if document is None or document.medium is None or log is None:
            return
        try:
            entry = note_at(document.medium, place, words)
            ids, stamp = self._session.new_id, self._session.stamp()
            made = (
                add_line(log, entry, ids, stamp)
                if number < 0
                else change_line(log, number, entry, ids, stamp)
            )
        except WorkbenchError as error:
            self.form.refuse(str(error))
            return
        if self._do(document.id, made):
            self.form.written_down()
            self._reveal(made, entry.place, entry.words)

    def _take_out(self, number: int) -> None:
        from workbench.logged import remove_line

        document, log = self.document, self._log()
        if document is None or log is None:
            return
        try:
            made = remove_line(log, number, self._session.new_id, self._session.stamp())
        except WorkbenchError as error:
            self.form.refuse(str(error))
            return
        if self._do(document.id, made):
            self.form.begin_anew()

    def _do(self, document: DocumentId, made: Rewritten) -> bool:
        if not self._session.do(made.change):
            return False
        if made.proposals is not None:
            self._session.record(made.proposals)
        self._checking.read_source(document)
        return True

    def _reveal(self, made: Rewritten, place: str, words: str) -> None:
        """Show the line that was just written, marked."""
        edits = [edit.after for edit in made.change.edits]
        revision = next(value for value in edits if isinstance(value, Revision))
        layout = next(value for value in edits if isinstance(value, Layout))
        for found in layout.places:
            if found.label == place and found.span.of(revision.text).endswith(words):
                said = Span(found.span.end - len(words), found.span.end)
                self._source.show_passage(passage(revision, said))
                return

    def _log(self) -> Log | None:
        """The log shown, and what is tied to words of it."""
        from workbench.logged import Log

        session, document = self._session, self.document
        revision = session.revision(document.id) if document else None
        if document is None or revision is None:
            return None
        every = (item for claim in session.all_claims() for item in session.every_evidence(claim.id))
        return Log(
            document,
            revision,
            session.layout(revision.id),
            tuple(item for item in every if item.passage.revision == revision.id),
            tuple(item for item in session.store.all(Remark) if item.passage.revision == revision.id),
            session.attributions_of(revision.id),
        )

    def _work_copy(self, original: Sha256, name: str, _progress: Progress) -> Path | str:
        """A copy that nobody else can read, under a name that fits its bytes."""
        from workbench.logged import safe_name

        try:
            data = self._bytes(original)
            if self._folder is None:
                self._folder = TemporaryDirectory(prefix="twosource-", ignore_cleanup_errors=True)
            path = Path(self._folder.name, original[:16], safe_name(name, data))
            path.parent.mkdir(mode=0o700, exist_ok=True)
            if not path.exists():
                path.write_bytes(data)
                path.chmod(0o400)
        except WorkbenchError as error:
            return str(error)
        except OSError as error:
            return self.tr("No copy of the file could be written ({why}). Make room and try again.").format(
                why=error.strerror
            )
        return path

    def _work_save(self, original: Sha256, path: Path, _progress: Progress) -> str:
        from ui.export.files import write_safely

        try:
            data = self._bytes(original)
            write_safely(path, lambda part: part.write_bytes(data))
        except WorkbenchError as error:
            return str(error)
        return ""

    def _bytes(self, original: Sha256) -> bytes:
        store = self._store.reader()
        try:
            return store.original(original)
        finally:
            store.close()

    def _hand_over(self, path: Path | str) -> None:
        if isinstance(path, str):
            self.failed.emit(path)
        else:
            self.ready.emit(path)

    def _tell_saved(self, sentence: str) -> None:
        if sentence:
            self.failed.emit(sentence)

    def _open_where_it_lies(self, path: Path) -> None:
        """A large file is opened under the name that it has, unless that is one a system might run."""
        from workbench.logged import is_named_safely

        if is_named_safely(path.name):
            self.ready.emit(path)
        else:
            words = self.tr("“{name}” is the file, but is not called like one of its kind: rename it first.")
            self.failed.emit(words.format(name=path.name))

    def _settle_found(self, document: DocumentId, path: Path, found: bool | str) -> None:
        if isinstance(found, str):
            self.failed.emit(found)
        elif found:
            self._places[document] = path
            self._open_where_it_lies(path)
        else:
            self.not_it.emit(path.name)


def _look(path: Path, progress: Progress) -> FoundFile | str:
    from workbench.logged import look_at

    try:
        return look_at(path, progress)
    except WorkbenchError as error:
        return str(error)


def _compare(path: Path, wanted: Sha256, progress: Progress) -> bool | str:
    from workbench.logged import is_file

    try:
        return is_file(path, wanted, progress)
    except WorkbenchError as error:
        return str(error)
