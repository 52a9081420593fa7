"""The process a foreign file is read in: `python -m workbench.reading.jail NAME`.

Takes the file on standard input, answers with one line of JSON on standard output, and lives within
limits on time, memory and files, so that a hostile or broken file can spoil nothing but this process.
"""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

from workbench.reading.parsing import parse
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import Parsed

MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 20
_MOST_OPEN_FILES = 48


def main() -> None:
    """Read standard input, write the answer."""
    data = sys.stdin.buffer.read()
    confine()
    json.dump(answer(data, sys.argv[1]), sys.stdout, ensure_ascii=True)


def confine() -> None:
    """Give up what reading needs not: more memory, time, open files, and writing to any file.

    Only Linux and macOS can; elsewhere the parent's clock alone stops a file that takes too long.
    """
    logging.disable()
    sys.setrecursionlimit(3000)
    try:
        import resource
    except ImportError:
        return
    limits = {
        resource.RLIMIT_AS: MOST_MEMORY,
        resource.RLIMIT_CPU: MOST_SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: _MOST_OPEN_FILES,
        resource.RLIMIT_CORE: 0,
    }
    for limit, most in limits.items():
        resource.setrlimit(limit, (most, most))


def answer(data: bytes, name: str) -> dict[str, Any]:
    """The parsed text as plain JSON values, or `{"refused": REASON}`."""
    try:
        return _plain(parse(data, name))
    except Refused as refused:
        return {"refused": refused.reason.name}
    except (MemoryError, RecursionError):
        return {"refused": Refusal.TANGLED.name}
    except Exception:
        # Four foreign parsers: there is no list of what they raise on a damaged file.
        return {"refused": Refusal.DAMAGED.name}


def _plain(parsed: Parsed) -> dict[str, Any]:
    about = parsed.about
    return {
        "about": [about.title, about.byline, about.outlet, about.published, about.url, about.language],
        "text": parsed.text,
        "zones": [[zone.span.start, zone.span.end, zone.role.value] for zone in parsed.zones],
        "links": [[link.span.start, link.span.end, link.url] for link in parsed.links],
    }


if __name__ == "__main__":
    main()
