"""Code points and UTF-16 units name the same places."""

from hypothesis import given
from hypothesis import strategies as st

from ui.text.positions import Positions
from workbench.text import Span

TEXTS = st.text(alphabet="aé한א\n😀𝄞👩‍🚒", max_size=60)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS, st.data())
def test_a_place_keeps_its_neighbours_in_utf_16(text, data):
    at = data.draw(st.integers(0, len(text)))
    positions = Positions(text)
    assert positions.to_qt(at) == utf16(text[:at])
    assert positions.from_qt(positions.to_qt(at)) == at


@given(TEXTS)
def test_the_middle_of_a_surrogate_pair_is_the_place_before_it(text):
    positions = Positions(text)
    for at, character in enumerate(text):
        if utf16(character) == 2:
            assert positions.from_qt(positions.to_qt(at) + 1) == at


def test_a_span_is_the_same_from_either_end():
    positions = Positions("a😀b")
    assert positions.span_from_qt(1, 3) == positions.span_from_qt(3, 1) == Span(1, 2)
