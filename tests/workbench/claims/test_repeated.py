"""Which claims of a story are taken for one claim in several places."""

import pytest

from workbench.attribution import find_credits
from workbench.claims import propose_claims
from workbench.model import Zone, ZoneRole
from workbench.text import Span

BETWEEN = "The rain went on."


@pytest.fixture
def places(language):
    """Per claim its places as printed, the main one first; the first line is a headline if it has a ^."""

    def places(*sentences):
        zones = ()
        if sentences[0].startswith("^"):
            sentences = (sentences[0][1:], *sentences[1:])
            zones = (Zone(Span(0, len(sentences[0])), ZoneRole.HEADING),)
        text = f"\n{BETWEEN}\n".join(sentences)
        parsed = language.parse(text, zones)
        claims = propose_claims(parsed, zones, find_credits(parsed, zones))
        return [[span.of(text) for span in (claim.span, *claim.also)] for claim in claims]

    return places


def test_headline_lead_and_body_are_one_claim_at_its_fullest_place(places):
    headline = "^Council closes Salt Bay bridge"
    lead = "The council closed the Salt Bay bridge on Tuesday."
    body = "The council closed the Salt Bay bridge on Tuesday after a storm had torn two cables."
    assert places(headline, lead, body) == [[body, headline[1:], lead]]


def test_a_headline_is_never_the_main_place(places):
    headline = "^Ministry paid £2.4 million for tunnel under Calder harbour in 2021"
    body = "The ministry paid £2.4 million for the tunnel under Calder harbour in 2021."
    assert places(headline, body) == [[body, headline[1:]]]


def test_a_headline_may_leave_out_who_says_so(places):
    headline = "^Ferry carried 40,000 people in 2023"
    body = "The ferry of Halvorsen Shipping carried some 40,000 people in 2023, the council said."
    assert places(headline, body) == [[body, headline[1:]]]


def test_a_minister_and_the_government_say_the_same_at_length(places):
    one = (
        "Vellin’s foreign minister said that Norland has repeatedly violated the country’s airspace and has "
        "delivered weapons to armed rebels."
    )
    other = one.replace("Vellin’s foreign minister", "The government of Vellin")
    assert places(one, other) == [[one, other]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ida Marsh said the work would cost £4 million.", "Owen Cole said the work would cost £4 million."),
        ("Ida Marsh said the work would cost £4 million.", "The work would cost £4 million."),
        ("The ferry carried 40,000 people in 2023.", "The ferry carried 31,000 people in 2023."),
        ("The ferry carried 40,000 people in 2023.", "The ferry carried 40,000 people in 2022."),
        ("The court found that Peter Lund had lied.", "The court found that Peter Lund had not lied."),
        ("Norland attacked Vellin in May 2019.", "Vellin attacked Norland in May 2019."),
        ("^Council closes Salt Bay bridge", "The council will close the Salt Bay bridge on Tuesday."),
        ("^Council closes Salt Bay bridge", "The council may have closed the Salt Bay bridge on Tuesday."),
        ("^Halvorsen Shipping bribed inspectors", "Halvorsen Shipping denied that it had bribed inspectors."),
        (
            "^Halvorsen Shipping bribed inspectors",
            "Halvorsen Shipping was accused of having bribed two inspectors.",
        ),
        (
            "“Nobody looked at the gate for 40 years,” Ida Marsh said.",
            "“Nobody asked about the gate for 40 years,” Ida Marsh said.",
        ),
        ("She said the bridge was a danger to 40 ships.", "He said the bridge was a danger to 40 ships."),
    ],
)
def test_what_differs_stays_a_claim_of_its_own(places, one, other):
    assert all(len(found) == 1 for found in places(one, other))


def test_many_claims_are_brought_together_in_one_pass(places):
    told = [f"The council paid £{number} million for school {number} in Calder." for number in range(2, 60)]
    assert len(places(*told, told[7])) == len(told)
