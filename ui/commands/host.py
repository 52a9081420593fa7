"""What commands ask of the window they belong to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from ui.actions import Actions
    from ui.desk import Desk
    from ui.history.past import PastBar
    from ui.library.librarian import Librarian
    from ui.palette import Palette
    from ui.seams import SharedStore
    from ui.settings import Settings
    from ui.status import StatusLine
    from ui.theme.look import Look
    from ui.workshop import Workshop


class Host(Protocol):
    """The window, as far as commands know it."""

    desk: Desk | None
    look: Look
    settings: Settings
    workshop: Workshop
    actions_: Actions
    past: PastBar
    status: StatusLine

    @property
    def palette_(self) -> Palette:
        """The command palette."""

    @property
    def librarian(self) -> Librarian:
        """The library, whatever case is open."""

    @property
    def widget(self) -> QWidget:
        """The widget over which dialogs open."""

    def hint(self, sentence: str) -> None:
        """Tell something that is no failure."""

    def tell(self, sentence: str) -> None:
        """Tell a failure."""

    def ask(self, sentence: str, answer: str, do: Callable[[], object]) -> None:
        """Tell something with a button that leads on."""

    def commands(self, name: str) -> QObject:
        """The object that carries out the commands of one kind."""

    def show_case(self, store: SharedStore) -> None:
        """Put an open case on the desk, in place of the one before."""

    def show_past(self, store: SharedStore, sentence: str, today: Path) -> None:
        """Put an earlier state of the case at `today` on the desk, and say of when it is."""

    def put_case_away(self) -> None:
        """Close the case and offer ways to begin."""

    def open_path(self, path: Path) -> None:
        """Open a case, or tell why that is not possible."""

    def open_near(self, path: Path) -> None:
        """Open a case that lies on this computer, or a far one that was brought here."""

    def show_evidence(self) -> None:
        """Bring the evidence to the front where it shares its place."""

    def show_claims(self) -> None:
        """Bring the claims to the front where they share their place."""

    def save_settings(self) -> None:
        """Write the settings."""
