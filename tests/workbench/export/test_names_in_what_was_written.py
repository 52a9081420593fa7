"""What editors write names people who spoke in confidence: none of it goes out, and that is said."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from casework import STAMP, checked_case

from workbench import linking, register
from workbench.change import Change, Edit, added
from workbench.export import summary_bytes
from workbench.export.claim_review import Publisher, to_claim_review
from workbench.export.profiles import Profile, report_for
from workbench.export.report import Report
from workbench.export.separated import csv_files
from workbench.model import (
    Channel,
    CitationId,
    Claim,
    Contact,
    ContactId,
    Disposition,
    Evidence,
    Query,
    QueryId,
    Reply,
    Source,
    SourceId,
    SourceKind,
    Terms,
    Verdict,
    VerdictId,
)

NAMED = "Petra Lundqvist"
SURNAME = "Lundqvist"
CLERK = Source(SourceId("clerk"), NAMED, SourceKind.PERSON, terms=Terms.ANONYMOUS)
MAYOR = Source(SourceId("mayor"), "Ilse Brandt", SourceKind.PERSON, terms=Terms.ON_RECORD)
FORMATS = ("html", "md", "json", "annotations.json")


def filled(path: Path, profile: Profile | None, says: str) -> Report:
    """A report on a case in which `says` stands wherever an editor can write."""
    store = checked_case(path)
    for source in (CLERK, replace(MAYOR, note=says)):
        store.apply(register.add(source, STAMP))
    before = store.all(Claim)[0]
    verdict = Verdict(VerdictId("told"), before.id, "supported", says, "Nora Quist", STAMP.at)
    written = replace(
        before,
        disposition=Disposition.CONFIRMED,
        public=True,
        note=says,
        answer=says,
        waiver=says,
        owner=says,
    )
    query = Query(QueryId("asked"), before.id, says, says, says, reason=says, by="Nora Quist", at=STAMP.at)
    contact = Contact(
        ContactId("rang"),
        MAYOR.id,
        "Nora Quist",
        "2026-03-05",
        Channel.PHONE,
        says,
        says,
        before.id,
        Reply.GIVEN,
    )
    old = [Edit(one, None) for one in store.all(Verdict) if one.claim == before.id]
    noted = [Edit(one, replace(one, note=says)) for one in store.all(Evidence) if one.claim == before.id]
    assert noted
    edits = (*old, Edit(before, written), *noted, *added(verdict, query, contact))
    store.apply(Change("Write", STAMP, edits))
    store.apply(linking.cite(written, MAYOR, CitationId("cited"), STAMP, new=False))
    report = report_for(store, STAMP.at, profile=profile)
    store.close()
    return report


def told(report: Report) -> str:
    texts = [summary_bytes(report, name).decode() for name in FORMATS]
    return "\n".join([*texts, *(data.decode("utf-8-sig") for data in csv_files(report).values())])


@pytest.mark.parametrize("profile", [None, Profile.PUBLICATION])
@pytest.mark.parametrize("name", [NAMED, SURNAME, NAMED.upper()])
def test_no_sentence_of_an_editor_names_who_spoke_in_confidence(
    tmp_path: Path, profile: Profile | None, name: str
) -> None:
    text = told(filled(tmp_path / "a.twosource", profile, f"So says {name}’s letter."))
    assert SURNAME.casefold() not in text.casefold()
    assert "Kept at the desk." in text


@pytest.mark.parametrize("profile", [None, Profile.PUBLICATION])
def test_what_names_nobody_is_told(tmp_path: Path, profile: Profile | None) -> None:
    text = told(filled(tmp_path / "a.twosource", profile, "So says the lundqvistite sample."))
    assert "lundqvistite" in text
    assert "Kept at the desk." not in text


def test_the_desk_reads_it_all(tmp_path: Path) -> None:
    assert NAMED in told(filled(tmp_path / "a.twosource", Profile.DESK, f"So says {NAMED}."))


def test_a_review_states_no_explanation_in_place_of_one_that_is_kept_back(tmp_path: Path) -> None:
    report = filled(tmp_path / "a.twosource", Profile.PUBLICATION, f"So says {NAMED}.")
    reviews = to_claim_review(
        report, Publisher("The Paper", "https://paper.example", "https://paper.example/1")
    )
    assert "reviewRating" in reviews
    assert "ratingExplanation" not in reviews
    assert json.loads(reviews)
