"""Which stretches of a text are proposed as claims, and with which reasons."""

import pytest

from workbench.attribution import find_credits
from workbench.claims import propose_claims
from workbench.model import ClaimKind, Credit, Risk, Zone, ZoneRole
from workbench.text import Span


@pytest.fixture
def proposed(language):
    def proposed(text, zones=(), credits=None):
        parsed = language.parse(text, zones)
        return propose_claims(parsed, zones, find_credits(parsed, zones) if credits is None else credits)

    return proposed


def reasons(claims):
    return " | ".join(reason for claim in claims for reason in claim.reasons)


def test_a_figure_is_proposed_with_the_noun_it_counts(proposed):
    (claim,) = proposed("The council closed more than 50 schools in Velden last year.")
    assert (claim.kind, claim.risk) == (ClaimKind.FIGURE, Risk.NUMBER)
    assert "number: more than 50 schools" in claim.reasons


def test_an_accusation_names_whom_it_hits(proposed):
    (claim,) = proposed("Halvorsen Shipping bribed two inspectors in Oslo.")
    assert (claim.kind, claim.risk) == (ClaimKind.ACCUSATION, Risk.LIBEL)
    assert "accusation against Halvorsen Shipping" in claim.reasons


def test_the_accused_is_the_object_of_an_accusing_verb(proposed):
    claims = proposed("Prosecutors accused Maria Weber of hiding the report.")
    assert "accusation against Maria Weber" in reasons(claims)


def test_who_fights_a_crime_is_not_accused_of_it(proposed):
    assert "accusation" not in reasons(proposed("Norway fights corruption in its ports with 40 officers."))


def test_a_quotation_names_its_speaker(proposed):
    text = "“Nobody warned the crew before the storm,” said Ida Holm."
    credit = Credit(
        (Span(49, 57),), (Span(44, 48),), (Span(1, 41),), resolved="Captain Ida Holm", direct=True
    )
    (claim,) = proposed(text, credits=[credit])
    assert (claim.kind, claim.risk) == (ClaimKind.QUOTATION, Risk.QUOTATION)
    assert "quotation of Captain Ida Holm" in claim.reasons


def test_a_superlative_is_named(proposed):
    assert "superlative: largest" in reasons(proposed("Velden has the largest harbour in Norway."))


def test_at_least_is_no_superlative(proposed):
    assert "superlative" not in reasons(proposed("At least 40 people left the harbour of Velden."))


def test_a_question_is_not_proposed(proposed):
    assert proposed("Did the company pay 40 million dollars to Norway?") == ()


def test_a_bare_opinion_is_not_proposed(proposed):
    assert proposed("I hope that everybody should be kind to animals.") == ()


def test_furniture_is_never_proposed(proposed):
    text = "Norway closed 40 schools in 1998.\nRead more: 12 dead in Oslo after ferry sank in 1999"
    start = text.index("Read more")
    claims = proposed(text, (Zone(Span(start, len(text)), ZoneRole.FURNITURE),))
    assert [claim.span.of(text) for claim in claims] == ["Norway closed 40 schools in 1998."]


def test_a_headline_counts_more_than_the_same_words_below_it(proposed):
    text = "Norway closed 40 schools\n"
    (above,) = proposed(text, (Zone(Span(0, 24), ZoneRole.HEADING),))
    (below,) = proposed(text)
    assert "headline" in above.reasons
    assert above.score > below.score


def test_a_long_sentence_with_two_statements_is_cut_between_them(proposed):
    text = (
        "The ministry closed 40 schools in the northern districts of Norway in the spring of 1998, "
        "while the city council of Velden opened three new ones in the same summer."
    )
    first, second = (claim.span.of(text) for claim in proposed(text, credits=[]))
    assert first.endswith("spring of 1998")
    assert second.startswith("the city council")


def test_a_claim_never_crosses_the_end_of_a_sentence(language):
    text = "The ferry sank in 1998. “It carried 40 cars,” said Ida Holm, “and a bus.” Nobody paid 3 million."
    parsed = language.parse(text)
    claims = propose_claims(parsed, (), find_credits(parsed))
    assert claims
    assert all(any(span.contains(claim.span) for span in parsed.sentences) for claim in claims)


def test_in_an_unknown_language_figures_are_proposed_and_nothing_else(proposed):
    text = (
        "Der Hafen von Velden wurde im Frühjahr geschlossen. Die Fähre war mit 400 Autos und 12 Bussen "
        "überladen, wie aus dem Bericht der Behörde hervorgeht. Niemand hatte die Besatzung gewarnt, und "
        "der Kapitän war schon lange nicht mehr an Bord gewesen."
    )
    (claim,) = proposed(text)
    assert "number: 400" in claim.reasons


def test_empty_and_odd_texts_give_no_claims(proposed):
    assert proposed("") == proposed("\n\n \n") == proposed("?!… —") == ()


def test_a_line_too_long_for_a_sentence_is_not_proposed(proposed):
    assert not proposed("The council paid 4 million pounds for " + "chairs, tables, lamps, " * 70)


def test_a_part_of_a_sentence_does_not_end_in_a_joining_word(proposed):
    text = (
        "Berth 47 was closed for 22 days after a long survey by the inspectorate, and "
        "the cost of the work was put at 95.8 million euros in the end."
    )
    first, second = (claim.span.of(text) for claim in proposed(text))
    assert first.endswith("by the inspectorate")
    assert second.startswith("the cost")
