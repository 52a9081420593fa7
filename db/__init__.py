"""The case file: one case is one SQLite file, written only through `CaseStore.apply`."""

from db.store import CaseStore, create_case, open_case
from db.verify import verify

__all__ = ["CaseStore", "create_case", "open_case", "verify"]
