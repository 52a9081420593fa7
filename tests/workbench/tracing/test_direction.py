from __future__ import annotations

from dataclasses import replace

import pytest
from casework import revision
from credited_by_hand import BODY, Writer

from workbench.model import Document, DocumentId, Layout, Role, SourceKind
from workbench.tracing.direction import direction
from workbench.tracing.likeness import likeness
from workbench.tracing.values import TracedText

REPORT = """Dredgers at Halden were stopped on Tuesday after divers came upon the timbers of a ship that
nobody had on a chart. The harbour office wants an archaeologist to see them before the digging goes on.
"""


def text(id: str, body: str = REPORT, **known: object) -> TracedText:
    document = Document(DocumentId(id), Role.SOURCE, f"Title of {id}", **known)  # type: ignore[arg-type]
    place = revision(id, body)
    return TracedText(document, place, Layout(place.id))


def told(one: TracedText, other: TracedText) -> tuple[str | None, str]:
    a, b = one.revision.text, other.revision.text
    there, back = direction(one, other, likeness(a, b)), direction(other, one, likeness(b, a))
    assert there.original == back.original
    assert there.why.endswith(".")
    return there.original, there.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2026-03-03", "2026-03-05"),
        ("2026-03", "2026-04-01"),
        ("2025", "2026"),
        ("2026-03-03", "2026-03-04T00:30:00Z"),
        ("2026-03-03T06:30:00Z", "2026-03-03T06:31:00Z"),
        ("2026-03-03T06:30:00+02:00", "2026-03-03T06:30:00Z"),
    ],
)
def test_the_older_is_the_original(one: str, other: str) -> None:
    original, why = told(text("a", published=one), text("b", published=other))
    assert original == "a"
    assert "“Title of a” is dated" in why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("2026-03-03", "2026-03-03", "both are dated 3 March 2026"),
        ("2026-03", "2026-03-14", "not exact enough"),
        ("2026-03-03", "2026-03-03T23:00:00Z", "not exact enough"),
        ("2026-03-03T06:30:00", "2026-03-03T09:30:00Z", "not exact enough"),
        (None, "2026-03-14", "no date is known of “Title of a”"),
        (None, None, "no date is known of either"),
        ("soon", "2026-02-30", "no date is known of either"),
        ("0001-01-01T00:00", "9999-99", "no date"),
    ],
)
def test_dates_that_do_not_tell_leave_it_open(one: str | None, other: str | None, why: str) -> None:
    original, reason = told(text("a", published=one), text("b", published=other))
    assert original is None
    assert why in reason


def test_a_date_after_the_text_was_read_counts_for_nothing() -> None:
    wrong = text("a", published="2031-01-01", accessed="2026-03-09")
    assert told(wrong, text("b", published="2026-03-05"))[0] is None


@pytest.mark.parametrize(
    "line",
    [
        "HALDEN, March 3 (Northern Wire) – {}",
        "{}\nSource: Northern Wire",
        "{}\nThis story was first published by Northern Wire.",
        "{}\nNorthern Wire contributed to this report.",
        "{}\nAdditional reporting by Northern Wire",
        "By Ida Holm, Northern Wire\n{}",
    ],
)
def test_who_credits_the_other_took_it_from_there_whatever_the_dates(line: str) -> None:
    wire = text("wire", outlet="The Northern Wire", published="2026-03-09")
    paper = text("paper", line.format(REPORT.strip()), outlet="Halden Post", published="2026-03-04")
    original, why = told(wire, paper)
    assert original == "wire"
    assert why == (
        "“Title of paper” credits Northern Wire, where “Title of wire” appeared, which counts for more than "
        "the dates (9 March 2026 would be after 4 March 2026)."
    )


@pytest.mark.parametrize("byline", ["Reuters", "Ida Holm and Reuters", "By Reuters staff | Reuters"])
def test_an_agency_in_the_byline_is_credited(byline: str) -> None:
    wire = text("wire", url="https://www.reuters.com/world/1")
    assert told(wire, text("paper", byline=byline))[0] == "wire"


def test_short_and_long_names_of_an_agency_are_one() -> None:
    wire = text("wire", outlet="Agence France-Presse")
    assert told(wire, text("paper", f"{REPORT}AFP contributed to this report."))[0] == "wire"


