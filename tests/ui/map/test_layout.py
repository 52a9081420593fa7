"""Cards in columns, lines between them and never beneath a card."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.map.layers import crossings, layers
from ui.map.layout import CARD_WIDTH, Box, lay_out

DATES = [None, "2026", "2026-01-04", "2026-01-05", "2026-02-01", "2026-03", "2026-03-09"]


def some_map(chance, count=40):
    boxes = [Box(str(at), chance.choice(DATES), chance.random() < 0.4) for at in range(count)]
    boxes.append(Box("story", "2026-03-09", False, last=True))
    keys = [box.key for box in boxes]
    links = {tuple(chance.sample(keys, 2)) for _ in range(count)}
    return boxes, sorted(links)


def points_of(route, samples=12):
    """Points along a course."""
    for at in range(0, len(route.points) - 1, 3):
        start, first, second, end = route.points[at : at + 4]
        for step in range(samples + 1):
            t, u = step / samples, 1 - step / samples
            weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            yield tuple(
                sum(
                    weight * point[axis]
                    for weight, point in zip(weights, (start, first, second, end), strict=True)
                )
                for axis in (0, 1)
            )


def inside(point, rect):
    return rect.x < point[0] < rect.x + rect.width and rect.y < point[1] < rect.y + rect.height


@pytest.mark.parametrize("seed", range(6))
def test_no_line_runs_beneath_a_card(seed):
    boxes, links = some_map(Random(seed))
    made = lay_out(boxes, links)
    shrunk = [
        type(rect)(rect.x + 1, rect.y + 1, rect.width - 2, rect.height - 2) for rect in made.cards.values()
    ]
    for route in made.routes:
        hit = [rect for point in points_of(route) for rect in shrunk if inside(point, rect)]
        assert not hit


@given(st.integers(0, 10_000))
def test_cards_never_overlap_and_keep_to_their_side(seed):
    boxes, links = some_map(Random(seed), 25)
    made = lay_out(boxes, links)
    for box in boxes:
        rect = made.cards[box.key]
        assert rect.y >= 0 if box.lower else rect.y + rect.height <= 0
    for column in made.columns:
        rects = [made.cards[key] for key in column.cards]
        assert all(one.y + one.height <= other.y + 0.01 for one, other in pairwise(rects))


def test_later_texts_stand_further_right_and_the_story_at_the_end_of_its_day():
    boxes = [
        Box("new", "2026-03-09", False),
        Box("story", "2026-03-09", False, last=True),
        Box("old", "2026-01-04", True),
        Box("undated", None, False),
    ]
    cards = lay_out(boxes, []).cards
    assert cards["undated"].x < cards["old"].x < cards["new"].x < cards["story"].x


def test_more_time_makes_a_wider_gap_but_not_in_step():
    boxes = [Box(iso, iso, False) for iso in ("2026-01-01", "2026-01-02", "2026-02-01", "2036-02-01")]
    made = lay_out(boxes, [])
    lefts = [column.x for column in made.columns]
    near, far, decade = (b - a for a, b in pairwise(lefts))
    assert near < far < decade < 3 * (near - CARD_WIDTH) + CARD_WIDTH
    assert [column.gap for column in made.columns] == [None, None, None, 3652]


def test_a_line_leads_from_the_taker_to_the_giver_and_heads_towards_it():
    boxes = [
        Box("giver", "2026-01-01", True),
        Box("between", "2026-01-02", True),
        Box("taker", "2026-01-03", False),
    ]
    made = lay_out(boxes, [("taker", "giver")])
    giver, taker = made.cards["giver"], made.cards["taker"]
    route = made.routes[0]
    assert route.points[0] == (taker.x, taker.middle)
    assert route.end == (giver.x + CARD_WIDTH, giver.middle)
    assert route.heading == (-1.0, 0.0)


def test_words_taken_from_a_later_text_lead_to_the_right():
    made = lay_out([Box("early", "2026-01-01", False), Box("late", "2026-02-01", False)], [("early", "late")])
    assert made.routes[0].heading == (1.0, 0.0)


def test_sorting_undoes_crossings_that_need_not_be():
    columns, lower = [0, 0, 0, 1, 1, 1], [False] * 6
    made = layers(columns, lower, [(3, 2), (4, 1), (5, 0)], 2)
    assert crossings(made) == 0


def test_lines_to_one_giver_share_their_way():
    columns = [0, 1, 2, 2]
    made = layers(columns, [False] * 4, [(2, 0), (3, 0)], 3)
    assert made.chains[0][1:] == made.chains[1][1:]


def test_a_map_without_anything_has_no_size_to_speak_of():
    made = lay_out([], [])
    assert made.cards == {}
    assert made.bounds.width == CARD_WIDTH
