"""What was seen of the ends of records: kept through anything, and never silently replaced."""

from __future__ import annotations

import json
import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db import open_heads
from workbench.backups import Mark
from workbench.errors import HeadsUnusable
from workbench.model import CaseId, Sha256
from workbench.record import Seen

CASE, HERE, THERE = CaseId("mill"), "/desk/mill.twosource", "/post/müll\udcff.twosource"


def seen(number: int, place: str = HERE, line: str = "a") -> Seen:
    return Seen(Mark(number, Sha256(line * 64)), datetime(2026, 3, 14, 9, number, tzinfo=UTC), place)


def test_what_was_kept_is_there_for_whoever_opens_it_next(tmp_path: Path) -> None:
    for item in (seen(3), seen(5, THERE)):
        open_heads(tmp_path).keep(CASE, item)
    assert open_heads(tmp_path).of(CASE) == (seen(3), seen(5, THERE))
    assert open_heads(tmp_path).of(CaseId("other")) == ()


def test_a_mark_gives_way_only_to_one_that_leads_through_it(tmp_path: Path) -> None:
    heads = open_heads(tmp_path)
    heads.keep(CASE, seen(8, line="b"))
    heads.keep(CASE, seen(5))
    heads.keep(CASE, seen(5, THERE))
    heads.keep(CASE, seen(7, line="c"), [seen(5).mark])
    assert heads.of(CASE) == (seen(8, line="b"), seen(5, THERE), seen(7, line="c"))


def test_the_same_mark_is_kept_once(tmp_path: Path) -> None:
    heads = open_heads(tmp_path)
    heads.keep(CASE, seen(5))
    heads.keep(CASE, seen(5))
    assert heads.of(CASE) == (seen(5),)


def test_settling_forgets_one_place(tmp_path: Path) -> None:
    heads = open_heads(tmp_path)
    heads.keep(CASE, seen(5))
    heads.keep(CASE, seen(6, THERE))
    heads.settle(CASE, HERE)
    assert heads.of(CASE) == (seen(6, THERE),)


@pytest.mark.parametrize("id", ["../../outside", "", "a" * 300, "Fall Müller", "a/b", "."])
def test_whatever_the_id_of_a_case_the_file_stays_in_its_folder(tmp_path: Path, id: str) -> None:
    heads = open_heads(tmp_path / "data")
    heads.keep(CaseId(id), seen(5))
    assert heads.of(CaseId(id)) == (seen(5),)
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"seen":[{}]}', b'{"seen":[1]}', b"\xff\x00"])
def test_a_damaged_file_is_told_of_and_put_aside_with_the_next_note(tmp_path: Path, content: bytes) -> None:
    heads = open_heads(tmp_path)
    heads.keep(CASE, seen(5))
    (file,) = (tmp_path / "heads").glob("*.json")
    file.write_bytes(content)
    with pytest.raises(HeadsUnusable, match="is damaged"):
        heads.of(CASE)
    heads.keep(CASE, seen(6))
    assert heads.of(CASE) == (seen(6),)
    assert file.with_suffix(".damaged").read_bytes() == content


def test_where_nothing_can_be_written_a_sentence_says_so(tmp_path: Path) -> None:
    (tmp_path / "heads").write_text("a file where the folder should be")
    with pytest.raises(HeadsUnusable, match="case itself is safe"):
        open_heads(tmp_path).keep(CASE, seen(5))


def test_no_half_written_file_is_ever_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heads = open_heads(tmp_path)
    heads.keep(CASE, seen(5))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(HeadsUnusable, match="No space left"):
        heads.keep(CASE, seen(6))
    monkeypatch.undo()
    assert heads.of(CASE) == (seen(5),)
    assert not list((tmp_path / "heads").glob("*.part")) + list((tmp_path / "heads").glob(".*.part"))


def test_several_at_once_lose_nothing(tmp_path: Path) -> None:
    def keep(place: int) -> None:
        for number in range(1, 6):
            open_heads(tmp_path).keep(CASE, seen(number, f"/place {place}"), [seen(number - 1).mark])

    threads = [threading.Thread(target=keep, args=(place,)) for place in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    places = {item.place for item in open_heads(tmp_path).of(CASE)}
    assert places == {f"/place {place}" for place in range(4)}


def test_the_file_can_be_read_by_a_person(tmp_path: Path) -> None:
    open_heads(tmp_path).keep(CASE, seen(5))
    (file,) = (tmp_path / "heads").glob("*.json")
    assert json.loads(file.read_text()) == {
        "case": "mill",
        "seen": [{"number": 5, "hash": "a" * 64, "at": "2026-03-14T09:05:00+00:00", "place": HERE}],
    }
