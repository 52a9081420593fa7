"""Why a file cannot be read in: one sentence each, for the editor.

Every sentence says what happened, what was kept, and what to do. The jailed parser names the
reason; the sentence is made outside, where the file's name is known.
"""

from __future__ import annotations

from enum import Enum

from workbench.errors import UnreadableFile
from workbench.reading.names import shown


class Refusal(Enum):
    """A reason, and its sentence with `{name}` for the file."""

    EMPTY = "{name} is empty, so nothing was read in; check that it was saved completely."
    MISSING = "{name} is not there, so nothing was read in; it may have been moved or renamed."
    FOLDER = "{name} is a folder, so it was not read as a text; choose the files inside it."
    NOT_A_FILE = "{name} is not an ordinary file, so nothing was read in; choose a document."
    FORBIDDEN = "{name} may not be opened by you, so nothing was read in; ask for the right to read it."
    BROKEN_DISK = "{name} could not be read from its disk, so nothing was read in; copy it and try again."
    TOO_LARGE = (
        "{name} is larger than 50 MB, so nothing was read in; cut out the part you need, "
        "or save it without its pictures."
    )
    TOO_LONG = (
        "{name} holds more text than one document of a case can (3 million characters, some 1,500 pages), "
        "so nothing was read in; split it and add the part you need."
    )
    BINARY = (
        "{name} is not a text, so nothing was read in; Twosource reads plain text, Markdown, web pages and "
        "archives of them, Word and OpenDocument texts, PDF, mails, books (.epub) and tables (.csv, .xlsx)."
    )
    OLD_WORD = "{name} is in an old Word format, so nothing was read in; save it as .docx and add that."
    OTHER_FORMAT = (
        "{name} is in a format Twosource cannot read, so nothing was read in; "
        "save it as .docx or PDF and add that."
    )
    ENCRYPTED = (
        "{name} is locked with a password, so nothing was read in; save a copy without one and add that."
    )
    TRUNCATED = "{name} is cut short: its end is missing, so nothing was read in; get the whole file again."
    DAMAGED = (
        "{name} is damaged, so nothing was read in; "
        "get the file again, or open it elsewhere, copy its text and paste it."
    )
    TANGLED = (
        "{name} would take too long or too much memory to read, so nothing was read in; "
        "open it elsewhere, copy its text and paste it."
    )
    SCANNED = (
        "{name} holds only pictures of pages and no text, so nothing was read in; "
        "run text recognition (OCR) on it first, or paste its text."
    )
    NO_TEXT = "{name} holds no text, so nothing was read in; check that it is the right file."
    NO_ARTICLE = (
        "{name} is a web page without an article in it, so nothing was read in; "
        "open the page in a browser, copy the text and paste it."
    )
    NO_READABLE_FILES = (
        "{name} is a folder without a file Twosource reads, so nothing was read in; it reads plain text, "
        "Markdown, web pages and archives of them, Word and OpenDocument texts, PDF, mails, books (.epub) "
        "and tables (.csv, .xlsx)."
    )


_OF_USE_WITHOUT_TEXT = frozenset(
    (
        Refusal.TOO_LARGE,
        Refusal.BINARY,
        Refusal.OLD_WORD,
        Refusal.OTHER_FORMAT,
        Refusal.ENCRYPTED,
        Refusal.SCANNED,
        Refusal.NO_TEXT,
    )
)
"""Why a text cannot be had from a file that may still be looked at, listened to and cited."""


class Refused(Exception):
    """Raised by a parser that will not read a file."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.name)
        self.reason = reason


def unreadable(reason: Refusal, name: str) -> UnreadableFile:
    """The error for the editor about the file of that name."""
    sentence = reason.value.format(name=shown(name))
    return UnreadableFile(sentence, can_be_kept=reason in _OF_USE_WITHOUT_TEXT)
