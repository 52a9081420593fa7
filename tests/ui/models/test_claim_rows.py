"""Filtering and counting claims; chains of credits."""

from __future__ import annotations

from dataclasses import replace

from ui.models.chains import chains
from ui.models.claim_rows import ClaimFilter, claim_row, matching, support, tally
from ui.models.origin_count import OriginCount
from ui.origins.groups import Explained
from ui.theme.colours import Tone
from workbench.model import (
    Attribution,
    Claim,
    Credit,
    Disposition,
    Evidence,
    Passage,
    Relation,
    Relay,
    Source,
    SourceKind,
    Status,
    Verdict,
)
from workbench.scales import step_of
from workbench.text import Quote, Span


def _passage(words="the bridge cost 9 million", document="story"):
    return Passage(document, f"{document}-1", Span(0, len(words)), Quote(words))


def _row(claim, number=1, verdict=None, evidence=(), cited=()):
    given = step_of((), verdict) if verdict else None
    return claim_row(claim, number, given, evidence, cited)


OPEN = Claim("open", _passage())
PROPOSED = Claim("proposed", _passage("It opened in June"), Status.PROPOSED)
SETTLED = Claim("settled", _passage("The mayor left"), disposition=Disposition.ON_AUTHOR)
VERDICT = Verdict("v", "open", "contradicted", "", "Ada", None)


def test_a_claim_is_checked_by_a_disposition_or_by_a_verdict() -> None:
    assert not _row(OPEN).checked
    assert _row(SETTLED).checked
    assert _row(OPEN, verdict=VERDICT).checked


def test_the_verdict_leads_and_the_disposition_follows() -> None:
    row = _row(replace(SETTLED, id="open"), verdict=VERDICT)
    assert (row.sign.word, row.also.word) == ("Contradicted", "On author")
    assert _row(SETTLED).also is None


def test_the_same_document_linked_twice_and_cited_is_one_source() -> None:
    linked = [Evidence(f"e{n}", "open", _passage(document="paper"), Relation.SUPPORTS) for n in (1, 2)]
    suggested = Evidence("e3", "open", _passage(document="other"), Relation.CONTRADICTS, Status.PROPOSED)
    cited = [Source("s", "The Paper", SourceKind.NEWSPAPER, "paper"), Source("p", "Ida", SourceKind.PERSON)]
    row = _row(OPEN, evidence=[*linked, suggested], cited=cited)
    assert (row.sources, row.conflicts) == (2, 1)


def test_filters_keep_what_they_say() -> None:
    conflict = Evidence("e", "open", _passage(document="paper"), Relation.CONTRADICTS, Status.PROPOSED)
    rows = [_row(OPEN, 1, evidence=[conflict]), _row(PROPOSED, 2), _row(SETTLED, 3)]
    kept = {state: [row.number for row in matching(rows, "", state)] for state in ClaimFilter}
    assert kept == {
        ClaimFilter.ALL: [1, 2, 3],
        ClaimFilter.OPEN: [1],
        ClaimFilter.PROPOSED: [2],
        ClaimFilter.CHECKED: [3],
        ClaimFilter.WAITING: [3],
        ClaimFilter.CONFLICTS: [1],
    }


def test_words_match_in_any_order_and_case() -> None:
    rows = [_row(OPEN, 1), _row(PROPOSED, 2)]
    assert [row.number for row in matching(rows, "MILLION bridge", ClaimFilter.ALL)] == [1]
    assert [row.number for row in matching(rows, "million june", ClaimFilter.ALL)] == []


def test_proposals_do_not_count_as_work_to_be_done() -> None:
    counted = tally([_row(OPEN), _row(PROPOSED), _row(SETTLED), _row(OPEN, verdict=VERDICT)])
    assert (counted.checked, counted.taken_up, counted.proposed) == (2, 3, 1)
    assert counted.tones == ((Tone.BAD, 1), (Tone.ACCENT, 1))


def _credit(name, start, end, via=(), resolved=None):
    credit = Credit((), (), (Span(start, end),), tuple(map(Relay, via)), resolved)
    return Attribution(f"{name}{start}", "story", "story-1", name, "said", credit)


def test_a_chain_runs_from_the_origin_to_who_passed_it_on() -> None:
    letter = _credit("the letter", 20, 60, via=["Norda"])
    speaker = _credit("Holm", 30, 50, resolved="Ida Holm")
    assert chains([letter, speaker]) == (("Ida Holm", "the letter", "Norda"),)


def test_credits_side_by_side_are_chains_of_their_own() -> None:
    assert chains([_credit("Holm", 0, 10), _credit("Berg", 10, 20), _credit("", 0, 5)]) == (
        ("Holm",),
        ("Berg",),
    )


def _count(count, *, suggested=False):
    return OriginCount(count, 6, suggested, (), Explained())


def test_enough_origins_are_good_too_few_want_care_and_none_is_said() -> None:
    said = [support(_count(number), awaited=False) for number in (2, 1, 0)]
    assert [(one.words, one.tone) for one in said] == [
        ("2 origins", Tone.GOOD),
        ("1 origin", Tone.CARE),
        ("no origin", Tone.CARE),
    ]
    assert said[0].told == "2 independent origins of 6 passages"


def test_origins_of_suggestions_and_those_counted_anew_are_grey() -> None:
    assert support(_count(2, suggested=True), awaited=False).tone is Tone.MUTED
    assert support(_count(2), awaited=True).tone is Tone.MUTED
    assert support(None, awaited=True) is None
