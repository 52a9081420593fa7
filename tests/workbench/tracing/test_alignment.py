from __future__ import annotations

import random

from hypothesis import example, given
from hypothesis import strategies as st

from workbench.tracing.alignment import Run, covered, stretches
from workbench.tracing.tokens import spelled, words_of

LETTERS = [str(number) for number in range(40)]


def aligned(ours: str, theirs: str) -> list[tuple[str, str, int]]:
    """The stretches as words of either text, and how many are equal."""
    a, b = ours.split(), theirs.split()
    found = stretches(*spelled(a, b))
    return [(" ".join(a[slice(*s.ours)]), " ".join(b[slice(*s.theirs)]), s.equal) for s in found]


def test_small_edits_do_not_break_a_stretch() -> None:
    ours = "the old mill on the river was sold last spring to a baker from the town"
    theirs = "she said the old mill on the little river was bought last spring by a baker from the town"
    assert aligned(ours, theirs) == [(ours, theirs.removeprefix("she said "), 14)]


def test_passages_in_another_order_are_found_in_the_order_of_the_second_text() -> None:
    one, other = " ".join(LETTERS[:15]), " ".join(LETTERS[20:35])
    assert aligned(f"{one} x {other}", f"{other} y {one}") == [(other, other, 15), (one, one, 15)]


def test_a_passage_that_stands_twice_in_the_second_text_is_found_twice() -> None:
    passage = " ".join(LETTERS[:12])
    assert aligned(f"a b {passage}", f"{passage} {'x ' * 30}{passage}") == [(passage, passage, 12)] * 2


def test_a_chance_run_between_does_not_cut_a_stretch_in_two() -> None:
    stretch = LETTERS[:30]
    broken = [*stretch[:14], "p", "q", "r", *stretch[14:]]
    (first, *rest) = sorted(
        aligned(" ".join([*stretch, *["x"] * 20, "p", "q", "r"]), " ".join(broken)), key=len
    )
    assert [len(found[0].split()) for found in (first, *rest) if found[2] > 3] == [30]


@example(ours=list("aaaaaaaaaabaa"), theirs=list("aaabaaaaa"))
@given(
    ours=st.lists(st.sampled_from("abcdef"), max_size=60),
    theirs=st.lists(st.sampled_from("abcdef"), max_size=60),
)
def test_runs_are_equal_words_and_do_not_overlap_in_the_second_text(
    ours: list[str], theirs: list[str]
) -> None:
    taken: list[Run] = [run for stretch in stretches(*spelled(ours, theirs)) for run in stretch.runs]
    for run in taken:
        assert ours[run.ours : run.ours + run.length] == theirs[run.theirs : run.theirs + run.length]
    places = [place for run in taken for place in range(run.theirs, run.theirs + run.length)]
    assert len(places) == len(set(places))


def test_every_long_run_is_found_wherever_it_was_put() -> None:
    dice = random.Random(2)
    words = [f"w{number}" for number in range(3000)]
    for _ in range(40):
        ours, theirs = dice.sample(words, 400), dice.sample(words, 300)
        start, place = dice.randrange(380), dice.randrange(300)
        theirs[place:place] = ours[start : start + 12]
        longest = max(stretches(*spelled(ours, theirs)), key=lambda stretch: stretch.equal)
        assert longest.equal >= len(ours[start : start + 12])


def test_covered_counts_overlapping_stretches_once() -> None:
    assert covered([(0, 5), (3, 8), (10, 12), (10, 11)]) == 10
    assert covered([]) == 0


def test_words_are_compared_without_typography() -> None:
    one = words_of("“Don’t” — 1,000\u00a0cafe\u0301s, STRASSE!")
    other = words_of("'DON'T' - 1000 cafés strasse")
    assert one.keys == other.keys == ("don't", "1000", "cafés", "strasse")


@given(text=st.text(max_size=120))
def test_places_lie_in_the_text_in_order(text: str) -> None:
    words = words_of(text)
    ends = [0, *(end for _, end in words.places)]
    assert all(before <= start < end for before, (start, end) in zip(ends, words.places, strict=False))
    assert all(end <= len(text) for end in ends)
