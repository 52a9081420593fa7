"""What a claim waits for, in words: who owes it, and whether it is overdue."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.models.dates import date_words
from ui.models.signs import Sign
from ui.theme.colours import Tone
from workbench.model import Claim
from workbench.review import WAITING, is_overdue


def due_sign(claim: Claim, today: date) -> Sign | None:
    """Until when something is owed: "Overdue since 3 Dec 2026", "Due today"; None where no date is set."""
    if claim.disposition not in WAITING or claim.due is None:
        return None
    if is_overdue(claim, today):
        words = _said("Overdue since {day}").format(day=date_words(claim.due))
        return Sign(words, "triangle-alert", Tone.BAD)
    if claim.due == today.isoformat():
        return Sign(_said("Due today"), "clock", Tone.CARE)
    return Sign(_said("Due {day}").format(day=date_words(claim.due)), "clock", Tone.MUTED)


def owed_sign(claim: Claim, today: date) -> Sign | None:
    """The same with who owes it: "Overdue since 3 Dec 2026 · Ida Brand"; None where neither is set."""
    due = due_sign(claim, today)
    owner = claim.owner if claim.disposition in WAITING else ""
    if due is None:
        return Sign(owner, "user", Tone.MUTED) if owner else None
    return Sign(f"{due.word} · {owner}" if owner else due.word, due.icon, due.tone)


def _said(words: str) -> str:
    return QCoreApplication.translate("Due", words)
