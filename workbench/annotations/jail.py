"""The process a file of annotations is read in: `python -m workbench.annotations.jail NAME`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from itertools import islice

from workbench.annotations.dialects import annotation, entries
from workbench.jail.confinement import confine

MOST = 50_000


def main() -> None:
    """Read standard input, write the answer."""
    data = sys.stdin.buffer.read()
    confine()
    json.dump(answer(data), sys.stdout, ensure_ascii=True)


def answer(data: bytes) -> dict[str, object]:
    """The annotations of a file as plain JSON, and how many entries name no words."""
    text = data.decode(json.detect_encoding(data), "replace").strip()
    try:
        content = json.loads(text, strict=False)
    except ValueError:
        content = [json.loads(line, strict=False) for line in text.splitlines() if line.strip()]
    read = [annotation(entry) for entry in islice(entries(content), MOST)]
    kept = [asdict(one) for one in read if one is not None]
    return {"annotations": kept, "passed_over": read.count(None)}


if __name__ == "__main__":
    main()
