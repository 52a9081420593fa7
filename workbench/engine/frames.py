"""Values sent through a pipe: eight bytes of length, then the pickled value.

Both ends are Twosource itself, on pipes nobody else holds, so unpickling is safe.
"""

from __future__ import annotations

import pickle
import struct
from typing import IO

_LENGTH = struct.Struct(">Q")


def send(value: object, pipe: IO[bytes]) -> None:
    """Write one value and push it out."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> object:
    """Wait for one value. Raises `EOFError` when the other end has gone, even in the middle of one."""
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    return pickle.loads(_exactly(pipe, length))


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data
