"""What a process gives up before it looks at a foreign file."""

from __future__ import annotations

import logging
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from workbench.jail import landlock, limits, seccomp

_ROOT = Path(__file__).parents[2]
_SYSTEM = (
    *("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/share/zoneinfo"),
    *("/dev/null", "/dev/urandom", "/dev/random", "/dev/zero"),
    *("/etc/ld.so.cache", "/etc/localtime", "/etc/mime.types"),
)


@dataclass(frozen=True, slots=True)
class Confinement:
    """Which of the three fences stand: limits everywhere but on Windows, the other two on Linux alone."""

    limited: bool
    files: bool
    calls: bool


def confine() -> Confinement:
    """Give up what reading needs not: memory, time, files but Python's own, the network, other processes.

    Where the system offers less, less is given up; the parent's clock stops what takes too long everywhere.
    """
    logging.disable()
    return Confinement(limits.limit(), landlock.restrict(_readable()), seccomp.forbid())


def _readable() -> set[Path]:
    """Python and its packages, which load parts of themselves late, and the libraries of the system."""
    own = (_ROOT / "workbench", _ROOT / "resources")
    packages = (sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    imported = (entry for entry in sys.path if entry and Path(entry) != _ROOT)
    return {*own, *(Path(path) for path in (*packages, *imported, *_SYSTEM) if path)}
