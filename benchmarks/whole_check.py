"""The whole job from the command line, each time in a new process: how long, and is furniture left out?

    python -m benchmarks.whole_check [STORY SOURCE]

Both are the story in turn. Without arguments, the two real articles of the shared folder.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.shared import shared


def main() -> None:
    """Check both ways round and print the table."""
    named = [Path(name) for name in sys.argv[1:]]
    folder = shared("seeds")
    pair = named or (sorted(folder.glob("*.txt")) if folder else [])
    if len(pair) != 2:
        print("skipped: the two articles are not at hand")
        return
    print("story                         seconds  claims  with evidence  in furniture")
    for story, source in (pair, pair[::-1]):
        seconds, found = check(story, source)
        with_evidence = sum(bool(claim["evidence"]) for claim in found["claims"])
        counts = f"{len(found['claims']):7} {with_evidence:14} {in_furniture(found):13}"
        print(f"{story.name:28} {seconds:8.1f} {counts}")


def check(story: Path, source: Path) -> tuple[float, dict[str, Any]]:
    """The seconds a fresh process takes, and what it answers."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "ui.command_line", "check", story, "--against", source, "--json", "-"],
        capture_output=True,
        check=True,
    )
    return time.perf_counter() - start, json.loads(done.stdout)


def in_furniture(found: dict[str, Any]) -> int:
    """How many claims, credits and pieces of evidence touch furniture; must be 0."""
    story = found["story"]
    marked = {document["id"]: document["furniture"] for document in (*found["documents"], story)}
    places = [(story["id"], item) for item in (*found["claims"], *story["attributions"])]
    places += [(item["document"], item) for claim in found["claims"] for item in claim["evidence"]]
    return sum(
        item["start"] < end and start < item["end"]
        for document, item in places
        for start, end in marked[document]
    )


if __name__ == "__main__":
    main()
