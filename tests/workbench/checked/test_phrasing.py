"""Questions to the memory of earlier claims, made of posts as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.checked.phrasing import asked, plain, terms


def test_quotation_marks_make_no_difference_and_apostrophes_stay():
    assert plain('He said ‘no’ to "Brandt\'s  offer"') == "He said no to Brandt's offer"


@pytest.mark.parametrize(
    ("post", "question"),
    [
        ("Look at this https://t.example/abc pic.twitter.com/xyz", "Look at this"),
        ("#StopTheFerry says @IlseBrandt", "Stop The Ferry says Ilse Brandt"),
        ("It sank. — Ida Holm (@idaholm) March 4, 2019", "It sank. — Ida Holm March 4, 2019"),
        ("It sank. — Ida Holm (@idaholm)", "It sank. — Ida Holm"),
        ("The bill was late — and wrong (2019)", "The bill was late — and wrong (2019)"),
    ],
)
def test_what_a_post_adds_to_its_claim_is_left_out_but_for_who_and_when(post, question):
    assert asked(post) == question


def test_small_words_are_no_search_words():
    assert terms("The ferries were in the harbour in 1,998 cases") == terms("ferry harbour 1,998 case")


@given(st.text(max_size=200))
def test_any_text_can_be_asked(text):
    assert isinstance(terms(asked(text)), list)
