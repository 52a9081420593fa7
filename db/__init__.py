"""The case file: one case is one SQLite file, written only through `CaseStore.apply`.

Beside it the file of real names, and the library, which is shared by all cases.
"""

from db.backups import CaseBackups
from db.checked import CheckedFile, open_checked
from db.colleague import open_copy
from db.exchange import case_from_json
from db.heads import HeadFiles, open_heads
from db.library import LibraryFile, open_library
from db.local_copy import Desk
from db.names import create_names, open_names
from db.store import CaseStore, create_case, open_case, open_past
from db.vectors import VectorCache, open_vectors
from db.verify import verify
from db.working import fetch, open_working

__all__ = [
    "CaseBackups",
    "CaseStore",
    "CheckedFile",
    "Desk",
    "HeadFiles",
    "LibraryFile",
    "VectorCache",
    "case_from_json",
    "create_case",
    "create_names",
    "fetch",
    "open_case",
    "open_checked",
    "open_copy",
    "open_heads",
    "open_library",
    "open_names",
    "open_past",
    "open_vectors",
    "open_working",
    "verify",
]
