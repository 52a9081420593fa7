"""The process a file of fact-checks is read in: `python -m workbench.checked.reviews.jail`.

Takes the file on standard input and answers with one line of JSON: how many entries were passed over, and
the fields of those understood, ready to be made values outside.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from itertools import chain, islice

from workbench.checked.reviews.entries import earlier_claim, entries
from workbench.checked.reviews.scripts import values
from workbench.jail.confinement import confine

MOST_REVIEWS = 200_000


def main() -> None:
    """Read standard input, write the answer."""
    origin = sys.argv[1]
    data = sys.stdin.buffer.read()
    confine()
    json.dump(answer(data, origin), sys.stdout, ensure_ascii=True)


def answer(data: bytes, origin: str) -> dict[str, object]:
    """What a file holds, as plain JSON values."""
    every = list(islice(chain.from_iterable(map(entries, values(data))), MOST_REVIEWS))
    read = [earlier_claim(entry, origin) for entry in every]
    kept = {claim.id: asdict(claim) for claim in read if claim is not None}
    return {"passed_over": read.count(None), "claims": list(kept.values())}


if __name__ == "__main__":
    main()
