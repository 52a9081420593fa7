from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.evidence.terms import terms


def test_names_and_figures_come_first_and_stop_words_are_left_out() -> None:
    found = terms("After 1,700 days the Harbour Trust said that it would leave Oldhaven.")
    assert set(found[:4]) == {"1,700", "Harbour", "Trust", "Oldhaven"}
    assert not {"After", "the", "that", "it", "would", "said"} & set(found)


def test_names_and_figures_survive_a_very_long_claim() -> None:
    filler = " ".join(f"{chr(97 + number % 26) * 3}{chr(97 + number // 26) * 4}" for number in range(200))
    found = terms(f"{filler} while Oldhaven counted 4,217 boats")
    assert {"Oldhaven", "4,217"} <= set(found)
    assert len(found) < 40


def test_each_term_comes_once_and_without_its_possessive() -> None:
    assert terms("Oldhaven’s mayor praised Oldhaven") == ("Oldhaven", "praised", "mayor")


@given(st.text(max_size=200))
def test_any_text_gives_plain_words(text: str) -> None:
    assert all(term and not term.isspace() and " " not in term for term in terms(text))
