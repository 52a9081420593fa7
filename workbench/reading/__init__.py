"""Reading in: files and pasted text to a `Reading`. Each file is parsed in a process with limits."""

from __future__ import annotations

from workbench.reading.enclosed import Whole, read_whole
from workbench.reading.files import (
    files_in,
    fingerprint,
    passed_over_in,
    read_bytes,
    read_file,
    read_paste,
    told_passed_over,
)
from workbench.reading.result import FoundLink, FoundPlace, FoundRemark, Reading
from workbench.reading.sniffing import SUFFIXES

__all__ = [
    "SUFFIXES",
    "FoundLink",
    "FoundPlace",
    "FoundRemark",
    "Reading",
    "Whole",
    "files_in",
    "fingerprint",
    "passed_over_in",
    "read_bytes",
    "read_file",
    "read_paste",
    "read_whole",
    "told_passed_over",
]
