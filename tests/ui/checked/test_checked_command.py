"""`twosource checked` on a memory of its own."""

import json

import pytest

from ui.command_line import main

REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": "The Ostley tunnel floods every spring.",
    "reviewRating": {"alternateName": "False"},
}


@pytest.fixture(autouse=True)
def own_memory(tmp_path, monkeypatch):
    monkeypatch.setenv("TWOSOURCE_DATA", str(tmp_path / "data"))


@pytest.fixture
def reviews(tmp_path):
    path = tmp_path / "tunnel.json"
    path.write_text(json.dumps([REVIEW, {"@type": "ClaimReview"}]), "utf-8")
    return path


def test_a_file_is_added_listed_and_forgotten(reviews, capsys):
    assert main(["checked", "add", str(reviews)]) == 0
    assert "tunnel.json: 1 fact-check, 1 passed over" in capsys.readouterr().out
    assert main(["checked", "list"]) == 0
    assert "tunnel.json\treview\t1 claim\t" in capsys.readouterr().out
    assert main(["checked", "forget", "tunnel.json"]) == 0
    assert main(["checked", "list"]) == 0
    assert capsys.readouterr().out == ""


def test_a_file_that_cannot_be_used_is_said_and_the_others_are_added(reviews, tmp_path, capsys):
    assert main(["checked", "add", str(tmp_path / "gone.json"), str(reviews)]) == 2
    said = capsys.readouterr()
    assert "gone.json could not be read" in said.err
    assert "tunnel.json" in said.out


@pytest.mark.parametrize("words", [[], ["nobody.json"], ["tunnel.json", "--all"]])
def test_forgetting_asks_what_is_meant(reviews, capsys, words):
    main(["checked", "add", str(reviews)])
    assert main(["checked", "forget", *words]) == 2
    assert main(["checked", "list"]) == 0
    assert "tunnel.json" in capsys.readouterr().out
    assert main(["checked", "forget", "--all"]) == 0
