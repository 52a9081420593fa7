"""The register of sources and its log of contacts, as changes of a real case."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from casework import STAMP, checked_case

from db.store import CaseStore
from workbench import register
from workbench.change import Change, Edit, inverse
from workbench.dependants import completed
from workbench.model import (
    Channel,
    Citation,
    CitationId,
    Claim,
    ClaimId,
    ClaimKind,
    Contact,
    ContactId,
    DocumentId,
    Reply,
    Risk,
    Source,
    SourceId,
    SourceKind,
    Status,
    Terms,
)

BRANDT = Source(SourceId("brandt"), "Ilse Brandt", SourceKind.PERSON, terms=Terms.ON_RECORD)


def call(id: str, source: Source = BRANDT, at: str = "2026-03-06", **known: object) -> Contact:
    made = Contact(ContactId(id), source.id, "Nora Quist", at, Channel.PHONE, "How many days?")
    return replace(made, **known)  # type: ignore[arg-type]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseStore]:
    with closing(checked_case(tmp_path / "case.twosource")) as store:
        store.apply(register.add(BRANDT, STAMP))
        yield store


def changed(store: CaseStore, change: Change | None) -> Change:
    assert change is not None
    change = completed(change, store)
    store.apply(change)
    return change


def source(store: CaseStore, id: str = "brandt") -> Source:
    found = store.get(Source, id)
    assert found is not None
    return found


def test_a_name_loses_its_spaces_and_must_be_one(case: CaseStore) -> None:
    changed(case, register.add(replace(BRANDT, id=SourceId("x"), name="  Tam \n Oduya "), STAMP))
    assert source(case, "x").name == "Tam Oduya"
    with pytest.raises(ValueError, match="without a name"):
        register.add(replace(BRANDT, id=SourceId("y"), name=" \n"), STAMP)
    assert len(register.clean_name("a" * 10_000)) == register.LONGEST_NAME


def test_an_edit_keeps_a_name_and_says_nothing_new_when_nothing_is(case: CaseStore) -> None:
    assert register.edit(BRANDT, BRANDT, STAMP) is None
    assert register.edit(BRANDT, replace(BRANDT, name="  "), STAMP) is None
    long = "She knows the files. " * 500
    changed(case, register.edit(BRANDT, replace(BRANDT, note=long, first_hand=False), STAMP))
    assert source(case).note == long
    assert not source(case).is_primary


def test_a_source_already_in_the_case_cannot_be_protected() -> None:
    with pytest.raises(register.StandsInHistory, match="nothing is ever taken out"):
        register.edit(BRANDT, replace(BRANDT, protected=True), STAMP)


def test_documents_are_tied_once_and_untied(case: CaseStore) -> None:
    letter = DocumentId("letter")
    changed(case, register.tie(BRANDT, letter, STAMP))
    assert source(case).papers == (letter,)
    assert register.tie(source(case), letter, STAMP) is None
    own = replace(source(case), document=DocumentId("paper"))
    changed(case, register.edit(source(case), own, STAMP))
    assert register.tie(own, DocumentId("paper"), STAMP) is None
    changed(case, register.untie(own, DocumentId("paper"), STAMP))
    changed(case, register.untie(source(case), letter, STAMP))
    assert (source(case).document, source(case).papers) == (None, ())
    assert register.untie(source(case), letter, STAMP) is None


def test_a_source_leaves_with_its_contacts_and_comes_back_with_them(case: CaseStore) -> None:
    changed(case, register.log(call("one"), STAMP))
    gone = changed(case, register.remove(BRANDT, STAMP))
    assert case.all(Contact) == ()
    case.apply(inverse(gone, STAMP))
    assert case.all(Contact) == (call("one"),)


def test_joining_moves_contacts_and_citations_and_drops_the_double(case: CaseStore) -> None:
    twin = Source(
        SourceId("twin"),
        "ilse  brandt",
        SourceKind.PERSON,
        DocumentId("letter"),
        "Answers late.",
        terms=Terms.BACKGROUND,
    )
    changed(case, register.add(twin, STAMP))
    twin = source(case, "twin")
    assert [found.id for found in register.named(case.all(Source), "Ilse Brandt")] == ["brandt", "twin"]
    cites = [
        Citation(CitationId("a"), ClaimId("days"), BRANDT.id),
        Citation(CitationId("b"), ClaimId("days"), twin.id),
        Citation(CitationId("c"), ClaimId("quote"), twin.id),
    ]
    changed(case, Change("Cite", STAMP, tuple(Edit(None, cite) for cite in cites)))
    changed(case, register.log(call("one", twin), STAMP))
    joined = changed(case, register.join(BRANDT, twin, case.all(Citation), case.all(Contact), STAMP))
    kept = source(case)
    assert (kept.document, kept.note, kept.terms) == ("letter", "Answers late.", Terms.BACKGROUND)
    assert case.get(Source, "twin") is None
    mine = {(cite.claim, cite.source) for cite in case.all(Citation) if cite.source != "service"}
    assert mine == {("days", "brandt"), ("quote", "brandt")}
    assert case.all(Contact)[0].source == BRANDT.id
    case.apply(inverse(joined, STAMP))
    assert source(case, "twin") == twin


def test_a_protected_source_is_joined_with_no_open_one() -> None:
    with pytest.raises(ValueError, match="protected"):
        register.join(BRANDT, replace(BRANDT, id=SourceId("x"), protected=True), (), (), STAMP)


def test_a_contact_is_logged_corrected_and_struck(case: CaseStore) -> None:
    first = call("one")
    changed(case, register.log(first, STAMP))
    assert register.correct(first, first, STAMP) is None
    after = replace(first, answer="Twenty-three, she says.")
    changed(case, register.correct(first, after, STAMP))
    assert case.all(Contact) == (after,)
    changed(case, register.strike(after, STAMP))
    assert case.all(Contact) == ()
    assert [event.change.label for event in case.history()][-1] == "Remove contact"


def accusation(**known: object) -> Claim:
    from casework import STORY, revision, words

    from workbench.model import passage

    place = passage(revision("story", STORY), words(STORY, "the county admitted"))
    return replace(Claim(ClaimId("accused"), place, kind=ClaimKind.ACCUSATION), **known)  # type: ignore[arg-type]


def test_whoever_is_accused_must_be_asked() -> None:
    claim = accusation()
    libel = accusation(id=ClaimId("libel"), kind=None, risk=Risk.LIBEL)
    plain = accusation(id=ClaimId("plain"), kind=ClaimKind.FIGURE)
    dismissed = accusation(id=ClaimId("away"), status=Status.DISMISSED)
    open_ones = register.unanswered([claim, libel, plain, dismissed], [])
    assert [(item.claim, item.state) for item in open_ones] == [("accused", None), ("libel", None)]


def test_the_latest_word_on_a_reply_counts() -> None:
    claim = accusation()
    asked = call("a", at="2026-03-05", claim=claim.id, reply=Reply.ASKED)
    about_nothing = call("n", at="2026-03-09", claim=claim.id)
    elsewhere = call("e", at="2026-03-09", claim=ClaimId("days"), reply=Reply.GIVEN)
    contacts = [about_nothing, asked, elsewhere]
    assert register.right_of_reply(claim, contacts) == register.Answered(
        claim.id, Reply.ASKED, "2026-03-05", asked
    )
    assert [item.state for item in register.unanswered([claim], contacts)] == [Reply.ASKED]
    given = call("g", at="2026-03-05", claim=claim.id, reply=Reply.GIVEN)
    assert register.right_of_reply(claim, [given, asked]).state is Reply.GIVEN
    assert register.unanswered([claim], [asked, given]) == ()


def test_terms_are_asked_for_where_somebody_was_spoken_to() -> None:
    silent = replace(BRANDT, id=SourceId("silent"), terms=None)
    unmet = replace(BRANDT, id=SourceId("unmet"), terms=None)
    assert register.without_terms([BRANDT, silent, unmet], [call("a"), call("b", silent)]) == (silent,)


@pytest.mark.parametrize(
    ("terms", "kept"),
    [
        (None, False),
        (Terms.ON_RECORD, False),
        (Terms.BACKGROUND, True),
        (Terms.OFF_RECORD, True),
        (Terms.ANONYMOUS, True),
    ],
)
def test_what_is_not_on_record_stays_at_the_desk(terms: Terms | None, kept: bool) -> None:
    assert register.is_confidential(replace(BRANDT, terms=terms)) is kept
    assert register.is_confidential(replace(BRANDT, terms=terms, protected=True))
