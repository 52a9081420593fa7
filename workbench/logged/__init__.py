"""Back-up that is no text: recordings, pictures, scanned pages, cited by place with a log of them."""

from workbench.logged.adding import add_backup
from workbench.logged.files import (
    MOST_KEPT,
    FoundFile,
    is_file,
    is_named_safely,
    look_at,
    medium_of,
    safe_name,
    suffix_of,
)
from workbench.logged.log import (
    Entry,
    Log,
    NoNote,
    NoSuchLine,
    Rewritten,
    add_line,
    change_line,
    entries,
    note_at,
    remove_line,
)
from workbench.logged.places import WHOLE, NoSuchPlace, area, corners, first_page, place_of, timecode

__all__ = [
    "MOST_KEPT",
    "WHOLE",
    "Entry",
    "FoundFile",
    "Log",
    "NoNote",
    "NoSuchLine",
    "NoSuchPlace",
    "Rewritten",
    "add_backup",
    "add_line",
    "area",
    "change_line",
    "corners",
    "entries",
    "first_page",
    "is_file",
    "is_named_safely",
    "look_at",
    "medium_of",
    "note_at",
    "place_of",
    "remove_line",
    "safe_name",
    "suffix_of",
    "timecode",
]
