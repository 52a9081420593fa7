"""Which document of the case is meant by "the Ledger reported" or "a letter to the council"."""

from __future__ import annotations

from credited_by_hand import BODY, PAPER, Writer, between, takes

from workbench.model import SourceKind
from workbench.tracing.provenance import trace

CRACKED = "The weir at Salt Bay cracked in two places during the January flood."
SHUT = "The harbour office shut the ferry pier after three boats had sunk."
LONGER = f"{SHUT} {CRACKED} Nobody was hurt, said the mayor, and the mill went on grinding all night."
LETTER_VIA = (("a letter to the Salt Bay Council", "a letter to the Salt Bay Council", SourceKind.LETTER),)


def ledger(id: str, text: str = CRACKED, published: str | None = "2026-02-01") -> Writer:
    return Writer(id, text, outlet="The Marlow Ledger", published=published)


def story(
    words: str = "the weir at Salt Bay cracked in two places", published: str | None = "2026-02-03"
) -> Writer:
    return Writer("story", f"The Marlow Ledger reported that {words}.", published=published).credit(
        "The Marlow Ledger", words, "reported", BODY
    )


def marsh(**known: object) -> Writer:
    text = f"To the Salt Bay Council.\n\n{CRACKED}\n\nYours sincerely,\n\nInes Marsh\nEngineer"
    return Writer("letter", text, **({"title": "On the weir", "kind": SourceKind.LETTER} | known))


def test_the_outlets_text_that_holds_the_words_is_meant() -> None:
    found = trace([story().text, ledger("shut", SHUT).text, ledger("cracked").text])
    edge = between(found, "Story", "Cracked")
    assert edge.why.endswith("; “Cracked” is the text of Marlow Ledger in the case that holds them.")
    assert edge.passages[-1].quote.exact == CRACKED
    assert edge.passages[-1].document == "cracked"


def test_an_outlet_is_known_under_another_form_of_its_name() -> None:
    wire = Writer("wire", CRACKED, outlet="Coast Wire", kind=SourceKind.AGENCY)
    town = Writer("town", f"According to the Coast Wire news agency, {CRACKED}")
    town.credit("the Coast Wire news agency", CRACKED, "According to", BODY)
    assert takes(trace([town.text, wire.text])) == [("Town", "Wire")]


def test_a_text_that_does_not_hold_the_words_is_not_meant() -> None:
    found = trace([story().text, ledger("shut", SHUT).text])
    assert takes(found) == [("Story", "Marlow Ledger story")]
    assert found.parties[-1].kind is SourceKind.NEWSPAPER
    assert "“Shut”, the text of Marlow Ledger here, does not hold them" in found.edges[0].why


def test_where_two_texts_hold_the_words_nothing_is_guessed() -> None:
    found = trace([story().text, ledger("one").text, ledger("two", LONGER).text])
    assert found.parties[-1].document is None
    assert found.edges[0].why.endswith("; it may be “One” or “Two”.")


def test_a_day_that_is_named_tells_which_of_two_is_meant() -> None:
    text = f"The Marlow Ledger reported on 1 February that {CRACKED[:-1]}."
    told = Writer("story", text, published="2026-02-03").credit(
        "The Marlow Ledger", CRACKED[:-1], "reported", BODY
    )
    texts = [told.text, ledger("one").text, ledger("two", LONGER, "2026-01-30").text]
    assert takes(trace(texts)) == [("Story", "One")]


def test_the_same_text_under_two_names_is_no_doubt_which() -> None:
    found = trace([story().text, ledger("again", published="2026-02-02").text, ledger("first").text])
    assert takes(found) == [("Story", "First")]


def test_a_text_dated_later_is_not_meant_unless_it_surely_holds_the_words() -> None:
    late = ledger("late", "The weir at Salt Bay cracked, we said.", "2026-02-20")
    assert takes(trace([story().text, late.text]))[0][1] != "Late"
    sure = ledger("late", published="2026-02-20")
    assert takes(trace([story().text, sure.text])) == [("Story", "Late")]


