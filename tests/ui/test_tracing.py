"""Who took what from whom is traced beside the quotations, again when something has changed."""

import pytest

from ui.tracing import Tracing
from workbench.change import Change, Edit, Stamp, added, removed
from workbench.model import Document, Source, SourceKind


@pytest.fixture
def tracing(session):
    tracing = Tracing(session)
    yield tracing
    tracing.close()
    tracing.deleteLater()


@pytest.fixture
def traced(qtbot, tracing):
    with qtbot.waitSignal(tracing.traced, timeout=20_000):
        tracing.begin()
    qtbot.waitUntil(lambda: not tracing.busy, timeout=20_000)
    return tracing


def test_every_document_is_traced_and_kept_to_be_asked_for(traced, session):
    assert {party.document for party in traced.provenance.parties} >= {"story", "source"}


def test_what_has_not_changed_is_not_told_again(qtbot, traced):
    with qtbot.assertNotEmitted(traced.traced):
        traced.begin()
        qtbot.waitUntil(lambda: not traced.busy, timeout=20_000)


def test_another_date_is_traced_anew(qtbot, traced, session):
    story = session.document("story")
    dated = Document(story.id, story.role, story.title, published="2026-03-14")
    with qtbot.waitSignal(traced.traced, timeout=20_000) as told:
        session.do(Change("Date", session.stamp(), (Edit(story, dated),)))
    assert next(party.date for party in told.args[0].parties if party.document == "story") == "2026-03-14"


def test_a_document_that_is_gone_is_traced_no_longer(qtbot, traced, session):
    source = session.document("source")
    with qtbot.waitSignal(traced.traced, timeout=20_000):
        session.do(Change("Remove", session.stamp(), removed(source)))
    assert "source" not in {party.document for party in traced.provenance.parties}


def test_a_new_name_in_the_register_has_everything_traced_again(qtbot, traced, session):
    register = Source("register", "Harbour register", SourceKind.DOCUMENT, document="source")
    begun = []
    traced.steps.progressed.connect(lambda *told: begun.append(told[-1]))
    session.do(Change("Add", Stamp("Ada", session.stamp().at), added(register)))
    qtbot.waitUntil(lambda: not traced.busy, timeout=20_000)
    assert "Tracing where words came from" in begun


def test_closed_it_tells_nothing_more(qtbot, tracing):
    with qtbot.assertNotEmitted(tracing.traced, wait=50):
        tracing.begin()
        tracing.close()
