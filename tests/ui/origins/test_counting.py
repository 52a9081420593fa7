"""Origins are counted in the background, again after a change; what is out of date is told to be."""

from __future__ import annotations

import pytest
from counted_origins import count_origins

from ui.jobs import Jobs
from ui.origins.counting import OriginCounting
from ui.steps import Step, Steps
from workbench import linking
from workbench.change import Change, added, removed
from workbench.model import Document, Layout, Relation, Revision, Role, Sha256, SourceKind, passage
from workbench.text import Span
from workbench.tracing.rulings import count_together
from workbench.tracing.values import Provenance

WORDS = {
    "a": "A log kept on the quay has the ferry going down in the spring of 1998.",
    "b": "Ida Holm remembers that the ferry sank in 1998, and so does her neighbour.",
}


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.stop()
    jobs.deleteLater()


@pytest.fixture
def counting(session, jobs):
    counting = OriginCounting(session, Steps(jobs, jobs), jobs)
    session.changed.connect(lambda _: counting.follow())
    return counting


@pytest.fixture
def link(session):
    """Links a new document to the claim “sank” as supporting."""

    def link(id):
        document = Document(id, Role.SOURCE, f"Report {id}", kind=SourceKind.NEWSPAPER)
        revision = Revision(f"{id}-1", id, 1, WORDS[id], Sha256("0" * 64))
        session.record(Change("Add", session.stamp(), added(document, revision, Layout(revision.id))))
        place, claim = passage(revision, Span(0, len(WORDS[id]))), session.claim("sank")
        session.do(linking.link(claim, place, Relation.SUPPORTS, session.new_id(), session.stamp()))

    return link


@pytest.fixture
def answered(qtbot, counting):
    """Waits until nothing is being counted any more."""
    return lambda: qtbot.waitUntil(lambda: not counting._open and not counting._steps.busy)


@pytest.fixture
def blocked(qtbot, counting):
    """The worker is kept from counting for as long as one waits for it to be given free."""
    from threading import Event

    gate = Event()
    counting._steps.add(Step("gate", "", lambda _: gate.wait(20), lambda _: None))
    yield gate
    gate.set()


def test_before_anything_is_traced_nothing_is_counted(counting, link):
    link("a")
    assert counting.counts.by_claim == {}


def test_every_claim_of_the_story_is_counted_once_all_is_traced(session, counting, link, answered):
    link("a")
    counting.take(Provenance())
    answered()
    assert counting.counts.by_claim == {"sank": count_origins(session, "sank"), "cars": None}


def test_another_passage_and_its_undo_are_counted_anew(session, counting, link, answered):
    counting.take(Provenance())
    link("a")
    link("b")
    answered()
    assert counting.counts.of("sank").count == 2
    session.undo()
    answered()
    assert counting.counts.of("sank").count == 1


def test_the_editors_word_is_counted_at_once(session, counting, link, answered):
    link("a")
    link("b")
    counting.take(Provenance())
    answered()
    session.do(count_together("a", "b", None, (), "ruling", session.stamp()))
    answered()
    assert counting.counts.of("sank").count == 1


def test_a_word_on_one_claim_leaves_the_others_as_they_are(session, counting, answered):
    counting.take(Provenance())
    answered()
    session.do(count_together("source", "story", "cars", (), "ruling", session.stamp()))
    assert set(counting._open) == {"cars"}


def test_what_has_not_changed_is_not_counted_again(qtbot, counting, answered):
    counting.take(Provenance())
    answered()
    with qtbot.assertNotEmitted(counting.counted):
        counting.follow()


def test_a_count_that_takes_long_is_told_to_be_awaited(qtbot, counting, link, answered, blocked):
    link("a")
    with qtbot.waitSignal(counting.counted) as told:
        counting.take(Provenance())
    assert told.args[0].awaited == {"sank", "cars"}
    blocked.set()
    answered()
    assert counting.counts.awaited == frozenset()


def test_until_the_texts_are_traced_no_count_is_the_last_word(qtbot, counting, link, answered):
    link("a")
    counting.take(Provenance())
    answered()
    with qtbot.waitSignal(counting.counted) as told:
        counting.expect()
    assert "sank" in told.args[0].awaited
    with qtbot.waitSignal(counting.counted) as told:
        counting.take(Provenance())
    assert told.args[0].awaited == frozenset()


def test_an_answer_to_what_has_been_asked_otherwise_since_is_not_taken(counting, session, link, answered):
    counting.take(Provenance())
    asked = dict(counting._open)
    link("a")
    counting._take_answers(tuple((question, None) for question in asked.values()))
    assert "sank" in counting._open
    answered()
    assert counting.counts.of("sank").count == 1


def test_a_claim_that_is_gone_is_counted_no_longer(session, counting, answered):
    counting.take(Provenance())
    answered()
    session.do(Change("Remove", session.stamp(), removed(session.claim("cars"))))
    answered()
    assert set(counting.counts.by_claim) == {"sank"}
