from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from ui.history.details import details
from ui.history.entries import CrossedOut, Entry, Filter
from ui.history.list import HistoryList
from ui.history.rows import Day, HistoryRows, with_days
from ui.history.telling import Telling, Topic
from ui.models.rows import ROW_ROLE
from ui.models.value_words import Known
from workbench import review
from workbench.change import Act, Change, Stamp, added
from workbench.model import Disposition, Link

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


def entry(number, act=Act.DONE, takes_back=(), *, day=14, by="Ada", what="Did it", claims=()):
    told = Telling(what, "The ferry sank", claims, Topic.CLAIMS)
    return Entry(number, "0" * 64, NOON.replace(day=day), by, act, takes_back, told, "a note", False)


MOVES = st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=40)


def played(moves):
    """The entries that an editor leaves behind, and the numbers of those in force at the end."""
    history, done, undone = [], [], []
    for move in moves:
        number = len(history) + 1
        if move == "do":
            history.append(entry(number))
            done.append((number, number))
            undone.clear()
        elif move == "undo" and done:
            origin, last = done.pop()
            history.append(entry(number, Act.UNDONE, (last,)))
            undone.append((origin, number))
        elif move == "redo" and undone:
            origin, last = undone.pop()
            history.append(entry(number, Act.REDONE, (last,)))
            done.append((origin, number))
    return history, {origin for origin, _ in done}


@given(MOVES)
def test_what_is_crossed_out_is_what_is_no_longer_in_force(moves):
    history, in_force = played(moves)
    crossed = CrossedOut()
    crossed.read(reversed(history))
    steps = {item.number for item in history if item.act is Act.DONE}
    assert {number for number in steps if number not in crossed} == in_force


@given(MOVES, st.integers(0, 40))
def test_it_does_not_matter_which_entries_were_read_and_which_came_new(moves, cut):
    history, _ = played(moves)
    whole, parts = CrossedOut(), CrossedOut()
    whole.read(reversed(history))
    parts.read(reversed(history[:cut]))
    for item in history[cut:]:
        parts.add(item)
    assert [item.number in whole for item in history] == [item.number in parts for item in history]


def test_each_day_has_one_heading_whether_read_at_once_or_piece_by_piece(qapp):
    entries = [entry(5, day=15), entry(4, day=15), entry(3), entry(2), entry(1, day=2)]
    rows = with_days(entries)
    assert [row.day.day for row in rows if isinstance(row, Day)] == [15, 14, 2]
    model = HistoryRows(str)
    model.append(entries[1:3])
    model.append(entries[3:])
    model.prepend(entries[0])
    assert [model.data(model.index(at), ROW_ROLE) for at in range(model.rowCount())] == rows
    model.prepend(entry(6, day=16))
    assert isinstance(model.data(model.index(0), ROW_ROLE), Day)
    assert model.place_of(6).row() == 1


def test_the_list_of_steps_is_a_sound_model(qtmodeltester):
    model = HistoryRows(lambda item: item.told.what)
    model.append([entry(2, day=15), entry(1)])
    qtmodeltester.check(model)
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_the_keys_go_from_step_to_step_past_the_headings(qtbot):
    steps = HistoryList("Steps")
    qtbot.addWidget(steps)
    model = HistoryRows(str, steps)
    model.append([entry(3, day=15), entry(2), entry(1)])
    steps.setModel(model)
    steps.choose(model.place_of(3))
    for key, number in ((Qt.Key.Key_Down, 2), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 2), (Qt.Key.Key_Up, 3)):
        qtbot.keyClick(steps, key)
        assert model.entry(steps.currentIndex()).number == number


def test_a_filter_wants_what_fits_all_of_it():
    item = entry(1, by="Mara", what="Wrote a note", claims=("sank",))
    assert Filter().wants(item, {})
    assert Filter("sank", "Mara", Topic.CLAIMS, "FERRY note mara").wants(item, {})
    for other in (Filter("cars"), Filter(by="Ada"), Filter(topic=Topic.DESK), Filter(words="tram")):
        assert not other.wants(item, {})


def test_a_change_is_laid_out_field_by_field(session):
    claim = session.claim("sank")
    known = Known(session.store)
    (value,) = details(review.dispose(claim, Disposition.LEGAL, session.stamp()), known).values
    assert (value.heading, value.words) == ("Changed: claim", "The ferry sank in 1998")
    assert [(field.before, field.after) for field in value.fields if field.name == "Disposition"] == [
        ("Open", "Legal")
    ]


def test_long_words_are_set_side_by_side_with_what_differs(session):
    claim = replace(session.claim("sank"), note="The archive says that it was in 1997.")
    change = review.annotate(claim, session.stamp(), note="The archive says that it was in 1998.")
    (value,) = details(change, Known(session.store)).values
    (field,) = value.fields
    assert field.sides is not None
    assert [span.of(field.before) for span in field.sides[0].figures] == ["1997"]


def test_of_a_change_of_very_many_values_the_first_are_laid_out(session):
    place = session.claim("sank").passage
    links = added(*(Link(str(number), place, "https://x.example") for number in range(100)))
    found = details(Change("Import", Stamp("Ada", NOON), links), Known(session.store))
    assert (len(found.values), found.more) == (40, 60)
    assert "Added: hyperlink" in found.as_text()
