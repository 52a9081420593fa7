"""Two versions of one value: which fields are independent, and which stand or fall together."""

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from workbench.canonical import KINDS
from workbench.merging.fields import GROUPS, SILENT, combine, groups_of, together
from workbench.model import (
    Case,
    Claim,
    ClaimId,
    Disposition,
    Document,
    DocumentId,
    Passage,
    Query,
    QueryStatus,
    RevisionId,
    Role,
    Source,
    SourceKind,
    Status,
    Verdict,
)
from workbench.text import Quote, Span

AT = datetime(2026, 5, 4, tzinfo=UTC)


def place(start, revision="r1"):
    return Passage(DocumentId("d"), RevisionId(revision), Span(start, start + 5), Quote("words", "", ""))


CLAIM = Claim(ClaimId("c"), place(0))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_that_is_told_of_a_kind_is_one_of_its_own_and_stands_in_one_group(kind):
    told = [name for group in GROUPS.get(kind, ()) for name in group] + list(SILENT.get(kind, ()))
    assert len(told) == len(set(told))
    assert set(told) <= {item.name for item in fields(kind)} - {"id"}


def test_independent_fields_of_a_claim_come_together():
    ours = replace(CLAIM, note="Asked.", owner="Tam", due="2026-06-01")
    theirs = replace(CLAIM, disposition=Disposition.TK, risk=None, answer="Denied.")
    found = combine(CLAIM, ours, theirs)
    assert not found.clashing
    assert found.ours == found.theirs
    assert (found.ours.note, found.ours.disposition, found.ours.owner, found.ours.answer) == (
        "Asked.",
        Disposition.TK,
        "Tam",
        "Denied.",
    )


def test_a_disposition_and_the_reason_for_it_are_one():
    ours = replace(CLAIM, disposition=Disposition.CONFIRMED, waiver="The mayor said so.")
    theirs = replace(CLAIM, disposition=Disposition.LEGAL)
    found = combine(CLAIM, ours, theirs)
    assert set(found.clashing) == {"disposition", "waiver"}
    assert (found.theirs.disposition, found.theirs.waiver) == (Disposition.LEGAL, "")
    assert found.both is None


def test_the_rest_of_a_clashing_value_is_merged_whatever_is_chosen():
    ours, theirs = replace(CLAIM, note="One.", owner="Tam"), replace(CLAIM, note="Two.", answer="Denied.")
    found = combine(CLAIM, ours, theirs)
    for one, note in ((found.ours, "One."), (found.theirs, "Two."), (found.both, "One.\n\nTwo.")):
        assert (one.note, one.owner, one.answer) == (note, "Tam", "Denied.")


def test_other_places_are_a_collection_that_both_add_to():
    base = replace(CLAIM, also=(place(10), place(20)))
    ours, theirs = replace(base, also=(place(10), place(30))), replace(base, also=(*base.also, place(40)))
    assert combine(base, ours, theirs).ours.also == (place(10), place(30), place(40))


def test_places_in_different_drafts_are_never_mixed():
    ours = replace(CLAIM, passage=place(3, "r2"), also=(place(9, "r2"),))
    theirs = replace(CLAIM, also=(place(20),))
    assert ("passage", "also") in groups_of(ours, theirs)
    found = combine(CLAIM, ours, theirs)
    assert found.clashing
    assert {one.revision for one in found.theirs.places} == {"r1"}


def test_a_verdict_given_alike_is_no_clash_whoever_gave_it():
    one = Verdict("v", ClaimId("c"), "mixed", "So so.", "Ada", AT)
    other = replace(one, by="Mara", at=AT.replace(day=5))
    assert combine(None, one, other).ours == one


def test_a_verdict_that_is_taken_comes_with_its_giver():
    base = Verdict("v", ClaimId("c"), "mixed", "So so.", "Ada", AT)
    theirs = replace(base, step="supported", by="Mara", at=AT.replace(day=5))
    assert combine(base, base, theirs).ours == theirs


def test_a_code_name_goes_with_the_promise_to_keep_it():
    base = Source("s", "Ilse Brandt", SourceKind.PERSON)
    ours, theirs = replace(base, name="Heron", protected=True), replace(base, name="Ilse M. Brandt")
    found = combine(base, ours, theirs)
    assert set(found.clashing) == {"name", "protected"}
    assert not found.theirs.protected


def test_what_says_nothing_gives_way_to_what_says_something():
    ours, theirs = replace(CLAIM, status=Status.PROPOSED), replace(CLAIM, disposition=Disposition.LEGAL)
    found = combine(None, ours, theirs)
    assert not found.clashing
    assert (found.ours.status, found.ours.disposition) == (Status.ACCEPTED, Disposition.LEGAL)


def test_an_answer_and_what_became_of_the_query_are_one():
    base = Query("q", ClaimId("c"), "Where from?")
    ours = replace(base, status=QueryStatus.ACCEPTED)
    theirs = replace(base, answer="From the letter.", status=QueryStatus.REFUSED)
    assert set(combine(base, ours, theirs).clashing) == {"answer", "status"}


def test_title_and_scale_of_a_case_are_two_things():
    base = Case("case", "Mill", "two-source", AT)
    found = combine(base, replace(base, title="The mill"), replace(base, scale="snopes"))
    assert (found.ours.title, found.ours.scale) == ("The mill", "snopes")


def test_a_day_of_access_is_never_asked_about():
    base = Document(DocumentId("d"), Role.SOURCE, "Letter")
    found = combine(base, replace(base, accessed="2026-05-01"), replace(base, accessed="2026-05-02"))
    assert not found.clashing


def test_what_both_took_out_or_added_is_there_once():
    assert together((1, 2, 3), (1, 3, 4), (1, 2, 4, 5)) == (1, 4, 5)
