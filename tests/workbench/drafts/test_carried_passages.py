"""What becomes of the passages of a story when it is edited."""

import textwrap

import pytest

from workbench.drafts import CarriedPassage, Fate, Kind, carry, is_another_story
from workbench.text import Span

STORY = """Council sells its ferry

The council sold the ferry for £5 million on Monday, Alma Reyes said. "It isn't worth more," she said.

The ferry – a former trawler – had carried 300 passengers a day since 1990. The operator declined to comment.

Residents in Halden were told nothing about it. The operator declined to comment. The mayor left town.
"""


def span(words: str, text: str = STORY, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def carried(new: str, words: str, nth: int = 0) -> CarriedPassage:
    (passage,) = carry(STORY, new, [span(words, nth=nth)]).passages
    return passage


def altered(passage: CarriedPassage, new: str) -> list[tuple[Kind, str, str]]:
    return [(one.kind, one.old.of(STORY), one.new.of(new)) for one in passage.alterations]


def test_a_passage_keeps_its_place_when_text_is_put_in_before_it():
    new = STORY.replace("The council sold", "It rained all day in the north.\n\nThe council sold")
    passage = carried(new, "300 passengers")
    assert passage.fate is Fate.SAME
    assert passage.place == span("300 passengers", new)
    assert passage.around == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (" a former", "\u00a0a former"),
        ("–", "—"),
        (" – ", "--"),
        ("ferry", "fer\u00adry"),
        ("passengers a", "passengers\n a"),
    ],
)
def test_typography_alone_is_equivalent(before, after):
    new = STORY.replace(before, after)
    words = "The ferry – a former trawler – had carried 300 passengers a day since 1990."
    passage = carried(new, words)
    assert passage.fate is Fate.EQUIVALENT
    assert passage.place == span(words.replace(before, after), new)


def test_quotation_marks_of_another_style_are_typography_but_not_their_loss():
    words = '"It isn\'t worth more," she said.'
    assert carried(STORY.replace(words, "‘It isn’t worth more,’ she said."), words).fate is Fate.EQUIVALENT
    assert carried(STORY.replace(words, "It isn't worth more, she said."), words).fate is Fate.CHANGED


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("£5 million", "£6 million", Kind.FIGURE),
        ("£5 million", "$5 million", Kind.FIGURE),
        ("sold", "never sold", Kind.NEGATION),
        ("Alma Reyes", "Ida Holm", Kind.WORDS),
        ("The council", "the Council", Kind.CAPITALS),
        ("Monday,", "Monday;", Kind.PUNCTUATION),
    ],
)
def test_other_words_are_proposed_with_the_difference(before, after, kind):
    new = STORY.replace(before, after, 1)
    words = "The council sold the ferry for £5 million on Monday, Alma Reyes said."
    passage = carried(new, words)
    assert passage.fate is Fate.CHANGED
    assert passage.place is None
    assert passage.proposed == span(words.replace(before, after), new)
    assert [one.kind for one in passage.alterations][:1] == [kind]


def test_a_changed_figure_alone_is_shown_beside_the_new_one():
    new = STORY.replace("300", "450") + "\nA fund of 300 crowns was set up.\n"
    passage = carried(new, "300")
    assert passage.fate is Fate.CHANGED
    assert altered(passage, new) == [(Kind.FIGURE, "300", "450")]


def test_a_negation_directly_before_a_passage_keeps_it_from_attaching():
    new = STORY.replace("council sold", "council never sold")
    passage = carried(new, "sold the ferry")
    assert (passage.fate, passage.place) == (Fate.CHANGED, None)
    assert [one.new.of(new) for one in passage.around] == ["never"]


def test_a_change_elsewhere_in_the_sentence_is_told():
    new = STORY.replace("council sold", "council never sold")
    passage = carried(new, "£5 million")
    assert passage.fate is Fate.SAME
    assert [one.kind for one in passage.around] == [Kind.NEGATION]


def test_a_paragraph_moves_with_its_passages():
    first, second, third, fourth = STORY.split("\n\n")
    new = "\n\n".join([first, third, second, fourth])
    assert carried(new, "a former trawler").place == span("a former trawler", new)
    fates = {carried(new, words).fate for words in ("a former trawler", "worth more")}
    assert fates == {Fate.SAME, Fate.MOVED}


def test_repeated_sentences_are_told_apart_by_what_stands_around_them():
    words = "The operator declined to comment."
    new = STORY.replace("Council sells", "Island council sells")
    for nth in (0, 1):
        assert carried(new, words, nth).place == span(words, new, nth)


