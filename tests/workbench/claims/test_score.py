"""How worthwhile a sentence is to check."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.claims import score
from workbench.claims.features import features
from workbench.claims.weights import Weights


def test_a_figure_about_the_world_is_worth_checking():
    assert score("Unemployment rose by 12 percent between 2009 and 2011.") > 90


def test_an_opinion_is_not_worth_checking():
    assert score("I think that is a wonderful idea.") < 10


def test_a_question_is_not_worth_checking():
    assert score("What do you think we should do now?") < 10


def test_text_without_a_word_scores_nothing():
    assert score("") == score(" \n") == score("…!?") == 0


def test_a_typographic_apostrophe_changes_nothing():
    assert score("They didn’t cut taxes.") == score("They didn't cut taxes.")


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_any_text_scores_between_nothing_and_a_hundred(text):
    assert 0 <= score(text) <= 100


def test_only_the_beginning_of_an_endless_text_is_looked_at():
    start = "The ferry carried 40 cars. " * 200
    assert score(start) == score(start + "What? " * 100_000)


def test_weights_add_up_by_group():
    weights = Weights({"words": {"ferry": 1000, "sank": 500}}, slope=2.0, bias=-1.0)
    # Three features ("ferry", "sank", "ferry sank"), so 1.5 is divided by the root of three.
    assert round(weights.log_odds("Ferry sank"), 6) == round(2 * 1.5 / 3**0.5 - 1, 6)


def test_digits_are_alike_and_years_keep_their_shape():
    found = features("It sank in 1998 with 40 cars")
    assert "0000" in found["words"]
    assert "in Year" in found["shape"]
    assert "with Number" in found["shape"]
