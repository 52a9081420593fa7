from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.text import Span
from workbench.tracing.likeness import likeness
from workbench.tracing.values import Reuse

FIRE = """Warehouse fire keeps harbour shut
HALDEN, 5 March (Northern Wire) – A fire that broke out before dawn in a grain warehouse kept the northern \
basin of the harbour shut for most of Thursday and sent a column of smoke across the town.
Nobody was hurt, the fire brigade said, although four men who had been asleep in a barge moored alongside \
were taken ashore by a pilot boat as sparks began to fall on its deck.
"We had ten minutes, maybe less, before the roof came down," said Ida Holm, who led the crews.
The owners of the warehouse, a cooperative of sixty farms, put the loss at two thousand tonnes of barley. \
The harbour office wants to open the basin again on Friday once divers have looked for beams on its floor.
"""
OWN = """Farmers count cost of blaze
Barley worth half a million has gone up in smoke at Halden, where firemen fought all morning to save a \
grain store on the quay.
Sixty farms own the building together. Their chairman stood at the fence in tears.
"We had ten minutes, maybe less, before the roof came down," Ida Holm of the fire brigade told us.
Ships bound for the northern basin had to wait at anchor until the evening, and some turned away to other \
ports because their crews were due home.
"""
SPEECH = "we shall not sell the waterworks, not this year and not in any year while I sit in this chair"


def test_typography_case_and_white_space_make_no_difference() -> None:
    other = FIRE.replace('"', "”").replace(" – ", " - ").replace(" ", "\u00a0").upper()
    found = likeness(FIRE, other)
    assert (found.reuse, found.overlap) == (Reuse.IDENTICAL, 1.0)


def test_a_report_under_another_headline_dateline_and_credit_is_identical() -> None:
    body = FIRE.split(" – ", 1)[1]
    other = f"Smoke over Halden\nBy Our Staff\n\n{body}\nSource: Northern Wire\n"
    assert likeness(FIRE, other).reuse is Reuse.IDENTICAL


def test_another_body_under_the_same_headline_is_not_identical() -> None:
    assert likeness(FIRE, FIRE.replace("sixty farms", "seventy farms")).reuse is Reuse.NEAR


def test_paragraphs_put_in_another_order_and_added_to_are_a_near_copy() -> None:
    head, *rest = FIRE.strip().split("\n")
    other = "\n".join([head, *reversed(rest), "The mayor promised to look into the insurance of the quays."])
    found = likeness(FIRE, other)
    assert found.reuse is Reuse.NEAR
    assert found.overlap > 0.9


def test_a_passage_taken_over_is_a_partial_copy_shown_where_it_stands_in_both() -> None:
    taken = "four men who had been asleep in a barge moored alongside were taken ashore by a pilot boat"
    other = OWN.replace("had to wait", f"heard that {taken}, and had to wait")
    found = likeness(FIRE, other)
    assert found.reuse is Reuse.PARTIAL
    free = [part for part in found.shared if not part.quoted]
    assert [part.one.of(FIRE) for part in free] == [part.other.of(other) for part in free] == [taken]


def test_what_both_quote_is_a_shared_quotation_and_no_copy() -> None:
    found = likeness(FIRE, OWN)
    assert found.reuse is Reuse.QUOTATION
    assert [part.quoted for part in found.shared] == [True]
    assert found.shared[0].one.of(FIRE).startswith("We had ten minutes")


@pytest.mark.parametrize("marks", ["“”", "«»", "„“", "‘’", '""'])
def test_any_quotation_marks_tell_a_quotation(marks: str) -> None:
    one = f"The mayor rose late. {marks[0]}{SPEECH},{marks[1]} she told the council, and sat down."
    other = f'Applause followed when Ms Falk said: "{SPEECH}". Nobody answered her from the benches opposite.'
    assert likeness(one, other).reuse is Reuse.QUOTATION


def test_an_article_that_quotes_a_letter_has_not_copied_it() -> None:
    letter = f"To the members of the council. Let me be plain: {SPEECH}. Yours, Anna Falk."
    article = f"The mayor has written to her council. “{SPEECH.capitalize()},” she says in it. Doubts remain."
    found = likeness(letter, article)
    assert found.reuse is Reuse.QUOTATION
    assert not found.shared[0].quoted


def test_speech_credited_in_both_without_marks_is_no_copy() -> None:
    one = f"In the chamber the mayor said {SPEECH} and the public gallery rose."
    other = f"It was Ms Falk, late as ever, who told members {SPEECH} before leaving for her train."
    spans = tuple((Span(text.index(SPEECH), text.index(SPEECH) + len(SPEECH)),) for text in (one, other))
    assert likeness(one, other, credited=(spans[0], spans[1])).reuse is Reuse.QUOTATION
    assert likeness(one, other).reuse is Reuse.NEAR


