"""Files of models, read only when they are what we expect."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from workbench.errors import ModelUnusable


def checked(path: Path, expected: str) -> bytes:
    """The bytes of a file whose SHA-256 is `expected` (hexadecimal). Raises `ModelUnusable` otherwise."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelUnusable(f"The model file {path.name} could not be read ({error.strerror}).") from error
    if sha256(data).hexdigest() != expected:
        raise ModelUnusable(f"The model file {path.name} is damaged.")
    return data
