"""Credits gathered by those they are given to."""

from hashlib import sha256

from ui.models.source_rows import count_text, details_text, matching_sources, source_rows
from workbench.model import (
    Attribution,
    Being,
    Credit,
    Form,
    Identity,
    Relay,
    Revision,
    SourceKind,
    SpeakerKind,
    Voice,
)
from workbench.text import Span

STORY = "Vera Lindqvist said the lock held. Lindqvist denied the rest. Two clerks said it leaked."
PAPER = "The lock held, Vera Lindqvist told the paper."
PERSON, UNNAMED = Voice(SpeakerKind.PERSON), Voice(SpeakerKind.UNNAMED, "clerks", "Two")


def text(document, words):
    return Revision(f"{document}-1", document, 1, words, sha256(words.encode()).hexdigest())


def credit(revision, source, cue, content, voice=PERSON, via=(), resolved=None):
    def at(words, start=0):
        found = revision.text.index(words, start)
        return (Span(found, found + len(words)),)

    return Attribution(
        f"{revision.id}{content}",
        revision.document,
        revision.id,
        source,
        cue,
        Credit(at(source), at(cue), at(content), via, resolved, voice=voice),
    )


def rows(*identities):
    story, paper = text("story", STORY), text("paper", PAPER)
    found = [
        credit(story, "Vera Lindqvist", "said", "the lock held"),
        credit(
            story,
            "Lindqvist",
            "denied",
            "the rest",
            via=(Relay("a memo", (), SourceKind.DOCUMENT),),
            resolved="Vera Lindqvist",
        ),
        credit(story, "Two clerks", "said", "it leaked", UNNAMED),
        credit(paper, "Vera Lindqvist", "told", "The lock held"),
    ]
    return source_rows({story.id: story, paper.id: paper}, found, identities, "story")


def test_one_person_is_listed_once_with_all_she_is_credited_for() -> None:
    first = rows()[0]
    assert (first.name, first.kind, first.in_story, first.documents) == ("Vera Lindqvist", "person", 2, 2)
    assert [item.place.quote.exact for item in first.credited] == [
        "the lock held",
        "the rest",
        "The lock held",
    ]
    assert count_text(first) == "2 times in the story, in 1 other document"


def test_letters_and_the_unnamed_are_sources_too() -> None:
    assert [(row.name, row.kind, row.who) for row in rows()[1:]] == [
        ("a memo", "document", None),
        ("Two clerks", "not named", None),
    ]


def test_the_editor_decides_who_is_who() -> None:
    decided = Identity("id", "V. Lindqvist of the lock", Being.PERSON, (Form("story", "Vera Lindqvist"),))
    first = rows(decided)[0]
    assert first.decided
    assert first.name == "V. Lindqvist of the lock"


def test_the_filter_looks_at_names_kinds_and_forms() -> None:
    assert [row.name for row in matching_sources(rows(), "PERSON lind")] == ["Vera Lindqvist"]
    assert details_text(rows()[1]) == "Document"
