from __future__ import annotations

from credited_by_hand import Writer

from workbench.tracing.statements import Statements, alike, share, telling

TEXT = "The weir broke at dawn. Three cottages lost their gardens, and the miller lost two boats. Rain fell."


def test_a_statement_is_known_again_in_other_forms_and_another_order() -> None:
    assert telling("cottages losing their garden") == telling("their gardens lost the cottage")


def test_what_is_held_is_told_with_its_place() -> None:
    held, place = Statements(Writer("weir", TEXT).text).share(
        telling("that the miller lost two of his boats")
    )
    assert held == 1.0
    assert place is not None
    assert place.of(TEXT) == "Three cottages lost their gardens, and the miller lost two boats."


def test_words_scattered_over_a_text_are_no_statement_of_it() -> None:
    far = (
        "The weir broke."
        + " Nothing happened here." * 3
        + " The miller slept."
        + " Nobody came." * 3
        + " Boats."
    )
    held, _ = Statements(Writer("far", far).text).share(telling("the weir broke the boats of the miller"))
    assert held < 0.75


def test_too_few_words_are_never_known_again() -> None:
    assert share(telling("the weir"), telling(TEXT)) == 0.0
    assert not alike(telling("two boats"), telling("two boats"))


def test_a_shorter_telling_of_the_same_is_alike() -> None:
    assert alike(telling("the weir broke at dawn on Friday near the mill"), telling("the weir broke at dawn"))
    assert not alike(telling("the weir broke at dawn"), telling("the ferry sank in the evening storm"))


def test_an_empty_text_holds_nothing() -> None:
    assert Statements(Writer("empty", "").text).share(telling(TEXT)) == (0.0, None)
