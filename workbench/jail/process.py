"""A jailed process, asked one question: bytes in, bytes out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_KEPT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT", "PYTHONHASHSEED", "OPENBLAS_CORETYPE")
"""Of our environment, all that reading needs; tokens and passwords may be in the rest."""


class Stopped(Exception):
    """The process was stopped by its limits, broke, or could not be started at all."""


def ask(module: str, argument: str, data: bytes, *, patience_s: float) -> bytes:
    """Run `python -m module argument` with `data` on its standard input; what it says on standard output.

    The module calls `confinement.confine` once it has read its input, before it looks at it.

    Raises:
        Stopped: it did not end well within `patience_s` by the clock.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", module, argument],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            timeout=patience_s,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as error:
        # OSError: the machine has no memory or processes left to start one more.
        raise Stopped from error
    return done.stdout


def _environment() -> dict[str, str]:
    """Ours, as far as needed, with the folder this package was loaded from: a checkout works as well."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    known = os.environ.get("PYTHONPATH")
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, (str(_ROOT), known)))}
