"""On what terms a source talks, and whether it is protected."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.models.signs import Sign
from ui.panels.choice import Choice, ChoiceButton
from ui.panels.flow import Flow
from ui.panels.words import Chip, Words
from ui.register.real_names import RealNames
from ui.register.section import Section
from ui.register.signs import terms_meaning, terms_sign
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.icons import beside_icon
from ui.theme.look import Look
from workbench import register
from workbench.model import Source, Terms


class TermsSection(Section):
    """The terms in one choice; below it the protection. A real name is shown only when asked for."""

    protect_wanted = Signal()
    show_wanted = Signal()
    change_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, session: Session, look: Look, names: RealNames, parent: QWidget | None = None) -> None:
        super().__init__(session, look, parent)
        self.title.say(self.tr("On what terms"))
        self._names = names
        self._shown = False
        self._terms = ChoiceButton(look, self.tr("On what terms"))
        self._meaning = Words(look, px=12, tone=Tone.MUTED)
        self._protect = QPushButton(beside_icon(self.tr("Protect this source…")))
        self._chip = Chip(look, Sign(self.tr("Protected: code name only"), "shield", Tone.ACCENT))
        self._real = Words(look, px=15, reading=True)
        self._state = Words(look, px=12, tone=Tone.MUTED)
        self._show = QPushButton()
        self._change = QPushButton(self.tr("Change the real name…"))
        self._forget = QPushButton(self.tr("Forget this name"))
        self._build()

    def show_source(self, source: Source, *, fresh: bool) -> None:
        """Show its terms; a real name shown before is covered again when another source comes."""
        self._shown = self._shown and not fresh
        self._id = source.id
        self._terms.set_choices(
            [Choice[object](terms, terms_sign(terms), terms_meaning(terms)) for terms in (None, *Terms)]
        )
        self._terms.show_choice(source.terms, terms_sign(source.terms))
        self._terms.setEnabled(self.writable)
        kept = self.tr("Summaries give the code name alone, and no answers.")
        self._meaning.say(kept if source.protected else terms_meaning(source.terms))
        self._show_protection(source)

    def reveal(self) -> None:
        """Show the real name, now that it is unlocked."""
        self._shown = True
        self.refresh()

    def refresh(self) -> None:
        """Follow what became of the real names."""
        if not self._names.is_open:
            self._shown = False
        if source := self.source():
            self._show_protection(source)

    def _show_protection(self, source: Source) -> None:
        kept = self._names.is_open and source.id in self._names.held()
        self._protect.setVisible(self.writable and not source.protected)
        shown = self._shown and kept
        self._real.say((self._names.of(source.id) or "") if shown else "")
        self._real.setVisible(shown)
        self._state.say(self._told(kept=kept))
        for part in (self._chip, self._state, self._show):
            part.setVisible(source.protected)
        self._show.setVisible(source.protected and (kept or not self._names.is_open) and self._names.exists)
        self._show.setText(self.tr("Cover the name") if shown else self.tr("Show the real name…"))
        self._change.setText(self.tr("Change the real name…") if kept else self.tr("Keep a real name…"))
        self._change.setVisible(source.protected and (self._names.is_open or not self._names.exists))
        self._forget.setVisible(source.protected and kept)

    def _told(self, *, kept: bool) -> str:
        name = self._names.path.name
        if not self._names.exists:
            return self.tr("No real name is kept: there is no file “{file}” beside the case.").format(
                file=name
            )
        if not self._names.is_open:
            return self.tr("The real names are locked, in “{file}” beside the case.").format(file=name)
        if kept:
            return self.tr("The real name is unlocked; it is locked again after five minutes without use.")
        return self.tr("No real name is kept for this source.")

    def _build(self) -> None:
        tools = QWidget()
        buttons = Flow(tools)
        for button in (self._protect, self._show, self._change, self._forget):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        self._real.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        for part in (self._terms, self._meaning, self._chip, self._real, self._state, tools):
            self.rows.addWidget(part)
        self._terms.picked.connect(self._set_terms)
        self._protect.clicked.connect(self.protect_wanted)
        self._show.clicked.connect(self._turn_name)
        self._change.clicked.connect(self.change_wanted)
        self._forget.clicked.connect(self.forget_wanted)
        self._names.changed.connect(self.refresh)
        self._look.changed.connect(self._tint)
        self._tint()

    def _turn_name(self) -> None:
        if self._shown:
            self._shown = False
            self.refresh()
        else:
            self.show_wanted.emit()

    def _set_terms(self, terms: Terms | None) -> None:
        if source := self.source():
            self.do(register.edit(source, replace(source, terms=terms), self._session.stamp()))

    def _tint(self) -> None:
        self._protect.setIcon(self._look.icon("shield"))
