"""The reason on a card, in one plain sentence."""

import pytest

from ui.models.reason_words import all_findings, reason_sentence
from workbench.model import Relation

SUPPORTS, CONTRADICTS = Relation.SUPPORTS, Relation.CONTRADICTS


@pytest.mark.parametrize(
    ("reasons", "relation", "sentence"),
    [
        (
            ("figures differ: 19 days / 23 days", "both: Ostley, station"),
            CONTRADICTS,
            "The story says 19 days where the source says 23 days, and both speak of Ostley and station.",
        ),
        (
            ("both: Ostley, 40, station", "only reported there: “reportedly”"),
            SUPPORTS,
            "Both speak of Ostley, 40 and station, though the source only reports it (“reportedly”).",
        ),
        (
            ("“almost a decade” ~ “nine years”", "dates differ: 4 May / 5 May"),
            SUPPORTS,
            "“almost a decade” in the story agrees with “nine years” in the source, "
            "but the story gives 4 May where the source gives 5 May.",
        ),
        (
            ("both: Ostley, station",),
            CONTRADICTS,
            "Taken as a whole, the source seems to say otherwise, and both speak of Ostley and station.",
        ),
        (("the passage denies: “closed”, “sold”",), CONTRADICTS, "The source denies “closed” and “sold”."),
        (("roles may be swapped: Holm and Lind",), CONTRADICTS,
         "Who did what to whom may be swapped: Holm and Lind."),
        (("a finding of another kind",), SUPPORTS, "A finding of another kind."),
        ((), SUPPORTS, ""),
    ],
)  # fmt: skip
def test_findings_become_one_sentence(reasons, relation, sentence):
    assert reason_sentence(reasons, relation) == sentence


def test_braces_in_a_source_are_only_words():
    told = reason_sentence(("figures differ: {0} / {x}",), CONTRADICTS)
    assert told == "The story says {0} where the source says {x}."


def test_every_reason_of_the_judge_has_its_own_words():
    from workbench.analysis import Statement
    from workbench.evidence.judge import judge

    claim = Statement("The ferry Marit sank off Halden in 1998 and nobody was warned.")
    passages = [
        Statement("The ferry Marit sank off Halden in 1997."),
        Statement("The ferry Marit did not sink off Halden in 1998."),
        Statement("According to the harbour office, the ferry Marit sank off Halden in 1998."),
    ]
    for found in judge(claim, passages):
        assert " / " not in reason_sentence(found.reasons, found.relation)


def test_every_finding_is_kept_one_a_line():
    assert all_findings(("both: a, b", "dates differ: x / y")) == "Both: a, b\nDates differ: x / y"
