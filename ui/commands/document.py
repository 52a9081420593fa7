"""Commands about the documents of a case: reading in, describing, giving a role, removing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.commands.host import Host
from ui.dialogs.choose import ChooseDialog
from ui.dialogs.details import DetailsDialog
from ui.dialogs.paste import Pasted, PasteDialog
from ui.incoming.importing import Listed
from workbench.change import Change, Edit, removed
from workbench.errors import WorkbenchError
from workbench.model import Document, DocumentId, Role

if TYPE_CHECKING:
    from ui.commands.fetching import FetchingCommands
    from ui.commands.logged import LoggedCommands


class DocumentCommands(QObject):
    """Acts on stories and sources of the open case; without one, nothing happens."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._listed = Listed(())

    def import_files(self, role: str) -> None:
        """Ask which files to read in as story or as sources."""
        title = self.tr("Import a story") if role == Role.STORY else self.tr("Import texts")
        dialog = QFileDialog(self._host.widget, title)
        several = role != Role.STORY
        dialog.setFileMode(
            QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile
        )
        from workbench.reading import SUFFIXES

        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        dialog.setNameFilters(
            [self.tr("Texts ({patterns})").format(patterns=patterns), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(self._import_sources if several else self._import_story)
        dialog.open()

    def import_folder(self) -> None:
        """Ask for a folder, all texts in which are read in."""
        dialog = QFileDialog(self._host.widget, self.tr("Import a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(self._import_sources)
        dialog.open()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files in, and those in folders. While there is no story yet, one of them is it."""
        if (desk := self._host.desk) is None:
            return
        if len(paths) == 1 and paths[0].suffix.lower() in (".json", ".jsonld"):
            desk.annotating.read(paths[0])
        elif any(path.is_dir() for path in paths):
            desk.checking.importing.look_through(paths)
        else:
            self.take_listed(Listed(tuple(dict.fromkeys(paths))))

    def take_listed(self, listed: Listed) -> None:
        """Read in what was found in folders, or chosen file by file."""
        desk, paths = self._host.desk, listed.paths
        if desk is None:
            return
        self._listed = listed
        if not paths:
            self._tell_left_out(listed)
        elif desk.session.story() is not None and len(paths) == 1:
            desk.taking.look_at(paths[0])
            self._tell_left_out(listed)
        elif desk.session.story() is not None:
            desk.checking.importing.begin(paths, None, listed.refused, listed.keepable)
        elif len(paths) == 1:
            desk.checking.importing.begin(paths, paths[0], listed.refused, listed.keepable)
        else:
            self._ask_which_is_the_story()

    def paste_text(self) -> None:
        """Ask for a text and what is known of it."""
        self.take_text("", "")

    def take_text(self, text: str, url: str) -> None:
        """Ask what is known of a dropped or pasted text."""
        desk = self._host.desk
        if desk is None:
            return
        role = Role.STORY if desk.session.story() is None else Role.SOURCE
        dialog = PasteDialog(text, role, self._host.widget, url=url)
        dialog.answered.connect(self._take_pasted)
        dialog.fetch_wanted.connect(self._fetch_instead)
        dialog.open()

    def _fetch_instead(self, url: str) -> None:
        cast("FetchingCommands", self._host.commands("fetching")).ask_for(url)

    def story_details(self) -> None:
        """Show what is known about the story, to be corrected."""
        if (desk := self._host.desk) and (story := desk.session.story()):
            self.show_details(story.id)

    def source_details(self) -> None:
        """Show what is known about the source beside the story, to be corrected."""
        desk = self._host.desk
        shown = desk.source.document if desk else None
        if shown is None:
            self._host.hint(self.tr("Show a source beside the story first."))
        else:
            self.show_details(shown)

    def show_details(self, id: DocumentId) -> None:
        """Show what is known about a document, to be corrected."""
        desk = self._host.desk
        document = desk.session.document(id) if desk else None
        if desk is not None and document is not None:
            dialog = DetailsDialog(document, self._host.widget)
            dialog.answered.connect(self._take_details)
            dialog.encoding_wanted.connect(desk.rereading.sample)
            dialog.open()

    def set_role(self, id: DocumentId, role: Role) -> None:
        """Use a document as source, or check it now; what was the story becomes one of its sources."""
        document = self._host.desk.session.document(id) if self._host.desk else None
        if document is None or document.role is role:
            return
        if role is Role.STORY:
            self._make_story(document)
        else:
            self._take_details(replace(document, role=role))

    def remove_document(self, id: DocumentId) -> None:
        """Remove a document with all that hangs on it; one undo brings everything back."""
        desk = self._host.desk
        document = desk.session.document(id) if desk else None
        if desk is not None and document is not None:
            label = self.tr("Remove document")
            if desk.session.do(Change(label, desk.session.stamp(), removed(document))):
                self._host.hint(
                    self.tr("“{title}” was removed. Undo brings it back.").format(title=document.title)
                )

    def choose_story(self) -> None:
        """Ask which document of the case to check; a source becomes a story by that."""
        if (desk := self._host.desk) is None:
            return
        story, writable = desk.session.story(), desk.store.read_only is None
        others = [
            item
            for item in desk.session.documents()
            if item != story and item.medium is None and (writable or item.role is Role.STORY)
        ]
        dialog = ChooseDialog(
            self.tr("Which text do you want to check?"),
            self.tr("It is checked against all the others. What you have done so far stays as it is."),
            self.tr("Check this one"),
            [(item.title or self.tr("Untitled"), item.id) for item in others],
            self._host.widget,
        )
        dialog.answered.connect(self._check)
        dialog.open()

    def analyse(self) -> None:
        """Look for claims and evidence again."""
        if desk := self._host.desk:
            desk.checking.check_everything()

    def _import_sources(self, names: Sequence[str]) -> None:
        self.take_files([Path(name) for name in names])

    def _import_story(self, names: Sequence[str]) -> None:
        if desk := self._host.desk:
            desk.checking.import_files([Path(names[0])], Path(names[0]))

    def _ask_which_is_the_story(self) -> None:
        choices: list[tuple[str, object]] = [(path.name, path) for path in self._listed.paths]
        dialog = ChooseDialog(
            self.tr("Which of these is the story you check?"),
            self.tr("The others become sources to check it against."),
            self.tr("Import"),
            [*choices, (self.tr("None of them, all are sources"), None)],
            self._host.widget,
        )
        dialog.answered.connect(self._import_with_story)
        dialog.open()

    def _tell_left_out(self, listed: Listed) -> None:
        """Tell what of a folder is not read in, and offer to keep it."""
        if listed.refused:
            logged = cast("LoggedCommands", self._host.commands("logged"))
            logged.offer(" ".join(listed.refused), listed.keepable)

    def _import_with_story(self, answer: tuple[Path | None]) -> None:
        if desk := self._host.desk:
            listed = self._listed
            desk.checking.importing.begin(listed.paths, answer[0], listed.refused, listed.keepable)

    def _take_pasted(self, pasted: Pasted) -> None:
        from workbench.reading import read_paste

        desk = self._host.desk
        if desk is None:
            return
        try:
            reading = read_paste(pasted.text)
        except WorkbenchError as error:
            self._host.tell(str(error))
            return
        known = replace(
            reading,
            title=pasted.title or reading.title,
            outlet=pasted.outlet or reading.outlet,
            published=pasted.published or reading.published,
            url=pasted.url or reading.url,
        )
        desk.checking.take_in(known, pasted.role)

    def _take_details(self, after: Document) -> None:
        from workbench.documents import edit_document

        desk = self._host.desk
        before = desk.session.document(after.id) if desk else None
        if desk is not None and before is not None and before != after:
            desk.session.do(edit_document(before, after, desk.session.stamp()))

    def _make_story(self, document: Document) -> None:
        if (desk := self._host.desk) is None:
            return
        session, before = desk.session, desk.session.story()
        edits = [Edit(document, replace(document, role=Role.STORY))]
        if before is not None:
            edits.append(Edit(before, replace(before, role=Role.SOURCE)))
        if session.do(Change(self.tr("Check another text"), session.stamp(), tuple(edits))):
            session.choose_story(document.id)

    def _check(self, answer: tuple[DocumentId]) -> None:
        if desk := self._host.desk:
            self.set_role(answer[0], Role.STORY)
            desk.session.choose_story(answer[0])
            desk.story.view.setFocus()
