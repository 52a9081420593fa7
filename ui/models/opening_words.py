"""How what is open reads on the page Review: a heading and icon for each kind, the tone of its weight."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.models.signs import Sign
from ui.theme.colours import Tone
from workbench.openings import Kind, Severity
from workbench.signing import Part, State

_CONTEXT = "Openings"


def QT_TRANSLATE_NOOP(context: str, word: str) -> str:
    """Mark a word for the translators, under the name that they search for; Qt's own is not typed."""
    assert context == _CONTEXT
    return word


_KINDS = {
    Kind.TRAY: (QT_TRANSLATE_NOOP("Openings", "Waiting for a place"), "file-text"),
    Kind.OPEN_CLAIM: (QT_TRANSLATE_NOOP("Openings", "Claims still open"), "circle-dashed"),
    Kind.OPEN_QUERY: (QT_TRANSLATE_NOOP("Openings", "Questions without an answer"), "message-square"),
    Kind.CHANGE_NOT_MADE: (QT_TRANSLATE_NOOP("Openings", "Agreed changes not made yet"), "pencil"),
    Kind.OVERDUE: (QT_TRANSLATE_NOOP("Openings", "Overdue"), "clock"),
    Kind.GATE: (QT_TRANSLATE_NOOP("Openings", "Confirmed on too little"), "shield"),
    Kind.NO_REPLY: (QT_TRANSLATE_NOOP("Openings", "Right of reply"), "user"),
    Kind.CONTRADICTED: (QT_TRANSLATE_NOOP("Openings", "Supported, but contradicted"), "circle-x"),
    Kind.OTHER_WORDS: (QT_TRANSLATE_NOOP("Openings", "Verdicts on other words"), "quote"),
    Kind.WAITING: (QT_TRANSLATE_NOOP("Openings", "Still to come"), "clock"),
    Kind.PROPOSED: (QT_TRANSLATE_NOOP("Openings", "Proposals not looked at yet"), "sparkles"),
    Kind.NO_VERDICT: (QT_TRANSLATE_NOOP("Openings", "Claims without a verdict"), "scale"),
    Kind.BARE: (QT_TRANSLATE_NOOP("Openings", "Without a mark"), "highlighter"),
    Kind.WHITE: (QT_TRANSLATE_NOOP("Openings", "A white manuscript"), "newspaper"),
    Kind.CLOCK: (QT_TRANSLATE_NOOP("Openings", "Times that cannot be right"), "calendar-clock"),
}
_STATES = {
    State.UNSIGNED: (QT_TRANSLATE_NOOP("Openings", "Not signed"), "pencil", Tone.OPEN),
    State.SIGNED: (QT_TRANSLATE_NOOP("Openings", "Signed by the checker"), "check", Tone.ACCENT),
    State.SECONDED: (QT_TRANSLATE_NOOP("Openings", "Signed by two persons"), "circle-check", Tone.GOOD),
    State.CHANGED: (QT_TRANSLATE_NOOP("Openings", "Changed since signed"), "triangle-alert", Tone.BAD),
    State.OUTDATED: (QT_TRANSLATE_NOOP("Openings", "Signed for an earlier draft"), "clock", Tone.CARE),
}
_PARTS = {
    Part.DRAFT: QT_TRANSLATE_NOOP("Openings", "the draft"),
    Part.CLAIMS: QT_TRANSLATE_NOOP("Openings", "claims, verdicts or questions"),
    Part.EVIDENCE: QT_TRANSLATE_NOOP("Openings", "evidence"),
    Part.SOURCES: QT_TRANSLATE_NOOP("Openings", "sources or contacts"),
}


def opening_sign(kind: Kind, severity: Severity) -> Sign:
    """The heading of one kind of opening, in the tone of how much it weighs."""
    word, icon = _KINDS[kind]
    return Sign(_said(word), icon, Tone.BAD if severity is Severity.MUST else Tone.CARE)


def state_sign(state: State) -> Sign:
    """How the state of the signatures reads."""
    word, icon, tone = _STATES[state]
    return Sign(_said(word), icon, tone)


def part_word(part: Part) -> str:
    """A part of the case that a signature covers, as it stands in a sentence."""
    return _said(_PARTS[part])


def _said(word: str) -> str:
    return QCoreApplication.translate(_CONTEXT, word)
