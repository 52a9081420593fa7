"""Quotations of a story against all documents, and who is credited with them here and there."""

from __future__ import annotations

from workbench.model import Credit, DocumentId
from workbench.quotations import Kind, Reading, check_quotations
from workbench.text import Span

STORY = "Peter Lund said: “The county acted within hours of the report.” Nobody answered."


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def reading(name: str, text: str, source: str = "", content: str = "", author: str = "") -> Reading:
    credits = (Credit((span(text, source),), (), (span(text, content),)),) if source else ()
    return Reading(DocumentId(name), text, credits, title=name, author=author)


STORY_READ = reading("story", STORY, "Peter Lund", "The county acted within hours of the report.")


def test_the_document_that_has_it_word_for_word_wins() -> None:
    altered = reading("one", "He said: “The county acted within days of the report.”")
    exact = reading("two", "He said: “The county acted within hours of the report.”")
    (check,) = check_quotations(STORY_READ, [altered, exact, reading("three", "Nothing of the kind.")])
    assert (check.document, check.match.kind, check.quoted_there) == ("two", Kind.EXACT, True)
    assert check.speaker == "Peter Lund"


def test_an_alteration_is_shown_in_the_story_and_in_the_document() -> None:
    text = "A letter. “The county acted within days of the report,” it said."
    (check,) = check_quotations(STORY_READ, [reading("letter", text)])
    (difference,) = check.match.differences
    assert (difference.quoted.of(STORY), difference.source.of(text)) == ("hours", "days")
    assert check.in_words.startswith("Altered in “letter”: “hours” instead of “days”.")


def test_words_credited_to_someone_else_are_told() -> None:
    text = "Ida Holm said: “The county acted within hours of the report.”"
    other = reading("wire", text, "Ida Holm", "The county acted within hours of the report.")
    (check,) = check_quotations(STORY_READ, [other])
    assert check.elsewhere
    assert check.in_words == "Word for word in “wire”. Credited there to Ida Holm, here to Peter Lund."


def test_a_shorter_form_of_the_name_is_nobody_else() -> None:
    text = "Mr Lund said: “The county acted within hours of the report.”"
    same = reading("wire", text, "Mr Lund", "The county acted within hours of the report.")
    (check,) = check_quotations(STORY_READ, [same])
    assert (check.elsewhere, check.speaker_there) == (False, "Mr Lund")


def test_the_documents_own_prose_is_no_quotation_there_unless_it_is_the_speakers() -> None:
    prose = "The county acted within hours of the report. It rained."
    (report,) = check_quotations(STORY_READ, [reading("report", prose)])
    (letter,) = check_quotations(STORY_READ, [reading("letter", prose, author="Peter Lund")])
    assert "own words" in report.in_words
    assert letter.in_words == "Word for word in “letter”."


def test_what_is_nowhere_is_absent() -> None:
    (check,) = check_quotations(STORY_READ, [reading("one", "The county did act, in time.")])
    assert (check.document, check.match.kind, check.in_words) == (
        None,
        Kind.ABSENT,
        "Not found in any document.",
    )


def test_other_documents_with_the_same_words_are_named() -> None:
    text = "He said: “The county acted within hours of the report.”"
    (check,) = check_quotations(STORY_READ, [reading("one", text), reading("two", text)])
    assert {check.document, *check.also} == {"one", "two"}


def test_a_pronoun_that_could_be_anybody_is_no_name() -> None:
    for pronoun in ("We", "He", "they", "Others"):
        text = f"{pronoun} said: “The county acted within hours of the report.”"
        there = reading("two", text, pronoun, "The county acted within hours of the report.")
        (check,) = check_quotations(STORY_READ, [there])
        assert (check.speaker_there, check.elsewhere) == ("", False)
        assert "Credited" not in check.in_words


def test_a_pronoun_goes_by_the_name_it_stands_for() -> None:
    text = "He said: “The county acted within hours of the report.”"
    credit = Credit(
        (span(text, "He"),), (), (span(text, "“The county acted within hours"),), resolved="Tom Ash"
    )
    (check,) = check_quotations(STORY_READ, [Reading(DocumentId("two"), text, (credit,))])
    assert check.speaker_there == "Tom Ash"
