"""How long a thread has to wait for its turn while the language process works.

    python -m benchmarks.blocking

The window's thread must never stall, so no work may hold the interpreter: one thread ticks every
millisecond here while another asks the engine, in a child process and, to compare, in this one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Thread
from time import perf_counter, sleep

from benchmarks.shared import shared
from workbench.engine import ChildEngine, LocalEngine
from workbench.ports import Engine
from workbench.text import normalise

TICK = 0.001
INVENTED = "The harbour board of Velden closed 14 of its 62 berths on Wednesday, Ida Holm said. " * 60


def main() -> None:
    texts = _texts()
    print(f"{len(texts)} texts, {sum(map(len, texts)):,} characters; longest wait of a ticking thread")
    print(f"  idle, 2 s                          {longest_wait(partial(sleep, 2)):7.1f} ms")
    for name, make in (("child process", ChildEngine), ("this process", LocalEngine)):
        engine: Engine = make()
        print(f"  {name}: start and first text {longest_wait(partial(_read, engine, texts[:1])):9.1f} ms")
        print(f"  {name}: all texts            {longest_wait(partial(_read, engine, texts)):9.1f} ms")
        engine.close()


def longest_wait(work: Callable[[], object]) -> float:
    """Run `work` in a thread of its own: how many ms, at most, a tick came late in this one."""
    thread = Thread(target=work)
    thread.start()
    longest = 0.0
    while thread.is_alive():
        begun = perf_counter()
        sleep(TICK)
        longest = max(longest, perf_counter() - begun - TICK)
    thread.join()
    return 1000 * longest


def _read(engine: Engine, texts: list[str]) -> None:
    for text in texts:
        engine.analyse(text)


def _texts() -> list[str]:
    seeds = shared("seeds")
    if seeds is None:
        print("The seed articles are not on this machine; an invented text is read instead.")
        return [INVENTED]
    return [normalise(path.read_text("utf-8")) for path in sorted(seeds.glob("*.txt"))]


if __name__ == "__main__":
    main()
