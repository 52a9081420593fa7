from itertools import islice

from mill import STAMP, claim, revision, verdict

from workbench.change import Act, Change, Stamp, added
from workbench.undoing import Header


def test_headers_come_newest_first_and_say_what_the_events_say(store):
    store.apply(Change("Give verdict", STAMP, added(verdict("v", "closed")), batch="b"))
    store.apply(Change("Give verdict", STAMP, (), Act.UNDONE, (4,)))
    expected = [
        Header(event.number, change.label, STAMP.by, STAMP.at, change.act, change.takes_back, change.batch)
        for event in reversed(store.history())
        if (change := event.change)
    ]
    assert list(store.headers()) == expected
    assert expected[0].takes_back == (4,)


def test_a_header_is_read_whatever_names_and_labels_hold(store):
    tricky = 'Set "a],"label":"b" ,"edits":[ \\" ], "label":"x'
    long = "very long " * 300
    for words in (tricky, long):
        store.apply(Change(words, Stamp(words, STAMP.at), (), Act.UNDONE, tuple(range(1, 400))))
        newest = next(store.headers())
        assert (newest.label, newest.by, len(newest.takes_back)) == (words, words, 399)


def test_headers_of_more_than_one_page_leave_none_out(store):
    for _ in range(150):
        store.apply(Change("Look", STAMP, ()))
    assert [header.number for header in store.headers()] == list(range(153, 0, -1))
    assert [header.number for header in islice(store.headers(), 2)] == [153, 152]


def test_a_single_event_is_the_one_of_the_whole_history(store):
    assert store.event(3) == store.history()[2]
    assert store.event(4) is None


def test_a_header_is_read_where_the_edits_hold_labels_and_edits_of_their_own(store):
    words = '],"label":"no","edits":['
    text = revision("other", 1, words * 200)
    store.apply(Change("Add", STAMP, added(claim("odd", text, 0, 4_000))[:0]))
    store.apply(Change("Give verdict", STAMP, added(verdict("v", "closed", words * 100))))
    assert next(store.headers()).label == "Give verdict"
