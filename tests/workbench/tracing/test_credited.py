from __future__ import annotations

from casework import words
from credited_by_hand import BODY, PRONOUN, UNNAMED, Writer

from workbench.identity import mentions_of, who_is_who
from workbench.model import Relay, SourceKind
from workbench.tracing.credited import Everybody, Somebody, plain, speaker_name
from workbench.tracing.values import TracedText

STORY = Writer(
    "story",
    "Vera Lindqvist said the lock held. She said it would hold. Officials said it leaked. The Harbour "
    "Office said it was shut, in a memo.",
)
STORY.credit("Vera Lindqvist", "the lock held")
STORY.credit("She", "it would hold", voice=PRONOUN, resolved="Vera Lindqvist")
STORY.credit("Officials", "it leaked", voice=UNNAMED)
STORY.credit("The Harbour Office", "it was shut", voice=BODY)


def everybody(*texts: TracedText) -> Everybody:
    credits = [item for text in texts for item in text.attributions]
    return Everybody(who_is_who(mentions_of(credits, {t.revision.id: t.revision.text for t in texts})))


def speakers(text: TracedText) -> list[Somebody | None]:
    known = everybody(text)
    return [known.speaker(item) for item in text.attributions]


def test_a_pronoun_and_the_name_it_stands_for_are_one_person() -> None:
    first, again, *_ = speakers(STORY.text)
    assert first is not None
    assert first is again
    assert (first.name, first.kind) == ("Vera Lindqvist", SourceKind.PERSON)


def test_who_is_not_named_is_known_as_such() -> None:
    *_, officials, office = speakers(STORY.text)
    assert [one.is_unnamed for one in (officials, office) if one] == [True, False]
    assert office is not None
    assert office.kind is SourceKind.ORGANISATION


def test_a_pronoun_for_nobody_known_is_nobody() -> None:
    lost = Writer("lost", "It said the lock held.").credit("It", "the lock held", voice=PRONOUN)
    assert speakers(lost.text) == [None]


def test_a_relay_is_found_where_it_stands_by_its_name_or_as_a_thing_of_its_own() -> None:
    known = everybody(STORY.text)
    office = words(STORY.revision.text, "The Harbour Office")
    there = known.relay(STORY.document.id, Relay("the body", (office,)))
    assert there is known.relay(STORY.document.id, Relay("harbour office"))
    memo = known.relay(STORY.document.id, Relay("a memo", (), SourceKind.DOCUMENT))
    assert (memo.name, memo.who) == ("a memo", None)
    assert memo in list(known)


def test_titles_in_front_of_a_name_do_not_hide_who_it_is() -> None:
    known = everybody(STORY.text)
    assert known.called("harbour master Vera Lindqvist") is known.named("Vera Lindqvist")
    assert known.called("Otto Brandt").kind is SourceKind.PERSON


def test_names_compare_without_article_case_and_spaces() -> None:
    assert plain("The  Harbour\nOffice") == plain("harbour office")


def test_a_document_goes_by_its_own_name_and_not_its_authors() -> None:
    item = STORY.text.attributions[1]
    assert speaker_name(item) == "Vera Lindqvist"


def test_a_description_that_ends_in_a_persons_name_is_that_person() -> None:
    text = "Vera Lindqvist said it held. Keeper Vera Lindqvist said so. Friends of Vera Lindqvist agree."
    story = Writer("story", text).credit("Vera Lindqvist", "it held")
    story.credit("Keeper Vera Lindqvist", "so", voice=BODY)
    story.credit("Friends of Vera Lindqvist", "agree", "", voice=BODY)
    first, again, friends = speakers(story.text)
    assert first is again
    assert friends is not None
    assert friends is not first
