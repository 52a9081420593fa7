"""The index of marks answers as looking through all of them would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.text.marks import Mark, MarkIndex, lanes
from ui.theme.colours import Tone
from workbench.text import Span

PLACES = st.integers(0, 5_000)
SPANS = st.tuples(PLACES, st.one_of(st.integers(0, 40), PLACES)).map(lambda pair: Span(pair[0], sum(pair)))
MARKS = st.lists(SPANS, max_size=40).map(
    lambda spans: [Mark(str(at), span, Tone.GOOD) for at, span in enumerate(spans)]
)


@given(MARKS, SPANS)
def test_a_stretch_holds_the_marks_that_overlap_it(marks, stretch):
    found = MarkIndex(marks).over(stretch.start, stretch.end)
    assert set(found) == {mark for mark in marks if mark.span and mark.span.overlaps(stretch)}
    assert found == sorted(found, key=lambda mark: (mark.span.start, -mark.span.end, mark.key))


@given(MARKS, st.data())
def test_removed_marks_are_gone_and_moved_ones_are_elsewhere(marks, data):
    index = MarkIndex(marks)
    kept = [mark for mark in marks if mark.span]
    gone = data.draw(st.sets(st.sampled_from(kept)) if kept else st.just(set()))
    for mark in gone:
        index.remove(mark.key)
    rest = [Mark(mark.key, mark.span.shifted(7), Tone.BAD) for mark in kept if mark not in gone]
    for mark in rest:
        index.put(mark)
    assert set(index) == set(rest)
    assert set(index.over(0, 20_000)) == set(rest)
    assert len(index) == len(rest)


@given(MARKS)
def test_marks_in_one_lane_never_overlap(marks):
    ordered = MarkIndex(marks).over(0, 20_000)
    lane_of = lanes(ordered)
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            assert lane_of[one.key] != lane_of[other.key] or not one.span.overlaps(other.span)


def test_a_mark_alone_is_in_the_first_lane():
    marks = [
        Mark("a", Span(0, 5), Tone.GOOD),
        Mark("b", Span(3, 9), Tone.BAD),
        Mark("c", Span(6, 9), Tone.GOOD),
    ]
    assert lanes(marks) == {"a": 0, "b": 1, "c": 0}


def test_removing_an_unknown_mark_is_an_error():
    with pytest.raises(KeyError):
        MarkIndex().remove("none")
