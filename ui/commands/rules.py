"""Commands about the rules of the desk: the verdict scale, and what is asked before a claim is confirmed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.commands.host import Host
from ui.dialogs.rules import RulesDialog
from ui.dialogs.scale import ScaleDialog
from workbench import gates, scales
from workbench.model import ClaimKind, Gate, Scale, ScaleId


class RulesCommands(QObject):
    """Edits what holds for the whole case; each in one step that can be undone."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host

    def edit_scale(self) -> None:
        """Ask which verdict scale the case uses, and with which steps."""
        if (desk := self._host.desk) is None:
            return
        desk.evidence.settle()
        session = desk.session
        own = ScaleId(session.new_id())
        dialog = ScaleDialog(
            self._host.look,
            session.scale(),
            session.scales(),
            session.every_verdict(),
            own,
            self._host.widget,
        )
        dialog.answered.connect(self._use_scale)
        dialog.open()

    def edit_gates(self) -> None:
        """Ask what each kind of claim has to show before it is confirmed."""
        if desk := self._host.desk:
            dialog = RulesDialog(desk.session.gates(), desk.session.new_id, self._host.widget)
            dialog.answered.connect(self._set_rules)
            dialog.open()

    def _use_scale(self, scale: Scale) -> None:
        desk = self._host.desk
        case = desk.session.case() if desk else None
        if desk is not None and case is not None:
            session = desk.session
            verdicts, stamp = session.every_verdict(), session.stamp()
            session.do(scales.use(case, scale, session.scales(), verdicts, stamp))

    def _set_rules(self, wanted: dict[ClaimKind | None, Gate | None]) -> None:
        if desk := self._host.desk:
            session = desk.session
            session.do(gates.set_rules(session.gates(), wanted, session.stamp()))
