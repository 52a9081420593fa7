"""What the program derives from the case so that it can be searched; nothing is lost with it."""

from __future__ import annotations

from sqlite_utils import Database

from db import passages, sharing
from workbench.change import Change


def refresh(db: Database, change: Change) -> None:
    """Bring all of it in line with a change just written. Belongs inside its transaction."""
    documents = passages.touched(db, change)
    passages.refresh(db, change)
    sharing.refresh(db, documents)
