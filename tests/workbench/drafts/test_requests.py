"""An accepted change request counts as carried out only where the new draft really has the words."""

from __future__ import annotations

import pytest
from casework import STAMP, words
from drafting import STORY, Desk

from workbench import review
from workbench.drafts import is_missing_from, settle
from workbench.drafts.pair import lay_beside
from workbench.drafts.requests import as_asked
from workbench.model import Disposition, Query, QueryId, QueryStatus, passage

SENTENCE = "Repairs took 11 weeks and cost 420,000 pounds."


def found(about: str, wording: str, new: str) -> str | None:
    """What stands in `new` for the request to have `wording` in place of `about`."""
    place = as_asked(lay_beside(STORY, new), words(STORY, about), wording)
    return None if place is None else place.of(new)


@pytest.mark.parametrize(
    ("about", "wording", "new_sentence"),
    [
        ("420,000 pounds", "450,000 pounds", "Repairs took 11 weeks and cost 450,000 pounds."),
        ("420,000 pounds", "“450,000 pounds”.", "Repairs took 11 weeks and cost 450,000\u00a0pounds."),
        ("420,000 pounds", "about 420,000 pounds", "Repairs took 11 weeks and cost about 420,000 pounds."),
        ("took 11 weeks", "took weeks", "Repairs took weeks and cost 420,000 pounds."),
        (SENTENCE, "Repairs took all winter.", "Repairs took all winter."),
        (SENTENCE, "cost 450,000 pounds", "Repairs took 11 weeks and cost 450,000 pounds."),
        (SENTENCE, "The board will not say what repairs cost.", "The board will not say what repairs cost."),
    ],
    ids=["a figure", "typography", "a word put in", "a word out", "a sentence", "part of it", "all new"],
)
def test_the_words_asked_for_are_seen_in_their_place(about: str, wording: str, new_sentence: str) -> None:
    assert found(about, wording, STORY.replace(SENTENCE, new_sentence)) is not None


@pytest.mark.parametrize(
    ("about", "wording", "new"),
    [
        ("420,000 pounds", "450,000 pounds", STORY),
        ("420,000 pounds", "450,000 pounds", STORY.replace("420,000", "460,000")),
        ("420,000 pounds", "450,000 pounds", STORY + "\n\nElsewhere 450,000 pounds were spent."),
        ("cost 420,000 pounds", "420,000 pounds", STORY),
        ("cost 420,000 pounds", "420,000 pounds", STORY.replace("cost 420,000", "cost some 420,000")),
        ("cost 420,000 pounds", "", STORY.replace("420,000", "450,000")),
        (SENTENCE, "Repairs cost 1 pound", "Nothing is left.\n\nOf that story."),
    ],
    ids=["unchanged", "another figure", "elsewhere", "a word left", "a word put in", "no wording", "other"],
)
def test_nothing_else_passes_for_them(about: str, wording: str, new: str) -> None:
    assert found(about, wording, new) is None


@pytest.mark.parametrize(
    ("about", "wording", "new_sentence", "seen"),
    [
        (SENTENCE, "“Repairs took all winter.”", "Repairs took all winter.", "Repairs took all winter."),
        (SENTENCE, "Repairs took all winter.", "Repairs took all winter!", "Repairs took all winter"),
        (
            "420,000 pounds",
            "450,000 pounds.",
            "Repairs took 11 weeks and cost 450,000 pounds.",
            "450,000 pounds.",
        ),
        (
            "420,000 pounds",
            "450,000 pounds",
            "Repairs took 11 weeks and cost 450,000 pounds.",
            "450,000 pounds",
        ),
    ],
)
def test_the_full_stop_that_was_asked_for_belongs_to_the_words(
    about: str, wording: str, new_sentence: str, seen: str
) -> None:
    assert found(about, wording, STORY.replace(SENTENCE, new_sentence)) == seen


