"""Whatever is done in whatever order, the library says and finds what was put in and not taken out."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from newsstand import AT, MODEL, CancelledAt, embedded, found, pointing, reading, sharing

from db import open_library
from workbench.library import ArticleId, LibraryState
from workbench.progress import Cancelled, silent

STEPS = st.sampled_from(["add", "add", "remove", "index", "stop", "embed", "rebuild", "reopen"])


@settings(max_examples=12, deadline=None)
@given(st.lists(STEPS, min_size=4, max_size=14))
def test_the_indexes_follow_the_articles(steps: list[str]) -> None:
    with TemporaryDirectory() as place:
        kept = carried_out(steps, Path(place))
        with closing(open_library(Path(place))) as library:
            library.index(silent)
            embedded(library, [pointing(1)] * library.state().unembedded)
            count = len(kept)
            assert library.state() == LibraryState(count, 2 * count, 0, 0)
            assert {article.id for article in library.articles()} == set(kept)
            assert sorted(found(library, "sailed")) == sorted(
                f"Ship {turn} sailed." for turn in kept.values()
            )
            for id, turn in kept.items():
                assert sharing(library, f"Ship {turn} sailed. Its crew sang.")[0] == id
            nearest = library.nearest(MODEL, pointing(1), limit=99)
            assert sorted(hit.article for hit in nearest) == sorted([*kept, *kept])


def carried_out(steps: list[str], folder: Path) -> dict[ArticleId, int]:
    """Do the steps one after another; the articles that must be there at the end."""
    kept: dict[ArticleId, int] = {}
    library = open_library(folder)
    for turn, step in enumerate(steps):
        match step:
            case "add":
                (article,) = library.add([reading(f"Ship {turn} sailed. Its crew sang.")], AT)
                kept[article.id] = turn
            case "remove" if kept:
                library.remove(kept.popitem()[0])
            case "index":
                library.index(silent)
            case "stop":
                with suppress(Cancelled):
                    library.index(CancelledAt(1))
            case "embed":
                embedded(library, [pointing(1)] * min(3, library.state().unembedded))
            case "rebuild":
                library.rebuild(silent)
            case "reopen":
                library.close()
                library = open_library(folder)
    library.close()
    return kept
