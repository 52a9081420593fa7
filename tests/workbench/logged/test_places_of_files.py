"""Times, areas and pages as editors type them, and as they are cited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.kinds import Medium
from workbench.logged import NoSuchPlace, area, corners, place_of, timecode
from workbench.logged.places import in_order, seconds


@pytest.mark.parametrize(
    ("typed", "cited"),
    [
        ("12:03", "00:12:03"),
        ("0:12:03.5", "00:12:03.5"),
        ("0:12:03,50", "00:12:03.5"),
        ("1:02:03", "01:02:03"),
        ("75:10", "01:15:10"),
        ("1h02m", "01:02:00"),
        ("1h02", "01:02:00"),
        ("1 h 2 min 3 s", "01:02:03"),
        ("12m03", "00:12:03"),
        ("12 min", "00:12:00"),
        ("90s", "00:01:30"),
        ("12′ 3″", "00:12:03"),
        (" 12:03 – 12:40 ", "00:12:03–00:12:40"),
        ("12:03 to 1:00:00", "00:12:03–01:00:00"),
    ],
)
def test_a_time_is_understood_as_it_is_typed(typed: str, cited: str) -> None:
    assert place_of(Medium.RECORDING, typed) == cited


@pytest.mark.parametrize(
    "typed", ["", "12", "12:60", "1:60:00", "1h75m", "noon", "12:40–12:03", "1:00–2:00–3:00", "9999h", "-"]
)
def test_what_is_no_time_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(NoSuchPlace, match="Nothing was added"):
        place_of(Medium.RECORDING, typed)


@given(st.integers(0, 999 * 3_600_000))
def test_every_time_is_read_again_as_it_is_cited(milliseconds: int) -> None:
    assert round(seconds(timecode(milliseconds / 1000)) * 1000) == milliseconds


@given(st.sampled_from(Medium), st.text(max_size=40))
def test_whatever_is_typed_is_a_place_that_stays_itself_or_is_refused(medium: Medium, typed: str) -> None:
    try:
        cited = place_of(medium, typed)
    except NoSuchPlace:
        return
    assert cited
    assert "\n" not in cited
    assert place_of(medium, cited) == cited


@given(*[st.integers(0, 99_999)] * 4)
def test_an_area_has_its_corners_in_order(left: int, top: int, right: int, bottom: int) -> None:
    if left == right or top == bottom:
        with pytest.raises(NoSuchPlace):
            area(left, top, right, bottom)
        return
    cited = area(left, top, right, bottom)
    found = corners(cited)
    assert found == (min(left, right), min(top, bottom), max(left, right), max(top, bottom))
    assert place_of(Medium.PICTURE, f"{left} {top} {right} {bottom}") == cited


def test_a_picture_can_be_cited_as_a_whole() -> None:
    assert place_of(Medium.PICTURE, "") == "whole picture"


@pytest.mark.parametrize(
    ("typed", "cited"),
    [
        ("4", "page 4"),
        ("p. 4", "page 4"),
        ("pp. 4-5", "pages 4–5"),
        ("page 4, stamp at the top", "page 4, stamp at the top"),
        ("4: signature", "page 4, signature"),
    ],
)
def test_a_page_is_cited_with_what_is_on_it(typed: str, cited: str) -> None:
    assert place_of(Medium.PAGES, typed) == cited


@pytest.mark.parametrize("typed", ["", "0", "5–4", "the last one"])
def test_what_is_no_page_is_refused(typed: str) -> None:
    with pytest.raises(NoSuchPlace):
        place_of(Medium.PAGES, typed)


@given(st.lists(st.integers(0, 900_000), min_size=2))
def test_times_are_put_in_the_order_of_the_recording(times: list[int]) -> None:
    labels = sorted(map(timecode, times), key=lambda label: in_order(Medium.RECORDING, label))
    assert labels == list(map(timecode, sorted(times)))
