"""Commands about what is seen: panes, text size, light and dark, finding, the palette, the shortcuts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt

from ui.commands.host import Host
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.models.signs import claim_sign
from ui.palette import Target
from ui.panels.keys import keys_of_commands
from workbench.model import Document, Role

if TYPE_CHECKING:
    from ui.commands.everywhere import EverywhereCommands


class ViewCommands(QObject):
    """Acts on the window itself."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host

    def find(self) -> None:
        """Find words in the text that has the keyboard: a source, else the story."""
        if desk := self._host.desk:
            desk.reading.find()

    def open_palette(self) -> None:
        """Offer every command that can be used now, then claims, then documents."""
        searches = cast("EverywhereCommands", self._host.commands("everywhere")).targets()
        self._host.palette_.open_with([*self._commands(), *searches, *self._claims(), *self._documents()])

    def edit_shortcuts(self) -> None:
        """Show the shortcuts, to be changed."""
        dialog = ShortcutsDialog(self._host.actions_.all(), self._host.widget)
        dialog.answered.connect(self._take_shortcuts)
        dialog.open()

    def toggle_source(self) -> None:
        """Show a source beside the story, or no longer."""
        if desk := self._host.desk:
            desk.reading.toggle_source()

    def focus_claims(self) -> None:
        """Give the keyboard to the claims."""
        if desk := self._host.desk:
            self._host.show_claims()
            desk.left.show_page(desk.claims_page)
            desk.claims.focus_list()

    def focus_quotes(self) -> None:
        """Show the quotations of the story and give them the keyboard."""
        if desk := self._host.desk:
            self._host.show_claims()
            desk.left.show_page(desk.quotes)
            desk.quotes.focus_list()

    def focus_sources(self) -> None:
        """Show who is credited for what and give that list the keyboard."""
        if desk := self._host.desk:
            self._host.show_claims()
            desk.left.show_page(desk.sources)
            desk.sources.focus_list()

    def focus_review(self) -> None:
        """Show what is left to do before the draft can be signed, and give it the keyboard."""
        if desk := self._host.desk:
            self._host.show_claims()
            desk.left.show_page(desk.review)
            desk.review.focus_page()

    def focus_story(self) -> None:
        """Give the keyboard to the story."""
        if desk := self._host.desk:
            desk.middle.leave()
            desk.story.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_evidence(self) -> None:
        """Give the keyboard to the evidence, or to the search that stands in its place."""
        if desk := self._host.desk:
            self._host.show_evidence()
            if desk.right.is_searching:
                desk.search.open_with("")
                return
            desk.evidence.setFocus(Qt.FocusReason.ShortcutFocusReason)
            desk.evidence.focusNextChild()

    def resize_text(self, steps: int) -> None:
        """Make the story's text larger or smaller."""
        size = self._host.settings.resize_text(steps)
        if desk := self._host.desk:
            desk.story.view.set_text_size(size)
            desk.source.view.set_text_size(size)
        self._host.save_settings()

    def switch_theme(self) -> None:
        """Go from light to dark, or back."""
        self._set_theme("light" if self._host.look.theme.is_dark else "dark")

    def follow_system(self) -> None:
        """Be light or dark as the system is."""
        self._set_theme("system")

    def _set_theme(self, mode: str) -> None:
        self._host.settings.theme = mode
        self._host.look.set_mode(mode)
        self._host.save_settings()

    def _take_shortcuts(self, keys: dict[str, list[str]]) -> None:
        self._host.actions_.set_keys(keys)
        self._host.settings.shortcuts = self._host.actions_.changed_keys()
        self._host.save_settings()
        if desk := self._host.desk:
            desk.show_keys(keys_of_commands(self._host.actions_.all()))

    def _commands(self) -> list[Target]:
        return [
            Target(command.text(), command.aside(), command.trigger, command.icon())
            for command in self._host.actions_.all()
            if command.isEnabled() and command.isVisible() and command.row.id != "palette"
        ]

    def _claims(self) -> list[Target]:
        desk = self._host.desk
        if desk is None:
            return []
        session, look = desk.session, self._host.look
        targets = []
        for number, claim in enumerate(session.claims(), 1):
            sign = claim_sign(claim, session.given_step(claim.id))
            words = " ".join(claim.wording.split())
            aside = self.tr("Claim {number}").format(number=number)
            targets.append(
                Target(words, aside, partial(session.choose, claim.id), look.icon(sign.icon, sign.tone))
            )
        return targets

    def _documents(self) -> list[Target]:
        desk = self._host.desk
        return [self._document(document) for document in desk.session.documents()] if desk else []

    def _document(self, document: Document) -> Target:
        desk, look = self._host.desk, self._host.look
        assert desk is not None
        if document.role is Role.STORY:
            go = partial(desk.session.choose_story, document.id)
            return Target(document.title, self.tr("Story"), go, look.icon("newspaper"))
        go_beside = partial(desk.reading.show_document, document.id)
        return Target(document.title, self.tr("Source"), go_beside, look.icon("file-text"))
