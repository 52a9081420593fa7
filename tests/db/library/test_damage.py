"""A library whose files were damaged, lost, or belong to something else."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from newsstand import FERRY, MODEL, embedded, found, indexed, pointing

from db import LibraryFile, open_library
from db.library.damage import watched
from workbench.errors import LibraryFailed
from workbench.progress import silent


@pytest.fixture
def left(folder: Path) -> Path:
    """The folder of a library of one article, closed."""
    with closing(open_library(folder)) as library:
        indexed(library, FERRY)
        embedded(library, [pointing(0)])
    return folder


def test_a_lost_word_index_is_made_anew(left: Path) -> None:
    shutil.rmtree(left / "words")
    with closing(open_library(left)) as library:
        assert found(library, "ferry") == []
        assert library.state().unindexed == 3
        library.index(silent)
        assert len(found(library, "ferry")) == 1


@pytest.mark.parametrize("suffix", [".json", ".idx", ".term", ".fast", ".store", ".fieldnorm"])
@pytest.mark.parametrize("damage", ["missing", "empty", "garbage"])
def test_a_damaged_word_index_is_made_anew(left: Path, suffix: str, damage: str) -> None:
    for path in (left / "words").glob(f"*/*{suffix}"):
        path.unlink()
        if damage != "missing":
            path.write_bytes(b"" if damage == "empty" else b"\x99" * 300)
    with closing(open_library(left)) as library:
        with suppress(LibraryFailed):  # some damage shows in searching, some does not
            found(library, "ferry")
        library.index(silent)
        assert library.state().unindexed == 0
        assert len(found(library, "ferry")) == 1


def test_indexes_of_another_library_are_not_used(left: Path) -> None:
    (left / "library.sqlite").unlink()
    with closing(open_library(left)) as library:
        indexed(library, "The tram derailed. It was late. Nobody was hurt. A crane came.")
        assert found(library, "the", "tram") == ["The tram derailed."]
        assert library.nearest(MODEL, pointing(0), limit=9) == ()
        assert library.state().unembedded == 4


@pytest.mark.parametrize("content", [b"nonsense" * 4_000, b"SQLite format 3\0" + b"\x77" * 9_000])
def test_a_damaged_library_is_named_and_left_alone(left: Path, content: bytes) -> None:
    path = left / "library.sqlite"
    path.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(LibraryFailed, match=r"damaged|not a library"):
            open_library(left, read_only=read_only)
    assert path.read_bytes() == content


def test_a_library_cut_short_is_damaged(left: Path) -> None:
    path = left / "library.sqlite"
    path.write_bytes(path.read_bytes()[:-4096])
    with pytest.raises(LibraryFailed, match="damaged"):
        open_library(left)


def test_a_changed_text_is_noticed(left: Path) -> None:
    with closing(sqlite3.connect(left / "library.sqlite")) as db:
        db.execute("UPDATE content SET text = 'The ferry sails.'")
        db.commit()
    with closing(open_library(left)) as library:
        (article,) = library.articles()
        with pytest.raises(LibraryFailed, match="damaged"):
            library.reading(article.id)


def test_another_programs_file_is_not_touched(folder: Path) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / "library.sqlite")) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(LibraryFailed, match="not a library"):
        open_library(folder)


def test_a_library_of_a_newer_twosource_is_not_touched(left: Path) -> None:
    with closing(sqlite3.connect(left / "library.sqlite")) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(LibraryFailed, match="newer"):
        open_library(left)


def test_there_is_nothing_to_read_where_no_library_is(folder: Path) -> None:
    with pytest.raises(LibraryFailed, match="no library"):
        open_library(folder, read_only=True)
    assert not folder.exists()


def test_a_reader_may_not_change_it(left: Path) -> None:
    with closing(open_library(left, read_only=True)) as library:
        (article,) = library.articles()
        with pytest.raises(LibraryFailed, match="may be written"):
            library.remove(article.id)


def test_closing_twice_does_nothing(library: LibraryFile) -> None:
    library.close()
    library.close()


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("a file")
    with pytest.raises(LibraryFailed):
        open_library(tmp_path / "library")


@pytest.mark.parametrize(
    ("said", "raised"),
    [
        ("IoError { io_error: Os { code: 28, kind: StorageFull } }", OSError),
        ("Permission denied (os error 13)", OSError),
        ("Failed to acquire Lockfile: LockBusy", LibraryFailed),
    ],
)
def test_what_the_disk_refuses_is_not_taken_for_damage(tmp_path: Path, said: str, raised: type) -> None:
    with pytest.raises(raised), watched(tmp_path):
        raise ValueError(said)
    assert list(tmp_path.iterdir()) == []


def test_damage_is_remembered(tmp_path: Path) -> None:
    with pytest.raises(LibraryFailed, match="word index is damaged"), watched(tmp_path):
        raise ValueError("Data corrupted: Os { code: 2, kind: NotFound }")
    assert [path.name for path in tmp_path.iterdir()] == ["damaged"]


def test_a_full_disk_is_said(library: LibraryFile, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed(library, FERRY)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("db.library.records.os.fsync", full)
    with pytest.raises(LibraryFailed, match="is full"):
        embedded(library, [pointing(0)])
