from dataclasses import replace

from ui.history.chronicle import Chronicle
from workbench import review
from workbench.change import Change, Stamp, added
from workbench.events import event_text
from workbench.model import Disposition, Source, SourceKind
from workbench.ports import Line
from workbench.record import Oddity, oddities


def test_the_history_is_read_newest_first_and_further_back_piece_by_piece(session, store):
    for name in ("tk", "legal", "open"):
        claim = session.claim("sank")
        session.do(
            review.dispose(claim, Disposition(name.upper() if name == "tk" else name), session.stamp())
        )
    chronicle = Chronicle()
    assert [entry.number for entry in chronicle.older(store, 2)] == [4, 3]
    assert [entry.number for entry in chronicle.older(store, 2)] == [2, 1]
    assert chronicle.older(store, 2) == []


def test_what_was_done_since_is_read_oldest_first_and_names_what_is_new(session, store):
    chronicle = Chronicle()
    chronicle.older(store, 9)
    holm = Source("holm", "Ida Holm", SourceKind.PERSON)
    session.do(Change("Add source", session.stamp(), added(holm)))
    session.do(review.dismiss(session.claim("sank"), session.stamp()))
    fresh = chronicle.newer(store, 1)
    assert [entry.what({"sank": 1}) for entry in fresh] == ["Added the source Ida Holm", "Set claim 1 aside"]


def test_beneath_a_merge_stands_what_the_colleague_had_done(session, store):
    mara = Stamp("Mara", session.stamp().at)
    done = review.dispose(session.claim("sank"), Disposition.LEGAL, mara)
    store.lines = lambda: (Line(2, event_text(done), "0" * 64, "b" * 64),)
    store.apply(replace(done, stamp=session.stamp(), merged="b" * 64))
    chronicle = Chronicle()
    (newest, *_) = chronicle.older(store, 9)
    assert newest.is_merge
    (brought,) = chronicle.details(store, newest.number).brought
    assert (brought.by, brought.what({"sank": 1})) == ("Mara", "Set claim 1 to “Legal”")


def test_an_event_that_is_not_there_has_no_details(store):
    assert Chronicle().details(store, 99).values == ()


def test_a_clock_set_back_is_seen_from_the_entries(session, store):
    earlier = Stamp("", session.stamp().at.replace(year=2025))
    store.apply(review.dismiss(session.claim("sank"), earlier))
    entries = Chronicle().older(store, 9)
    found = oddities(entry.header for entry in entries)
    assert {odd.oddity for odd in found if odd.number == 2} == {Oddity.CLOCK_SET_BACK, Oddity.NAMELESS}