def test_without_dates_the_words_alone_tell() -> None:
    assert takes(trace([story(published=None).text, ledger("cracked", published=None).text])) == [
        ("Story", "Cracked")
    ]


def test_a_date_that_is_none_does_not_stop_the_tracing() -> None:
    assert takes(trace([story(published="soon-ish").text, ledger("cracked").text])) == [("Story", "Cracked")]


def test_the_text_that_is_linked_there_is_meant() -> None:
    linked = story("something else was wrong").link("The Marlow Ledger", "https://ledger.example/shut#top")
    shut = Writer("shut", SHUT, outlet="The Marlow Ledger", url="http://www.ledger.example/shut")
    found = trace([linked.text, shut.text, ledger("cracked").text])
    assert set(takes(found)) == {("Story", "Shut")}
    assert found.edges[0].why.endswith("; “Shut” is linked there.")


def test_a_letter_is_known_by_author_addressee_and_words() -> None:
    town = Writer("town", f"In a letter to the Salt Bay Council, engineer Ines Marsh wrote: {CRACKED}")
    town.credit("engineer Ines Marsh", CRACKED, "wrote", via=LETTER_VIA)
    found = trace([town.text, marsh().text])
    assert takes(found)[:2] == [("Town", "On the weir"), ("On the weir", "Ines Marsh")]
    assert found.edges[0].why == (
        "“Town” has these words from a letter to the Salt Bay Council; that is “On the weir”, "
        "by its author, whom it is to and its words."
    )


def test_a_letter_by_somebody_else_is_not_meant() -> None:
    town = Writer("town", "In a letter to the Salt Bay Council, Otto Brandt wrote: The pier is safe.")
    town.credit("Otto Brandt", "The pier is safe", "wrote", via=LETTER_VIA)
    assert ("Town", "On the weir") not in takes(trace([town.text, marsh().text]))


def test_a_letter_is_not_known_by_its_kind_alone() -> None:
    town = Writer("town", "A letter said the pier was safe for all.")
    town.credit("A letter", "the pier was safe for all", voice=PAPER)
    assert ("Town", "On the weir") not in takes(trace([town.text, marsh().text]))


def test_words_of_somebody_whose_letter_holds_them_come_from_that_letter() -> None:
    town = Writer("town", f"{CRACKED} wrote Ines Marsh.").credit("Ines Marsh", CRACKED, "wrote")
    found = trace([town.text, marsh(byline="Ines Marsh").text])
    assert takes(found) == [
        ("Town", "On the weir"),
        ("On the weir", "Ines Marsh"),
        ("On the weir", "Ines Marsh"),
    ]
    assert found.edges[0].why.endswith("; they stand in “On the weir”, which is by the same author.")


def test_a_letter_rests_on_who_signed_it_as_far_as_anybody_credits_them() -> None:
    town = Writer("town", "Ines Marsh said the pier was safe.").credit("Ines Marsh", "the pier was safe")
    found = trace([town.text, marsh().text])
    assert takes(found) == [("Town", "Ines Marsh"), ("On the weir", "Ines Marsh")]
    assert takes(trace([marsh().text])) == []


def test_a_paper_and_who_had_it_first_are_both_on_the_way() -> None:
    named = "A letter by Ines Marsh, first reported by Coast Wire,"
    town = Writer("town", f"{named} says {CRACKED}").credit(named, CRACKED, "says", PAPER)
    wire = Writer("wire", f"Ines Marsh writes: {CRACKED}", outlet="Coast Wire", kind=SourceKind.AGENCY)
    found = trace([town.text, wire.text, marsh().text])
    assert takes(found)[:3] == [("Town", "Wire"), ("Wire", "On the weir"), ("On the weir", "Ines Marsh")]


def test_quotation_marks_in_a_title_become_single_ones_in_a_sentence() -> None:
    town = Writer("town", "Ines Marsh said no more.", title="“Never again”: a town waits")
    town.credit("Ines Marsh", "no more")
    assert trace([town.text]).edges[0].why.startswith("“‘Never again’: a town waits” credits")
