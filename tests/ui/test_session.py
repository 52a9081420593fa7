from workbench import linking, review
from workbench.errors import CaseNotWritten
from workbench.model import Disposition, Relation, Status, passage
from workbench.proposals import Finding, suggest
from workbench.text import Span


def claim(session, id):
    return session.claim(id)


def story_passage(session, start, end):
    return passage(session.revision("story"), Span(start, end))


def test_claims_come_in_reading_order_with_their_numbers(session):
    assert [item.id for item in session.claims()] == ["sank", "cars"]
    assert session.number("cars") == 2


def test_a_change_is_written_announced_and_undoable(session, store, qtbot):
    with qtbot.waitSignal(session.changed) as told:
        assert session.do(review.dispose(claim(session, "sank"), Disposition.CONFIRMED, session.stamp()))
    assert [key.id for key in told.args[0]] == ["sank"]
    assert store.events[-1].change.label == "Set to confirmed"
    assert session.undo_stack.undoText() == "Set to confirmed"
    assert claim(session, "sank").disposition is Disposition.CONFIRMED


def test_undo_and_redo_write_the_inverse_to_the_history(session, store):
    session.do(review.accept(claim(session, "sank"), session.stamp()))
    assert session.undo()
    assert claim(session, "sank").status is Status.PROPOSED
    assert session.redo()
    assert claim(session, "sank").status is Status.ACCEPTED
    assert len(store.events) == 4


def test_a_change_that_cannot_be_written_is_told_and_leaves_nothing(session, store, qtbot):
    store.trouble = CaseNotWritten("The disk is full.")
    with qtbot.waitSignal(session.failed) as told:
        assert not session.do(review.accept(claim(session, "sank"), session.stamp()))
    assert told.args == ["The disk is full."]
    assert not session.undo_stack.canUndo()
    assert claim(session, "sank").status is Status.PROPOSED


def test_an_undo_that_cannot_be_written_stays_on_the_stack(session, store, qtbot):
    session.do(review.accept(claim(session, "sank"), session.stamp()))
    store.trouble = CaseNotWritten("The disk is full.")
    with qtbot.waitSignal(session.failed):
        assert not session.undo()
    assert session.undo_stack.canUndo()
    store.trouble = None
    assert session.undo()


def test_a_stale_redo_changes_nothing_and_says_so(session, store, qtbot):
    session.do(review.accept(claim(session, "sank"), session.stamp()))
    session.undo()
    session.record(review.annotate(claim(session, "sank"), session.stamp(), note="newer"))
    with qtbot.waitSignal(session.failed):
        assert not session.redo()
    assert claim(session, "sank").note == "newer"


def test_undoing_a_mark_takes_what_was_suggested_for_it_along_and_redo_brings_it_back(session):
    session.do(review.mark(story_passage(session, 24, 43), session.new_id(), session.stamp()))
    marked = session.claims()[1]
    place = passage(session.revision("source"), Span(29, 48))
    link = linking.link(marked, place, Relation.CONTEXT, session.new_id(), session.stamp())
    session.record(link)
    assert session.undo()
    assert session.claim(marked.id) is None
    assert session.every_evidence(marked.id) == ()
    assert session.redo()
    assert len(session.evidence(marked.id)) == 1


def test_recorded_proposals_are_not_on_the_undo_stack(session):
    sank = claim(session, "sank")
    findings: list[Finding] = []
    assert session.record(
        suggest(sank, findings, session.every_evidence(sank.id), session.new_id, session.stamp())
    )
    assert session.evidence(sank.id) == ()
    assert not session.undo_stack.canUndo()


def test_no_change_is_nothing_done(session, store):
    assert not session.do(None)
    assert not session.record(None)
    assert len(store.events) == 1


def test_dismissed_evidence_is_left_out_and_linked_evidence_comes_first(session):
    sank = claim(session, "sank")
    place = passage(session.revision("source"), Span(29, 48))
    session.do(linking.link(sank, place, Relation.CONTEXT, "mine", session.stamp()))
    assert [item.id for item in session.evidence("sank")] == ["mine", "found"]
    session.do(linking.set_aside(session.evidence("sank")[1], session.stamp()))
    assert [item.id for item in session.evidence("sank")] == ["mine"]
    assert len(session.every_evidence("sank")) == 2


def test_the_neighbour_becomes_current_when_the_current_claim_is_dismissed(session, qtbot):
    session.choose("sank")
    with qtbot.waitSignal(session.current_changed):
        session.do(review.dismiss(claim(session, "sank"), session.stamp()))
    assert session.current == "cars"


def test_changes_of_one_batch_are_undone_together(session):
    for id in ("sank", "cars"):
        session.do(review.accept(claim(session, id), session.stamp()), batch="seven")
    assert session.undo_stack.count() == 1
    session.undo()
    assert {item.status for item in session.claims()} == {Status.PROPOSED}
    session.redo()
    assert {item.status for item in session.claims()} == {Status.ACCEPTED}


def test_undoing_everything_restores_every_value(session, store):
    before = dict(store.values)
    sank = claim(session, "sank")
    session.do(review.accept(sank, session.stamp()))
    session.do(
        linking.relate(claim(session, "sank"), session.evidence("sank")[0], Relation.CONTEXT, session.stamp())
    )
    session.do(review.decide(claim(session, "sank"), None, "mixed", "", session.new_id(), session.stamp()))
    after = dict(store.values)
    while session.undo():
        pass
    assert store.values == before
    while session.redo():
        pass
    assert store.values == after


def test_changes_to_be_told_soon_are_told_together(session, qtbot):
    told = []
    session.changed.connect(lambda keys: told.append({key.id for key in keys}))
    for id in ("sank", "cars"):
        session.record(review.accept(claim(session, id), session.stamp()), soon=True)
    assert told == []
    assert claim(session, "sank").status is Status.ACCEPTED
    qtbot.waitUntil(lambda: told != [], timeout=5_000)
    assert told == [{"sank", "cars"}]


def test_what_the_editor_does_is_told_at_once_with_what_waited(session):
    told = []
    session.changed.connect(lambda keys: told.append({key.id for key in keys}))
    session.record(review.accept(claim(session, "sank"), session.stamp()), soon=True)
    session.do(review.accept(claim(session, "cars"), session.stamp()))
    session.tell()
    assert told == [{"sank", "cars"}]


def test_nothing_is_told_any_more_once_it_was_hushed(session, qtbot):
    session.record(review.accept(claim(session, "sank"), session.stamp()), soon=True)
    with qtbot.assertNotEmitted(session.changed, wait=600):
        session.hush()
