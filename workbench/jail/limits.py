"""Limits on memory, time and files, as far as the system knows them (POSIX)."""

from __future__ import annotations

import sys

MOST_MEMORY = 1_000_000_000
MOST_SECONDS = 10
_MOST_OPEN_FILES = 48
_MOST_NESTED_CALLS = 3000


def limit() -> bool:
    """Take on the limits for good. Whether the system knows them; the parent's clock holds everywhere."""
    sys.setrecursionlimit(_MOST_NESTED_CALLS)
    try:
        import resource
    except ImportError:
        return False
    limits = {
        resource.RLIMIT_AS: MOST_MEMORY,
        resource.RLIMIT_CPU: MOST_SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: _MOST_OPEN_FILES,
        resource.RLIMIT_CORE: 0,
    }
    for which, most in limits.items():
        resource.setrlimit(which, (most, most))
    return True
