"""Origins that may want the same are flagged, and stay origins of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from traces import paper, place, somebody

from workbench.model import SourceKind
from workbench.tracing.independence.interests import shared_interests
from workbench.tracing.independence.traced import Traced
from workbench.tracing.values import Edge, Origin, Party, PartyId, Provenance, SharedInterest, Step

ORGANISATION, PERSON = SourceKind.ORGANISATION, SourceKind.PERSON
A = paper("a", "Harbour Post")


def flagged(*described: tuple[str, str, SourceKind]) -> tuple[SharedInterest, ...]:
    """What is flagged where each of those described is an origin; the words are those that name them."""
    parties = [somebody(name, kind=kind) for name, _, kind in described]
    taker = PartyId("document:a")
    edges = [
        Edge(taker, party.id, Step.CREDITS, "", (place("a", words, words),))
        for party, (_, words, _) in zip(parties, described, strict=True)
    ]
    known = (Party(taker, A.title, A.id, A.kind), *parties)
    origins = [Origin((A.id,), (party.id,)) for party in parties]
    return shared_interests(origins, Traced({A.id: A}, Provenance(known, tuple(edges))))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            ("Ada Brook", "Mali’s foreign minister, Ada Brook,", PERSON),
            ("Malian military", "the Malian military", ORGANISATION),
            "Ada Brook and the Malian military both speak for the state of Mali.",
        ),
        (
            ("Ada Brook", "Defence Minister Ada Brook", PERSON),
            ("The army", "the army", ORGANISATION),
            "Ada Brook and the army both speak for the same branch of government.",
        ),
        (
            ("Norda Chemicals", "Norda Chemicals", ORGANISATION),
            ("Jens Holm", "Norda Chemicals spokesman Jens Holm", PERSON),
            "Norda Chemicals and Jens Holm both speak for Norda Chemicals.",
        ),
        (
            ("Lea Gram", "Norda Chemicals chief executive Lea Gram", PERSON),
            ("Jens Holm", "Norda Chemicals spokesman Jens Holm", PERSON),
            "Lea Gram and Jens Holm both speak for Norda Chemicals.",
        ),
        (
            ("Dana Burg", "Dana Burg, a lawmaker of the Progress Party,", PERSON),
            ("Progress Party", "The Progress Party", ORGANISATION),
            "Dana Burg and the Progress Party both speak for the Progress Party.",
        ),
        (
            ("Olav Brandt", "Harwick mayor Olav Brandt", PERSON),
            ("Harwick council", "Harwick council", ORGANISATION),
            "Olav Brandt and the Harwick council both speak for Harwick.",
        ),
    ],
)
def test_those_who_speak_for_one_body_are_flagged(
    one: tuple[str, str, SourceKind], other: tuple[str, str, SourceKind], why: str
) -> None:
    assert flagged(one, other) == (SharedInterest((0, 1), why),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("Ada Brook", "Mali’s foreign minister, Ada Brook,", PERSON),
            ("Sam Hall", "Britain’s foreign minister, Sam Hall,", PERSON),
        ),
        (
            ("Ada Brook", "Health Minister Ada Brook", PERSON),
            ("The army", "the army", ORGANISATION),
        ),
        (
            ("Jens Holm", "Norda Chemicals spokesman Jens Holm", PERSON),
            ("Lea Gram", "Halden Steel chief executive Lea Gram", PERSON),
        ),
        (
            ("Harwick council", "Harwick council", ORGANISATION),
            ("Harwick Residents", "Harwick Residents", ORGANISATION),
        ),
        (("Jens Holm", "teacher Jens Holm", PERSON), ("Ida Holm", "baker Ida Holm", PERSON)),
    ],
)
def test_those_who_speak_for_different_bodies_are_not(
    one: tuple[str, str, SourceKind], other: tuple[str, str, SourceKind]
) -> None:
    assert flagged(one, other) == ()


def test_three_of_one_state_are_told_of_together() -> None:
    (interest,) = flagged(
        ("Ada Brook", "Mali’s foreign minister, Ada Brook,", PERSON),
        ("Malian military", "the Malian military", ORGANISATION),
        ("Malian government", "the Malian government", ORGANISATION),
    )
    assert interest.origins == (0, 1, 2)
    assert interest.why.endswith("all speak for the state of Mali.")


def test_two_reports_of_one_paper_are_flagged() -> None:
    two = paper("b", "Harbour Post")
    parties = tuple(Party(PartyId(f"document:{one.id}"), one.title, one.id, one.kind) for one in (A, two))
    traced = Traced({A.id: A, two.id: two}, Provenance(parties))
    origins = [Origin((one.id,), (party.id,)) for one, party in zip((A, two), parties, strict=True)]
    (interest,) = shared_interests(origins, traced)
    assert interest.why == "“Title of a” and “Title of b” both appeared in Harbour Post."


def test_what_does_not_count_is_not_flagged() -> None:
    parties = [somebody("Malian military"), somebody("Malian government")]
    origins = [Origin((A.id,), (parties[0].id,), counts=False), Origin((A.id,), (parties[1].id,))]
    assert shared_interests(origins, Traced({A.id: A}, Provenance(tuple(parties)))) == ()


def test_those_whom_two_texts_call_the_same_may_be_one() -> None:
    documents = (A, paper("b", "Dale Times"))
    called = [
        replace(somebody(f"The port authority@{item.id}"), name="The port authority", within=item.id)
        for item in documents
    ]
    parties = (*(Party(PartyId(f"document:{item.id}"), item.title, item.id) for item in documents), *called)
    origins = [Origin((item.id,), (one.id,)) for item, one in zip(documents, called, strict=True)]
    traced = Traced({item.id: item for item in documents}, Provenance(parties))
    why = "Both rest on the port authority, which may be one and the same."
    assert shared_interests(origins, traced) == (SharedInterest((0, 1), why),)