def test_a_request_whose_words_have_gone_in_is_applied_and_the_claim_says_so(desk: Desk) -> None:
    desk.claim("cost 420,000 pounds", "cost")
    query = desk.request("cost", "cost 450,000 pounds")
    report = desk.take_in(STORY.replace("420,000", "450,000"))
    assert report.applied == (query.id,)
    stored = desk.store.get(Query, query.id)
    assert stored is not None
    assert stored.status is QueryStatus.APPLIED
    waiting = desk.waiting()["cost"]
    assert waiting.asked == stored
    assert waiting.place is not None
    change = settle(waiting.claim, waiting.place, desk.draft, STAMP, disposition=Disposition.CORRECTED)
    desk.store.apply(change)
    assert desk.now("cost").wording == "cost 450,000 pounds"
    assert desk.now("cost").disposition is Disposition.CORRECTED


@pytest.mark.parametrize("is_placed", [True, False])
def test_a_change_that_the_author_takes_back_is_missed_again(desk: Desk, is_placed: bool) -> None:
    cost = desk.claim("cost 420,000 pounds", "cost")
    query = desk.request("cost", "cost 450,000 pounds")
    desk.take_in(STORY.replace("420,000", "450,000"))
    waiting = desk.waiting()["cost"]
    if is_placed:
        assert waiting.place is not None
        queries = desk.store.all(Query)
        desk.store.apply(settle(waiting.claim, waiting.place, desk.draft, STAMP, queries=queries))
        kept = desk.store.get(Query, query.id)
        assert kept is not None
        assert kept.passage == cost.passage
    desk.take_in(STORY.replace("420,000", "450,000").replace("11 weeks", "12 weeks"))
    after = desk.store.get(Query, query.id)
    assert after is not None
    assert after.status is QueryStatus.APPLIED

    report = desk.take_in(STORY.replace("11 weeks", "12 weeks"))
    assert report.missing == (query.id,)
    after = desk.store.get(Query, query.id)
    assert after is not None
    assert after.status is QueryStatus.ACCEPTED


def test_a_request_the_draft_does_not_follow_stays_and_is_missed(desk: Desk) -> None:
    cost = desk.claim("cost 420,000 pounds", "cost")
    query = desk.request("cost", "cost 450,000 pounds")
    first = desk.draft
    report = desk.take_in(STORY.replace("11 weeks", "12 weeks"))
    assert report.missing == (query.id,)
    stored = desk.store.get(Query, query.id)
    assert stored is not None
    assert stored.status is QueryStatus.ACCEPTED
    assert is_missing_from(stored, cost.passage, first, desk.draft)
    assert is_missing_from(stored, desk.now("cost").passage, desk.draft, desk.draft)


@pytest.mark.parametrize("status", [QueryStatus.OPEN, QueryStatus.REFUSED])
def test_what_was_not_granted_is_neither_applied_nor_missed(desk: Desk, status: QueryStatus) -> None:
    cost = desk.claim("cost 420,000 pounds", "cost")
    query = desk.request("cost", "cost 450,000 pounds", status)
    first = desk.draft
    report = desk.take_in(STORY.replace("420,000", "450,000"))
    assert report.applied == report.missing == ()
    assert not is_missing_from(query, cost.passage, first, desk.draft)
    assert desk.waiting()["cost"].asked is None


def test_a_request_about_words_without_a_claim_is_looked_for_too(desk: Desk) -> None:
    place = passage(desk.draft, words(STORY, "since 1987"))
    query = Query(QueryId("q"), None, "Sure?", "since 1978", passage=place, status=QueryStatus.ACCEPTED)
    desk.store.apply(review.ask(query, STAMP))
    report = desk.take_in(STORY.replace("since 1987", "since 1978"))
    assert report.applied == (query.id,)


def test_words_that_are_there_already_are_not_missed(desk: Desk) -> None:
    """The author answered "done" after the draft had come in, and the claim was placed on the new words."""
    desk.claim("cost 420,000 pounds", "cost")
    desk.take_in(STORY.replace("420,000", "450,000"))
    place = words(desk.draft.text, "cost 450,000 pounds")
    desk.store.apply(settle(desk.now("cost"), place, desk.draft, STAMP))
    query = desk.request("cost", "cost 450,000 pounds")
    assert not is_missing_from(query, desk.now("cost").passage, desk.draft, desk.draft)
