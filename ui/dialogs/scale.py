"""Asks which verdict scale the case uses, and lets the desk edit its steps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.dialogs.choices import Box
from ui.dialogs.form import Form
from ui.dialogs.scale_steps import StepsEditor
from ui.models.signs import step_sign
from ui.panels.flow import Flow, emptied
from ui.panels.words import Chip
from ui.theme.look import Look
from workbench import scales
from workbench.model import Scale, ScaleId, Verdict

_WIDTH = 620


class ScaleDialog(Form):
    """Answers the `Scale` the case is to go on with, as it was edited here.

    `own` is the id that a new scale of the desk gets. Steps that `verdicts` were given with can be retired,
    not taken out.
    """

    def __init__(
        self,
        look: Look,
        current: Scale,
        stored: Sequence[Scale],
        verdicts: Sequence[Verdict],
        own: ScaleId,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setMinimumWidth(_WIDTH)
        self.say(
            self.tr("Verdict scale"),
            self.tr("Verdicts given under another scale keep their words."),
            self.tr("Use this scale"),
        )
        known = {scale.id: scale for scale in scales.known_scales(stored)}
        known.setdefault(current.id, current)
        self._drafts = {**known, own: Scale(own, self.tr("Our own"), current.steps)}
        choices = [(scale.name, id) for id, scale in known.items()]
        choices.append((self.tr("A new one of the desk’s own"), own))
        self._scale = Box(choices, current.id, self)
        self.add_row(self.tr("Scale"), self._scale)
        self._name = self.add_line(self.tr("Name"))
        self._steps = StepsEditor(look, verdicts, self)
        self.add_below(self._steps)
        self._preview = QWidget(self)
        self._chips = Flow(self._preview)
        self._preview.setAccessibleName(self.tr("Preview"))
        self.add_below(self._preview)
        self._scale.currentIndexChanged.connect(self._show)
        self._name.textEdited.connect(self._rename)
        self._steps.edited.connect(self._take)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab go through the steps as well, before the buttons."""
        super().showEvent(event)
        for one, other in pairwise((self._name, *self._steps.stops(), self.button)):
            QWidget.setTabOrder(one, other)
        self.grow()

    @property
    def chosen(self) -> Scale:
        """The scale as it is being edited."""
        return self._drafts[self._scale.chosen()]

    def answer(self) -> Scale | None:
        """The scale; None while it, or one of its steps, has no name."""
        named = bool(self._name.text().strip()) and self._steps.is_complete
        return self.chosen if named else None

    def choose(self, scale: ScaleId) -> None:
        """Choose another scale."""
        self._scale.choose(scale)

    def _show(self, *_: object) -> None:
        self._name.setText(self.chosen.name)
        self._steps.show_scale(self.chosen)
        self._show_preview()

    def _rename(self, name: str) -> None:
        if name.strip():
            self._take(scales.named(self.chosen, name))
        self.watch()

    def _take(self, scale: Scale) -> None:
        self._drafts[scale.id] = scale
        self._show_preview()

    def _show_preview(self) -> None:
        for chip in emptied(self._chips):
            chip.deleteLater()
        for step in scales.offered(self.chosen):
            chip = Chip(self._look, step_sign(step), self._preview)
            chip.setToolTip(step.definition)
            self._chips.addWidget(chip)
            chip.show()
        self.watch()
