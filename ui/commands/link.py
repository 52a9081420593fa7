"""Follows the links that exports carry: opens the case they point into, at what they point at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from ui.commands.host import Host
from workbench.errors import WorkbenchError
from workbench.model import CaseId
from workbench.pointers import pointed_at

if TYPE_CHECKING:
    from ui.commands.everywhere import EverywhereCommands


class LinkCommands(QObject):
    """Finds the case of an address among those that were opened on this computer."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host

    def follow(self, address: str) -> None:
        """Open the case and show the item, or say why that is not possible."""
        to = pointed_at(address)
        if to is None:
            self._host.tell(self.tr("“{address}” is no link into a case.").format(address=address[:80]))
            return
        if not self._is_open(to.case) and not self._open(to.case):
            return
        going = cast("EverywhereCommands", self._host.commands("everywhere")).going
        if going is None or not going.follow(to):
            self._host.tell(self.tr("What this link points at is not in the case any more."))

    def _open(self, case: CaseId) -> bool:
        for path in self._places(case):
            self._host.open_path(path)
            if self._is_open(case):
                return True
            if self._host.workshop.is_far(path):
                self._host.hint(self.tr("The case is being brought here. Follow the link once more then."))
                return False
        self._host.tell(
            self.tr(
                "The case that this link leads into is not known on this computer, or is not where it was. "
                "Open the case once; after that, the link finds it."
            )
        )
        return False

    def _places(self, case: CaseId) -> list[Path]:
        """Where the case was seen and still lies, the last place first."""
        try:
            seen = self._host.workshop.open_heads().of(case)
        except WorkbenchError as error:
            self._host.tell(str(error))
            return []
        latest = sorted(seen, key=lambda one: one.at, reverse=True)
        places = dict.fromkeys(Path(one.place) for one in latest)
        return [path for path in places if path.is_file()]

    def _is_open(self, case: CaseId) -> bool:
        desk = self._host.desk
        here = desk.session.case() if desk else None
        return here is not None and here.id == case
