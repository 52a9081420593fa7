"""Files kept as back-up: what they are, what is kept of them, and that they are known again."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest

from workbench.change import Stamp
from workbench.errors import UnreadableFile
from workbench.kinds import Medium, SourceKind
from workbench.logged import add_backup, files, is_file, is_named_safely, look_at, medium_of, safe_name
from workbench.model import Document, Revision
from workbench.progress import Cancelled, silent
from workbench.reading import read_file

STAMP = Stamp("Ada Lind", datetime(2026, 3, 14, 9, 0, tzinfo=UTC))
WAVE = b"RIFF\x24\0\0\0WAVEfmt " + bytes(64)


@pytest.mark.parametrize(
    ("data", "medium"),
    [
        (WAVE, Medium.RECORDING),
        (b"\0\0\0\x20ftypisom", Medium.RECORDING),
        (b"\0\0\0\x20ftypheic", Medium.PICTURE),
        (b"\x89PNG\r\n\x1a\n", Medium.PICTURE),
        (b"%PDF-1.7", Medium.PAGES),
        (b"MZ\x90\0", Medium.FILE),
        (b"", Medium.FILE),
    ],
)
def test_a_file_is_what_its_bytes_say(data: bytes, medium: Medium) -> None:
    assert medium_of(data) is medium


@pytest.mark.parametrize(
    ("name", "data", "safe"),
    [
        ("talk.mp3.exe", WAVE, "talk.mp3.wav"),
        ("../../.bashrc", WAVE, "bashrc.wav"),
        ("a:b*c?.wav", WAVE, "a_b_c_.wav"),
        ("run.desktop", b"[Desktop Entry]", "run"),
        ("", WAVE, "file.wav"),
    ],
)
def test_a_copy_is_never_named_what_its_bytes_are_not(name: str, data: bytes, safe: str) -> None:
    assert safe_name(name, data) == safe


@pytest.mark.parametrize("name", ["talk.WAV", "photo.jpeg", "clip.webm", "scan.pdf"])
def test_a_large_file_may_be_opened_under_the_name_of_its_kind(name: str) -> None:
    assert is_named_safely(name)


@pytest.mark.parametrize("name", ["talk.wav.exe", "talk.hta", "talk", "talk.desktop", "a.html", ".wav"])
def test_what_a_system_might_run_is_not_opened_under_its_name(name: str) -> None:
    assert not is_named_safely(name)


def test_a_file_is_kept_byte_for_byte_with_an_empty_log(tmp_path: Path) -> None:
    path = tmp_path / "harbour talk.wav"
    path.write_bytes(WAVE)
    ids = count()
    change, (original,) = add_backup(look_at(path, silent), lambda: str(next(ids)), STAMP)
    document, revision, _ = (edit.after for edit in change.edits)
    assert isinstance(document, Document)
    assert isinstance(revision, Revision)
    assert original.data == WAVE
    assert (document.title, document.filename) == ("harbour talk", "harbour talk.wav")
    assert (document.kind, document.medium) == (SourceKind.RECORDING, Medium.RECORDING)
    assert (document.original, document.outside, document.size) == (original.sha256, None, None)
    assert revision.text == ""


def test_of_a_larger_one_only_name_size_and_fingerprint_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_KEPT", 50)
    path = tmp_path / "long.wav"
    path.write_bytes(WAVE)
    ids = count()
    change, originals = add_backup(look_at(path, silent), lambda: str(next(ids)), STAMP)
    document = change.edits[0].after
    assert isinstance(document, Document)
    assert originals == ()
    assert (document.original, document.size) == (None, len(WAVE))
    assert document.outside == sha256(WAVE).hexdigest()
    assert is_file(path, document.outside, silent)
    path.write_bytes(WAVE + b"\0")
    assert not is_file(path, document.outside, silent)


def test_taking_a_fingerprint_can_be_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "long.wav"
    path.write_bytes(WAVE)

    def stop(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        is_file(path, add_backup_fingerprint(), stop)


def add_backup_fingerprint() -> files.Sha256:
    return files.Sha256("0" * 64)


def test_what_is_not_there_or_empty_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.wav").touch()
    for name in ("gone.wav", "empty.wav", "."):
        with pytest.raises(UnreadableFile):
            look_at(tmp_path / name, silent)


def test_a_file_that_is_no_text_could_be_kept_and_one_that_is_gone_could_not(tmp_path: Path) -> None:
    path = tmp_path / "talk.wav"
    path.write_bytes(WAVE)
    with pytest.raises(UnreadableFile) as refused:
        read_file(path)
    assert refused.value.can_be_kept
    with pytest.raises(UnreadableFile) as refused:
        read_file(tmp_path / "gone.wav")
    assert not refused.value.can_be_kept
