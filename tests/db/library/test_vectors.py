"""Nearness in meaning: what is kept, found, and given up."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsstand import AT, FERRY, MODEL, embedded, indexed, pointing, reading

from db import LibraryFile, open_library
from db.library.nearness import differing
from workbench.library import LibraryState
from workbench.meaning import WIDTH, Vector
from workbench.progress import silent


@pytest.fixture
def three(library: LibraryFile) -> LibraryFile:
    """A library of three passages, each with a vector of its own."""
    indexed(library, FERRY)
    embedded(library, [pointing(0), pointing(1), pointing(0, 1)])
    return library


def near(library: LibraryFile, vector: Vector, model: str = MODEL, limit: int = 9) -> list[tuple[str, float]]:
    hits = library.nearest(model, vector, limit=limit)
    return [(hit.text[:11], round(hit.rank, 2)) for hit in hits]


def test_the_nearest_come_first_with_their_cosine(three: LibraryFile) -> None:
    first, second, third = near(three, pointing(0))
    assert first == ("The ferry t", 1.0)
    assert second[0] == "The harbour"
    assert third[0] == "Captain Rag"
    assert 1 > second[1] > third[1] >= 0
    assert near(three, pointing(0), limit=1) == [first]
    assert near(three, pointing(0), limit=0) == []


def test_passages_wait_for_their_vector_in_order(library: LibraryFile) -> None:
    indexed(library, FERRY)
    assert [text[:11] for _, text in library.unembedded(MODEL, limit=9)] == [
        "The ferry t",
        "Captain Rag",
        "The harbour",
    ]
    embedded(library, [pointing(0)])
    assert len(library.unembedded(MODEL, limit=9)) == 2
    assert len(library.unembedded(MODEL, limit=1)) == 1
    assert library.state().unembedded == 2


def test_another_model_finds_nothing_until_its_vectors_take_over(three: LibraryFile) -> None:
    assert near(three, pointing(0), "encoder 2") == []
    assert len(three.unembedded("encoder 2", limit=9)) == 3
    embedded(three, [pointing(5)], "encoder 2")
    assert near(three, pointing(5), "encoder 2") == [("The ferry t", 1.0)]
    assert near(three, pointing(0)) == []
    assert three.state().unembedded == 2


def test_a_vector_is_kept_once(three: LibraryFile) -> None:
    (hit,) = three.nearest(MODEL, pointing(1), limit=1)
    number = 2
    three.keep(MODEL, [(number, pointing(7))])
    assert three.nearest(MODEL, pointing(1), limit=1) == (hit,)
    assert three.state().unembedded == 0


def test_vectors_of_passages_that_are_gone_are_not_kept(three: LibraryFile) -> None:
    three.keep(MODEL, [(99, pointing(3))])
    three.add([reading("The tram derailed.")], AT)
    assert three.state() == LibraryState(2, 4, 1, 1)


def test_another_connection_sees_new_vectors(three: LibraryFile, folder: Path) -> None:
    with closing(open_library(folder, read_only=True)) as reader:
        assert len(near(reader, pointing(3))) == 3
        indexed(three, "The tram derailed.")
        embedded(three, [pointing(3)])
        assert near(reader, pointing(3))[0] == ("The tram de", 1.0)


def test_rebuilding_keeps_the_vectors_that_fit(three: LibraryFile) -> None:
    indexed(three, "The tram derailed.")
    embedded(three, [pointing(3)])
    for article in three.articles("ferry"):
        if article.passages == 3:
            three.remove(article.id)
    three.rebuild(silent)
    assert near(three, pointing(3)) == [("The tram de", 1.0)]
    assert three.state() == LibraryState(1, 1, 0, 0)


def test_records_cut_off_by_a_kill_are_written_over(three: LibraryFile, folder: Path) -> None:
    (place,) = (folder / "vectors").iterdir()
    with (place / "vectors").open("ab") as file:
        file.write(b"half a record")
    with (place / "numbers").open("r+b") as file:
        file.truncate(2 * 8 + 3)
    assert len(near(three, pointing(0))) == 2
    assert [text[:11] for _, text in three.unembedded(MODEL, limit=9)] == ["The harbour"]
    embedded(three, [pointing(9)])
    assert near(three, pointing(9))[0] == ("The harbour", 1.0)


@pytest.mark.parametrize("name", ["codes", "vectors", "numbers", "label.json"])
def test_a_missing_file_of_vectors_only_means_embedding_again(
    three: LibraryFile, folder: Path, name: str
) -> None:
    (place,) = (folder / "vectors").iterdir()
    (place / name).unlink()
    assert near(three, pointing(0)) == []
    assert three.state().unembedded == 3
    embedded(three, [pointing(0), pointing(1), pointing(2)])
    assert near(three, pointing(2))[0] == ("The harbour", 1.0)


def test_the_nearest_of_many_is_the_truly_nearest(library: LibraryFile) -> None:
    texts = [f"Boat {number} left." for number in range(1_500)]
    indexed(library, *texts)
    dice = Random(1)
    vectors = [Vector(bytes(dice.randrange(256) for _ in range(WIDTH))) for _ in texts]
    embedded(library, vectors)
    for wanted in (3, 700, 1_499):
        assert library.nearest(MODEL, vectors[wanted], limit=5)[0].text == texts[wanted]


def test_embedding_goes_on_while_articles_come_and_go(library: LibraryFile, folder: Path) -> None:
    indexed(library, FERRY)
    embedded(library, [pointing(0)])
    with closing(open_library(folder)) as other:
        indexed(other, "The tram derailed. Nobody was hurt.")
        embedded(other, [pointing(1)])
        assert len(library.unembedded(MODEL, limit=9)) == 3
        other.remove(other.articles()[0].id)
        assert [text[:11] for _, text in library.unembedded(MODEL, limit=9)] == ["The harbour"]
        embedded(library, [pointing(2)])
        assert library.unembedded(MODEL, limit=9) == other.unembedded(MODEL, limit=9) == ()


@given(st.integers(1, 40), st.integers(0, 2**32))
def test_codes_differ_in_as_many_bits_as_counted_one_by_one(count: int, seed: int) -> None:
    codes = np.random.default_rng(seed).integers(0, 2**64, (count * 300, 6), np.uint64)
    codes[0] = ~codes[-1]
    counted = np.bitwise_count(codes ^ codes[-1]).sum(axis=1)
    assert (differing(codes, codes[-1]) == counted).all()
    assert counted[0] == 384
