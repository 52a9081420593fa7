"""What other programs and the summaries are told of a claim's origins and of copies in the case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from casework import STAMP, add_text, claim_on, new_case, words

from db.store import CaseStore
from workbench import linking
from workbench.export import summary_bytes
from workbench.export.findings import findings
from workbench.export.gathering import build_report
from workbench.model import DocumentId, EvidenceId, Relation, Role, RulingId, passage
from workbench.tracing.rulings import count_apart

STORY = "The mill at Osterby burnt down in nine hours. Nobody was hurt."
FIRE = """The old mill at Osterby burnt to the ground in nine hours on Sunday night, and its roof fell in.

Firefighters from four villages pumped water from the weir until the pumps froze, and then they formed a chain
of buckets. A neighbour who had smelt the smoke led out two horses that were stabled next door.

By noon on Monday only the chimney stood. The owner, whose grandfather had put it up, walked around it twice
and went home without a word to the people who had come to look."""
OWN = "I stood at the weir from the first flame to the last, and it took nine hours until the mill was gone."


@pytest.fixture
def store(tmp_path: Path):
    store = new_case(tmp_path / "case.twosource")
    story = add_text(store, "story", STORY, role=Role.STORY, title="Mill burns down", published="2026-01-09")
    claim = claim_on(store, story, "The mill at Osterby burnt down in nine hours", "burnt")
    for id, day, text, wanted in (
        ("first", "05", FIRE, "burnt to the ground in nine hours"),
        ("second", "06", f"{FIRE}\n\nMore news on page four.", "burnt to the ground in nine hours"),
        ("own", "05", OWN, "it took nine hours until the mill was gone"),
    ):
        place = add_text(store, id, text, title=f"Report {id}", published=f"2026-01-{day}")
        found = passage(place, words(text, wanted))
        store.apply(linking.link(claim, found, Relation.SUPPORTS, EvidenceId(f"e-{id}"), STAMP))
    yield store
    store.close()


def told(store: CaseStore) -> dict:
    return json.loads(json.dumps(findings(store, DocumentId("story"), {}, STAMP.at)))


def test_other_programs_are_told_the_origins_of_a_claim(store: CaseStore) -> None:
    (claim,) = told(store)["claims"]
    assert claim["independent_origins"] == 2
    copied, own = claim["origins"]
    assert set(copied["documents"]) == {"first", "second"}
    assert len(copied["why"]) == 1
    assert own == {
        "documents": ["own"],
        "sources": ["Report own"],
        "why": [],
        "counts": True,
        "why_not": None,
    }


def test_other_programs_are_told_of_copies_with_their_places(store: CaseStore) -> None:
    (copy,) = told(store)["copies"]
    assert {copy["a"], copy["b"]} == {"first", "second"}
    assert copy["class"] == "near"
    assert copy["direction"] == ("a to b" if copy["a"] == "first" else "b to a")
    (start, end), (other, last) = copy["spans"][0]["a"], copy["spans"][0]["b"]
    assert FIRE[start:end] == FIRE[other:last]


@pytest.mark.parametrize("format", ["html", "md"])
def test_a_summary_says_how_many_origins_there_are_and_why(store: CaseStore, format: str) -> None:
    page = summary_bytes(build_report(store, STAMP.at), format).decode()
    assert "2 of 3 supporting passages" in page
    assert "“Report second” is a near copy of “Report first”." in page


def test_a_summary_gives_the_reason_of_the_desk(store: CaseStore) -> None:
    change = count_apart(DocumentId("second"), None, (), RulingId("1"), STAMP, reason="Two reporters went")
    assert change is not None
    store.apply(change)
    page = summary_bytes(build_report(store, STAMP.at), "md").decode()
    assert "3 of 3 supporting passages" in page
    assert "an origin of its own: Two reporters went." in page
