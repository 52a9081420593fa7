"""`twosource merge`, run as a script would."""

from shutil import copyfile

import pytest
from checkers import Checker, new_case

from db import verify
from ui.command_line import main
from workbench.model import Disposition


@pytest.fixture
def copies(tmp_path):
    """Two copies of a case, one with a note of Ada's, one with a note and a disposition of Mara's."""
    new_case(tmp_path / "ada.twosource").close()
    copyfile(tmp_path / "ada.twosource", tmp_path / "mara.twosource")
    paths = []
    for name in ("Ada", "Mara"):
        who = Checker(name, tmp_path / f"{name.lower()}.twosource")
        who.note(who.claim("19 days"), f"{name}’s note.")
        if name == "Mara":
            who.dispose(who.claim("40 years"), Disposition.LEGAL)
        who.store.close()
        paths.append(who.path)
    return paths


def note_of(path):
    who = Checker("Reader", path)
    try:
        return who.claim("19 days").note, who.claim("40 years").disposition
    finally:
        who.store.close()


def test_clashes_are_listed_and_nothing_is_written(copies, capsys):
    before = copies[0].read_bytes()
    assert main(["merge", *map(str, copies)]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "Claim “19 days”: note",
        "  ours:   Ada’s note.",
        "  theirs: Mara’s note.",
    ]
    assert "1 thing was changed in both copies" in told.err
    assert copies[0].read_bytes() == before


@pytest.mark.parametrize(("side", "note"), [("ours", "Ada’s note."), ("theirs", "Mara’s note.")])
def test_a_side_can_be_preferred(copies, side, note, capsys):
    assert main(["merge", *map(str, copies), "--prefer", side, "--by", "Ada"]) == 0
    assert capsys.readouterr().out.endswith(f": 1 claim; 1 decided for {side}.\n")
    assert note_of(copies[0]) == (note, Disposition.LEGAL)
    assert verify(copies[0]) == ()
    assert main(["merge", *map(str, copies)]) == 0
    assert "nothing in it" in capsys.readouterr().out


def test_the_case_itself_is_refused(copies, capsys):
    assert main(["merge", str(copies[0]), str(copies[0])]) == 2
    assert "the case itself" in capsys.readouterr().err


def test_a_case_that_somebody_has_open_is_not_changed(copies, capsys):
    who = Checker("Ada", copies[0])
    try:
        assert main(["merge", *map(str, copies), "--prefer", "ours"]) == 2
    finally:
        who.store.close()
    assert "open in another window" in capsys.readouterr().err
