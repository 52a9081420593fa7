"""Commands about drafts of the story: taking one in, saying where passages belong in it, comparing two."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.commands.host import Host
from ui.dialogs.choose import ChooseDialog
from ui.dialogs.paste_draft import PasteDraftDialog
from ui.drafts.told import summary
from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.drafts.taking import Prepared, Recognised
    from workbench.drafts import DraftReport

_DRAFT, _STORY, _SOURCE = "draft", "story", "source"


class DraftCommands(QObject):
    """Acts on the story of the open case; without one, nothing happens."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._prepared: Prepared | None = None
        self._recognised: Recognised | None = None

    def listen_to(self, desk: Desk) -> None:
        """Answer what comes up while drafts are taken in."""
        taking = desk.taking
        taking.doubted.connect(self._ask_whether_another_story)
        taking.recognised.connect(self._ask_whether_draft)
        taking.refused.connect(self._host.tell)
        taking.taken.connect(self._tell_taken)

    def take_file(self) -> None:
        """Ask for the file with the next draft of the story."""
        from workbench.reading import SUFFIXES

        title = self._title()
        if title is None:
            return
        dialog = QFileDialog(self._host.widget, self.tr("New draft of “{title}”").format(title=title))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        dialog.setNameFilters(
            [self.tr("Texts ({patterns})").format(patterns=patterns), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(self._take_files)
        dialog.open()

    def paste(self) -> None:
        """Ask for the text of the next draft."""
        title, desk = self._title(), self._host.desk
        if desk is None or title is None:
            return
        dialog = PasteDraftDialog(title, self._next_number(), self._host.widget)
        dialog.answered.connect(self.take_text)
        dialog.open()

    def take_text(self, text: str) -> None:
        """Take a pasted text in as the next draft."""
        from workbench.reading import read_paste

        if (desk := self._host.desk) is None:
            return
        try:
            reading = read_paste(text)
        except WorkbenchError as error:
            self._host.tell(str(error))
            return
        desk.taking.take_reading(reading)

    def compare(self) -> None:
        """Show two drafts beside each other, or the story again."""
        if desk := self._host.desk:
            desk.beside.toggle()

    def step_difference(self, by: int) -> None:
        """Go to the next difference between the drafts, or the one before."""
        if desk := self._host.desk:
            desk.beside.step(by)

    def show_tray(self) -> None:
        """Show the passages that wait for a place, and give them the keyboard."""
        if desk := self._host.desk:
            self._host.show_claims()
            desk.leads.show_tray()

    def step_waiting(self, by: int) -> None:
        """Go to the next passage that waits for a place, or the one before."""
        if desk := self._host.desk:
            self._host.show_claims()
            desk.left.show_page(desk.review)
            desk.waiting.tray.step(by)

    def take_place(self) -> None:
        """Give the passage that waits the place proposed for it."""
        if desk := self._host.desk:
            desk.waiting.tray.take()

    def take_selected(self) -> None:
        """Give the passage that waits the words selected in the story."""
        if desk := self._host.desk:
            desk.waiting.tray.take_selected()

    def set_gone(self) -> None:
        """Say that the story no longer has the passage that waits."""
        if desk := self._host.desk:
            desk.waiting.tray.set_gone()

    def _take_files(self, names: Sequence[str]) -> None:
        if desk := self._host.desk:
            desk.taking.take_file(Path(names[0]))

    def _ask_whether_another_story(self, prepared: Prepared) -> None:
        self._prepared = prepared
        number, kept = prepared.adoption.report.number, prepared.adoption.report.kept
        said = (
            self.tr("Hardly anything of this text stands in the story.")
            if kept < 0.01
            else self.tr("Only {share} % of this text stands in the story.").format(share=round(100 * kept))
        )
        dialog = ChooseDialog(
            self.tr("This looks like another story than “{title}”").format(title=self._title()),
            said + " " + self.tr("As a draft, it would leave the passages without a place."),
            self.tr("Go on"),
            [
                (self.tr("Add it as a new story"), _STORY),
                (self.tr("Take it as draft {number} all the same").format(number=number), _DRAFT),
            ],
            self._host.widget,
        )
        dialog.answered.connect(self._take_doubted)
        dialog.open()

    def _take_doubted(self, answer: tuple[str]) -> None:
        prepared, self._prepared = self._prepared, None
        if (desk := self._host.desk) is None or prepared is None:
            return
        if answer[0] == _STORY:
            desk.taking.take_as_story(prepared.reading)
        else:
            desk.taking.take_all_the_same(prepared)

    def _ask_whether_draft(self, found: Recognised) -> None:
        self._recognised = found
        dialog = ChooseDialog(
            self.tr("Is this a new draft of “{title}”?").format(title=self._title()),
            self.tr("{share} % of it stands in the story as it is now.").format(
                share=round(100 * found.kept)
            ),
            self.tr("Go on"),
            [
                (self.tr("Yes, take it as draft {number}").format(number=self._next_number()), _DRAFT),
                (self.tr("No, it is a source to check against"), _SOURCE),
            ],
            self._host.widget,
        )
        dialog.answered.connect(self._take_recognised)
        dialog.open()

    def _take_recognised(self, answer: tuple[str]) -> None:
        found, self._recognised = self._recognised, None
        if (desk := self._host.desk) is None or found is None:
            return
        if answer[0] == _DRAFT:
            desk.taking.take_reading(found.reading)
        else:
            desk.taking.take_as_source(found.reading)

    def _tell_taken(self, report: DraftReport) -> None:
        if report.waiting:
            self._host.ask(summary(report), self.tr("Show what waits"), self.show_tray)
        else:
            self._host.hint(summary(report))

    def _title(self) -> str | None:
        story = self._host.desk.session.story() if self._host.desk else None
        return None if story is None else story.title or self.tr("Untitled")

    def _next_number(self) -> int:
        session = self._host.desk.session if self._host.desk else None
        story = session.story() if session else None
        latest = session.revision(story.id) if session and story else None
        return latest.number + 1 if latest else 1
