"""Imports modules one by one, what each needs before it: each can have a turn of the window of its own.

`import ui.desk` in one go holds the window up for most of a second: it brings some 300 modules along.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dis import Instruction, get_instructions
from functools import cache
from importlib import import_module
from importlib.abc import InspectLoader
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import find_spec, resolve_name
from types import CodeType

OURS = ("ui", "workbench", "db")
"""The packages that are looked into. What others import depends on more than their code tells."""


def one_by_one(names: Iterable[str]) -> Iterator[str]:
    """Import modules; between two steps, each of a few milliseconds, the window can have its turn.

    Yields what the next step is about. A package that imports its own modules takes one step with them,
    after all that these need. What cannot be imported is left to whoever needs it, who then says so.
    """
    begun: set[str] = set()
    for name in names:
        above = [name]
        while above:
            one = above[-1]
            yield one
            if one in begun or one in sys.modules:
                above.pop()
                if not any(package in begun and package not in sys.modules for package in _packages(one)):
                    with suppress(ImportError):
                        import_module(one)
            else:
                begun.add(one)
                missing = [each for each in needed_by(one) if each not in sys.modules and each not in begun]
                above.extend(reversed(missing))


def needed_by(name: str) -> tuple[str, ...]:
    """What importing one of our modules imports, in order, then its package; nothing for others' modules.

    Read from its code, which is not run. A name taken from a package stands for a module too where there
    is one.
    """
    parent = name.rpartition(".")[0]
    spec = _spec(name)
    if spec is None or not isinstance(spec.loader, InspectLoader):
        return ()
    code = spec.loader.get_code(name)
    package = name if spec.submodule_search_locations else parent
    named = _named(code, package) if code else ()
    ours = [one for one in (*named, parent) if one and (not _is_ours(one) or _spec(one))]
    return tuple(dict.fromkeys(ours))


def _named(code: CodeType, package: str) -> Iterator[str]:
    """What a module imports before its first function or class, and not for type checkers alone."""
    before: list[Instruction] = []
    resume = 0
    for step in get_instructions(code):
        if step.offset < resume:
            continue
        if step.opname == "MAKE_FUNCTION":
            return
        if step.opname == "IMPORT_NAME":
            dots, taken = (one.argval for one in before[-2:])
            base = resolve_name("." * dots + step.argval, package) if dots else step.argval
            yield base
            if _is_ours(base):
                yield from (f"{base}.{one}" for one in taken or ())
        elif "IF_FALSE" in step.opname and before and before[-1].argval == "TYPE_CHECKING":
            resume = step.argval
        before = [*before[-1:], step]


@cache
def _spec(name: str) -> ModuleSpec | None:
    """Where one of our modules lies. Its package, unlike by `find_spec`, is not imported."""
    parent = name.rpartition(".")[0]
    if not _is_ours(name):
        return None
    if not parent:
        return find_spec(name)
    above = _spec(parent)
    places = above.submodule_search_locations if above else None
    return PathFinder.find_spec(name, places) if places else None


def _packages(name: str) -> Iterator[str]:
    while name := name.rpartition(".")[0]:
        yield name


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] in OURS
