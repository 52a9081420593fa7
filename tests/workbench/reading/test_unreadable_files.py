"""Each bad file ends in one sentence that says what happened, what was kept, what to do."""

import os
from pathlib import Path

import pytest
from making_pdf import make_pdf

from workbench.errors import UnreadableFile
from workbench.reading import (
    files_in,
    passed_over_in,
    read_bytes,
    read_file,
    read_paste,
    told_passed_over,
)
from workbench.reading.refusals import Refusal


def sentence(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_file(path)
    return str(caught.value)


@pytest.mark.parametrize("reason", list(Refusal))
def test_every_reason_is_one_sentence_that_says_what_was_kept_and_what_to_do(reason: Refusal) -> None:
    words = reason.value.format(name="notes.pdf")
    assert words.startswith("notes.pdf ")
    assert words.endswith(".")
    assert "; " in words
    assert ("nothing was read in" in words) != ("not read as a text" in words)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\n\t ", "is empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "is not a text"),
        ("a.pdf", b"plain words in a file called PDF", "is damaged"),
        ("a.pdf", make_pdf([[(60, 700, 10, "Some words")]])[:400], "is cut short"),
        ("a.pdf", make_pdf([[]], locked=True), "is locked with a password"),
        ("a.pdf", make_pdf([[]], picture=True), "holds only pictures"),
        ("a.rtf", b"{\\rtf1 words}", "is in a format"),
        ("a.html", b"<html><body></body></html>", "is a web page without"),
        ("a.txt", b"word " * 8_000_000, "holds more text than"),
        ("a.txt", bytes(50_000_001), "is larger than 50 MB"),
    ],
    ids=["empty", "blank", "binary", "fake", "cut", "locked", "scan", "rtf", "no article", "40 MB", "50 MB"],
)
def test_a_bad_file_ends_in_its_sentence(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert sentence(path).startswith(f"{name} {words}")
    assert path.read_bytes() == data


def test_what_is_not_a_file_ends_in_its_sentence(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is not there" in sentence(tmp_path / "gone.txt")
    assert "is a folder" in sentence(tmp_path)
    assert "is not an ordinary file" in sentence(tmp_path / "pipe")


def test_a_file_one_may_not_open_ends_in_its_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError

    path = tmp_path / "secret.txt"
    path.write_text("words")
    monkeypatch.setattr(Path, "read_bytes", refuse)  # the tests may run as root, who may open anything
    assert "may not be opened by you" in sentence(path)


def test_pasting_nothing_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="The pasted text is empty"):
        read_paste(" \n ")


def test_a_folder_gives_its_readable_files_in_order_without_hidden_ones(tmp_path: Path) -> None:
    names = ["b.txt", "a.PDF", "sub/c.html", "sub/.hidden.txt", ".git/d.txt", "picture.png", "~$lock.docx"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    assert [path.relative_to(tmp_path).as_posix() for path in files_in(tmp_path)] == [
        "a.PDF",
        "b.txt",
        "sub/c.html",
    ]


def test_the_files_of_a_folder_that_are_no_texts_are_named(tmp_path: Path) -> None:
    names = ["b.txt", "tape.wav", "sub/photo.JPG", ".hidden.png", "page_files/icon.png", "Thumbs.db"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    left = passed_over_in(tmp_path)
    assert [path.name for path in left] == ["photo.JPG", "tape.wav"]
    told = f"{tmp_path.name} holds 2 files that Twosource reads no text from: photo.JPG, tape.wav."
    assert told_passed_over(tmp_path, left) == told
    assert told_passed_over(tmp_path, [tmp_path / f"{n}.jpg" for n in range(10)]).endswith(
        "7.jpg and 2 more."
    )
    assert told_passed_over(tmp_path, passed_over_in(tmp_path / "b.txt")) == ""


def test_a_single_file_is_given_whatever_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "notes.odd"
    path.write_text("words")
    assert files_in(path) == [path]


def test_a_folder_without_readable_files_and_a_missing_path_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="a folder without a file"):
        files_in(tmp_path)
    with pytest.raises(UnreadableFile, match="is not there"):
        files_in(tmp_path / "gone")


def test_a_file_in_another_language_is_read_and_its_language_noted() -> None:
    text = "Die Brücke wird für elf Wochen geschlossen, und der Rat sagt, dass sie nicht sicher ist."
    reading = read_bytes(text.encode("cp1252"), "brücke.txt")
    assert (reading.text, reading.language, reading.title) == (text, "de", "brücke")


@pytest.mark.parametrize("name", ["line\nbreak.txt", "half\udcff.txt", "bell\x07.txt"])
def test_an_odd_name_is_shown_on_one_line_and_can_be_stored(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("Eleven people were hurt.")
    reading = read_file(path)
    for kept in (reading.name, reading.title):
        assert "\n" not in kept
        kept.encode()
    path.write_bytes(b"")
    with pytest.raises(UnreadableFile, match=r"^.*\.txt is empty, .*$"):
        read_file(path)


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    with pytest.raises(UnreadableFile, match=r"loop\.txt could not be read"):
        files_in(loop)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_folder_that_may_not_be_looked_into_is_named_beside_the_files_that_may(tmp_path: Path) -> None:
    (tmp_path / "open.txt").write_text("Eleven people were hurt.")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    assert files_in(tmp_path) == [closed, tmp_path / "open.txt"]
    with pytest.raises(UnreadableFile, match="closed may not be opened"):
        read_file(closed)


def test_a_word_file_cut_off_in_its_first_bytes_is_cut_short() -> None:
    with pytest.raises(UnreadableFile, match="cut short"):
        read_bytes(b"PK\x03\x04\x14\x00\x00\x00\x08\x00[Content_Types].xml", "letter.docx")
