"""How many independent origins support a claim, as the evidence pane says it."""

from __future__ import annotations

import pytest
from counted_origins import count_origins

from ui.theme.colours import Tone
from workbench import linking
from workbench.change import Change, added
from workbench.model import Document, Layout, Relation, Revision, Role, Sha256, SourceKind, passage
from workbench.text import Span

COPY = "The ferry sank in 1998, said the coast guard in a short note on Friday."


@pytest.fixture
def linked(session):
    """Links a new document with these words to the claim “sank” as supporting."""

    def link(id, words, outlet=""):
        document = Document(id, Role.SOURCE, f"Report {id}", outlet=outlet, kind=SourceKind.NEWSPAPER)
        revision = Revision(f"{id}-1", id, 1, words, Sha256("0" * 64))
        layout = Layout(revision.id)
        session.record(Change("Add source", session.stamp(), added(document, revision, layout)))
        place = passage(revision, Span(0, len(words)))
        claim = session.claim("sank")
        session.do(linking.link(claim, place, Relation.SUPPORTS, session.new_id(), session.stamp()))

    return link


def test_no_supporting_passage_is_nothing_to_count(session):
    assert count_origins(session, "sank") is None


def test_one_paper_is_one_origin_and_that_is_too_few(session, linked):
    linked("a", COPY)
    count = count_origins(session, "sank")
    assert (count.words, count.tone) == ("1 independent origin of 1 passage", Tone.CARE)
    assert count.reasons == ()


def test_copies_count_once_and_the_reason_is_told(session, linked):
    linked("a", COPY)
    linked("b", COPY)
    count = count_origins(session, "sank")
    assert count.words == "1 independent origin of 2 passages"
    assert "word for word" in count.reasons[0]


def test_two_origins_are_enough(session, linked):
    linked("a", COPY)
    linked("b", "A log kept on the quay has the ship going down in the spring of 1998.")
    count = count_origins(session, "sank")
    assert (count.words, count.tone) == ("2 independent origins of 2 passages", Tone.GOOD)


def test_suggestions_are_counted_as_such_until_something_is_linked(session):
    found = session.evidence("sank")[0]
    relate = linking.relate(session.claim("sank"), found, Relation.SUPPORTS, session.stamp())
    session.do(relate)
    assert count_origins(session, "sank").words == "1 independent origin of 1 passage"
