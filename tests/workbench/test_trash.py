from dataclasses import replace

import pytest
from casework import LETTER, STAMP, checked_case, words

from workbench import linking, register, review
from workbench.change import Act, Change, Edit, added, inverse, removed
from workbench.dependants import completed
from workbench.model import (
    Citation,
    Claim,
    Contact,
    Document,
    Evidence,
    Layout,
    Relation,
    Revision,
    Source,
    Status,
    Verdict,
    VerdictId,
    passage,
)
from workbench.restoring import CannotRestore, restore, take_up
from workbench.trash import trash

KINDS = (Document, Revision, Layout, Claim, Evidence, Citation, Verdict, Source, Contact)


@pytest.fixture
def store(tmp_path):
    made = checked_case(tmp_path / "ostley.twosource")
    yield made
    made.close()


def read(store):
    return trash(store.removing(), store)


def holdings(store):
    return {value for kind in KINDS for value in store.all(kind)}


def remove(store, *values, label="Remove"):
    change = completed(Change(label, STAMP, removed(*values)), store)
    store.apply(change)
    return change


def put_back(store, place=0):
    found = read(store)
    restoration = restore(found.removed[place], found, store, STAMP)
    store.apply(restoration.change)
    return restoration


def test_a_document_comes_back_without_proposals_about_claims_that_are_gone(store):
    claim = replace(store.get(Claim, "first"), status=Status.PROPOSED)
    guess = replace(store.all(Evidence)[0], id="guess", claim="first", status=Status.PROPOSED)
    edits = (Edit(store.get(Claim, "first"), claim), *added(guess))
    store.apply(Change("Propose claims", STAMP, edits, Act.PROPOSED))
    remove(store, store.get(Document, "letter"))
    store.apply(Change("Propose claims", STAMP, removed(claim), Act.PROPOSED))
    put_back(store)
    assert store.get(Document, "letter") is not None
    assert store.get(Evidence, "guess") is None


def test_nothing_removed_is_an_empty_trash(store):
    found = read(store)
    assert found.removed == found.aside == ()


def test_proposals_that_made_room_for_a_decision_of_the_editors_are_no_trash(store):
    claim = replace(store.get(Claim, "first"), status=Status.PROPOSED)
    found = replace(claim, id="found")
    guess = replace(store.all(Evidence)[0], id="guess", claim="found", status=Status.PROPOSED)
    store.apply(Change("Propose claims", STAMP, added(found, guess), Act.PROPOSED))
    remove(store, store.get(Claim, "found"), label="Place claim in the draft")
    assert store.get(Evidence, "guess") is None
    assert read(store).removed == ()

    note = review.annotate(replace(found, id="noted"), STAMP, note="Ask the mill").edits[0].after
    store.apply(Change("Mark", STAMP, added(note)))
    remove(store, note)
    assert [value.id for value in read(store).removed[0].heads] == ["noted"]


@pytest.mark.parametrize(("kind", "id"), [(Claim, "days"), (Document, "letter"), (Source, "service")])
def test_a_removal_brings_back_what_hung_on_it_too(store, kind, id):
    before = holdings(store)
    remove(store, store.get(kind, id))
    assert holdings(store) < before
    (removal,) = read(store).removed
    assert [value.id for value in removal.heads] == [id]
    put_back(store)
    assert holdings(store) == before
    assert read(store).removed == ()


def test_restoring_can_be_undone(store):
    remove(store, store.get(Claim, "days"))
    without = holdings(store)
    change = put_back(store).change
    store.apply(completed(inverse(change, STAMP), store))
    assert holdings(store) == without


def test_a_claim_brings_the_document_back_that_it_stands_in(store):
    claim = store.get(Claim, "first")
    remove(store, claim)
    remove(store, store.get(Document, "story"))
    restoration = put_back(store, place=1)
    assert "“Fire station was shut for 19 days” is back as well" in " ".join(restoration.remarks)
    assert store.all(Claim) == (claim,)
    assert store.latest("story") is not None
    assert store.get(Layout, "story-1") is not None


def test_a_verdict_given_since_stays_and_the_removed_one_is_refused(store):
    verdict = store.get(Verdict, "verdict")
    remove(store, verdict)
    claim = store.get(Claim, "days")
    store.apply(review.decide(claim, None, "mixed", "", VerdictId("second"), STAMP))
    found = read(store)
    with pytest.raises(CannotRestore, match="another verdict by now"):
        restore(found.removed[0], found, store, STAMP)
    assert store.all(Verdict) == (store.get(Verdict, "second"),)


