"""Whether a case is worked on in a local copy. Imports no Qt."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from workbench.places import Kind, kind_of, mounted

MOUNTS = Path("/proc/self/mounts")
"""Linux's table of mounted file systems; other systems are known by the names of folders alone."""


def must_be_copied(path: Path, in_place: Collection[str]) -> bool:
    """Whether the folder of a case is synchronised or on a network, and not one the editor excepted."""
    real = Path(os.path.realpath(path))
    if {str(path.absolute().parent), str(real.parent)} & set(in_place):
        return False
    try:
        table = MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        table = ""
    return kind_of(real, mounted(table), os.path.lexists) is not Kind.PLAIN
