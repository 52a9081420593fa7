"""A process killed while it adds and indexes articles."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from newsstand import found, sharing

from db import open_library
from workbench.library import ArticleId
from workbench.progress import silent

HERE = Path(__file__).parent
WRITER = """
import sys
from pathlib import Path
from newsstand import AT, MODEL, embedded, pointing, reading
from db import open_library
from workbench.progress import silent

library = open_library(Path(sys.argv[1]))
for turn in range(10**6):
    (article,) = library.add([reading(f"Barge {turn} sank. Its crew of {turn} swam.")], AT)
    print(turn, article.id, flush=True)
    library.index(silent)
    embedded(library, [pointing(turn % 384)] * 2)
    if turn % 5 == 4:
        library.remove(article.id)
        print(turn, "removed", flush=True)
"""


@pytest.mark.parametrize("seed", range(3))
def test_a_kill_loses_nothing_and_the_indexes_catch_up(folder: Path, seed: int) -> None:
    command = [sys.executable, "-c", WRITER, str(folder)]
    path = os.pathsep.join((str(HERE), str(HERE.parents[2])))
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(random.Random(seed).randint(4, 12))]
        writer.kill()
        said += writer.stdout.readlines()
    confirmed = dict(line.decode().split() for line in said if line.endswith(b"\n"))
    with closing(open_library(folder)) as library:
        library.index(silent)
        assert library.state().unindexed == 0
        for turn, id in confirmed.items():
            if id == "removed":
                assert found(library, turn) == []
            elif int(turn) % 5 != 4:  # of these the removal may have been stored, but not reported
                assert library.reading(ArticleId(id)) is not None
                assert f"Barge {turn} sank." in found(library, turn)
                assert sharing(library, f"Barge {turn} sank. Its crew of {turn} swam.")[0] == id
