"""Verdict scales: presets, words given under an earlier scale, and a scale edited by the desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import scales
from workbench.change import Stamp, inverse
from workbench.model import Case, CaseId, ClaimId, Scale, ScaleId, Step, Verdict, VerdictId

STAMP = Stamp("Nora Quist", datetime(2026, 3, 7, 9, 30, tzinfo=UTC))
CASE = Case(CaseId("case"), "Ostley", "two-source", STAMP.at)
GIVEN = Verdict(VerdictId("v"), ClaimId("c"), "mixed", "", "Nora Quist", STAMP.at)


def _keys(scale: Scale) -> list[str]:
    return [step.key for step in scale.steps]


@pytest.mark.parametrize("scale", scales.PRESETS.values(), ids=lambda scale: scale.id)
def test_every_step_of_a_preset_has_words_a_number_a_tone_and_a_symbol_of_its_own(scale: Scale) -> None:
    assert len({step.symbol for step in scale.steps}) == len(scale.steps)
    assert len({step.label for step in scale.steps}) == len(scale.steps)
    assert all(step.definition and step.tone in scales.TONES for step in scale.steps)
    assert {step.symbol for step in scale.steps} <= set(scales.SYMBOLS)


@pytest.mark.parametrize("scale", scales.PRESETS.values(), ids=lambda scale: scale.id)
def test_the_numbers_of_a_preset_fall_from_the_best_step_on(scale: Scale) -> None:
    ranked = [step.number for step in scale.steps if step.number]
    assert ranked == list(range(len(ranked), 0, -1))


def test_there_are_presets_of_six_nine_and_four_steps_and_one_without() -> None:
    assert [len(scale.steps) for scale in scales.PRESETS.values()] == [6, 6, 9, 4, 0]


def test_what_the_desk_edited_wins_over_the_preset() -> None:
    own = scales.rewritten(scales.TWO_SOURCE, "mixed", label="Half right")
    assert scales.scale_of([own], "two-source") == own
    assert scales.scale_of([], "two-source") == scales.TWO_SOURCE


def test_a_verdict_reads_in_the_words_of_the_scale_it_was_given_under() -> None:
    assert scales.step_of([], GIVEN).label == "Mixed"
    assert scales.step_of([], replace(GIVEN, step="true", scale=ScaleId("six-step"))).label == "True"


@given(st.text(min_size=1), st.text(min_size=1))
def test_no_verdict_is_ever_without_words(scale: str, step: str) -> None:
    given_step = scales.step_of([], replace(GIVEN, scale=ScaleId(scale), step=step))
    assert given_step.label
    assert given_step.symbol in scales.SYMBOLS


def test_a_verdict_in_own_words_reads_as_these_words() -> None:
    own = replace(GIVEN, scale=scales.FREE_TEXT.id, step="Right, but years out of date")
    assert scales.step_of([], own).label == "Right, but years out of date"
    assert scales.offered(scales.FREE_TEXT) == ()


def test_a_retired_step_is_no_longer_offered_but_still_reads() -> None:
    scale = scales.retired(scales.TWO_SOURCE, "mixed")
    assert "mixed" not in [step.key for step in scales.offered(scale)]
    assert scales.step_of([scale], GIVEN).label == "Mixed"
    assert scales.offered(scales.retired(scale, "mixed", gone=False)) == scales.TWO_SOURCE.steps


def test_a_step_in_use_is_retired_instead_of_taken_out() -> None:
    used = scales.without(scales.TWO_SOURCE, "mixed", [GIVEN])
    assert next(step for step in used.steps if step.key == "mixed").retired
    assert "mixed" not in _keys(scales.without(scales.TWO_SOURCE, "mixed", []))


def test_moving_a_step_renumbers_and_leaves_what_stands_outside_the_order() -> None:
    moved = scales.moved(scales.TWO_SOURCE, "contradicted", -4)
    assert _keys(moved)[0] == "contradicted"
    assert [step.number for step in moved.steps] == [5, 4, 3, 2, 1, 0]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(-7, 7)), max_size=12))
def test_no_moving_loses_a_step(moves: list[tuple[int, int]]) -> None:
    scale = scales.TWO_SOURCE
    for at, by in moves:
        scale = scales.moved(scale, scale.steps[at].key, by)
    assert sorted(_keys(scale)) == sorted(_keys(scales.TWO_SOURCE))


def test_a_new_step_gets_a_symbol_that_no_other_has() -> None:
    scale = scales.added(scales.TWO_SOURCE, "late", "Came too late")
    assert len({step.symbol for step in scale.steps}) == 7
    with pytest.raises(ValueError, match="one key"):
        scales.added(scale, "late", "Once more")


def test_a_step_keeps_its_word_rather_than_losing_it() -> None:
    with pytest.raises(ValueError, match="no words"):
        scales.rewritten(scales.TWO_SOURCE, "mixed", label="  ")
    with pytest.raises(ValueError, match="no tone"):
        scales.repainted(scales.TWO_SOURCE, "mixed", tone="pink")


def test_choosing_another_scale_leaves_the_verdicts_as_they_are() -> None:
    change = scales.use(CASE, scales.SIX_STEP, [], [GIVEN], STAMP)
    assert change is not None
    assert [edit.after for edit in change.edits] == [replace(CASE, scale="six-step")]


def test_one_change_keeps_an_edited_scale_and_takes_it_into_use() -> None:
    own = replace(scales.FOUR_STEP, id=ScaleId("own"), name="Our own")
    change = scales.use(CASE, own, [], [], STAMP)
    assert change is not None
    assert [edit.after for edit in change.edits] == [own, replace(CASE, scale="own")]
    back = inverse(change, STAMP)
    assert [edit.after for edit in back.edits] == [CASE, None]


def test_a_preset_as_it_was_leaves_no_row() -> None:
    edited = scales.rewritten(scales.TWO_SOURCE, "mixed", label="Half right")
    change = scales.use(CASE, scales.TWO_SOURCE, [edited], [], STAMP)
    assert change is not None
    assert [(edit.before, edit.after) for edit in change.edits] == [(edited, None)]
    assert scales.use(CASE, scales.TWO_SOURCE, [], [], STAMP) is None


def test_a_used_step_that_was_dropped_is_kept_as_retired() -> None:
    cut = replace(scales.TWO_SOURCE, steps=scales.TWO_SOURCE.steps[:2])
    change = scales.use(CASE, cut, [], [GIVEN], STAMP)
    assert change is not None
    kept = change.edits[0].after
    assert isinstance(kept, Scale)
    assert [(step.key, step.retired) for step in kept.steps][2:] == [("mixed", True)]


def test_own_scales_are_offered_after_the_presets() -> None:
    own = Scale(ScaleId("own"), "Our own", (Step("a", "A", "", 1, "good", "check"),))
    assert [scale.id for scale in scales.known_scales([own])][-1] == "own"
    assert len(scales.known_scales([own])) == len(scales.PRESETS) + 1
