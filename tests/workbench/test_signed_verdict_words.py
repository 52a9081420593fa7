"""A signature covers what the verdicts say, and so the words of the steps that they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from casework import STAMP, checked_case

from workbench import review
from workbench.change import Change, Edit, added
from workbench.model import Claim, DocumentId, Status, Step, Verdict, VerdictId
from workbench.scales import TWO_SOURCE
from workbench.signed_since import signed_since
from workbench.signing import Part, seals

STORY = DocumentId("story")


@pytest.mark.parametrize(
    ("key", "said", "shows"),
    [
        ("supported", {"label": "Borne out"}, True),
        ("supported", {"definition": "Somebody says so."}, True),
        ("supported", {"number": 9}, True),
        ("supported", {"tone": "bad"}, False),
        ("contradicted", {"label": "Wrong"}, False),
    ],
    ids=["word", "meaning", "number", "colour", "a step not given"],
)
def test_other_words_for_a_given_step_show_in_the_claims(
    tmp_path: Path, key: str, said: dict[str, object], shows: bool
) -> None:
    store = checked_case(tmp_path / "case.twosource")
    claim = next(one for one in store.all(Claim) if one.status is Status.ACCEPTED)
    given = next((one for one in store.all(Verdict) if one.claim == claim.id), None)
    store.apply(review.decide(claim, given, "supported", "", VerdictId("v"), STAMP))
    for other in store.all(Verdict):
        if other.claim != claim.id:
            store.apply(review.withdraw(other, STAMP))
    before, head = seals(store, STORY), store.history()[-1].number

    steps = tuple(_with(step, said) if step.key == key else step for step in TWO_SOURCE.steps)
    store.apply(Change("Edit verdict scale", STAMP, added(replace(TWO_SOURCE, steps=steps))))
    after = seals(store, STORY)
    assert (after.claims != before.claims) is shows
    assert (after.draft, after.evidence, after.sources) == (before.draft, before.evidence, before.sources)
    if shows:
        (since,) = signed_since(store.history(), head, STORY)
        assert since.parts == (Part.CLAIMS,)

    store.apply(Change("Edit verdict scale", STAMP, (Edit(replace(TWO_SOURCE, steps=steps), TWO_SOURCE),)))
    assert seals(store, STORY) == before
    store.close()


def _with(step: Step, said: dict[str, object]) -> Step:
    return replace(step, **said)  # type: ignore[arg-type]  # One field of its own type.
