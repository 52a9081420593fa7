"""The language process: answers one request after the other until its parent goes away.

Run as `python -m workbench.engine.child [MODEL]`, MODEL being a cross-encoder of the editor's own. A request
is `(method, arguments)`, an answer `("done", value)` or `("failed", sentence)`.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO

from workbench.engine.frames import receive, send
from workbench.engine.local import LocalEngine
from workbench.errors import WorkbenchError

Request = tuple[str, tuple[object, ...]]
Answer = tuple[str, object]

PROPERTIES = ("reduced", "encoder")
METHODS = ("analyse", "judge", "embed")


def main() -> None:
    """Serve on standard input and output. Never returns: ends with the parent."""
    requests: SimpleQueue[Request] = SimpleQueue()
    answers = _private_output()
    Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    _step_back()
    engine = LocalEngine(*map(Path, sys.argv[1:2]))
    with suppress(Exception):
        # Loaded before anyone asks; should it fail, the call that needs the model says so.
        engine.language()
    while True:
        send(answer(engine, requests.get()), answers)


def answer(engine: LocalEngine, request: Request) -> Answer:
    """Do what is asked. Whatever goes wrong is told in a sentence; the process lives on."""
    method, arguments = request
    try:
        if method in PROPERTIES:
            return "done", getattr(engine, method)
        if method not in METHODS:
            return "failed", f"The language process does not know how to {method}."
        return "done", getattr(engine, method)(*arguments)
    except WorkbenchError as error:
        return "failed", str(error)
    except Exception as error:
        return "failed", (
            f"The language process stumbled over a text ({type(error).__name__}). "
            "The case is unaffected; you can go on by hand."
        )


def _step_back() -> None:
    """Let the window have the processor first, where the system knows such courtesy."""
    if hasattr(os, "nice"):
        os.nice(5)


def _private_output() -> IO[bytes]:
    """Standard output for answers alone: what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    return answers


def _listen(pipe: IO[bytes], requests: SimpleQueue[Request]) -> None:
    """Queue requests; when the parent is gone, end at once, in the middle of work too."""
    try:
        while True:
            requests.put(receive(pipe))  # type: ignore[arg-type]  # the parent sends nothing else
    except (EOFError, OSError):
        os._exit(0)


if __name__ == "__main__":
    main()
