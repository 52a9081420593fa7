"""Who a source is: its name, its kind, whether it speaks at first hand, how far it can be relied on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.models.signs import Sign
from ui.panels.buttons import LinkButton
from ui.panels.choice import Choice, ChoiceButton
from ui.panels.field import Captioned, Field
from ui.panels.words import Words
from ui.register.real_names import RealNames
from ui.register.section import Section
from ui.register.signs import kind_sign
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench import register
from workbench.model import Source, SourceKind


class WhoSection(Section):
    """Fields that save themselves; two choices; and another entry of the same name, to be joined."""

    join_wanted = Signal(object)
    """The `Source` of the same name that is to be joined with the one shown."""

    def __init__(self, session: Session, look: Look, names: RealNames, parent: QWidget | None = None) -> None:
        super().__init__(session, look, parent)
        self.title.say(self.tr("Who"))
        self._name = Field(look, self.tr("Name"), self.tr("Name, or code name"))
        self._kind = ChoiceButton(look, self.tr("Kind of source"))
        self._rank = ChoiceButton(look, self.tr("First or second hand"))
        self._note = Field(
            look, self.tr("How far it can be relied on"), self.tr("What speaks for and against it"), lines=2
        )
        self._twin = LinkButton(look)
        self._twins: tuple[Source, ...] = ()
        self._names = names
        self._warning = Words(look, px=12, tone=Tone.BAD)
        self._forms = Words(look, px=12, tone=Tone.MUTED)
        self._build()

    def show_source(self, source: Source, *, fresh: bool) -> None:
        """Show who it is."""
        if fresh:
            self.settle()
        self._id = source.id
        self._name.show_stored(source.name, fresh=fresh)
        self._note.show_stored(source.note, fresh=fresh)
        self._kind.set_choices([Choice[object](kind, kind_sign(kind)) for kind in SourceKind])
        self._kind.show_choice(source.kind, kind_sign(source.kind))
        self._rank.set_choices(self._ranks(source.kind))
        self._rank.show_choice(source.first_hand, Sign("", "", Tone.MUTED))
        for field in (self._name, self._note):
            field.setReadOnly(not self.writable)
        for button in (self._kind, self._rank):
            button.setEnabled(self.writable)
        self._show_twin(source)

    def show_forms(self, forms: tuple[str, ...]) -> None:
        """Say under which other names the texts credit it."""
        shown = ", ".join(f"“{form}”" for form in forms)
        self._forms.say(self.tr("In the texts also {names}").format(names=shown))
        self._forms.setVisible(bool(forms))

    def focus(self) -> None:
        """Give the keyboard to the first choice: in a field, single keys would be typed, not obeyed."""
        self._kind.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def settle(self) -> None:
        """Save what is being written."""
        self._name.settle()
        self._note.settle()

    def _build(self) -> None:
        choices = QWidget()
        row = QHBoxLayout(choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._kind, 1)
        row.addWidget(self._rank, 1)
        self._name.setFont(self._look.reading_font(18))
        note = Captioned(self._look, self._note)
        self._warning.hide()
        for part in (self._name, self._twin, self._forms, choices, note, self._warning):
            self.rows.addWidget(part)
        self._name.written.connect(self._keep_name)
        self._note.written.connect(self._keep_note)
        self._kind.picked.connect(self._set_kind)
        self._rank.picked.connect(self._set_rank)
        self._twin.clicked.connect(self._want_join)

    def _ranks(self, kind: SourceKind) -> list[Choice[object]]:
        usual = self.tr("Primary, as its kind") if kind.is_primary else self.tr("Secondary, as its kind")
        meaning = self.tr("At first hand: it was there, or it is the thing itself.")
        passed = self.tr("At second hand: it tells what others said or wrote.")
        return [
            Choice(None, Sign(usual, "circle-dot", Tone.MUTED)),
            Choice(True, Sign(self.tr("Primary here"), "circle-check", Tone.ACCENT), meaning),
            Choice(False, Sign(self.tr("Secondary here"), "circle-slash", Tone.ACCENT), passed),
        ]

    def _show_twin(self, source: Source) -> None:
        same = register.named(self._session.sources(), source.name)
        self._twins = tuple(
            other for other in same if other.id != source.id and other.protected == source.protected
        )
        self._twin.setVisible(bool(self._twins) and self.writable)
        self._twin.say(self.tr("Another entry has this name: make them one"))

    def _keep_name(self, text: str) -> None:
        if source := self.source():
            self._edit(source, replace(source, name=text))
            stored = self.source()
            if stored is not None and stored.name != text:
                self._name.show_stored(stored.name, fresh=True)

    def _keep_note(self, text: str) -> None:
        """A note that gives a protected source away is not written: the case would hold it for good."""
        told = self._names.stands_in(text)
        self._warning.say(self.tr("Not saved: this holds the real name of a protected source."))
        self._warning.setVisible(told)
        if (source := self.source()) and not told:
            self._edit(source, replace(source, note=text))

    def _set_kind(self, kind: SourceKind) -> None:
        if source := self.source():
            self._edit(source, replace(source, kind=kind))

    def _set_rank(self, first_hand: bool | None) -> None:
        if source := self.source():
            self._edit(source, replace(source, first_hand=first_hand))

    def _edit(self, before: Source, after: Source) -> None:
        self.do(register.edit(before, after, self._session.stamp()))

    def _want_join(self) -> None:
        if self._twins:
            self.join_wanted.emit(self._twins[0])
