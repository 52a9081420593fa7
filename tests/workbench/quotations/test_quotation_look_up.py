"""A quotation laid beside its source: nothing changed goes unseen, no typography counts."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.quotations import Departure, Kind, Match, look_up
from workbench.quotations.look_up import Searched
from workbench.quotations.words import quoted_words, source_words

SOURCE = (
    "Peter Lund spoke first. “We do not want to close the bridge, and we never did,” he said.\n"
    "The US mission cost us £38 million in 2024, and 3,000 people signed. “It’s the govern-\n"
    "ment’s own co-operation that failed,” Ms Holm wrote to him. Nobody on the council's staff was\n"
    "warned before the gate was shut at 5 a.m., and −5 degrees were measured.[12] The crew left.\n"
)
WORDS = st.lists(
    st.sampled_from("gate crew harbour not never 14 40 shut we They £ US us".split()), min_size=1
)

TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            "The gate is shut , . - – ’ “ ” \n 5 40 £ % we US us not re-sign govern-\nment".split(" ")
        ),
        st.text(st.characters(codec="utf-8", exclude_characters="[](){}.…"), max_size=6),
    ),
    max_size=40,
).map(" ".join)


def keys(text: str) -> list[str]:
    return [word.key for word in quoted_words(text).words]


def told(quotation: str, source: str = SOURCE) -> tuple[Kind, list[tuple[Departure, str, str, bool]]]:
    match = look_up(quotation, source)
    return match.kind, [
        (one.departure, one.quoted.of(quotation), one.source.of(source), one.marked)
        for one in match.differences
    ]


@pytest.mark.parametrize(
    "quotation",
    [
        "We do not want to close the bridge, and we never did",
        "“We do not want to close the bridge, and we never did.”",
        '"we do not want to close the bridge - and we never did,"',
        "« We do not\u00a0want to  close the bridge »",
        "[W]e do not want to close the bridge",
        "It's the government's own cooperation that failed",
        "THE US MISSION COST US £38 MILLION IN 2024",
        "3000 people signed",
        "Nobody on the council’s staff was warned",
        "−5 degrees were measured. The crew left",
        "we … never did",
    ],
)
def test_typography_is_no_difference(quotation: str) -> None:
    assert told(quotation) == (Kind.EXACT, [])


@pytest.mark.parametrize(
    ("quotation", "ours", "theirs"),
    [
        ("We do want to close the bridge, and we never did", "", "not"),
        ("We do not want to close the ferry, and we never did", "ferry", "bridge"),
        ("We really do not want to close the bridge", "really", ""),
        ("The us mission cost us £38 million in 2024", "us", "US"),
        ("The US mission cost us $38 million in 2024", "$", "£"),
        ("The US mission cost us £83 million in 2024", "83", "38"),
        ("and 5 degrees were measured", "5", "−5"),
        ("Somebody on the council's staff was warned", "Somebody", "Nobody"),
        ("Nobody on the council's staff was sacked", "sacked", "warned"),
    ],
)
def test_one_changed_word_is_shown_on_both_sides(quotation: str, ours: str, theirs: str) -> None:
    kind, differences = told(quotation)
    assert kind is Kind.ALTERED
    assert [one[1:3] for one in differences] == [(ours, theirs)]


def test_words_left_out_at_an_ellipsis_are_marked_and_others_are_not() -> None:
    kind, marked = told("Nobody on the council's staff … before the gate was shut")
    assert (kind, marked) == (Kind.SHORTENED, [(Departure.LEFT_OUT, " … ", "was\nwarned", True)])
    kind, unmarked = told("The US mission cost us £38 million and 3,000 people signed")
    assert (kind, unmarked[0][0], unmarked[0][3]) == (Kind.ALTERED, Departure.LEFT_OUT, False)
    source = "The council met in the old hall by the quay on Friday and chose a new leader."
    kind, phrase = told("The council met on Friday and chose a new leader", source)
    assert (kind, phrase) == (
        Kind.SHORTENED,
        [(Departure.LEFT_OUT, "", "in the old hall by the quay", False)],
    )


def test_a_phrase_with_a_negation_left_out_unmarked_is_an_alteration() -> None:
    source = "The council promised that it would under no circumstances sell the harbour to anyone."
    assert told("The council promised that it would sell the harbour to anyone", source)[0] is Kind.ALTERED


def test_an_ellipsis_at_an_end_stands_for_the_rest_of_the_sentence() -> None:
    assert told("… cost us £38 million in 2024 …") == (
        Kind.SHORTENED,
        [
            (Departure.LEFT_OUT, "", "The US mission", True),
            (Departure.LEFT_OUT, "", "and 3,000 people signed", True),
        ],
    )


def test_brackets_are_reported_and_only_shorten_where_they_hide_words() -> None:
    assert told("[Lund] We do not want to close the bridge")[0] is Kind.EXACT
    kind, tense = told("Nobody on the council's staff [were] warned")
    assert (kind, tense) == (Kind.EXACT, [(Departure.BRACKETED, "were", "was", True)])
    kind, hidden = told("We do not want to close the [crossing], and we never did")
    assert (kind, hidden) == (Kind.SHORTENED, [(Departure.BRACKETED, "crossing", "bridge", True)])


def test_a_capital_within_a_sentence_is_told_but_not_held_against_it() -> None:
    kind, differences = told("Nobody on the Council's staff was warned")
    assert (kind, differences[0][0]) == (Kind.EXACT, Departure.CASE)


@pytest.mark.parametrize(
    "quotation",
    [
        "",
        "…",
        "[they]",
        "Everyone wants the bridge to stay open, and always has",
        "Peter Lund spoke of the petition",
        "no bridge",
        "The crew were told that five degrees had been read off before they left",
    ],
)
def test_what_does_not_stand_there_is_absent(quotation: str) -> None:
    assert look_up(quotation, SOURCE) == Match(Kind.ABSENT)


def test_the_rest_of_the_sentence_is_told() -> None:
    match = look_up("cost us £38 million in 2024", SOURCE)
    assert match.before is not None
    assert match.after is not None
    assert (match.before.of(SOURCE), match.after.of(SOURCE)) == ("The US mission", "and 3,000 people signed")


def test_an_exact_place_wins_over_a_likelier_looking_one() -> None:
    source = "We will never sell the port.\n\nWE WILL NEVER SELL THE HARBOUR. Then they left."
    match = look_up("We will never sell the harbour.", Searched(source, thorough=True))
    assert match.kind is Kind.EXACT


@given(TEXTS, st.data())
def test_an_unchanged_stretch_is_exact(text: str, data: st.DataObject) -> None:
    words = source_words(text, 0, len(text))
    assume(words)
    first = data.draw(st.integers(0, len(words) - 1))
    stretch = words[first : data.draw(st.integers(first, len(words) - 1)) + 1]
    quotation = text[stretch[0].start : stretch[-1].end]
    assume(keys(quotation) == [word.key for word in stretch])  # "-5" quoted from "3-5" is another figure
    match = look_up(quotation, text)
    assert match.kind is Kind.EXACT
    assert match.span is not None
    assert keys(match.span.of(text)) == keys(quotation)


@given(WORDS, WORDS)
def test_other_words_are_never_exact(ours: list[str], source: list[str]) -> None:
    assume(f" {' '.join(ours)} ".casefold() not in f" {' '.join(source)} ".casefold())
    assert look_up(" ".join(ours), " ".join(source)).kind is not Kind.EXACT


@given(
    st.text(alphabet="ab N[]….,-'“” \n1−", max_size=60), st.text(alphabet="ab N[]….,-'“” \n1−", max_size=60)
)
def test_any_two_texts_can_be_compared(quotation: str, source: str) -> None:
    match = look_up(quotation, source)
    assert (match.span is None) == (match.kind is Kind.ABSENT)
    for one in match.differences:
        assert one.quoted.end <= len(quotation)
        assert one.source.end <= len(source)
