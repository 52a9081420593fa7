from __future__ import annotations

from workbench.analysis import Judgement, Statement
from workbench.evidence.clauses import clauses
from workbench.evidence.judge import judge
from workbench.model import Relation

QUOTED = "We wrote to the harbour board in May 2023 and heard nothing"


def judged(claim: str, passage: str) -> Judgement:
    return judge(Statement(claim), [Statement(passage)])[0]


def test_a_quotation_found_word_for_word_is_support_and_shown() -> None:
    claim = f"According to the Tern Press agency, the letter says: “{QUOTED}.”"
    told = judged(claim, f"“{QUOTED},” Rosa Lindqvist added.")
    assert told.relation is Relation.SUPPORTS
    assert told.score > 80
    assert told.reasons[0] == f"the same words: “{QUOTED}”"


def test_quoted_words_are_a_clause_of_their_own_even_in_a_short_claim() -> None:
    assert clauses(f"She wrote: “{QUOTED}.”") == (QUOTED,)


def test_the_same_words_denied_are_no_support() -> None:
    told = judged(f"The letter says: “{QUOTED}.”", f"It is untrue that {QUOTED.lower()}.")
    assert told.relation is not Relation.SUPPORTS
    assert not any(reason.startswith("the same words") for reason in told.reasons)


def test_a_second_act_that_shares_its_subject_is_a_clause() -> None:
    parts = clauses(
        "The ferry Tern carries more than 20,000 people a week and is the only link to the islands of "
        "Skerry, where almost 4,000 people live."
    )
    assert "The ferry Tern carries more than 20,000 people a week" in parts
