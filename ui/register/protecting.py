"""What has to do with real names: adding a protected source, unlocking, showing, changing, forgetting.

Passphrases and names pass through here and are held nowhere but in `RealNames`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.jobs import Jobs
from ui.register.new_source import Entered
from ui.register.passphrase import NewPassphraseForm, RealNameForm, UnlockForm
from ui.register.real_names import RealNames, Then
from ui.seams import SharedStore
from ui.session import Session
from workbench import register
from workbench.model import Claim, Document, Source

if TYPE_CHECKING:
    from workbench.progress import Progress
    from workbench.protected import Stands


class Protecting(QObject):
    """Asks what must be asked, over `window`, and does it."""

    told = Signal(str)
    """A sentence about what was done."""
    added = Signal(object)
    """The protected `Source` that has come into the register."""

    def __init__(
        self, session: Session, store: SharedStore, names: RealNames, jobs: Jobs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._store, self._names, self._jobs = session, store, names, jobs

    def add(self, entered: Entered, window: QWidget) -> None:
        """Add a protected source; its real name is kept first, so that none is lost."""
        if not entered.real:
            self._add_source(entered.source)
            return
        job = self._jobs.start(partial(_standing, self._store, entered.real))
        job.done.connect(partial(self._warn, entered, window))
        job.failed.connect(self._names.failed)

    def unlock(self, window: QWidget, then: Then) -> None:
        """See that the names are unlocked, asking for the passphrase; then go on. Tells where none are."""
        if self._names.is_open:
            then()
        elif self._names.exists:
            ask = UnlockForm(self._names.path.name, window)
            ask.answered.connect(partial(_handed, self._names.unlock, then))
            ask.open()
        else:
            words = self.tr(
                "There is no “{file}” beside the case, so no real name is kept here. If there was one, "
                "put a copy of it back in its place."
            )
            self.told.emit(words.format(file=self._names.path.name))

    def ask_name(self, source: Source, window: QWidget) -> None:
        """Ask for the real name of a source, and keep it."""
        self._unlock_or_make(window, partial(self._ask_name, source, window))

    def forget(self, source: Source) -> None:
        """Forget the real name of a source."""
        sentence = self.tr("The real name of “{code}” is forgotten.").format(code=source.name)
        self._names.forget(frozenset((source.id,)), partial(self.told.emit, sentence))

    def forget_strays(self, window: QWidget) -> None:
        """Forget the names that belong to no source of the case."""
        self.unlock(window, self._forget_strays)

    def change_passphrase(self, window: QWidget) -> None:
        """Ask for another passphrase."""
        self.unlock(window, partial(self._ask_passphrase, window))

    def _unlock_or_make(self, window: QWidget, then: Then) -> None:
        """Before a name is kept: where there is no file yet, ask for the passphrase of a new one."""
        if self._names.exists or self._names.is_open:
            self.unlock(window, then)
            return
        make = NewPassphraseForm(self._names.path.name, window)
        make.answered.connect(partial(_handed, self._names.create, then))
        make.open()

    def _warn(self, entered: Entered, window: QWidget, found: Sequence[Stands]) -> None:
        """Say where the name can be read in the case already, before the source comes to it."""
        go_on = partial(self._unlock_or_make, window, partial(self._keep, entered))
        if not found:
            go_on()
            return
        places = ", ".join(f"“{item.where}”" for item in found[:3])
        more = len(found) - 3
        if more > 0:
            places = self.tr("{places} and {count} more").format(places=places, count=more)
        box = QMessageBox(window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("This name stands in {places}").format(places=places))
        box.setInformativeText(
            self.tr(
                "Whoever reads the case can read it there, and texts are never changed. The code name hides "
                "only that this person is your source."
            )
        )
        anyway = box.addButton(self.tr("Add under the code name"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        anyway.clicked.connect(go_on)
        box.open()

    def _keep(self, entered: Entered) -> None:
        self._names.keep(entered.source.id, entered.real, partial(self._add_source, entered.source))

    def _add_source(self, source: Source) -> None:
        if self._session.do(register.add(source, self._session.stamp())):
            self.added.emit(source)

    def _ask_name(self, source: Source, window: QWidget) -> None:
        form = RealNameForm(source, window)
        form.answered.connect(partial(self._keep_name, source))
        form.open()

    def _keep_name(self, source: Source, name: str) -> None:
        sentence = self.tr("The real name of “{code}” is kept.").format(code=source.name)
        self._names.keep(source.id, name, partial(self.told.emit, sentence))

    def _ask_passphrase(self, window: QWidget) -> None:
        form = NewPassphraseForm(self._names.path.name, window, change=True)
        sentence = self.tr("The passphrase of the real names is changed.")
        form.answered.connect(
            partial(_handed, self._names.change_passphrase, partial(self.told.emit, sentence))
        )
        form.open()

    def _forget_strays(self) -> None:
        strays = self._names.held() - {source.id for source in self._session.sources()}
        if not strays:
            self.told.emit(self.tr("Every real name kept belongs to a source of this case."))
            return
        sentence = self.tr("{count} real names that belonged to no source are forgotten.")
        self._names.forget(strays, partial(self.told.emit, sentence.format(count=len(strays))))


def _handed(take: Callable[[str, Then], None], then: Then, passphrase: str) -> None:
    take(passphrase, then)


def _standing(store: SharedStore, real: str, _progress: Progress) -> tuple[Stands, ...]:
    """Where the name stands in the case; runs in the worker thread, on a reader of its own."""
    from workbench.protected import stands_in

    reader = store.reader()
    try:
        documents = reader.all(Document)
        texts = [text for document in documents if (text := reader.latest(document.id))]
        return stands_in(real, documents, texts, reader.all(Claim))
    finally:
        reader.close()