def test_names_offices_and_stock_phrases_are_no_copy() -> None:
    shared = (
        "Former Secretary of State Hillary Clinton and former Maryland Governor Martin O’Malley",
        "a spokesman did not immediately respond to a request for comment",
    )
    one = f"In Iowa the two {shared[0]} shook hands with farmers at a fair. Asked later, {shared[1]}."
    other = f"Nobody expected {shared[0]} to share one stage. The owner of the hall said {shared[1]}."
    assert likeness(one, other).reuse is Reuse.NONE


def test_a_form_filled_in_for_two_firms_is_no_copy() -> None:
    form = "{} Corp said its board declared a quarterly dividend of {} cents, payable {} to holders of {}."
    one = form.format("Hartwell", 22, "April 10", "March 27")
    other = form.format("Osmond", 35, "May 2", "April 14")
    assert likeness(one, other).reuse is Reuse.NONE
    assert likeness(one, one.replace("27", "28")).reuse is Reuse.NEAR


def test_a_form_filled_in_for_two_days_is_no_copy() -> None:
    form = "Exporters reported sales of {} tonnes of corn on {} for delivery this season, {} to Osmond."
    days = form.format("120,000", "3 March", 800), form.format("200,000", "4 May", 950)
    assert likeness(*days).reuse is Reuse.NONE


def test_a_short_text_with_names_of_its_own_may_still_hold_a_copied_passage() -> None:
    taken = FIRE.split("\n")[2]
    other = f"In Osmond, Kestrel and Dornfeld nothing burned, said Alcott. {taken} Ask Relling."
    assert likeness(FIRE, other).reuse is Reuse.NEAR


def test_furniture_is_left_out() -> None:
    bar = (
        "Home News Sport Weather. Sign in to read more of our award-winning journalism from the coast today."
    )
    one, other = f"{bar}\nThe lamp went out at nine.", f"{bar}\nA heron stood on the pier."
    zones = ((Span(0, len(bar)),), (Span(0, len(bar)),))
    assert likeness(one, other).reuse is not Reuse.NONE
    assert likeness(one, other, furniture=zones).reuse is Reuse.NONE


def test_a_text_that_repeats_its_own_passages_is_found_each_time() -> None:
    passage = "The barge drifted past the lighthouse with its lamps unlit and nobody at the helm that night."
    own = "Morning came slowly over the marsh, where two herons quarrelled about a frog until one flew off."
    found = likeness(
        f"{passage}\n{own}\n{passage}", f"Something else entirely was on his mind.\n{passage}\n" * 1 + own * 4
    )
    starts = [part.one.start for part in found.shared]
    assert found.reuse in {Reuse.NEAR, Reuse.PARTIAL}
    assert sum(1 for part in found.shared if passage[:-1] in part.one.of(f"{passage}\n{own}\n{passage}")) >= 2
    assert starts == sorted(starts)


def test_chinese_is_compared_character_by_character() -> None:
    one = "周四清晨粮仓起火浓烟笼罩全城港口北部停运一整天消防队说无人受伤但驳船上四人被引水船接走。"
    other = f"本报讯。{one}市长表示将调查码头保险情况。"
    assert likeness(one, other).reuse is Reuse.NEAR
    assert likeness(one, "天气预报说明天晴转多云气温略有回升适合出门散步。").reuse is Reuse.NONE


@pytest.mark.parametrize("one", ["", " \n", "…", "harbour", FIRE])
@pytest.mark.parametrize("other", ["", "!", "barley"])
def test_texts_of_no_word_or_one_share_nothing(one: str, other: str) -> None:
    found = likeness(one, other)
    assert (found.reuse, found.shared) == (Reuse.NONE, ())


def test_one_word_is_identical_to_itself() -> None:
    assert likeness("Fire!", "FIRE").reuse is Reuse.IDENTICAL


@pytest.mark.parametrize(
    "other",
    ["fire " * 90_000, "fire " * 50_000 + "smoke", ("fire " * 60 + "ash ") * 1500, "ash fire " * 40_000],
)
def test_one_word_repeated_a_hundred_thousand_times_is_soon_compared(other: str) -> None:
    started = time.process_time()
    likeness("fire " * 100_000, other)
    assert time.process_time() - started < 15  # quadratic, it would be hours


@settings(max_examples=60, deadline=None)
@given(
    one=st.lists(st.sampled_from([*FIRE.split(" "), '"', "”", "\n"]), max_size=80),
    other=st.lists(st.sampled_from([*FIRE.split(" "), '"', "„", "\n"]), max_size=80),
)
def test_it_is_the_same_either_way_round(one: list[str], other: list[str]) -> None:
    a, b = " ".join(one), " ".join(other)
    there, back = likeness(a, b), likeness(b, a)
    if len(one) != len(other):
        assert there.overlap == pytest.approx(back.overlap, abs=0.25)
    for part in there.shared:
        assert 0 <= part.one.start < part.one.end <= len(a)
        assert 0 <= part.other.start < part.other.end <= len(b)
    assert 0 <= there.overlap <= 1


@given(text=st.text(max_size=200))
def test_every_text_is_comparable_with_itself(text: str) -> None:
    assert likeness(text, text).reuse in {Reuse.IDENTICAL, Reuse.NONE}
