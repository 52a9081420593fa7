"""Earlier claims ranked by words and meaning together."""

import numpy as np
import pytest

from workbench.checked.lookup import Wordings, look_up_in
from workbench.meaning import WIDTH

CLAIMS = [
    Wordings("The Ostley bridge cost 40 million crowns.", "What did the bridge cost?"),
    Wordings("Ilse Brandt never signed the harbour contract."),
    Wordings("The ferry carried 38 cars when it sank."),
    Wordings("Ilse Brandt “never” signed the harbour contract."),
]


def nothing(_texts):
    return ()


def vector(*values):
    row = np.zeros(WIDTH, np.int8)
    row[: len(values)] = values
    return row.tobytes()


def test_the_claim_that_shares_the_rare_words_comes_first():
    found = look_up_in(CLAIMS, nothing).rank("How many cars were on the ferry?", nothing, limit=4)
    assert found[0] == 2


def test_among_claims_that_differ_only_in_quotation_marks_the_first_listed_comes_first():
    found = look_up_in(CLAIMS, nothing).rank("Brandt signed the contract of the harbour", nothing, limit=2)
    assert found == (1, 3)


def test_meaning_finds_what_shares_no_word():
    near = {
        "The ferry carried 38 cars when it sank.": vector(127),
        "Vehicles aboard a lost ship": vector(120, 40),
    }
    embed = lambda texts: [near.get(text, vector(0, 0, 127)) for text in texts]  # noqa: E731
    (first,) = look_up_in(CLAIMS, embed).recall("Vehicles aboard a lost ship", embed, limit=1)
    assert first.place == 2
    assert 0 < first.sureness < 60


def test_each_different_text_is_embedded_once():
    asked = []
    look_up_in(CLAIMS, lambda texts: asked.extend(texts) or [vector(127)] * len(texts))
    assert len(asked) == len(set(asked)) == 4


def test_the_same_words_are_surely_the_same_claim():
    found = look_up_in(CLAIMS, nothing).recall(CLAIMS[2].text, nothing, limit=1)
    assert found[0].sureness == pytest.approx(100)


@pytest.mark.parametrize("query", ["", "???", "\ud800", "x" * 100_000])
def test_odd_questions_are_answered(query):
    assert len(look_up_in(CLAIMS, nothing).rank(query, nothing, limit=2)) == 2


def test_no_claims_give_no_answer():
    assert look_up_in([], nothing).rank("The ferry sank.", nothing, limit=5) == ()
