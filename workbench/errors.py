"""What can go wrong in a way we expect, each with a sentence for the editor.

The sentence says what happened, what was kept, and what to do. Anything that is not a
`WorkbenchError` is a bug in Twosource and reaches the excepthook.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.ports import Event


class WorkbenchError(Exception):
    """An expected failure; `str(error)` is the sentence the editor reads."""


class UnreadableFile(WorkbenchError):
    """A file that could not be read in: empty, damaged, encrypted, too large, not a text.

    `can_be_kept`: as back-up, cited by place, since there is a file that is of use without its text.
    """

    def __init__(self, sentence: str, *, can_be_kept: bool = False) -> None:
        super().__init__(sentence)
        self.can_be_kept = can_be_kept


class PageNotFetched(WorkbenchError):
    """A page of the web that was asked for could not be had; nothing was kept of it."""


class CaseError(WorkbenchError):
    """A case file that cannot be opened or used as asked."""


class NotACase(CaseError):
    """The file is something else, or too damaged to be recognised."""


class DamagedCase(CaseError):
    """The file is a case, but its contents fail a check."""


class NewerCase(CaseError):
    """The file was written by a later version of Twosource."""


class ReadOnlyCase(CaseError):
    """The case may be read but not changed: another process has it, or the disk forbids it."""


class CaseNotWritten(CaseError):
    """A change could not be stored (disk full, file gone); the case is as it was before."""


class CaseBusy(CaseNotWritten):
    """A copy of the case waits for a pause: the case is being written all the time."""


class CaseAstray(CaseNotWritten):
    """The case lost its place while a change was written: it is in what is still open, and nowhere else.

    `event` is the change as the history holds it.
    """

    def __init__(self, sentence: str, event: Event) -> None:
        super().__init__(sentence)
        self.event = event


class StaleChange(WorkbenchError):
    """What the change was based on has changed meanwhile; nothing was written."""


class EngineFailed(WorkbenchError):
    """The language process ended or did not answer; the case is unaffected."""


class ModelUnusable(WorkbenchError):
    """A model file is missing, damaged or of another kind; the work goes on without it."""


class LibraryFailed(WorkbenchError):
    """The library cannot be read or written (damaged, disk full, in use); the case is unaffected."""


class NamesUnusable(WorkbenchError):
    """The file of real names cannot be opened or written; it is as it was, and so is the case."""


class WrongPassphrase(NamesUnusable):
    """The file of real names is whole, but the passphrase does not open it."""


class MemoryFailed(WorkbenchError):
    """The memory of claims checked before cannot be read or written; the case is unaffected."""


class HeadsUnusable(WorkbenchError):
    """What was noted of the records of cases cannot be read or written; the case is unaffected."""


class ExportFailed(WorkbenchError):
    """A summary could not be written; an earlier one at the same place is untouched."""