def test_an_agency_does_not_credit_itself() -> None:
    wire = text("wire", f"HALDEN (Reuters) - {REPORT}", outlet="Reuters", published="2026-03-03")
    assert told(wire, text("paper", published="2026-03-05"))[0] == "wire"


def test_two_that_credit_a_third_may_both_have_it_from_there() -> None:
    one = text("a", f"{REPORT}Source: Reuters", published="2026-03-03")
    other = text("b", f"HALDEN (Reuters) - {REPORT}", published="2026-03-05")
    original, why = told(one, other)
    assert original is None
    assert why == "“Title of a” and “Title of b” both credit Reuters, so each may have its words from there."


def test_an_older_text_is_no_original_of_a_later_one_that_credits_somebody_else() -> None:
    original, why = told(text("a", published="2026-03-03"), text("b", byline="AFP", published="2026-03-05"))
    assert original is None
    assert "credits Agence France-Presse" in why


def test_without_dates_a_press_release_comes_before_a_newspaper() -> None:
    release = text("release", kind=SourceKind.PRESS_RELEASE)
    original, why = told(text("paper", kind=SourceKind.NEWSPAPER), release)
    assert original == "release"
    assert "is a press release" in why


def test_that_one_holds_more_does_not_settle_it() -> None:
    longer = text("a", REPORT + "The mayor said the town would pay. Work may begin again in May, she hoped.")
    original, why = told(longer, text("b"))
    assert original is None
    assert "“Title of a” holds nearly all of “Title of b” and more does not settle it" in why


def test_an_article_that_quotes_a_letter_has_its_words_from_there() -> None:
    speech = "we shall not sell the waterworks, not this year and not in any year while I sit here"
    letter = text("letter", f"To the members of the council. Let me be plain: {speech}. Yours, Anna Falk.")
    article = text(
        "article", f"The mayor wrote to her council. “{speech.capitalize()},” she says. Doubts remain."
    )
    found = likeness(letter.revision.text, article.revision.text)
    answer = direction(letter, article, found)
    assert answer.original == "letter"
    assert answer.why == "“Title of article” quotes words that stand in “Title of letter”."


def test_texts_of_one_title_are_told_apart_by_their_outlets() -> None:
    one = Document(DocumentId("a"), Role.SOURCE, "Wreck found", outlet="Halden Post", published="2026-03-03")
    other = Document(
        DocumentId("b"), Role.SOURCE, "Wreck found", outlet="Estuary News", published="2026-03-04"
    )
    texts = [
        TracedText(document, place, Layout(place.id))
        for document in (one, other)
        for place in [revision(document.id, REPORT)]
    ]
    why = direction(*texts, likeness(REPORT, REPORT)).why
    assert (
        why == "“Wreck found” (Halden Post) is dated 3 March 2026, “Wreck found” (Estuary News) 4 March 2026."
    )


def credited(id: str, outlet: str, **known: object) -> TracedText:
    """A text that tells what an outlet reports; its own outlet is "Post of" its id."""
    content = REPORT.split(".")[0]
    body = f"{content}, {outlet} reported."
    known = {"outlet": f"Post of {id}"} | known
    return Writer(id, body, **known).credit(outlet, content, "reported", BODY).text


def test_who_credits_the_other_with_the_words_they_share_took_them() -> None:
    one, other = text("a", outlet="Post of a"), credited("b", "the Post of a", published="2026-03-01")
    original, why = told(replace(one, document=replace(one.document, published="2026-03-05")), other)
    assert original == "a"
    assert why.startswith("“B” credits Post of a with words that stand in both, which counts for more than")


def test_two_that_credit_each_other_show_no_direction() -> None:
    original, why = told(
        credited("a", "the Post of b"), credited("b", "the Post of a", published="2026-03-01")
    )
    assert original is None
    assert "credit each other, so neither shows where the words began." in why


def test_a_paper_that_credits_itself_credits_nobody() -> None:
    _, why = told(credited("a", "the Post of a"), text("b", outlet="Post of b"))
    assert "credits the other, and no date is known of either" in why
