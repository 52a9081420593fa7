"""A colleague's copy of a case, opened to be merged: examined first, and read where nobody else writes."""

from __future__ import annotations

import os
from pathlib import Path

from db.failures import reading
from db.fitness import recognise, require_fit
from db.opening import Opened
from db.private import bring_up_to_date, private_copy
from db.store import CaseStore
from db.verify import verify
from workbench.errors import DamagedCase

_WHY = "This is a colleague’s copy, opened to be merged. It is not changed."


def open_copy(path: Path) -> CaseStore:
    """Open a copy for reading; neither the file nor anything beside it is touched.

    An earlier copy is read as if it had been brought up to date. Belongs to the thread that opened it.

    Raises:
        NotACase, DamagedCase, NewerCase, CaseError: with a sentence that says why.
    """
    path = Path(os.path.realpath(path))
    recognise(path)
    with reading(path):
        db = private_copy(path)
        try:
            require_fit(db, path)
            _require_sound(path)
            bring_up_to_date(db, path)
        except BaseException:
            db.close()
            raise
    return CaseStore(Opened(db, path, None, None, _WHY))


def _require_sound(path: Path) -> None:
    found = verify(path)
    if found:
        raise DamagedCase(
            f"“{path.name}” is damaged or was altered: {found[0].rstrip('.')}. Nothing was changed; "
            "ask your colleague for a fresh copy."
        )
