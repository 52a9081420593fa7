"""Articles that share words are found, and the index of fingerprints follows and mends itself."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from newsstand import AT, FERRY, CancelledAt, indexed, reading, sharing

from db import LibraryFile, open_library
from workbench.library import ArticleId
from workbench.progress import Cancelled, silent

COPY = (
    "Our reporter writes that the ferry to Sollund stopped sailing on 4 May, and that it will not come back."
)
BRIDGE = "The bridge at Calder was painted in June by two brothers who had never seen the sea."


@pytest.fixture
def two(library: LibraryFile) -> list[str]:
    """The ids of an article on the ferry and one on the bridge."""
    return indexed(library, FERRY, BRIDGE)


def boat(number: int) -> str:
    """Three sentences of which every five words in a row hold the number."""
    return f"Boat {number} left quay {number}. It carried {number} sacks of {number} sorts. It sank."


def files(folder: Path) -> list[Path]:
    return sorted((folder / "copies").glob("*/*-*-*"))


def test_an_article_that_shares_a_run_of_words_is_found(library: LibraryFile, two: list[str]) -> None:
    ferry, bridge = two
    assert sharing(library, COPY) == [ferry]
    assert sharing(library, BRIDGE) == [bridge]
    assert sharing(library, "Nothing of this was ever printed in any paper.") == []


def test_the_one_that_shares_most_comes_first(library: LibraryFile, two: list[str]) -> None:
    (copy,) = indexed(library, COPY)
    assert sharing(library, COPY) == [copy, two[0]]
    assert sharing(library, COPY, limit=1) == [copy]
    assert sharing(library, COPY, limit=0) == sharing(library, "") == []


def test_furniture_is_not_compared(library: LibraryFile, two: list[str]) -> None:
    menu = "Home News Weather"  # marked as furniture in the article on the ferry
    assert sharing(library, f"{menu} The ferry to") == []
    assert sharing(library, "Weather The ferry to Sollund stopped sailing on 4 May") == [two[0]]


def test_an_article_is_found_after_it_was_indexed(library: LibraryFile) -> None:
    (ferry,) = library.add([reading(FERRY)], AT)
    assert sharing(library, COPY) == []
    library.index(silent)
    assert sharing(library, COPY) == [ferry.id]


def test_a_removed_article_is_not_found_and_leaves_nothing(
    library: LibraryFile, folder: Path, two: list[str]
) -> None:
    ferry, bridge = two
    library.remove(ArticleId(ferry))
    assert sharing(library, COPY) == []
    assert sharing(library, BRIDGE) == [bridge]
    assert indexed(library, FERRY) == [ferry]
    assert sharing(library, COPY) == [ferry]


def test_an_article_without_sentences_does_no_harm(library: LibraryFile) -> None:
    _, ferry = indexed(library, "", FERRY)
    indexed(library, "Four words of text")
    assert sharing(library, COPY) == [ferry]
    assert library.state().unindexed == 0


def test_a_library_indexed_before_there_were_fingerprints_catches_up(
    folder: Path, library: LibraryFile, two: list[str]
) -> None:
    shutil.rmtree(folder / "copies")
    assert library.state().unindexed == library.state().passages
    assert sharing(library, COPY) == []
    said: list[tuple[int, int]] = []
    library.index(lambda done, total, doing: said.append((done, total)))
    assert said == [(0, 4), (0, 0)]
    assert sharing(library, COPY) == [two[0]]
    assert library.state().unindexed == 0


def test_catching_up_may_be_stopped_and_goes_on_later(library: LibraryFile, folder: Path) -> None:
    texts = [boat(number) for number in range(700)]
    ids = indexed(library, *texts)
    shutil.rmtree(folder / "copies")
    with pytest.raises(Cancelled):
        library.index(CancelledAt(2))
    assert 1_000 <= library.state().unindexed < 1_200
    assert sharing(library, texts[7])[0] == ids[7]
    library.index(silent)
    assert library.state().unindexed == 0
    assert sharing(library, texts[699])[0] == ids[699]


@pytest.mark.parametrize("damage", ["missing", "cut short", "in the middle"])
def test_lost_files_are_noticed_and_made_anew(library: LibraryFile, folder: Path, damage: str) -> None:
    ids = indexed(library, *(f"Boat {number} carried grain to the north quay." for number in range(40)))
    more = indexed(library, BRIDGE)
    assert len(files(folder)) == 2
    first, last = sorted(files(folder), key=lambda path: int(path.name.split("-")[0]))
    match damage:
        case "missing":
            last.unlink()
        case "cut short":
            last.write_bytes(last.read_bytes()[:-3])
        case "in the middle":
            first.unlink()
    assert library.state().unindexed > 0
    library.index(silent)
    assert library.state().unindexed == 0
    assert sharing(library, BRIDGE) == more
    assert sharing(library, "Boat 31 carried grain to the north quay.")[0] == ids[31]


@pytest.mark.parametrize("seed", range(5))
def test_garbage_in_a_file_finds_nothing_that_is_not_there(
    library: LibraryFile, folder: Path, seed: int
) -> None:
    indexed(library, FERRY, BRIDGE)
    (file,) = files(folder)
    file.write_bytes(random.Random(seed).randbytes(file.stat().st_size))
    with closing(open_library(folder)) as later:
        assert sharing(later, COPY) == []
        later.rebuild(silent)
        assert len(sharing(later, COPY)) == 1


def test_fingerprints_of_another_library_are_not_used(
    library: LibraryFile, folder: Path, tmp_path: Path
) -> None:
    indexed(library, FERRY)
    with closing(open_library(tmp_path / "other")) as other:
        indexed(other, BRIDGE)
        shutil.rmtree(tmp_path / "other" / "copies")
        shutil.copytree(folder / "copies", tmp_path / "other" / "copies")
        assert sharing(other, COPY) == []
        assert other.state().unindexed == 1


def test_files_stay_few_and_are_seen_by_others_however_many_are_added(
    library: LibraryFile, folder: Path
) -> None:
    with closing(open_library(folder, read_only=True)) as reader:
        for number in range(60):
            text = boat(number)
            (id,) = indexed(library, text)
            assert sharing(reader, text)[0] == id
        assert len(files(folder)) <= 4


def test_a_work_cut_off_leaves_nothing_that_counts(
    library: LibraryFile, folder: Path, two: list[str]
) -> None:
    (file,) = files(folder)
    (file.parent / "1-4-999").write_bytes(b"cut off")
    (file.parent / "1-9-1.unfinished").write_bytes(bytes(8))
    assert sharing(library, COPY) == [two[0]]
    (copy,) = indexed(library, COPY)
    assert sharing(library, COPY) == [copy, two[0]]
    assert not list(file.parent.glob("*999"))
    assert not list(file.parent.glob("*unfinished"))
