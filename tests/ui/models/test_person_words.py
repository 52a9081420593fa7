"""Names as they stand under steps and signatures."""

import pytest

from ui.models.person_words import person_words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ada Lind", "Ada Lind"),
        ("Åsa  O’Brien-Ek", "Åsa O’Brien-Ek"),
        ("", "Somebody unnamed"),
        (" \n", "Somebody unnamed"),
        ("\u202eeve\nLind\u2066", "eve Lind"),
    ],
)
def test_a_name_stays_on_its_line_and_the_right_way_round(name, words):
    assert person_words(name) == words
    assert "\u202e" not in person_words(name)
