from dataclasses import replace

import pytest
from casework import STAMP, checked_case

from workbench import review
from workbench.change import Act, Change, Edit, added, removed
from workbench.dependants import completed
from workbench.errors import StaleChange
from workbench.model import Claim, Disposition, Document, Evidence, Status
from workbench.turning import turned


@pytest.fixture
def store(tmp_path):
    made = checked_case(tmp_path / "ostley.twosource")
    yield made
    made.close()


def turn(store, *numbers, act=Act.UNDONE):
    change = turned([store.event(number) for number in numbers], act, STAMP, store)
    return store.apply(completed(change, store)).number


def proposal(store, id="guess"):
    found = replace(store.all(Evidence)[0], id=id, status=Status.PROPOSED, score=50.0)
    store.apply(Change("Suggest evidence", STAMP, added(found), Act.PROPOSED))
    return found


def remove_letter(store):
    return store.apply(
        completed(Change("Remove", STAMP, removed(store.get(Document, "letter"))), store)
    ).number


def test_events_of_one_step_are_taken_back_last_first_and_named(store):
    claim = store.get(Claim, "first")
    one = store.apply(review.dispose(claim, Disposition.TK, STAMP)).number
    two = store.apply(review.annotate(store.get(Claim, "first"), STAMP, note="Ask.")).number
    undone = turn(store, one, two)
    assert store.get(Claim, "first") == claim
    assert store.event(undone).change.takes_back == (one, two)
    assert store.event(undone).change.act is Act.UNDONE


def test_a_step_is_done_again_though_proposals_that_went_with_it_have_given_way(store):
    guess = proposal(store)
    number = remove_letter(store)
    undone = turn(store, number)
    assert store.get(Evidence, "guess") == guess
    other = replace(guess, id="other", score=60.0)
    store.apply(Change("Suggest evidence", STAMP, (*removed(guess), *added(other)), Act.PROPOSED))
    turn(store, undone, act=Act.REDONE)
    assert store.get(Document, "letter") is None
    assert store.get(Evidence, "other") is None


def test_a_proposal_about_a_claim_that_is_gone_does_not_come_back(store):
    claim = replace(store.get(Claim, "first"), status=Status.PROPOSED)
    store.apply(Change("Propose claims", STAMP, (Edit(store.get(Claim, "first"), claim),), Act.PROPOSED))
    guess = replace(proposal(store), id="about", claim="first")
    store.apply(Change("Suggest evidence", STAMP, added(guess), Act.PROPOSED))
    number = remove_letter(store)
    store.apply(Change("Propose claims", STAMP, removed(claim), Act.PROPOSED))
    turn(store, number)
    assert store.get(Document, "letter") is not None
    assert store.get(Evidence, "about") is None


def test_what_an_editor_has_decided_since_is_never_overrun(store):
    claim = store.get(Claim, "first")
    number = store.apply(review.dispose(claim, Disposition.TK, STAMP)).number
    later = replace(store.get(Claim, "first"), disposition=Disposition.LEGAL)
    store.apply(Change("Set", STAMP, (Edit(store.get(Claim, "first"), later),)))
    with pytest.raises(StaleChange):
        turn(store, number)
    assert store.get(Claim, "first") == later