def test_what_is_in_the_way_of_a_part_is_left_out_and_said(store):
    claim, verdict = store.get(Claim, "days"), store.get(Verdict, "verdict")
    remove(store, claim)
    store.apply(Change("Mark claim", STAMP, added(claim)))
    store.apply(review.decide(claim, None, "mixed", "", VerdictId("second"), STAMP))
    found = read(store)
    # The claim is back already, so what hung on it are the heads now, the verdict among them.
    with pytest.raises(CannotRestore):
        restore(found.removed[0], found, store, STAMP)
    assert verdict not in store.all(Verdict)


def test_a_text_that_another_draft_has_replaced_is_refused(store):
    first = store.get(Revision, "story-1")
    second = replace(first, id="story-2", number=2)
    store.apply(Change("Read draft", STAMP, added(second)))
    store.apply(Change("Read draft", STAMP, removed(second), Act.UNDONE, (1,)))
    store.apply(Change("Read draft", STAMP, added(replace(second, id="story-2b"))))
    found = read(store)
    with pytest.raises(CannotRestore, match="draft 2"):
        restore(found.removed[0], found, store, STAMP)


def test_what_an_undo_changed_besides_comes_back_with_what_it_took_out(store):
    story = store.get(Document, "story")
    renamed = replace(story, filename="second.docx")
    second = replace(store.get(Revision, "story-1"), id="story-2", number=2)
    change = Change("Read draft", STAMP, (*added(second), Edit(story, renamed)))
    number = store.apply(change).number
    store.apply(replace(inverse(change, STAMP), act=Act.UNDONE, takes_back=(number,)))
    put_back(store)
    assert store.get(Document, "story") == renamed
    assert store.latest("story") == second


def test_a_source_holds_its_document_again_unless_it_was_changed_since(store):
    store.apply(register.tie(store.get(Source, "service"), "letter", STAMP))
    tied = store.get(Source, "service")
    remove(store, store.get(Document, "letter"))
    assert store.get(Source, "service").papers == ()
    put_back(store)
    assert store.get(Source, "service") == tied
    remove(store, store.get(Document, "letter"))
    noted = replace(store.get(Source, "service"), note="Not reachable.")
    store.apply(register.edit(store.get(Source, "service"), noted, STAMP))
    put_back(store)
    assert store.get(Source, "service") == noted


def test_what_went_twice_is_listed_once_with_the_later_step(store):
    claim = store.get(Claim, "first")
    remove(store, claim, label="Once")
    store.apply(Change("Mark claim", STAMP, added(claim)))
    remove(store, claim, label="Twice")
    assert [removal.label for removal in read(store).removed] == ["Twice"]


def test_what_twosource_withdrew_by_itself_is_no_trash(store):
    store.apply(Change("Suggest evidence", STAMP, removed(store.all(Evidence)[0]), Act.PROPOSED))
    assert read(store).removed == ()


def test_a_dismissed_claim_is_taken_up_as_what_it_was(store):
    claim = replace(store.get(Claim, "first"), status=Status.PROPOSED)
    store.apply(Change("Propose", STAMP, (Edit(store.get(Claim, "first"), claim),)))
    store.apply(review.dismiss(claim, STAMP))
    (aside,) = read(store).aside
    store.apply(take_up(aside, store, STAMP))
    assert store.get(Claim, "first") == claim
    assert read(store).aside == ()
    with pytest.raises(CannotRestore, match="no longer set aside"):
        take_up(aside, store, STAMP)


def test_a_passage_set_aside_can_be_taken_up(store):
    evidence = store.all(Evidence)[0]
    store.apply(linking.set_aside(evidence, STAMP))
    (aside,) = read(store).aside
    store.apply(take_up(aside, store, STAMP))
    assert store.get(Evidence, evidence.id) == evidence


def test_a_claim_joined_with_another_gets_its_places_back(store):
    kept, other = store.get(Claim, "days"), store.get(Claim, "first")
    store.apply(review.join(kept, other, STAMP))
    (aside,) = read(store).aside
    store.apply(take_up(aside, store, STAMP))
    assert store.get(Claim, "days") == kept
    assert store.get(Claim, "first") == other


def test_a_citation_made_anew_leaves_the_old_one_where_it_is(store):
    citation, source = store.all(Citation)[0], store.get(Source, "service")
    remove(store, citation)
    store.apply(linking.cite(store.get(Claim, "days"), source, "again", STAMP, new=False))
    found = read(store)
    with pytest.raises(CannotRestore, match="linked to this source"):
        restore(found.removed[0], found, store, STAMP)


def test_a_passage_linked_and_removed_by_undo_can_be_restored(store):
    place = passage(store.latest("letter"), words(LETTER, "Two crews"))
    change = linking.link(store.get(Claim, "first"), place, Relation.CONTEXT, "two", STAMP)
    number = store.apply(change).number
    store.apply(replace(inverse(change, STAMP), act=Act.UNDONE, takes_back=(number,)))
    (removal,) = read(store).removed
    assert removal.act is Act.UNDONE
    put_back(store)
    assert store.get(Evidence, "two") is not None
