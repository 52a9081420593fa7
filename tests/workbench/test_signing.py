"""Signatures: who may give them, what they cover, when they fit no more and when they fit again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from casework import STAMP, checked_case, claim_on, new_case, revision, words
from hypothesis import given
from hypothesis import strategies as st

from db.store import CaseStore
from workbench import linking, review
from workbench.change import Act, Change, Edit, Stamp, added, inverse, removed
from workbench.held import Held
from workbench.model import (
    Channel,
    Citation,
    CitationId,
    Claim,
    ClaimId,
    Contact,
    ContactId,
    Disposition,
    Document,
    DocumentId,
    Entity,
    Evidence,
    EvidenceId,
    Hand,
    Identity,
    IdentityId,
    Layout,
    Query,
    QueryId,
    QueryStatus,
    Relation,
    Revision,
    Role,
    Ruling,
    RulingId,
    Sha256,
    SignOff,
    SignOffId,
    Source,
    SourceId,
    SourceKind,
    Status,
    Verdict,
    VerdictId,
    Zone,
    ZoneRole,
    passage,
)
from workbench.signed_since import place_of, signed_since
from workbench.signing import (
    CannotSign,
    Part,
    Signed,
    State,
    clean_name,
    next_hand,
    reopen,
    seals,
    sign,
    signed,
)
from workbench.text import Span

STORY = DocumentId("story")
NORA, OTTO = STAMP, Stamp("Otto Hale", STAMP.at + timedelta(hours=1))
LATER = Stamp("Nora Quist", STAMP.at + timedelta(hours=2))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CaseStore]:
    store = checked_case(tmp_path / "case.twosource")
    yield store
    store.close()


def standing(store: CaseStore) -> Signed:
    events = store.history()
    given = [one for one in store.all(SignOff) if one.reopened_at is None]
    cut = any(place_of(events, one.head) is None for one in given)
    people = {event.change.stamp.by for event in events}
    return signed(store, STORY, seals(store, STORY), people, cut)


def give(store: CaseStore, stamp: Stamp, **known: Any) -> None:
    draft = store.latest(STORY)
    assert draft is not None
    id = SignOffId(f"s{len(store.all(SignOff))}")
    head = store.history()[-1].hash
    store.apply(sign(standing(store), draft, seals(store, STORY), head, id, stamp, **known))


def touch(store: CaseStore) -> Change:
    claim = store.get(Claim, "first")
    assert claim is not None
    change = review.annotate(claim, LATER, note="Asked the archive.")
    store.apply(change)
    return change


def undo(store: CaseStore, change: Change) -> None:
    back = inverse(change, LATER)
    number = len(store.history())
    store.apply(replace(back, act=Act.UNDONE, takes_back=(number,)))


def test_a_draft_is_signed_by_its_checker_and_then_by_a_second_person(store: CaseStore) -> None:
    assert standing(store).state is State.UNSIGNED
    give(store, NORA)
    assert (standing(store).state, standing(store).draft) == (State.SIGNED, 1)
    give(store, OTTO)
    now = standing(store)
    assert now.state is State.SECONDED
    assert [(one.hand, one.by) for one in now.signatures] == [
        (Hand.CHECKER, "Nora Quist"),
        (Hand.SECOND, "Otto Hale"),
    ]


@pytest.mark.parametrize("name", ["Nora Quist", "nora  quist ", "NORA\tQUIST"])
def test_the_same_person_cannot_sign_twice(store: CaseStore, name: str) -> None:
    give(store, NORA)
    with pytest.raises(CannotSign, match="another person"):
        give(store, Stamp(name, LATER.at))


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_nobody_without_a_name_can_sign_or_reopen(store: CaseStore, name: str) -> None:
    with pytest.raises(CannotSign, match="needs a name"):
        give(store, Stamp(name, NORA.at))
    give(store, NORA)
    with pytest.raises(CannotSign, match="name and a reason"):
        reopen(standing(store), "Why not", Stamp(name, NORA.at))


def test_a_third_signature_is_refused(store: CaseStore) -> None:
    give(store, NORA)
    give(store, OTTO)
    with pytest.raises(CannotSign, match="already"):
        give(store, Stamp("Pia Wren", LATER.at))


def test_what_must_be_settled_stops_a_signature(store: CaseStore) -> None:
    with pytest.raises(CannotSign, match="2 things must be settled"):
        give(store, NORA, must=2, note="Never mind")
    assert store.all(SignOff) == ()


def test_what_should_be_settled_is_signed_over_with_a_note_that_is_kept(store: CaseStore) -> None:
    with pytest.raises(CannotSign, match="write down why"):
        give(store, NORA, should=1, note="  ")
    give(store, NORA, should=1, note="The captions come from the agency.")
    assert [one.note for one in store.all(SignOff)] == ["The captions come from the agency."]
    give(store, OTTO, should=1)
    assert standing(store).state is State.SECONDED


def test_a_later_change_shows_with_what_changed_and_fits_again_once_it_is_undone(store: CaseStore) -> None:
    give(store, NORA)
    number = len(store.history()) - 1
    change = touch(store)
    now = standing(store)
    assert (now.state, now.changed) == (State.CHANGED, (Part.CLAIMS,))
    (since,) = signed_since(store.history(), number, STORY)
    assert (since.label, since.by, since.parts) == ("Edit note", "Nora Quist", (Part.CLAIMS,))
    assert since.claims == ("first",)
    undo(store, change)
    assert standing(store).state is State.SIGNED
    assert signed_since(store.history(), number, STORY) == ()


def test_what_was_undone_that_was_there_when_signed_is_told_as_undone(store: CaseStore) -> None:
    change = touch(store)
    give(store, NORA)
    back = len(store.history()) - 1
    store.apply(replace(inverse(change, LATER), act=Act.UNDONE, takes_back=(back,)))
    (since,) = signed_since(store.history(), back + 1, STORY)
    assert since.undone
    number = len(store.history())
    store.apply(replace(change, act=Act.REDONE, takes_back=(number,)))
    assert signed_since(store.history(), back + 1, STORY) == ()
    assert standing(store).state is State.SIGNED


def test_a_changed_draft_is_not_signed_again_before_it_is_reopened(store: CaseStore) -> None:
    give(store, NORA)
    touch(store)
    with pytest.raises(CannotSign, match="reopen"):
        give(store, OTTO)
    store.apply(reopen(standing(store), " The archive  answered. ", OTTO))
    assert standing(store).state is State.UNSIGNED
    (taken,) = store.all(SignOff)
    assert (taken.reopened_by, taken.reopened_at, taken.reopened_why) == (
        "Otto Hale",
        OTTO.at,
        "The archive answered.",
    )
    give(store, NORA)
    assert standing(store).state is State.SIGNED


def test_reopening_takes_both_signatures_back(store: CaseStore) -> None:
    give(store, NORA)
    give(store, OTTO)
    store.apply(reopen(standing(store), "A letter came", NORA))
    assert all(one.reopened_at for one in store.all(SignOff))


def test_there_must_be_something_to_reopen_and_a_reason(store: CaseStore) -> None:
    with pytest.raises(CannotSign, match="not signed"):
        reopen(standing(store), "Why not", NORA)
    give(store, NORA)
    with pytest.raises(CannotSign, match="reason"):
        reopen(standing(store), " \n", NORA)


def test_a_new_draft_leaves_the_signature_to_the_earlier_one(store: CaseStore) -> None:
    give(store, NORA)
    second = revision("story", "Another text of the story.", 2)
    store.apply(Change("Read in a new draft", LATER, added(second, Layout(second.id))))
    now = standing(store)
    assert (now.state, now.draft, now.latest) == (State.OUTDATED, 1, 2)
    assert next_hand(now, "Nora Quist") is Hand.CHECKER


def test_a_signature_by_somebody_who_did_nothing_in_the_case_is_told(store: CaseStore) -> None:
    draft = store.latest(STORY)
    assert draft is not None
    head = store.history()[-1].hash
    forged = SignOff(
        SignOffId("f"), STORY, draft.id, Hand.CHECKER, "Ghost", NORA.at, head, seals(store, STORY)
    )
    store.apply(Change("Sign the draft", NORA, added(forged)))
    assert standing(store).strangers == ("Ghost",)


def test_a_signature_names_an_event_that_the_history_must_hold(store: CaseStore) -> None:
    draft = store.latest(STORY)
    assert draft is not None
    astray = SignOff(
        SignOffId("a"),
        STORY,
        draft.id,
        Hand.CHECKER,
        "Nora Quist",
        NORA.at,
        Sha256("f" * 64),
        seals(store, STORY),
    )
    store.apply(Change("Sign the draft", NORA, added(astray)))
    now = standing(store)
    assert now.cut
    assert now.state is State.CHANGED


def test_a_signature_outlives_a_restart(store: CaseStore, tmp_path: Path) -> None:
    from db import open_case

    give(store, NORA)
    store.close()
    again = open_case(tmp_path / "case.twosource")
    assert standing(again).state is State.SIGNED
    again.close()


def test_a_document_without_a_text_has_no_seals(tmp_path: Path) -> None:
    store = new_case(tmp_path / "empty.twosource")
    with pytest.raises(KeyError):
        seals(store, STORY)
    store.close()


TEXT = "The Ostley depot burned for 19 hours. Nobody was hurt."
DRAFT = revision("story", TEXT)
PAPER = revision("paper", "The depot burned for 23 hours.")
OTHER = revision("other", "A text that nobody links to.")
CLAIM = Claim(ClaimId("c"), passage(DRAFT, words(TEXT, "19 hours")), disposition=Disposition.CONFIRMED)
LINKED = Evidence(EvidenceId("e"), CLAIM.id, passage(PAPER, Span(0, 9)), Relation.SUPPORTS)
COVERED: dict[str, Entity] = {
    "story": Document(STORY, Role.STORY, "Depot burned", "Tam Oduya"),
    "draft": DRAFT,
    "layout": Layout(DRAFT.id, (Zone(Span(0, 3), ZoneRole.HEADING),)),
    "claim": CLAIM,
    "verdict": Verdict(VerdictId("v"), CLAIM.id, "mixed", "It is so.", "Nora", STAMP.at),
    "query": Query(QueryId("q"), CLAIM.id, "Who says so?"),
    "free query": Query(QueryId("q2"), None, "Who?", passage=passage(DRAFT, Span(4, 10))),
    "evidence": LINKED,
    "its document": Document(DocumentId("paper"), Role.SOURCE, "Paper"),
    "its text": PAPER,
    "source": Source(SourceId("s"), "Petra Quell", SourceKind.PERSON),
    "citation": Citation(CitationId("ci"), CLAIM.id, SourceId("s")),
    "contact": Contact(ContactId("k"), SourceId("s"), "Nora", "2026-03-01", Channel.PHONE, "When?"),
    "ruling": Ruling(RulingId("r"), DocumentId("paper")),
    "identity": Identity(IdentityId("i"), "Petra Quell", "person", ()),  # type: ignore[arg-type]
}
NOT_COVERED: dict[str, Entity] = {
    "proposed claim": replace(CLAIM, id=ClaimId("p"), status=Status.PROPOSED),
    "dismissed claim": replace(CLAIM, id=ClaimId("d"), status=Status.DISMISSED),
    "suggested evidence": replace(LINKED, id=EvidenceId("sug"), status=Status.PROPOSED),
    "document nobody links to": Document(DocumentId("other"), Role.SOURCE, "Other"),
    "text nobody links to": OTHER,
    "layout of another text": Layout(OTHER.id, (Zone(Span(0, 2), ZoneRole.FURNITURE),)),
    "citation of a proposed claim": Citation(CitationId("cp"), ClaimId("p"), SourceId("s")),
    "verdict on a proposed claim": Verdict(VerdictId("vp"), ClaimId("p"), "mixed", "", "Nora", STAMP.at),
}
PART = {"story": Part.DRAFT, "draft": Part.DRAFT, "layout": Part.DRAFT} | dict.fromkeys(
    ("claim", "verdict", "query", "free query"), Part.CLAIMS
)
PART |= dict.fromkeys(("evidence", "its document", "its text"), Part.EVIDENCE)


def held(values: dict[str, Entity]) -> Held:
    by_kind: dict[Any, tuple[Entity, ...]] = {}
    for value in values.values():
        by_kind[type(value)] = (*by_kind.get(type(value), ()), value)
    return Held(by_kind)


WHOLE = {**COVERED, **NOT_COVERED}
SEALS = seals(held(WHOLE), STORY)

_OTHERWISE: dict[type, Callable[[Any], Any]] = {
    str: lambda value: value + "x",
    int: lambda value: value + 1,
    float: lambda value: value + 1.0,
    bool: lambda value: not value,
}
_KEPT = {
    "id",
    "document",
    "revision",
    "claim",
    "passage",
    "text",
    "status",
    "role",
    "number",
    "also",
    "zones",
}


def changed_fields(value: Entity) -> list[Entity]:
    """The value with each plain field in turn otherwise than it is."""
    others = []
    for field in fields(value):
        now = getattr(value, field.name)
        if field.name in _KEPT or type(now) not in _OTHERWISE:
            continue
        if type(value) is Document and field.name not in ("title", "byline"):
            continue
        others.append(replace(value, **{field.name: _OTHERWISE[type(now)](now)}))  # type: ignore[type-var]
    return others


EVERY_CHANGE = [(name, other) for name, value in COVERED.items() for other in changed_fields(value)]


@given(st.sampled_from(EVERY_CHANGE))
def test_any_change_of_a_covered_value_shows_in_its_part_and_nowhere_else(case: tuple[str, Entity]) -> None:
    name, other = case
    part = PART.get(name, Part.SOURCES)
    now = seals(held({**WHOLE, name: other}), STORY)
    assert getattr(now, part.value) != getattr(SEALS, part.value)
    others = [one for one in Part if one is not part]
    assert all(getattr(now, one.value) == getattr(SEALS, one.value) for one in others)


@pytest.mark.parametrize("name", sorted(set(COVERED) - {"story", "draft"}))
def test_a_covered_value_that_is_gone_shows(name: str) -> None:
    assert seals(held({key: value for key, value in WHOLE.items() if key != name}), STORY) != SEALS


@given(st.sets(st.sampled_from(sorted(NOT_COVERED))))
def test_what_is_not_covered_never_shows(gone: set[str]) -> None:
    left = {name: value for name, value in WHOLE.items() if name not in gone}
    assert seals(held(left), STORY) == SEALS
    changed = {name: other for name in gone for other in changed_fields(NOT_COVERED[name])[:1]}
    assert seals(held({**WHOLE, **changed}), STORY) == SEALS


@given(st.permutations(sorted(WHOLE)))
def test_the_order_in_which_values_came_in_does_not_matter(order: list[str]) -> None:
    assert seals(held({name: WHOLE[name] for name in order}), STORY) == SEALS


STEPS = st.lists(st.sampled_from(["note", "link", "relate", "ask", "cite", "decide", "dispose"]), max_size=6)


@given(STEPS)
def test_taking_every_step_back_restores_the_seals(steps: list[str]) -> None:
    values: dict[tuple[type, str], Entity] = {(type(value), value.id): value for value in WHOLE.values()}
    done: list[Change] = []
    for number, step in enumerate(steps):
        change = _step(step, number, values)
        done.append(change)
        _play(values, change)
    for change in reversed(done):
        _play(values, inverse(change, LATER))
    assert seals(held({str(key): value for key, value in values.items()}), STORY) == SEALS


def _step(step: str, number: int, values: dict[tuple[type, str], Entity]) -> Change:
    claim, source = values[Claim, "c"], values[Source, "s"]
    evidence = values[Evidence, "e"]
    assert isinstance(claim, Claim)
    assert isinstance(source, Source)
    assert isinstance(evidence, Evidence)
    verdict = values[Verdict, "v"]
    assert isinstance(verdict, Verdict)
    match step:
        case "note":
            return review.annotate(claim, LATER, note=f"Note {number}")
        case "link":
            return linking.link(claim, evidence.passage, Relation.CONTEXT, EvidenceId(f"n{number}"), LATER)
        case "relate":
            return linking.relate(claim, evidence, Relation.CONTRADICTS, LATER)
        case "ask":
            return review.ask(Query(QueryId(f"n{number}"), claim.id, "Why?"), LATER)
        case "cite":
            return Change("Cite", LATER, added(Citation(CitationId(f"n{number}"), claim.id, source.id)))
        case "decide":
            return Change("Decide", LATER, (Edit(verdict, replace(verdict, conclusion=f"So {number}.")),))
    return review.dispose(claim, list(Disposition)[number % 7], LATER)


def _play(values: dict[tuple[type, str], Entity], change: Change) -> None:
    for edit in change.edits:
        key = (edit.key.kind, edit.key.id)
        if edit.after is None:
            del values[key]
        else:
            values[key] = edit.after


def test_names_are_cleaned_of_surplus_spaces() -> None:
    assert clean_name("  Nora \n Quist ") == "Nora Quist"


def test_removing_a_claim_after_signing_is_told_with_the_claim(store: CaseStore) -> None:
    give(store, NORA)
    number = len(store.history()) - 1
    claim = store.get(Claim, "first")
    assert claim is not None
    store.apply(Change("Remove claim", LATER, removed(claim)))
    (since,) = signed_since(store.history(), number, STORY)
    assert since.claims == ("first",)


def test_steps_that_no_signature_covers_are_not_told(store: CaseStore) -> None:
    give(store, NORA)
    number = len(store.history()) - 1
    draft = store.latest(STORY)
    assert draft is not None
    proposed = Claim(ClaimId("p"), passage(draft, Span(0, 4)), Status.PROPOSED)
    store.apply(Change("Propose claims", LATER, added(proposed), act=Act.PROPOSED))
    assert signed_since(store.history(), number, STORY) == ()
    assert standing(store).state is State.SIGNED


def test_a_new_claim_and_an_answered_query_both_show(store: CaseStore) -> None:
    give(store, NORA)
    draft = store.latest(STORY)
    assert draft is not None
    claim_on(store, draft, "county", "new")
    assert standing(store).changed == (Part.CLAIMS,)
    query = store.all(Query)[0]
    store.apply(review.answer(query, replace(query, status=QueryStatus.ACCEPTED), LATER))
    number = next(one.number for one in store.history() if one.change.label == "Sign the draft")
    assert len(signed_since(store.history(), number, STORY)) == 2


def test_revisions_count_by_their_hash() -> None:
    altered = replace(PAPER, sha256=Sha256("0" * 64))
    assert seals(held({**WHOLE, "its text": altered}), STORY).evidence != SEALS.evidence
    longer = Revision(DRAFT.id, STORY, 1, TEXT, Sha256("1" * 64))
    assert seals(held({**WHOLE, "draft": longer}), STORY).draft != SEALS.draft
