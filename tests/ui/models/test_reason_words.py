"""The reason on a card, in one plain sentence."""

import pytest

from ui.models.reason_words import all_findings, reason_sentence
from workbench.analysis import Statement
from workbench.evidence.judge import judge


@pytest.mark.parametrize(
    ("reasons", "sentence"),
    [
        (
            ("the claim says “19 days”, the passage “23 days”", "both name Ostley"),
            "The claim says “19 days”, the passage “23 days”, though both name Ostley.",
        ),
        (
            ("both give “40”", "the passage keeps its distance: “reportedly”"),
            "Both give “40”, but the passage keeps its distance: “reportedly”.",
        ),
        (
            ("both give “40”", "the passage’s “nine years” fits the claim’s “almost a decade”"),
            "Both give “40”, and the passage’s “nine years” fits the claim’s “almost a decade”.",
        ),
        (("says nothing of “cars”",), "The passage says nothing of “cars”."),
        (("nearly the same words",), "The passage has nearly the same words."),
        (("Not in English: only found, not judged",), "Not in English: only found, not judged."),
        ((), ""),
    ],
)
def test_findings_become_one_sentence(reasons, sentence):
    assert reason_sentence(reasons) == sentence


def test_braces_in_a_source_are_only_words():
    assert reason_sentence(("says nothing of “{x} {0}”", "both name {first}")) == (
        "The passage says nothing of “{x} {0}”, though both name {first}."
    )


def test_a_second_finding_that_would_make_it_too_long_is_left_to_the_tooltip():
    long = f"both say “{'very ' * 60}long”"
    assert reason_sentence(("both name Ostley", long)) == "Both name Ostley."
    assert long[1:] in all_findings(("both name Ostley", long))


def test_every_finding_is_kept_one_a_line():
    assert all_findings(("both name Ostley", "says nothing of “cars”")) == (
        "Both name Ostley\nThe passage says nothing of “cars”"
    )


def test_the_judge_gives_clauses_that_make_a_sentence():
    claim = Statement("The ferry Marit sank off Halden in 1998 and nobody was warned.")
    passages = [
        Statement("The ferry Marit sank off Halden in 1997."),
        Statement("The ferry Marit did not sink off Halden in 1998."),
        Statement("According to the harbour office, the ferry Marit sank off Halden in 1998."),
    ]
    for found in judge(claim, passages):
        sentence = reason_sentence(found.reasons)
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert ".." not in sentence
