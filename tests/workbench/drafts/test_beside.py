"""Two drafts beside each other: every difference is shown, and nothing that is none."""

from __future__ import annotations

from drafting import STORY
from hypothesis import given
from hypothesis import strategies as st

from workbench.drafts.beside import Touch, beside
from workbench.text import Span


def test_what_went_and_what_came_is_told_figures_gravest() -> None:
    new = STORY.replace("420,000", "450,000").replace("whole summer", "summer")
    found = beside(STORY, new)
    assert [(one.span.of(STORY), one.touch, one.grave) for one in found.ours] == [
        ("420,000", Touch.OUT, True),
        ("whole", Touch.OUT, False),
    ]
    assert [(one.span.of(new), one.touch, one.grave) for one in found.theirs] == [("450,000", Touch.IN, True)]
    assert [(old.of(STORY), come.of(new)) for old, come in found.steps] == [
        ("420,000", "450,000"),
        ("whole", ""),
    ]


def test_a_sentence_in_place_of_another_is_one_change_with_its_figures_apart() -> None:
    new = STORY.replace("A plaque by the gate names the builder", "In 1894 it was my aunt who swam there")
    found = beside(STORY, new)
    assert [(one.span.of(new), one.grave) for one in found.theirs] == [
        ("In", False),
        ("1894", True),
        ("it was my aunt who swam there", False),
    ]
    assert len(found.steps) == 1


def test_a_moved_paragraph_is_moved_and_neither_out_nor_in() -> None:
    parts = STORY.split("\n\n")
    new = "\n\n".join([parts[0], parts[3], *parts[1:3], *parts[4:]])
    found = beside(STORY, new)
    assert {one.touch for one in (*found.ours, *found.theirs)} == {Touch.MOVED}
    assert {one.span.of(STORY) for one in found.ours} == {one.span.of(new) for one in found.theirs}


def test_equal_drafts_and_typography_show_nothing() -> None:
    for new in (STORY, STORY.replace(" ", "\u00a0", 5).replace("“", '"')):
        found = beside(STORY, new)
        assert found.ours == found.theirs == found.steps == found.fresh == ()


def test_new_sentences_are_told() -> None:
    new = STORY.replace("\n\nIt was", "\n\nNobody was hurt. It was")
    found = beside(STORY, new)
    assert [span.of(new) for span in found.fresh] == ["Nobody was hurt."]


def test_places_are_found_across_and_back() -> None:
    new = STORY.replace("\n\nRepairs", "\n\nA paragraph more, of some length.\n\nRepairs")
    found = beside(STORY, new)
    at = STORY.index("Repairs")
    assert found.across(at, to_new=True) == new.index("Repairs")
    assert found.across(new.index("Repairs"), to_new=False) == at
    assert found.across(0, to_new=True) == 0
    assert found.in_old(Span(new.index("Repairs"), new.index("Repairs") + 20)) == Span(at, at + 20)
    more = new.index("A paragraph")
    assert found.in_old(Span(more, more + 11)) is None


@given(
    st.lists(st.sampled_from(STORY.split()), max_size=40),
    st.lists(st.sampled_from(STORY.split()), max_size=40),
)
def test_any_two_texts_can_stand_beside_each_other(one: list[str], other: list[str]) -> None:
    old, new = " ".join(one), "\n".join(other)
    found = beside(old, new)
    assert all(span.end <= len(old) and other.end <= len(new) for span, other in found.steps)
    olds, news = [place for place, _ in found.points], [place for _, place in found.points]
    assert olds == sorted(olds)
    assert news == sorted(news)
    covered = {at for each in found.theirs for at in range(each.span.start, each.span.end)}
    for stretch, there in found.back:
        assert len(stretch.of(new).split()) == len(there.of(old).split())
    assert covered <= set(range(len(new)))
