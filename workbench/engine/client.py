"""The engine in one long-lived child process, so that models never slow the window."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import IO, TYPE_CHECKING, cast

from workbench.analysis import Analysis, Judgement, Statement
from workbench.engine.frames import receive, send
from workbench.errors import EngineFailed
from workbench.progress import Cancelled

if TYPE_CHECKING:
    from workbench.meaning import Vector
    from workbench.model import Zone

COMMAND = (sys.executable, "-m", "workbench.engine.child")
PACKAGES = Path(__file__).resolve().parents[2]
"""The folder that holds our packages. The child runs there, so that `-m` finds them and no namesake."""

_ENDED = "The language process ended unexpectedly. The case is unaffected; try again to start it anew."
_CLOSED = "The language process has been closed."
_NOT_STARTED = "The language process could not be started ({}). The case is unaffected."


class ChildEngine:
    """Asks a child process. Calls may come from any thread but the window's; they wait their turn.

    The child starts with the first call or by `start`, and again with the next call after it ended.
    It ends with `close`, and when this process ends, however that happens. `model` is a cross-encoder of
    the editor's own, to be used instead of the one that ships.
    """

    def __init__(self, model: Path | None = None, *, command: Sequence[str] = COMMAND) -> None:
        self._command = (*command, *([str(model)] if model else []))
        self._turn = Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._cancelled: subprocess.Popen[bytes] | None = None
        self._closed = False

    def start(self) -> None:
        """Start the child; it loads its models while we go on."""
        with self._turn:
            self._running()

    @property
    def reduced(self) -> str | None:
        """A sentence that says what is missing (no language model), or None when all is there."""
        return cast("str | None", self._ask("reduced"))

    def analyse(self, text: str, zones: Sequence[Zone] = ()) -> Analysis:
        """Sentences, names, claims worth checking and credits of one text; furniture is skipped."""
        return cast(Analysis, self._ask("analyse", text, tuple(zones)))

    def judge(self, claim: Statement, passages: Sequence[Statement]) -> tuple[Judgement, ...]:
        """How each passage bears on the claim, in the order given."""
        return cast("tuple[Judgement, ...]", self._ask("judge", claim, tuple(passages)))

    @property
    def encoder(self) -> str | None:
        """The id of the model behind `embed`, or None when it cannot be used."""
        return cast("str | None", self._ask("encoder"))

    def embed(self, texts: Sequence[str]) -> tuple[Vector, ...]:
        """The vector of each text, in the order given; no vectors at all when there is no model."""
        return cast("tuple[Vector, ...]", self._ask("embed", tuple(texts)))

    def cancel(self) -> None:
        """End the child in the middle of its work: the call that waits for it raises `Cancelled`."""
        child = self._child
        if child is not None:
            self._cancelled = child
            child.kill()

    def close(self) -> None:
        """End the child now. A call that waits for it, and any later one, raises `EngineFailed`."""
        self._closed = True
        child = self._child
        if child is not None:
            child.kill()
        with self._turn:
            self._let_go()

    def _ask(self, method: str, *arguments: object) -> object:
        with self._turn:
            child = self._running()
            try:
                send((method, arguments), cast(IO[bytes], child.stdin))
                outcome, value = cast("tuple[str, object]", receive(cast(IO[bytes], child.stdout)))
            except (OSError, EOFError, pickle.UnpicklingError) as error:
                self._let_go()
                raise self._reason(child) from error
        if outcome == "failed":
            raise EngineFailed(str(value))
        return value

    def _running(self) -> subprocess.Popen[bytes]:
        """The child, started anew when there is none or it has ended."""
        if self._child is not None and (self._child is self._cancelled or self._child.poll() is not None):
            self._let_go()
        if self._child is None and not self._closed:
            self._child = self._spawn()
        if self._child is None or self._closed:
            # Asked last, so that no child outlives a `close` that came while it started.
            self._let_go()
            raise EngineFailed(_CLOSED)
        return self._child

    def _spawn(self) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                self._command,
                cwd=PACKAGES,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise EngineFailed(_NOT_STARTED.format(error.strerror)) from error

    def _let_go(self) -> None:
        """End the child, if any, and close its pipes."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in filter(None, (child.stdin, child.stdout)):
            # Closing flushes what the child never read: that pipe is broken, and it does not matter.
            with suppress(OSError):
                pipe.close()

    def _reason(self, child: subprocess.Popen[bytes]) -> BaseException:
        if self._closed:
            return EngineFailed(_CLOSED)
        return Cancelled() if self._cancelled is child else EngineFailed(_ENDED)
