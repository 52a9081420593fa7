"""Two forms about who is who: which of a source's names mean somebody else, and how a source is called."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.dialogs.form import Form
from workbench.model import Form as NameForm


class SplitDialog(Form):
    """The names under which a source appears. Answers a tuple of those that mean somebody else."""

    def __init__(
        self, name: str, forms: Sequence[tuple[str, NameForm]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = self.tr("Tick what does not mean {name}. The two are then kept apart.").format(name=name)
        self.say(self.tr("Split off names"), words, self.tr("Split off"))
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Names"))
        self._list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        for text, form in forms:
            item = QListWidgetItem(text, self._list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, form)
        self._list.setCurrentRow(0)
        self._list.itemChanged.connect(self.watch)
        self.fields.addRow(self._list)
        self._list.setFocus()
        self.watch()

    def tick(self, number: int) -> None:
        """Tick one of the names."""
        self._list.item(number).setCheckState(Qt.CheckState.Checked)

    def answer(self) -> tuple[NameForm, ...] | None:
        """The names ticked; None while that is none, or all of them."""
        items = [self._list.item(number) for number in range(self._list.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        if not 0 < len(ticked) < len(items):
            return None
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in ticked)


class RenameDialog(Form):
    """By which name a source goes in this case. Answers the name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(self.tr("Rename source"), self.tr("The texts stay as they are."), self.tr("Rename"))
        self._before = name
        self._name = self.add_line(self.tr("Name"), name)
        self._name.textChanged.connect(self.watch)
        self._name.selectAll()
        self._name.setFocus()
        self.watch()

    def answer(self) -> str | None:
        """The new name; None while it is empty or the same."""
        name = " ".join(self._name.text().split())
        return name if name and name != self._before else None