def test_of_two_equal_sentences_the_deleted_one_does_not_slip_onto_the_other():
    words = "The operator declined to comment."
    gone = span(words)
    new = STORY[: gone.start - 1] + STORY[gone.end :]
    assert carried(new, words, 0).place is None
    assert carried(new, words, 1).place == span(words, new)


def test_a_doubled_paragraph_leaves_its_passages_ambiguous():
    first, second, third, fourth = STORY.split("\n\n")
    new = "\n\n".join([first, second, third, third, fourth])
    passage = carried(new, "a former trawler")
    assert (passage.fate, passage.place) == (Fate.AMBIGUOUS, None)
    assert passage.candidates == (span("a former trawler", new), span("a former trawler", new, 1))


def test_a_deleted_passage_is_an_orphan_even_when_its_words_are_used_elsewhere():
    first, second, third, _ = STORY.split("\n\n")
    new = "\n\n".join(
        [first, second, third, "Nobody who left town by the mayor's road saw Residents in Halden Street."]
    )
    assert carried(new, "The mayor left town.").fate is Fate.ORPHAN
    assert carried(new, "Residents in Halden").place is None


def test_only_new_and_changed_sentences_are_uncovered():
    first, second, third, fourth = STORY.split("\n\n")
    new = "\n\n".join([first, fourth.strip(), third.replace("300", "310"), second, "The sea was calm."])
    fresh = carry(STORY, new, []).fresh
    assert [one.span.of(new) for one in fresh] == [
        "The ferry – a former trawler – had carried 310 passengers a day since 1990.",
        "The sea was calm.",
    ]
    assert [one.was and one.was.of(STORY)[:9] for one in fresh] == ["The ferry", None]


def test_another_story_is_recognised():
    other = "The orchestra plays two evenings in Lindow. Tickets for both were gone within an hour."
    assert is_another_story(STORY, other)
    assert carry(STORY, other, [span("The ferry")]).is_another_story
    assert is_another_story(STORY, "")
    assert not is_another_story(STORY, STORY.split("\n\n")[1])
    assert not is_another_story(STORY, STORY.replace("ferry", "boat").replace("council", "town"))


def test_a_passage_that_cuts_words_keeps_its_cuts():
    passage = carried(STORY.replace("isn't", "isn’t"), "council sold the fer")
    assert passage.fate is Fate.SAME
    assert carried(STORY.replace("isn't", "isn’t"), "sn").fate is Fate.SAME
    assert carried(STORY.replace("ferry", "fe\u00adrry"), "fer").fate is Fate.EQUIVALENT


def test_passages_without_words_are_orphans_and_those_beyond_the_draft_are_refused():
    assert [one.fate for one in carry("a  b", "a  b", [Span(1, 3), Span(0, 0)]).passages] == [Fate.ORPHAN] * 2
    with pytest.raises(ValueError, match="beyond"):
        carry("a", "a", [Span(0, 2)])


def test_a_passage_over_two_paragraphs_does_not_run_on_into_another_that_begins_alike():
    old = "The harbour office named no candidate.\n\nA boat came in on Friday with four men aboard it.\n"
    words = "no candidate.\n\nA"
    new = old.replace("A boat", "A choir sang in the market square until late.\n\nA boat")
    (passage,) = carry(old, new, [span(words, old)]).passages
    assert passage.place is None


def test_a_short_sentence_is_known_again_elsewhere_by_what_came_along():
    first, second, third, fourth = STORY.replace(
        "The mayor left town.", "He knew. The mayor left town."
    ).split("\n\n")
    old, new = "\n\n".join([first, second, third, fourth]), "\n\n".join([fourth, first, second, third])
    (passage,) = carry(old, new, [span("He knew.", old)]).passages
    assert (passage.fate, passage.place) == (Fate.MOVED, span("He knew.", new))
    alone = old.replace(" He knew.", "").replace(first, f"{first}\n\nHe knew.")
    assert carry(old, alone, [span("He knew.", old)]).passages[0].place is None


def test_lines_may_be_broken_anew():
    lines = textwrap.fill(STORY, 30, replace_whitespace=False, drop_whitespace=True)
    spans = [
        span(words) for words in ("300 passengers a day since", "£5 million", "Residents in Halden were")
    ]
    there = carry(STORY, lines, spans).passages
    back = carry(lines, STORY, [one.place for one in there if one.place]).passages
    assert [one.place for one in back] == spans
