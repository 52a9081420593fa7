"""Whether pages may be fetched at all. Imports no Qt."""

from __future__ import annotations

import os

FORBIDDING = "TWOSOURCE_NEVER_FETCH"
"""Environment variable by which a desk forbids it on a computer: in the window and on the command line."""

FORBIDDEN = "Pages are not fetched on this desk, so nothing was asked for. Save the page and import the file."


def is_forbidden_here() -> bool:
    """Whether this computer is set up so that no page is ever fetched."""
    return os.environ.get(FORBIDDING, "").strip().lower() not in ("", "0", "no", "false")
