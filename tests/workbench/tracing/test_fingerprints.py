"""Texts that share a run of words share a fingerprint; others do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Zone, ZoneRole
from workbench.text import Span
from workbench.tracing.fingerprints import RUN, WINDOW, fingerprints

WORDS = st.lists(
    st.sampled_from("tide crane barge lock quay pilot grain rope mast hull".split()), max_size=30
)
RUNS = st.lists(
    st.sampled_from("who opened the old sluice gate before dawn".split()), min_size=RUN + WINDOW - 1
)
STORY = "The harbour board sold both cranes to a shipyard in Vellin last spring."


def shared(one: str, other: str) -> set[int]:
    return set(fingerprints(one)) & set(fingerprints(other))


@given(RUNS, WORDS, WORDS, WORDS, WORDS)
def test_a_run_of_seven_words_is_always_shared(
    run: list[str], before: list[str], after: list[str], here: list[str], there: list[str]
) -> None:
    assert shared(" ".join([*before, *run, *after]), " ".join([*here, *run, *there]))


def test_texts_without_common_words_share_nothing() -> None:
    assert not shared(STORY, "Nobody knows why seven ferries were painted green during that night.")


def test_four_words_in_common_are_not_enough() -> None:
    assert not shared(STORY, "Both cranes to a museum: that is what the minister promised us in June.")


@pytest.mark.parametrize(
    "other",
    [
        STORY.upper(),
        "the harbour-board “sold” both cranes, to a shipyard in Vellin: last spring",
        "The hárbour board söld both çranes to a shipyard in Vellin last spring.",
        STORY.replace(" ", "\u00a0\n"),
    ],
)
def test_capitals_accents_and_typography_make_no_difference(other: str) -> None:
    assert fingerprints(other) == fingerprints(STORY)


def test_furniture_is_left_out() -> None:
    menu = "Home News Weather Sport Business Culture Travel Letters "
    zones = (Zone(Span(0, len(menu)), ZoneRole.FURNITURE), Zone(Span(len(menu), 70), ZoneRole.HEADING))
    assert fingerprints(menu + STORY, zones) == fingerprints(STORY)
    assert fingerprints(menu + STORY) != fingerprints(STORY)


def test_overlapping_furniture_at_the_end_is_left_out() -> None:
    zones = tuple(Zone(span, ZoneRole.FURNITURE) for span in (Span(71, 90), Span(80, 400)))
    assert fingerprints(STORY + " Read more about harbours, cranes and boats.", zones) == fingerprints(STORY)


@pytest.mark.parametrize(
    "run",
    ["议会昨天宣布桥梁", "市議会は昨日その橋", "สภาเมืองประกาศปิดสะพาน"],
    ids=["Chinese", "Japanese", "Thai"],
)
def test_characters_count_as_words_where_there_are_no_spaces(run: str) -> None:
    assert shared(f"天気は晴れです{run}。", f"今日はとても寒い{run}、そして")


def test_words_between_spaces_stay_whole_in_other_scripts() -> None:
    russian = "Городской совет вчера вечером закрыл старый мост через реку"
    assert shared(russian, f"Как сообщили нам, {russian.lower()}.")
    assert not fingerprints("Городской совет закрыл мост")


@pytest.mark.parametrize("text", ["", "One two three four", " \n?!—"])
def test_too_few_words_have_none(text: str) -> None:
    assert fingerprints(text) == ()


def test_five_words_have_one() -> None:
    assert len(fingerprints("One two three four five")) == 1


@given(st.text(max_size=400) | st.text("ab \n", max_size=400))
def test_they_ascend_each_once_in_32_bits(text: str) -> None:
    found = fingerprints(text)
    assert list(found) == sorted(set(found))
    assert all(0 <= value < 2**32 for value in found)


def test_they_are_the_same_in_every_process() -> None:
    # Stored in cases and libraries: a change here needs a new FORM.
    assert fingerprints("The mill at Lindow closed.") == (2604552621,)
