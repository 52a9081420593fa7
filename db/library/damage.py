"""Damage in the word index, which is noticed and put aside: nothing is lost that the articles cannot give."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.library import generations
from db.library.failures import in_use
from workbench.errors import LibraryFailed

_SYSTEM_ERROR = re.compile(r"\b(?:code: |os error )(\d+)")
"""How tantivy quotes the system's error numbers."""


@contextmanager
def watched(place: Path) -> Iterator[None]:
    """Turn tantivy's errors into `LibraryFailed` where the index is damaged; it is left out from now on.

    What the disk refuses stays an `OSError`. Nothing but calls of tantivy belongs inside.
    """
    try:
        yield
    except BaseException as error:
        if not _is_tantivys(error):
            raise
        if "LockBusy" in str(error) or not place.is_dir():  # removed: a new index has just taken its place
            raise in_use() from error
        if (code := _refusal(error)) is not None:
            raise OSError(code, os.strerror(code)) from error
        generations.mark_damaged(place)
        raise LibraryFailed(
            "The library's word index is damaged. Its articles are safe: index the library again, "
            "and the index is made anew."
        ) from error


def _is_tantivys(error: BaseException) -> bool:
    # tantivy panics on some damage; the exception that becomes of it is no `Exception` and has no module
    # to be imported from.
    return isinstance(error, OSError | ValueError) or type(error).__name__ == "PanicException"


def _refusal(error: BaseException) -> int | None:
    """The system's error number where the disk refused something; a missing file is damage instead."""
    if isinstance(error, OSError):
        code = error.errno
    else:
        found = _SYSTEM_ERROR.search(str(error))
        code = int(found.group(1)) if found else None
    return None if code == errno.ENOENT else code
