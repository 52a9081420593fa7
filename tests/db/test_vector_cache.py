"""Sentence vectors kept in a file that may be lost at any time."""

import sqlite3
from threading import Thread

import pytest

from db import open_vectors
from db.vectors import VectorCache
from workbench.meaning import WIDTH, Vector

MODEL = "a model"
TEXTS = ["The ferry sank.", "It carried 40 cars."]
VECTORS = [Vector(bytes([number]) * WIDTH) for number in (1, 2)]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deep" / "vectors.sqlite"


@pytest.fixture
def cache(path):
    cache = open_vectors(path)
    yield cache
    cache.close()


def test_what_is_kept_is_found_again_by_another_program(path, cache):
    cache.keep(MODEL, TEXTS, VECTORS)
    cache.close()
    again = open_vectors(path)
    assert again.of(MODEL, [TEXTS[1], "Unknown.", TEXTS[0]]) == (VECTORS[1], None, VECTORS[0])
    again.close()


def test_vectors_of_another_model_are_not_mixed_in(cache):
    cache.keep(MODEL, TEXTS, VECTORS)
    assert cache.of("another", TEXTS) == (None, None)


def test_what_is_there_already_is_left(cache):
    cache.keep(MODEL, TEXTS, VECTORS)
    cache.keep(MODEL, TEXTS, VECTORS[::-1])
    assert cache.of(MODEL, TEXTS) == tuple(VECTORS)


def test_the_oldest_make_room(path):
    cache = VectorCache(path, most=10)
    for number in range(25):
        cache.keep(MODEL, [f"Sentence {number}."], [VECTORS[0]])
    found = cache.of(MODEL, [f"Sentence {number}." for number in range(25)])
    assert [vector is not None for vector in found] == [False] * 15 + [True] * 10
    cache.close()


def test_more_texts_than_a_query_takes_are_found(cache):
    texts = [f"Sentence {number}." for number in range(1_300)]
    cache.keep(MODEL, texts, [VECTORS[0]] * len(texts))
    assert None not in cache.of(MODEL, texts)


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to be one" * 200, b"", b"SQLite format 3\0"]
)
def test_a_damaged_file_is_begun_anew(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    cache = open_vectors(path)
    assert cache.of(MODEL, TEXTS) == (None, None)
    cache.keep(MODEL, TEXTS, VECTORS)
    cache.close()
    again = open_vectors(path)
    assert again.of(MODEL, TEXTS) == tuple(VECTORS)
    again.close()


def test_a_file_damaged_in_the_middle_is_begun_anew(path, cache):
    texts = [f"Sentence {number}." for number in range(600)]
    cache.keep(MODEL, texts, [VECTORS[0]] * 600)
    cache.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    again = open_vectors(path)
    assert set(again.of(MODEL, texts)) == {None}
    again.keep(MODEL, TEXTS, VECTORS)
    assert again.of(MODEL, TEXTS) == tuple(VECTORS)
    again.close()


def test_the_tables_of_something_else_give_way(path):
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE vector (name TEXT)")
    other.close()
    cache = open_vectors(path)
    cache.keep(MODEL, TEXTS, VECTORS)
    assert cache.of(MODEL, TEXTS) == tuple(VECTORS)
    cache.close()


def test_where_no_file_can_be_had_vectors_last_as_long_as_the_program(tmp_path):
    (tmp_path / "file").write_text("in the way")
    cache = open_vectors(tmp_path / "file" / "vectors.sqlite")
    cache.keep(MODEL, TEXTS, VECTORS)
    assert cache.of(MODEL, TEXTS) == tuple(VECTORS)
    cache.close()


def test_a_busy_file_is_neither_waited_for_long_nor_thrown_away(path, cache):
    cache.keep(MODEL, TEXTS[:1], VECTORS[:1])
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    cache.keep(MODEL, TEXTS[1:], VECTORS[1:])
    other.execute("ROLLBACK")
    other.close()
    assert cache.of(MODEL, TEXTS) == (VECTORS[0], None)


def test_after_closing_nothing_is_found_or_written(path, cache):
    cache.close()
    cache.close()
    cache.keep(MODEL, TEXTS, VECTORS)
    assert not path.exists()


def test_threads_may_share_it(cache):
    def keep(number):
        cache.keep(MODEL, [f"Sentence {number}."], [VECTORS[0]])

    threads = [Thread(target=keep, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert None not in cache.of(MODEL, [f"Sentence {number}." for number in range(8)])
