"""What is said about a new draft reads as an editor would say it."""

import pytest

from ui.drafts.told import fate_words, summary
from workbench.drafts import Alteration, CarriedPassage, DraftReport, Fate, Kind
from workbench.text import Span

A = Span(0, 3)


def report(*fates, **known):
    told = tuple((f"c{at}", fate) for at, fate in enumerate(fates))
    empty = {"reopened": (), "surrounded": (), "returned": (), "applied": (), "missing": ()}
    return DraftReport(2, told, **{**empty, "fresh": 0, "kept": 0.9, **known})


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (report(), "Draft 2: no passage had been marked yet."),
        (report(Fate.SAME, Fate.SAME), "Draft 2: 2 of 2 passages stand."),
        (report(Fate.SAME, Fate.MOVED), "Draft 2: 2 of 2 passages stand, 1 of them moved."),
        (
            report(Fate.SAME, Fate.CHANGED, Fate.CHANGED, Fate.ORPHAN, Fate.AMBIGUOUS),
            "Draft 2: 1 of 5 passages stand; 2 changed; 1 could stand at several places; 1 is gone.",
        ),
        (
            report(Fate.SAME, reopened=("c0",), applied=("q",), missing=("r", "s"), same_as=1),
            "Draft 2: 1 of 1 passages stand. It is draft 1 again, word for word. "
            "1 that stands is open again: a “not” came or went beside it. "
            "1 change you asked for is in. 2 that were accepted are not.",
        ),
    ],
)
def test_a_new_draft_is_summed_up_in_a_few_words(qapp, told, words):
    assert summary(told) == words


@pytest.mark.parametrize(
    ("fate", "words"),
    [
        (CarriedPassage(A, Fate.ORPHAN), "Its words are gone"),
        (CarriedPassage(A, Fate.AMBIGUOUS, candidates=(A, A)), "Its words stand at 2 places"),
        (CarriedPassage(A, Fate.CHANGED, proposed=A), "A “not” came or went"),
        (
            CarriedPassage(
                A,
                Fate.CHANGED,
                proposed=A,
                alterations=(Alteration(Kind.WORDS, A, A), Alteration(Kind.FIGURE, A, A)),
            ),
            "A figure changed",
        ),
        (
            CarriedPassage(A, Fate.CHANGED, proposed=A, alterations=(Alteration(Kind.CAPITALS, A, A),)),
            "Capitals changed",
        ),
    ],
)
def test_the_gravest_of_what_happened_to_a_passage_is_named(qapp, fate, words):
    assert fate_words(fate) == words
