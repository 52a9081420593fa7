"""The review follows the case: counted by a worker, anew after every change."""

from dataclasses import replace

import pytest

from ui.models.origin_count import OriginCounts
from ui.review.reviewing import Reviewing
from workbench import review
from workbench.analysis import Analysis, Name
from workbench.change import Change, removed
from workbench.checkable import Sort
from workbench.model import Claim, Disposition, Revision
from workbench.openings import Kind
from workbench.text import Span


@pytest.fixture
def reviewing(session, store):
    reviewing = Reviewing(session, lambda: store)
    yield reviewing
    reviewing.close()
    reviewing.deleteLater()


@pytest.fixture
def settle(qtbot, reviewing):
    def wait():
        qtbot.waitUntil(lambda: reviewing.is_current, timeout=10_000)
        return reviewing.review

    return wait


def test_the_review_is_counted_when_asked_for(qtbot, reviewing, settle):
    with qtbot.waitSignal(reviewing.reviewed):
        reviewing.begin()
    kinds = [one.kind for one in settle().openings]
    assert kinds.count(Kind.PROPOSED) == 2
    assert settle().coverage.of(Sort.QUOTATION).bare == 1


def test_a_change_is_followed(qtbot, reviewing, settle, session):
    reviewing.begin()
    settle()
    session.do(review.accept(session.claim("sank"), session.stamp()))
    assert not reviewing.is_current
    assert [one.claim for one in settle().musts] == ["sank"]
    session.do(review.dispose(session.claim("sank"), Disposition.CORRECTED, session.stamp()))
    assert settle().musts == ()


def test_several_changes_in_a_row_are_counted_once(qtbot, reviewing, settle, session):
    reviewing.begin()
    settle()
    told = []
    reviewing.reviewed.connect(told.append)
    for note in ("one", "two", "three"):
        session.do(review.annotate(session.claim("sank"), session.stamp(), note=note))
    settle()
    assert len(told) == 1


def test_names_of_the_engine_replace_those_told_by_capitals(reviewing, settle, session):
    reviewing.begin()
    by_rule = settle().coverage.of(Sort.NAME).total
    names = (Name(Span(4, 9), "PRODUCT"), Name(Span(49, 58), "PERSON"))
    reviewing.take_names(session.revision("story").id, Analysis((), names, (), ()))
    assert (by_rule, settle().coverage.of(Sort.NAME).total) == (1, 2)


def test_a_gate_is_judged_once_the_origins_are_counted(reviewing, settle, session):
    session.do(review.dispose(session.claim("sank"), Disposition.CONFIRMED, session.stamp()))
    reviewing.begin()
    assert Kind.GATE not in [one.kind for one in settle().openings]
    reviewing.take_origins(OriginCounts({"sank": None}))
    assert Kind.GATE in [one.kind for one in settle().openings]


def test_origins_that_are_being_counted_anew_are_not_known(reviewing, settle, session):
    session.do(review.dispose(session.claim("sank"), Disposition.CONFIRMED, session.stamp()))
    reviewing.take_origins(OriginCounts({"sank": None}, frozenset({"sank"})))
    reviewing.begin()
    assert Kind.GATE not in [one.kind for one in settle().openings]


def test_without_a_story_there_is_no_review(reviewing, settle, session):
    reviewing.begin()
    settle()
    story = session.story()
    text = session.revision(story.id)
    claims = session.every_claim(text.id)
    session.do(Change("Clear", session.stamp(), removed(*claims, session.layout(text.id), text, story)))
    assert settle() is None


def test_claims_of_an_earlier_draft_count_as_waiting(reviewing, settle, session):
    session.do(review.accept(session.claim("sank"), session.stamp()))
    old = session.revision("story")
    later = replace(old, id="story-2", number=2, text=old.text + " It was dark.")
    session.do(Change("New draft", session.stamp(), (review.Edit(None, later),)))
    reviewing.begin()
    assert [one.kind for one in settle().musts] == [Kind.TRAY]
    assert settle().draft == "story-2"
    assert session.held().all(Revision)
    assert session.held().all(Claim)
