"""Everything in a case asked from the command line."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from casework import checked_case

from ui.command_line import main


@pytest.fixture
def case(tmp_path: Path) -> Path:
    with closing(checked_case(tmp_path / "ostley.twosource")) as store:
        return store.path


def test_each_thing_found_is_a_line_with_its_kind_and_place(case, capsys):
    assert main(["search", str(case), "closed", "days", "kind:source"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sorted(line.split("\t")[:2] for line in lines) == [
        ["source", "Letter of the fire service"],
        ["source", "Station dark for weeks"],
    ]


def test_what_the_shell_held_together_is_a_phrase(case, capsys):
    assert main(["search", str(case), "closed stood"]) == 0
    assert capsys.readouterr().out == ""


def test_json_gives_one_object_for_each(case, capsys):
    assert main(["search", str(case), "kind:query", "19", "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert told["kind"] == "query"
    assert told["place"] == "“stood closed for 19 days”"
    assert [told["snippet"][start:end] for start, end in told["hits"]] == ["19"]
    assert told["id"] == "query"


def test_what_cannot_be_followed_is_told(case, capsys):
    assert main(["search", str(case), "kind:zebra", "brandt"]) == 0
    out, err = capsys.readouterr()
    assert "no kind “zebra”" in err
    assert out


def test_no_case_is_a_sentence(tmp_path, capsys):
    (tmp_path / "list.twosource").write_text("bread, milk")
    assert main(["search", str(tmp_path / "list.twosource"), "bread"]) == 2
    assert "not a Twosource case" in capsys.readouterr().err
