"""How what can be found reads on screen: the kinds with their icons, and the states."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.models.signs import Sign
from ui.theme.colours import Tone
from workbench.everywhere.entries import Sort

_CONTEXT = "Everywhere"


def QT_TRANSLATE_NOOP(context: str, word: str) -> str:
    """Mark a word for the translators, under the name that they search for; Qt's own is not typed."""
    assert context == _CONTEXT
    return word


_SORTS = {
    Sort.CLAIM: (QT_TRANSLATE_NOOP("Everywhere", "Claims"), "highlighter"),
    Sort.NOTE: (QT_TRANSLATE_NOOP("Everywhere", "Notes and answers"), "pencil"),
    Sort.QUERY: (QT_TRANSLATE_NOOP("Everywhere", "Queries"), "message-square"),
    Sort.VERDICT: (QT_TRANSLATE_NOOP("Everywhere", "Verdicts"), "scale"),
    Sort.STORY: (QT_TRANSLATE_NOOP("Everywhere", "Story"), "newspaper"),
    Sort.SOURCE: (QT_TRANSLATE_NOOP("Everywhere", "Source texts"), "book-open"),
    Sort.REMARK: (QT_TRANSLATE_NOOP("Everywhere", "Remarks"), "message-square"),
    Sort.DOCUMENT: (QT_TRANSLATE_NOOP("Everywhere", "Titles and addresses"), "file-text"),
    Sort.REGISTER: (QT_TRANSLATE_NOOP("Everywhere", "Register"), "user"),
    Sort.CONTACT: (QT_TRANSLATE_NOOP("Everywhere", "Contacts"), "message-square"),
    Sort.CREDIT: (QT_TRANSLATE_NOOP("Everywhere", "Credits"), "quote"),
    Sort.NAME: (QT_TRANSLATE_NOOP("Everywhere", "Names"), "user"),
    Sort.RULING: (QT_TRANSLATE_NOOP("Everywhere", "Rulings on origins"), "network"),
    Sort.SIGNATURE: (QT_TRANSLATE_NOOP("Everywhere", "Signatures"), "check"),
    Sort.HISTORY: (QT_TRANSLATE_NOOP("Everywhere", "History"), "clock"),
}


def sort_sign(sort: Sort, tone: Tone = Tone.MUTED) -> Sign:
    """How a kind reads."""
    word, icon = _SORTS[sort]
    return Sign(_said(word), icon, tone)


def state_word(state: str) -> str:
    """A state as it stands on a menu; the words that `is:` takes are plain ones."""
    return state[:1].upper() + state[1:]


def _said(word: str) -> str:
    return QCoreApplication.translate(_CONTEXT, word)
