"""The memory of claims checked before, in its file."""

from contextlib import closing

import pytest

from db import open_checked
from workbench.checked.values import Checked, CheckedId, Collection, Kept, Place, Support
from workbench.errors import MemoryFailed


def claim(id, case="north", wording="The ferry carried 38 cars."):
    evidence = (Support("It carried 38 cars.", "Harbour register", "https://register.example/3", "1998-02"),)
    return Checked(CheckedId(id), wording, "Supported", Place(Kept.CASE, case, "/x", id), evidence=evidence)


def collection(case="north", name="North"):
    return Collection(Kept.CASE, case, name, f"/cases/{name}.twosource", 0)


@pytest.fixture
def memory(tmp_path):
    with closing(open_checked(tmp_path / "deep" / "checked.sqlite")) as opened:
        yield opened


def test_what_is_kept_comes_back_as_it_was(memory):
    kept = [claim("a"), claim("b")]
    assert memory.keep(collection(), kept)
    assert list(memory.claims()) == kept
    assert memory.collections() == (Collection(Kept.CASE, "north", "North", "/cases/North.twosource", 2),)


def test_a_case_told_again_replaces_what_it_told_before(memory):
    memory.keep(collection(), [claim("a"), claim("b")])
    assert memory.keep(collection(), [claim("b", wording="The ferry carried 40 cars.")])
    assert [item.wording for item in memory.claims()] == ["The ferry carried 40 cars."]


def test_the_same_told_twice_changes_nothing(memory):
    memory.keep(collection(), [claim("a")])
    assert not memory.keep(collection(), [claim("a")])


def test_a_case_without_settled_claims_is_not_listed(memory):
    memory.keep(collection(), [claim("a")])
    memory.keep(collection(), [])
    assert memory.collections() == ()


def test_one_case_is_forgotten_and_the_other_stays_until_all_are(memory, tmp_path):
    memory.keep(collection(), [claim("a", wording="Ilse Brandt resigned.")])
    memory.keep(collection("south", "South"), [claim("c", "south")])
    memory.forget("north")
    assert [item.id for item in memory.claims()] == ["c"]
    assert b"Ilse Brandt" not in (tmp_path / "deep" / "checked.sqlite").read_bytes()
    memory.forget()
    assert memory.claims() == ()


def test_a_damaged_file_is_put_aside_and_begun_anew(tmp_path):
    path = tmp_path / "checked.sqlite"
    path.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    with closing(open_checked(path)) as memory:
        with pytest.raises(MemoryFailed, match="begun anew"):
            memory.claims()
        assert memory.claims() == ()
    assert path.with_name("checked.sqlite.damaged").exists()


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(MemoryFailed, match="unaffected"):
        open_checked(tmp_path / "file" / "checked.sqlite").claims()
