"""What is odd about a history, and whether it is the one that was seen before."""

from datetime import UTC, datetime, timedelta

from workbench.backups import Mark
from workbench.model import Sha256
from workbench.record import Odd, Oddity, Seen, concerning, departed, oddities, overtaken, told
from workbench.undoing import Header

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
HERE, THERE = "/desk/ferry.twosource", "/post/ferry.twosource"


def header(number: int, at: datetime = NOON, by: str = "Ada Lind") -> Header:
    return Header(number, "Give verdict", by, at)


def digest(number: int, line: str = "a") -> Sha256:
    return Sha256(f"{line}{number:063x}")


def seen(number: int, line: str = "a", place: str = HERE) -> Seen:
    return Seen(Mark(number, digest(number, line)), NOON, place)


def history(last: int, line: str = "a"):
    """The hashes of a history of so many events."""
    return lambda number: digest(number, line) if 0 < number <= last else None


def test_a_plain_history_has_no_oddities() -> None:
    assert oddities(header(number, NOON + timedelta(hours=number)) for number in range(9)) == ()
    assert oddities([]) == ()


def test_a_clock_set_back_is_told_of_the_event_after_it_in_whatever_order_they_come() -> None:
    events = [header(1), header(2, NOON + timedelta(hours=2)), header(3, NOON + timedelta(minutes=30))]
    expected = (Odd(3, Oddity.CLOCK_SET_BACK, timedelta(minutes=90)),)
    assert oddities(events) == expected
    assert oddities(reversed(events)) == expected


def test_a_clock_put_right_by_less_than_a_second_is_nothing() -> None:
    assert oddities([header(1), header(2, NOON - timedelta(milliseconds=900))]) == ()


def test_a_later_event_is_compared_with_the_one_before_it_alone() -> None:
    times = [NOON, NOON - timedelta(days=1), NOON - timedelta(hours=20)]
    assert [odd.number for odd in oddities(header(n, at) for n, at in enumerate(times, 1))] == [2]


def test_a_name_that_is_empty_or_blank_is_told() -> None:
    events = [header(1), header(2, by=""), header(3, by="  ")]
    assert oddities(events) == (Odd(2, Oddity.NAMELESS), Odd(3, Oddity.NAMELESS))


def test_a_history_that_goes_on_from_what_was_seen_has_not_departed() -> None:
    assert departed([seen(3), seen(5)], history(9)) == ()
    assert departed([seen(5)], history(5)) == ()


def test_a_cut_tail_and_another_line_are_told_apart() -> None:
    (cut,) = departed([seen(5)], history(4))
    assert "ends with change 4, but Twosource saw 5 changes on 14 March 2026" in told(cut, 4, HERE)
    assert "Its end was cut off, or an older copy" in told(cut, 4, HERE)
    (other,) = departed([seen(5)], history(9, "b"))
    assert "change 5 is another. It is a colleague's copy, or the record was rewritten" in told(
        other, 9, HERE
    )


def test_where_it_was_seen_is_told_when_it_was_somewhere_else() -> None:
    assert THERE in told(seen(5, place=THERE), 4, HERE)
    assert HERE not in told(seen(5), 4, HERE)


def test_the_longest_history_that_was_seen_comes_first() -> None:
    assert [item.mark.number for item in departed([seen(5), seen(8), seen(6)], history(4))] == [8, 6, 5]


def test_a_copy_is_compared_with_what_was_seen_at_its_own_place() -> None:
    known = [seen(5), seen(7, "b", THERE)]
    assert concerning(known, THERE) == (known[1],)
    assert concerning(known, "/new/ferry.twosource") == tuple(known)


def test_only_marks_of_the_place_that_are_led_through_are_overtaken() -> None:
    known = [seen(5), seen(7, "b"), seen(5, place=THERE)]
    assert overtaken(known, HERE, history(9)) == (known[0].mark,)
