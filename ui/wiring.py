"""What happens on the desk, told to the window and to the commands that answer it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from ui.banner import Banner
from ui.commands.host import Host
from ui.desk import Desk
from ui.models.opening_words import state_sign
from ui.panes import SidePanes
from ui.status import StatusLine
from ui.theme.colours import Tone
from workbench.standing import Apart, Standing

if TYPE_CHECKING:
    from ui.commands.document import DocumentCommands
    from ui.commands.draft import DraftCommands
    from ui.commands.everywhere import EverywhereCommands
    from ui.commands.fetching import FetchingCommands
    from ui.commands.history import HistoryCommands
    from ui.commands.incoming import IncomingCommands
    from ui.commands.logged import LoggedCommands
    from ui.commands.merge import MergeCommands
    from ui.commands.queries import QueriesCommands
    from ui.commands.register import RegisterCommands
    from ui.commands.review import ReviewCommands


class Frame(Host, Protocol):
    """The window, as far as a desk is told to it."""

    status: StatusLine
    banner: Banner
    panes: SidePanes

    @property
    def documents(self) -> DocumentCommands:
        """The commands about the documents of the case."""

    def show_state(self) -> None:
        """Title, status, and which commands can be used."""

    def rest_anew(self) -> None:
        """Begin anew to wait until the editor has stayed at a place for a while."""


class Wiring(QObject):
    """Lies between one desk and the window, and ends with the desk."""

    def __init__(self, window: Frame, desk: Desk) -> None:
        super().__init__(desk)
        self._window = window
        self._desk = desk
        self._failure = ""
        self._join_session(desk)
        self._join_work(desk)
        self._join_views(desk)
        self._join_documents(desk)
        self._join_evidence(desk)
        self._join_register(desk)
        self._join_keeping(desk)
        self._join_history(desk)
        self._join_review(desk)
        self._join_everywhere(desk)

    def _join_session(self, desk: Desk) -> None:
        session, window = desk.session, self._window
        session.failed.connect(self._show_failure)
        session.changed.connect(self._show_saved)
        session.current_changed.connect(window.show_state)
        session.current_changed.connect(window.rest_anew)
        session.story_changed.connect(window.show_state)
        session.undo_stack.indexChanged.connect(window.show_state)

    def _join_work(self, desk: Desk) -> None:
        """Work in the background: how far it is, and what went wrong."""
        window, checking = self._window, desk.checking
        checking.reduced.connect(window.status.say_reduced)
        checking.steps.failed.connect(window.tell)
        checking.steps.progressed.connect(window.status.work)
        checking.steps.rested.connect(window.status.rest)
        desk.tracing.steps.failed.connect(window.tell)
        desk.searching.failed.connect(window.tell)
        desk.bringing.brought.connect(self._tell_brought)
        desk.earlier.refused.connect(window.tell)
        desk.earlier.taken_in.connect(self._tell_taken_in)

    def _join_views(self, desk: Desk) -> None:
        window = self._window
        desk.reading.source_shown.connect(window.rest_anew)
        desk.middle.changed.connect(self._make_room)
        desk.map.export_wanted.connect(window.actions_["export_map"].trigger)
        desk.claims.entered.connect(window.show_evidence)
        desk.story.view.marks_clicked.connect(self._show_chosen)
        desk.story.view.text_size_changed.connect(self._keep_text_size)

    def _join_documents(self, desk: Desk) -> None:
        commands, documents = self._window.documents, desk.documents
        documents.details_requested.connect(commands.show_details)
        documents.role_requested.connect(commands.set_role)
        documents.removal_requested.connect(commands.remove_document)
        documents.add_requested.connect(self._window.actions_["import"].trigger)
        cast("LoggedCommands", self._window.commands("logged")).listen_to(desk)
        cast("FetchingCommands", self._window.commands("fetching")).listen_to(desk)
        desk.sources.linked_page_wanted.connect(self._window.actions_["fetch_linked"].trigger)

    def _join_evidence(self, desk: Desk) -> None:
        evidence, actions = desk.evidence, self._window.actions_
        evidence.asked.connect(self._window.show_evidence)
        evidence.withheld.connect(self._window.hint)
        evidence.case_wanted.connect(self._open_earlier)
        evidence.page_wanted.connect(self._open_page)
        evidence.import_requested.connect(actions["import"].trigger)
        evidence.link_source_requested.connect(actions["link_source"].trigger)
        evidence.history_requested.connect(actions["claim_history"].trigger)

    def _join_register(self, desk: Desk) -> None:
        window = self._window
        desk.names.failed.connect(window.tell)
        desk.protecting.told.connect(window.hint)
        desk.right.card_shown.connect(window.show_evidence)
        cast("RegisterCommands", window.commands("register")).listen_to(desk)
        cast("DraftCommands", window.commands("draft")).listen_to(desk)
        cast("IncomingCommands", window.commands("incoming")).listen_to(desk)
        desk.waiting.told.connect(window.hint)
        desk.beside.told.connect(window.hint)
        cast("QueriesCommands", window.commands("queries")).listen_to(desk)
        desk.story.query_clicked.connect(self._show_query)

    def _join_everywhere(self, desk: Desk) -> None:
        window = self._window
        desk.everywhere.asking.failed.connect(window.tell)
        commands = cast("EverywhereCommands", window.commands("everywhere"))
        commands.listen_to(desk)
        if commands.going is not None:
            commands.going.details_wanted.connect(window.documents.show_details)

    def _join_review(self, desk: Desk) -> None:
        cast("ReviewCommands", self._window.commands("review")).listen_to(desk)
        desk.reviewing.reviewing.failed.connect(self._window.tell)
        desk.reviewing.state_changed.connect(self._show_signed)

    def _join_history(self, desk: Desk) -> None:
        desk.history.failed.connect(self._window.tell)
        commands = cast("HistoryCommands", self._window.commands("history"))
        desk.history.past_wanted.connect(commands.open_past)

    def _join_keeping(self, desk: Desk) -> None:
        desk.keeping.failed.connect(self._window.tell)
        desk.keeping.stood.connect(self._show_standing)
        desk.keeping.went_apart.connect(self._tell_apart)

    def _show_standing(self, standing: Standing) -> None:
        """Say at the foot how the case stands, and offer what helps where it has lost its place."""
        window, name = self._window, self._desk.store.path.name
        window.show_state()
        if standing is Standing.ASTRAY:
            words = self.tr(
                "“{name}” was moved, deleted or replaced while it was open. All your work is still here: "
                "save a copy of the case and go on in that."
            )
            save = window.actions_["save_copy"].trigger
            window.banner.ask(words.format(name=name), self.tr("Save a copy…"), save)
        elif standing is Standing.BEHIND:
            words = self.tr("Somebody else has changed “{name}” in its folder. All your work is in it.")
            path = self._desk.store.path
            window.banner.ask(words.format(name=name), self.tr("Show it"), partial(self._open_anew, path))

    def _tell_apart(self, apart: Apart) -> None:
        """Our work and somebody else's went different ways: say where both are, and offer to merge them."""
        words = self.tr(
            "“{name}” was changed in its folder by somebody else meanwhile. Nothing was overwritten: your "
            "work is beside it in “{beside}”."
        ).format(name=self._desk.store.path.name, beside=apart.beside.name)
        merging = cast("MergeCommands", self._window.commands("merge"))
        self._window.banner.ask(words, self.tr("Merge them…"), partial(merging.compare, apart.other))

    def _open_anew(self, path: Path) -> None:
        self._window.put_case_away()
        self._window.open_path(path)

    def _show_failure(self, sentence: str) -> None:
        self._failure = sentence
        self._window.banner.tell(sentence, Tone.BAD)
        self._window.status.say_saved(self.tr("The last change was not saved"))

    def _show_saved(self) -> None:
        """What could not be written before is over once something is written."""
        if self._failure and self._window.banner.sentence() == self._failure:
            self._window.banner.hide()
        self._failure = ""
        self._window.show_state()

    def _show_chosen(self, keys: tuple[str, ...]) -> None:
        """A click on a claim in the story is about its evidence."""
        if keys and self._window.panes.narrow:
            self._window.show_evidence()

    def _show_signed(self) -> None:
        """The state of the signatures stands in the status line."""
        review = self._desk.reviewing.review
        self._window.status.say_signed(state_sign(review.signed.state) if review else None)

    def _show_query(self, id: str) -> None:
        """A click on words that the author was asked about leads to what was asked."""
        self._window.show_claims()
        self._desk.leads.show_query(id)

    def _make_room(self) -> None:
        """A page in place of the story wants the room that the story leaves free."""
        self._window.panes.make_room(self._desk.middle.page is not None)

    def _keep_text_size(self, px: int) -> None:
        self._window.settings.text_size = px

    def _tell_brought(self, title: str) -> None:
        self._window.hint(
            self.tr("“{title}” is in the case now. Undo takes it out again.").format(title=title)
        )

    def _tell_taken_in(self, name: str, count: int, passed_over: int) -> None:
        words = self.tr("{count} earlier fact-checks of {name} are remembered.")
        if passed_over:
            words += " " + self.tr("{passed_over} were passed over: they name no claim or no rating.")
        self._window.hint(words.format(count=f"{count:,}", name=name, passed_over=f"{passed_over:,}"))

    def _open_earlier(self, path: Path, claim: str) -> None:
        """Open the case in which a claim was checked, with that claim chosen."""
        if path.is_file():
            self._window.settings.place(path).claim = claim
        # The click came from a card of the case that is about to be closed.
        QTimer.singleShot(0, self._window.widget, partial(self._window.open_path, path))

    def _open_page(self, address: str) -> None:
        QDesktopServices.openUrl(QUrl(address))
