"""Commands about what was checked before: fact-checks read in, and what is remembered forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.commands.host import Host
from ui.dialogs.choose import ChooseDialog
from workbench.checked.values import Collection, Kept


class CheckedCommands(QObject):
    """Acts on the memory of claims checked before."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host

    def import_files(self) -> None:
        """Ask which files of fact-checks to read in."""
        dialog = QFileDialog(self._host.widget, self.tr("Import earlier fact-checks"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = "*.json *.jsonld *.jsonl *.html *.htm"
        dialog.setNameFilters(
            [self.tr("Fact-checks ({patterns})").format(patterns=patterns), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(self.take)
        dialog.open()

    def take(self, names: Sequence[str]) -> None:
        """Read files of fact-checks in."""
        if desk := self._host.desk:
            desk.earlier.import_files([Path(name) for name in names])

    def forget(self) -> None:
        """Ask what is to be forgotten, once the memory has said what it holds."""
        if desk := self._host.desk:
            desk.earlier.listed.connect(self._choose)
            desk.earlier.list()

    def _choose(self, collections: Sequence[Collection]) -> None:
        if (desk := self._host.desk) is None:
            return
        desk.earlier.listed.disconnect(self._choose)
        if not collections:
            self._host.hint(self.tr("Nothing is remembered of earlier checks."))
            return
        choices: list[tuple[str, object]] = [(self._named(item), item) for item in collections]
        count = sum(item.claims for item in collections)
        everything = self.tr("Everything: 1 claim") if count == 1 else self.tr("Everything: {count} claims")
        everything = everything.format(count=f"{count:,}")
        dialog = ChooseDialog(
            self.tr("Forget what was checked before"),
            self.tr(
                "What you choose is no longer shown beside claims. A case itself stays as it is, and is "
                "remembered again when it is next opened."
            ),
            self.tr("Forget"),
            [*choices, (everything, None)],
            self._host.widget,
        )
        dialog.answered.connect(self._forget)
        dialog.open()

    def _forget(self, chosen: tuple[Collection | None]) -> None:
        if desk := self._host.desk:
            desk.earlier.forget(*chosen)
            self._host.hint(self.tr("Forgotten."))

    def _named(self, item: Collection) -> str:
        kept = self.tr("case") if item.kept is Kept.CASE else self.tr("imported file")
        words = (
            self.tr("{name} — {kept}, 1 claim")
            if item.claims == 1
            else self.tr("{name} — {kept}, {count} claims")
        )
        return words.format(name=item.name, kept=kept, count=f"{item.claims:,}")
