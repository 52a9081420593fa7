"""Two real reports of one affair, judged against each other; skipped where they are not at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.shared import shared
from workbench.analysis import Judgement, Statement
from workbench.evidence.judge import judge
from workbench.model import Relation
from workbench.sentences import sentences
from workbench.text import normalise

SEEDS = shared("seeds")

pytestmark = pytest.mark.skipif(SEEDS is None, reason="the two reports are not at hand")


def told(name: str, published: str) -> list[Statement]:
    assert SEEDS is not None
    (path,) = Path(SEEDS).glob(f"{name}*.txt")
    text = normalise(path.read_text("utf-8"))
    return [Statement(span.of(text), published) for span in sentences(text)]


def about(statements: list[Statement], *words: str) -> Statement:
    return next(item for item in statements if all(word in item.text for word in words))


def first_three(claim: Statement, passages: list[Statement]) -> list[tuple[Statement, Judgement]]:
    judged = list(zip(passages, judge(claim, passages), strict=True))
    sided = [pair for pair in judged if pair[1].relation is not Relation.CONTEXT]
    return sorted(sided, key=lambda pair: -pair[1].score)[:3]


def test_a_withdrawal_is_corroborated_by_the_other_report() -> None:
    claims, passages = told("000", "2022-08-18"), told("004", "2023-01-28")
    ((best, judgement), *_) = first_three(about(claims, "France", "decade", "intervention"), passages)
    assert "withdrew its forces" in best.text
    assert judgement.relation is Relation.SUPPORTS
    assert "the passage’s “nine years” fits the claim’s “almost a decade”" in judgement.reasons


def test_arming_is_a_possible_conflict_with_driving_out() -> None:
    claims, passages = told("000", "2022-08-18"), told("004", "2023-01-28")
    ((best, judgement), *_) = first_three(about(claims, "France arms"), passages)
    assert "drive extremists out" in best.text
    assert judgement.relation is Relation.CONTRADICTS
    assert judgement.reasons[0].startswith("the passage’s “drive ")
    assert judgement.reasons[0].endswith("speaks against the claim’s “arms”")


def test_the_other_way_round_both_sides_are_found() -> None:
    claims, passages = told("004", "2023-01-28"), told("000", "2022-08-18")
    found = first_three(about(claims, "withdrew its forces"), passages)
    assert {judgement.relation for _, judgement in found} >= {Relation.SUPPORTS}
    assert any("withdraw its forces" in passage.text for passage, _ in found)
