"""What goes with a claim that an editor gives a place in the new draft."""

from __future__ import annotations

from dataclasses import replace

import pytest
from casework import STAMP
from drafting import STORY, Desk

from workbench.change import Change, Edit, added
from workbench.drafts import Fate, carry, settle
from workbench.model import Claim, ClaimId, Status, passage
from workbench.text import Span


@pytest.mark.parametrize(
    ("words", "reasons"),
    [("cost 450,000 pounds", ("number: 450,000 pounds",)), ("450,000 pounds", ())],
)
def test_why_a_claim_is_worth_checking_is_told_of_the_words_it_has_now(
    desk: Desk, words: str, reasons: tuple[str, ...]
) -> None:
    cost = desk.claim("cost 420,000 pounds", "cost")
    desk.store.apply(Change("Find", STAMP, (Edit(cost, replace(cost, reasons=("number: 420,000 pounds",))),)))
    desk.take_in(STORY.replace("420,000", "450,000"))
    proposed = Claim(
        ClaimId("found"),
        passage(desk.draft, _span(desk, "cost 450,000 pounds")),
        status=Status.PROPOSED,
        reasons=("number: 450,000 pounds",),
    )
    desk.store.apply(Change("Propose", STAMP, added(proposed)))

    claims = desk.store.all(Claim)
    desk.store.apply(settle(desk.now("cost"), _span(desk, words), desk.draft, STAMP, claims=claims))
    assert desk.now("cost").reasons == reasons


def _span(desk: Desk, words: str) -> Span:
    start = desk.draft.text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize("end", [".", ""])
def test_the_place_proposed_for_a_sentence_has_its_full_stop(end: str) -> None:
    paid = "The harbour board paid a bill of 420,000 pounds in 2022"
    unpaid = "The harbour board did not pay a bill of 420,000 pounds in 2022"
    old = f"The pier closed in May.\n\n{paid}. Nobody protested.\n\n“I do not know,” said the mayor."
    new = f"The pier closed in May.\n\n{unpaid}.\n\n“I do not know,” said the mayor."
    start = old.index(paid)
    (fate,) = carry(old, new, [Span(start, start + len(paid + end))]).passages
    assert fate.fate is Fate.CHANGED
    assert fate.proposed is not None
    assert fate.proposed.of(new) == unpaid + end


@pytest.mark.parametrize("beside", ["", " It was the largest bill yet."])
def test_the_place_proposed_for_a_sentence_leaves_the_next_one_alone(beside: str) -> None:
    old = "The pier closed.\n\n“We did not pay the bill of 900 pounds in 2022.”\n\n“Ask her,” said the mayor."
    new = (
        f"The pier closed.\n\n“We paid the bill of 900 pounds in 2022.”{beside}\n\n“Ask her,” said the mayor."
    )
    start, end = old.index("“We"), old.index("\n\n“Ask")
    (fate,) = carry(old, new, [Span(start, end)]).passages
    assert fate.proposed is not None
    assert fate.proposed.of(new) == "“We paid the bill of 900 pounds in 2022.”"


def test_the_place_proposed_ends_with_the_sentence_when_another_one_follows_now() -> None:
    old = "The pier closed.\n\nThe board did not pay the bill in 2022.\n\n“Ask her,” said she."
    new = "The pier closed.\n\nThe board paid the bill in 2022. It was the largest.\n\n“Ask her,” said she."
    start, end = old.index("The board"), old.index("\n\n“Ask")
    (fate,) = carry(old, new, [Span(start, end)]).passages
    assert fate.proposed is not None
    assert fate.proposed.of(new) == "The board paid the bill in 2022."
