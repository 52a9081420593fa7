"""The file of real names: what it gives back, what it refuses, and that it never holds a name in clear."""

import json
import os
import stat
import subprocess
import sys

import pytest

from db.names import _LEAST_COST, create_names, open_names
from workbench.errors import NamesUnusable, WrongPassphrase
from workbench.model import CaseId, SourceId

CASE, LANTERN, GRAVEL = CaseId("case"), SourceId("lantern"), SourceId("gravel")
REAL = "Ødegård-Mbeki, Ingunn"
PASSPHRASE = "nine green kettles"


@pytest.fixture
def names(tmp_path):
    """A file with one name in it, unlocked."""
    made = create_names(tmp_path / "ferry.names", CASE, PASSPHRASE, cost=_LEAST_COST)
    return made.with_name(LANTERN, REAL)


def test_opening_a_case_loads_no_cipher() -> None:
    asked = "import sys, db, ui.desk, ui.commands.register; print('cryptography' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "False"


def test_what_is_kept_comes_back_with_the_passphrase_alone(names) -> None:
    assert dict(open_names(names.path, CASE, PASSPHRASE).names) == {LANTERN: REAL}
    with pytest.raises(WrongPassphrase, match="does not open"):
        open_names(names.path, CASE, PASSPHRASE + " ")


def test_the_same_letters_typed_another_way_open_it(tmp_path) -> None:
    path = tmp_path / "a.names"
    create_names(path, CASE, "caf\u00e9 au lait x", cost=_LEAST_COST)
    assert dict(open_names(path, CASE, "cafe\u0301 au lait x").names) == {}


def test_no_name_stands_in_the_file_and_only_the_owner_reads_it(names) -> None:
    data = names.path.read_bytes()
    for part in (REAL, "Ingunn", "Mbeki"):
        for coding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert part.encode(coding) not in data
        assert json.dumps(part).encode() not in data
    assert stat.S_IMODE(os.stat(names.path).st_mode) == 0o600
    assert REAL not in repr(names)


def test_the_size_does_not_tell_how_long_a_name_is(names) -> None:
    before = names.path.stat().st_size
    names.with_name(LANTERN, "Bo")
    assert names.path.stat().st_size == before


def test_each_writing_is_sealed_with_another_nonce(names) -> None:
    before = names.path.read_bytes()
    again = names.with_name(LANTERN, REAL)
    assert names.path.read_bytes() != before
    assert dict(again.names) == dict(names.names)


def test_a_name_forgotten_is_gone_and_others_stay(names) -> None:
    both = names.with_name(GRAVEL, "Ola Nordmann")
    both.without(LANTERN)
    assert dict(open_names(names.path, CASE, PASSPHRASE).names) == {GRAVEL: "Ola Nordmann"}


def test_a_new_passphrase_takes_the_place_of_the_old(names) -> None:
    names.sealed_anew("eleven blue ladders")
    with pytest.raises(WrongPassphrase):
        open_names(names.path, CASE, PASSPHRASE)
    assert dict(open_names(names.path, CASE, "eleven blue ladders").names) == {LANTERN: REAL}


def test_a_file_of_another_case_is_refused(names) -> None:
    with pytest.raises(NamesUnusable, match="another case"):
        open_names(names.path, CaseId("other"), PASSPHRASE)


def test_a_case_id_changed_in_the_header_does_not_open_it(names) -> None:
    from hashlib import sha256

    lines = names.path.read_bytes().split(b"\n")
    lines[1] = lines[1].replace(b'"case":"case"', b'"case":"evil"')
    whole = b"\n".join(lines[:3]) + b"\n"
    names.path.write_bytes(whole + sha256(whole).hexdigest().encode() + b"\n")
    with pytest.raises(WrongPassphrase):
        open_names(names.path, CaseId("evil"), PASSPHRASE)


def test_a_deleted_file_is_not_brought_back(names) -> None:
    names.path.unlink()
    with pytest.raises(NamesUnusable, match="no file"):
        names.with_name(GRAVEL, "Ola Nordmann")
    assert not names.path.exists()
    with pytest.raises(NamesUnusable, match="forgotten, or the case was moved"):
        open_names(names.path, CASE, PASSPHRASE)


def test_a_file_changed_meanwhile_is_not_written_over(names) -> None:
    names.with_name(GRAVEL, "Ola Nordmann")
    theirs = names.path.read_bytes()
    with pytest.raises(NamesUnusable, match="somebody else"):
        names.without(LANTERN)
    assert names.path.read_bytes() == theirs


def test_a_file_that_is_there_is_not_made_anew(names) -> None:
    before = names.path.read_bytes()
    with pytest.raises(NamesUnusable, match="already"):
        create_names(names.path, CASE, "something else")
    assert names.path.read_bytes() == before


@pytest.mark.parametrize("left", [0, 10, 31, 40, 200, 900, -2])
def test_a_file_cut_short_says_so_and_stays(names, left) -> None:
    cut = names.path.read_bytes()[:left]
    names.path.write_bytes(cut)
    with pytest.raises(NamesUnusable, match="damaged or cut short"):
        open_names(names.path, CASE, PASSPHRASE)
    assert names.path.read_bytes() == cut


@pytest.mark.parametrize("at", [45, 120, 400, -10])
def test_a_flipped_bit_is_found(names, at) -> None:
    data = bytearray(names.path.read_bytes())
    data[at] ^= 1
    names.path.write_bytes(bytes(data))
    with pytest.raises(NamesUnusable, match="damaged"):
        open_names(names.path, CASE, PASSPHRASE)


def test_other_files_and_newer_versions_are_told_apart(names) -> None:
    names.path.write_bytes(b"Twosource real names, version 2\nwhatever\n")
    with pytest.raises(NamesUnusable, match="newer Twosource"):
        open_names(names.path, CASE, PASSPHRASE)
    names.path.write_bytes(b"Dear Ida,\nthe keys are under the mat.\n")
    with pytest.raises(NamesUnusable, match="not a file of real names"):
        open_names(names.path, CASE, PASSPHRASE)


def test_a_header_that_asks_for_all_memory_is_refused(names) -> None:
    from hashlib import sha256

    lines = names.path.read_bytes().split(b"\n")
    lines[1] = lines[1].replace(b'"n":%d' % _LEAST_COST, b'"n":%d' % (1 << 40))
    whole = b"\n".join(lines[:3]) + b"\n"
    names.path.write_bytes(whole + sha256(whole).hexdigest().encode() + b"\n")
    with pytest.raises(NamesUnusable, match="damaged"):
        open_names(names.path, CASE, PASSPHRASE)


def test_a_folder_that_forbids_writing_leaves_the_file(names, monkeypatch) -> None:
    before = names.path.read_bytes()

    def refuse(*_args, **_rest):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(NamesUnusable, match="No space left"):
        names.with_name(GRAVEL, "Ola Nordmann")
    assert names.path.read_bytes() == before
    assert [path.name for path in names.path.parent.iterdir()] == ["ferry.names"]
