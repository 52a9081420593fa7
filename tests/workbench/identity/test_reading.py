"""Names taken apart, and spellings that sound alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.identity.reading import read_person
from workbench.identity.spelling import sound


@pytest.mark.parametrize(
    ("phrase", "given_names", "surname", "office"),
    [
        ("Norland’s Foreign Minister Ada Brook", ("Ada",), "Brook", {"norland", "foreign", "minister"}),
        ("Mali’s foreign minister, Ada Brook,", ("Ada",), "Brook", {"mali", "foreign", "minister"}),
        ("Ada Brook, the Malian foreign minister", ("Ada",), "Brook", {"mali", "foreign", "minister"}),
        ("Dr. J. P. Hollis", ("J.", "P."), "Hollis", set()),
        ("Ambassador Hollis", (), "Hollis", {"ambassador"}),
        (
            "Ada Brook, a member of the ruling Labour Party,",
            ("Ada",),
            "Brook",
            {"member", "ruling", "labour", "party"},
        ),
        ("the mayor of Salt Bay", (), "", {"mayor", "salt", "bay"}),
        ("Omar al-Haddad", ("Omar",), "Haddad", set()),
        ("Ursula von der Meer", ("Ursula",), "Meer", set()),
        ("Martin Luther King Jr.", ("Martin", "Luther"), "King", set()),
        ("Mr Baker", (), "Baker", set()),
        ("Xi Jinlong", ("Jinlong",), "Xi", set()),
        ("Ida Marsh’s", ("Ida",), "Marsh", set()),
    ],
)
def test_a_phrase_is_taken_apart(
    phrase: str, given_names: tuple[str, ...], surname: str, office: set[str]
) -> None:
    named = read_person(phrase)
    assert (named.given, named.surname, named.office) == (given_names, surname, frozenset(office))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abdallah", "Abdoulaye"),
        ("Mohammed", "Muhammad"),
        ("Mohammed", "محمد"),
        ("Poutarine", "Putarin"),
        ("Лавренов", "Lawrenow"),
        ("Traoré", "Traore"),
        ("Müller", "Mueller"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Rao", "Roy"), ("Martin", "Morton"), ("Marin", "Moran"), ("Mohammed", "Mahmoud")]
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@given(st.text(max_size=40))
def test_any_words_at_all_can_be_read(words: str) -> None:
    read_person(words)
