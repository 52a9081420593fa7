"""The process a foreign file is read in: `python -m workbench.reading.jail NAME`.

Takes the file on standard input, answers with one line of JSON on standard output, and gives up all but
that (`workbench.jail`), so that a hostile or broken file can spoil nothing but this process.
"""

from __future__ import annotations

import json
import sys
from base64 import b64encode
from dataclasses import astuple
from typing import Any

from workbench.jail.confinement import confine
from workbench.reading.parsing import parse
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import Parsed


def main() -> None:
    """Read standard input, write the answer."""
    data = sys.stdin.buffer.read()
    confine()
    json.dump(answer(data, sys.argv[1]), sys.stdout, ensure_ascii=True)


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
    return {
        "about": list(astuple(parsed.about)),
        "text": parsed.text,
        "zones": [[zone.span.start, zone.span.end, zone.role.value] for zone in parsed.zones],
        "links": [[link.span.start, link.span.end, link.url] for link in parsed.links],
        "remarks": [
            [item.span.start, item.span.end, item.kind.value, item.text, item.author, item.at, item.done]
            for item in parsed.remarks
        ],
        "places": [[place.span.start, place.span.end, place.label] for place in parsed.places],
        "enclosed": [
            [item.name, b64encode(item.data).decode("ascii"), item.url, item.at] for item in parsed.enclosed
        ],
        "kind": parsed.kind,
    }


if __name__ == "__main__":
    main()
