"""A claim that was checked before: what was found then, quietly, and more of it when asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.checked.earlier import Earlier
from ui.models.dates import date_words
from ui.models.signs import Sign, relation_sign
from ui.panels.buttons import LinkButton
from ui.panels.card import Card
from ui.panels.comparison import Comparison, compared
from ui.panels.flow import Flow
from ui.panels.words import Chip, Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.checked.values import Checked, Kept, Support
from workbench.model import Relation

_ICONS = {"good": "circle-check", "care": "triangle-alert", "bad": "circle-x", "open": "circle-help"}
_LONGEST_VERDICT = 28
_SHOWN = 4
"""Pieces of the earlier evidence that are shown."""


class EarlierCard(Card):
    """Shows one earlier claim. It never takes a verdict over; it opens what the editor wants to read."""

    case_wanted = Signal(object, str)
    """The `Path` of the case that holds the earlier claim, and the claim's id there."""
    page_wanted = Signal(str)
    """The web address of a published fact-check."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._shown: Earlier | None = None
        self._claim = ""
        self._chip = Chip(look)
        self._when = Words(look, px=12, tone=Tone.MUTED)
        self._conclusion = Words(look, px=13)
        self._wordings = Comparison(look)
        self._evidence = [Words(look, px=12) for _ in range(_SHOWN)]
        self._gone = Words(look, px=12, tone=Tone.MUTED)
        self._more = LinkButton(look)
        self._open = LinkButton(look)
        self._more.clicked.connect(self._turn)
        self._open.clicked.connect(self._want)
        self._build()

    @property
    def earlier(self) -> Earlier | None:
        """What the card shows."""
        return self._shown

    def show_earlier(self, claim: str, earlier: Earlier) -> None:
        """Show an earlier claim beside the words of the one at hand, folded."""
        if (claim, earlier) == (self._claim, self._shown):
            return
        self._claim, self._shown = claim, earlier
        told = earlier.checked
        self._chip.show_sign(_verdict_sign(told))
        self._chip.setToolTip(told.verdict)
        self._when.say(_when_and_who(told))
        # A verdict never stands without a word on what it was about: it may be another figure.
        self._conclusion.say(told.conclusion or told.title or self.tr("“{claim}”").format(claim=told.wording))
        self.setAccessibleName(self.tr("Checked before: {verdict}").format(verdict=told.verdict))
        self.setAccessibleDescription(f"{self._when.text()}. {told.conclusion}")
        self._say_open(earlier)
        self._unfold(False)

    def choose(self) -> None:
        """A card of what is past is never the current one."""

    def _turn(self) -> None:
        self._unfold(not self._wordings.isVisibleTo(self))

    def _unfold(self, whole: bool) -> None:
        if (earlier := self._shown) is None:
            return
        if whole:
            self._show_whole(earlier.checked)
        supports = earlier.checked.evidence[:_SHOWN]
        self._wordings.setVisible(whole)
        for place, line in enumerate(self._evidence):
            line.setVisible(whole and place < len(supports))
        self._gone.setVisible(whole and bool(self._gone.text()))
        self._more.say(self.tr("Show less") if whole else self.tr("Show what was found"))
        self.updateGeometry()

    def _show_whole(self, told: Checked) -> None:
        now, then = compared(self._claim, told.wording)
        heading = self.tr("Claim then, by {name}").format(name=told.speaker) if told.speaker else ""
        self._wordings.show_wordings(now, replace(then, heading=heading or self.tr("Claim then")))
        for line, support in zip(self._evidence, told.evidence, strict=False):
            line.say(_support_words(support))

    def _say_open(self, earlier: Earlier) -> None:
        place = earlier.checked.place
        of_case = place.kept is Kept.CASE
        self._open.say(self.tr("Open its case") if of_case else self.tr("Open the fact-check"))
        self._open.setToolTip(place.path if of_case else place.url)
        self._open.setVisible(earlier.is_there if of_case else bool(place.url))
        moved = self.tr("Its case is no longer at {path}.").format(path=place.path)
        self._gone.say(moved if of_case and not earlier.is_there else "")

    def _want(self) -> None:
        if self._shown is None:
            return
        place = self._shown.checked.place
        if place.kept is Kept.CASE:
            self.case_wanted.emit(Path(place.path), place.claim)
        else:
            self.page_wanted.emit(place.url)

    def _build(self) -> None:
        head, links, rows = QHBoxLayout(), Flow(gap=16), QVBoxLayout(self)
        self._when.setWordWrap(True)
        head.addWidget(self._chip)
        head.addWidget(self._when, 1)
        links_row = QWidget()
        links_row.setLayout(links)
        for button in (self._more, self._open):
            links.addWidget(button)
        rows.setContentsMargins(14, 10, 14, 6)
        rows.setSpacing(6)
        rows.addLayout(head)
        for part in (self._conclusion, self._wordings, *self._evidence, self._gone, links_row):
            rows.addWidget(part)


def _verdict_sign(told: Checked) -> Sign:
    words = told.verdict
    if len(words) > _LONGEST_VERDICT:
        words = words[: _LONGEST_VERDICT - 1].rstrip() + "…"
    return Sign(words, _ICONS.get(told.tone, "circle-dot"), Tone(told.tone) if told.tone else Tone.MUTED)


def _when_and_who(told: Checked) -> str:
    return " · ".join(part for part in (date_words(told.at), told.checker) if part)


def _support_words(support: Support) -> str:
    """One line on a piece of evidence: what it does, its words, where they come from."""
    relation = relation_sign(Relation(support.relation)).word if support.relation else ""
    about = ", ".join(part for part in (support.outlet, date_words(support.published)) if part)
    said = QCoreApplication.translate("EarlierCard", "“{words}”").format(words=support.words)
    told = f"{relation}: {said}" if relation else said
    return f"{told} — {about}" if about else told
