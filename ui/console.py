"""What a program owes the terminal or pipe it runs in: streams that bear any word, and a clean end."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TextIO

from workbench.errors import ExportFailed
from workbench.reading.names import shown

_ENDING = ("SIGTERM", "SIGHUP")
"""Signals that ask a program to end; by default they end it without clearing up."""


def ready_streams() -> None:
    """Have all three standard streams, and none that fails over a character its encoding lacks.

    A stream that was closed at the start is opened on nothing: else the next file opened would
    take its number, and be read or written in its place.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - for good
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(line: str) -> None:
    """Write a line to standard output, at once.

    Raises:
        ExportFailed: it takes no more (a full disk). `BrokenPipeError` when its reader has gone.
    """
    with writing_out():
        print(line, flush=True)


def tell(line: str) -> None:
    """Write one line to standard error; where nobody can read it any more, the work goes on."""
    with suppress(OSError):
        print(shown(line), file=sys.stderr)


@contextmanager
def writing_out() -> Iterator[None]:
    """While standard output is written to: a failure as a sentence."""
    try:
        yield
    except BrokenPipeError:
        drop(sys.stdout)
        raise
    except OSError as error:
        drop(sys.stdout)
        raise ExportFailed(f"Standard output could not be written ({error.strerror}).") from error


def drop(stream: TextIO) -> None:
    """Let what is still waiting in a stream go to nothing, so that the interpreter can end quietly."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)


@contextmanager
def stoppable() -> Iterator[None]:
    """Turn a request to end into `KeyboardInterrupt`, so that temporary files are cleared away."""
    earlier = {
        number: signal.signal(number, signal.default_int_handler)
        for number in (getattr(signal, name) for name in _ENDING if hasattr(signal, name))
    }
    try:
        yield
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)
