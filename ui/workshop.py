"""What the window needs from outside `ui`: cases opened and made, the library, and the language engine.

Wired up in `ui/__main__.py`, the one place that knows the database; tests hand in their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.backups import Backups, NoBackups
from workbench.checked.forgetful import ForgetfulClaims
from workbench.encoding.remembered import RememberedVectors
from workbench.errors import CaseError, LibraryFailed, NamesUnusable
from workbench.forgetful_heads import ForgetfulHeads

if TYPE_CHECKING:
    from ui.seams import PatientEngine, SharedStore
    from workbench.change import Stamp
    from workbench.model import Case, CaseId
    from workbench.ports import EarlierClaims, Heads, Library, OpenNames, Vectors


def no_library(_folder: Path) -> Library:
    """For a window without a library. Raises `LibraryFailed`."""
    raise LibraryFailed("There is no library here.")


def no_case_is_far(_path: Path) -> bool:
    """For a window that opens every case where it lies."""
    return False


def no_fetching(_path: Path) -> None:
    """For a window that opens every case where it lies."""


def no_past(path: Path, _why: str) -> SharedStore:
    """For a window that shows no earlier states. Raises `CaseError`."""
    raise CaseError(f"“{path.name}” cannot be shown here.")


def no_copy(path: Path) -> SharedStore:
    """For a window that merges nothing. Raises `CaseError`."""
    raise CaseError(f"“{path.name}” cannot be merged here.")


def no_names(path: Path, _case: CaseId, _passphrase: str) -> OpenNames:
    """For a window without real names. Raises `NamesUnusable`."""
    raise NamesUnusable(f"“{path.name}” cannot be used here.")


@dataclass(frozen=True, slots=True)
class Workshop:
    """How to open a case, make one, start the engine, open the library in a folder, and sentence vectors.

    The latter three are called in worker threads, when first needed; `open_library` once in each of them. So
    are `create_names` and `open_names`, with the path of the file, the case and the passphrase. `open_past`
    opens what `SharedStore.write_past` wrote, read-only because of the sentence; closing it removes the file.
    `open_heads` and `backups` cost nothing. `open_copy` examines a colleague's copy and reads it
    apart; it belongs to the thread that asked for it. `fetch` brings a case that is far to this computer, in
    a worker thread, before it is opened.
    """

    open_case: Callable[[Path], SharedStore]
    create_case: Callable[[Path, Case, Stamp], SharedStore]
    start_engine: Callable[[], PatientEngine]
    open_library: Callable[[Path], Library] = no_library
    open_vectors: Callable[[], Vectors] = RememberedVectors
    create_names: Callable[[Path, CaseId, str], OpenNames] = no_names
    open_names: Callable[[Path, CaseId, str], OpenNames] = no_names
    open_checked: Callable[[], EarlierClaims] = ForgetfulClaims
    open_past: Callable[[Path, str], SharedStore] = no_past
    open_heads: Callable[[], Heads] = ForgetfulHeads
    backups: Callable[[], Backups] = NoBackups
    open_copy: Callable[[Path], SharedStore] = no_copy
    is_far: Callable[[Path], bool] = no_case_is_far
    fetch: Callable[[Path], object] = no_fetching

    def for_past(self) -> Workshop:
        """For an earlier state of a case: the same, but nothing outside the case learns of it."""
        return replace(
            self,
            create_names=no_names,
            open_names=no_names,
            open_checked=ForgetfulClaims,
            open_heads=ForgetfulHeads,
            backups=NoBackups,
        )
