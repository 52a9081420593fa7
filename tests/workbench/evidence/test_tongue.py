"""What is judged, and what is only found because it is in another language."""

import pytest

from workbench.evidence.tongue import is_english


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was closed to lorries on Wednesday after inspectors found rust.",
        "Halden's council's engineer's report: Tolle's hangers, Brandt's cables, Ostley's repairs",
        "Halden bridge closed, repairs cost £38 million, council minutes show",
        "Rust.",
        "14 of 62",
        "",
        "—",
        "word " * 30_000,
    ],
)
def test_english_and_what_is_too_short_to_tell_is_judged(text):
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke wurde am Mittwoch für schwere Lastwagen gesperrt, nachdem Prüfer Rost gefunden hatten.",
        "Le pont a été fermé aux camions mercredi après la découverte de rouille sur les câbles.",
        "El puente fue cerrado el miércoles a los camiones pesados.",
        "Мост закрыт для грузовиков.",
        "桥梁已关闭",
        "أغلق الجسر أمام الشاحنات",
    ],
)
def test_other_languages_are_only_found(text):
    assert not is_english(text)
