"""Articles are kept whole, once, and are gone when removed."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsstand import AT, FERRY, MODEL, embedded, found, indexed, pointing, reading

from db import LibraryFile, open_library
from workbench.errors import LibraryFailed
from workbench.library import ArticleId, LibraryState
from workbench.model import SourceKind, Zone, ZoneRole
from workbench.ports import Library
from workbench.progress import silent
from workbench.reading.result import FoundLink
from workbench.text import Span, normalise


def test_it_is_what_the_domain_asks_for(library: LibraryFile, folder: Path) -> None:
    port: Library = library
    assert port.path == folder
    assert port.state() == LibraryState(0, 0, 0, 0)


def test_an_article_comes_back_as_it_was_read_in(library: LibraryFile) -> None:
    (article,) = library.add([reading()], AT)
    assert library.reading(article.id) == reading()
    assert (article.title, article.outlet, article.added) == ("Ferry stopped", "Sollund Courier", AT)
    assert article.passages == 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(
    text=st.text(max_size=200).map(normalise),
    kind=st.sampled_from(SourceKind),
    original=st.none() | st.binary(max_size=40),
    known=st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=9),
    ends=st.lists(st.integers(0, 9), min_size=2, max_size=2).map(sorted),
)
def test_any_reading_comes_back(
    library: LibraryFile,
    text: str,
    kind: SourceKind,
    original: bytes | None,
    known: str | None,
    ends: list[int],
) -> None:
    span = Span(*ends)
    given = reading(
        text,
        kind=kind,
        original=original,
        published=known,
        url=known,
        language=known,
        zones=(Zone(span, ZoneRole.HEADING),),
        links=(FoundLink(span, "https://x.example"),),
    )
    for article in library.add([given], AT):
        assert library.reading(article.id) == given
        library.remove(article.id)


def test_a_text_is_kept_once_whatever_its_title(library: LibraryFile) -> None:
    first = library.add([reading(), reading()], AT)
    assert len(first) == 1
    assert library.add([reading(title="Another headline")], AT) == ()
    assert library.state().articles == 1


def test_what_is_not_there_is_none(library: LibraryFile) -> None:
    assert library.reading(ArticleId("0" * 64)) is None
    library.remove(ArticleId("0" * 64))


def test_articles_are_listed_by_title_and_outlet_the_newest_first(library: LibraryFile) -> None:
    library.add([reading("One.", "Ferry stopped"), reading("Two.", "Åse resigns", outlet="Évening Post")], AT)
    library.add([reading("Three.", "Ferry sails again")], AT)
    assert [article.title for article in library.articles()] == [
        "Ferry sails again",
        "Åse resigns",
        "Ferry stopped",
    ]
    assert [article.title for article in library.articles("FERRY courier")] == [
        "Ferry sails again",
        "Ferry stopped",
    ]
    assert [article.title for article in library.articles("ase evening")] == ["Åse resigns"]
    assert [article.title for article in library.articles("100%")] == []
    assert len(library.articles(limit=1)) == 1


def test_a_removed_article_is_gone_everywhere(library: LibraryFile) -> None:
    ferry, _ = indexed(library, FERRY, "The bridge was painted in June.")
    embedded(library, [pointing(n) for n in range(4)])
    library.remove(ArticleId(ferry))
    assert library.reading(ArticleId(ferry)) is None
    assert [article.id for article in library.articles()] != [ferry]
    assert found(library, "ferry", "harbour", "bridge") == ["The bridge was painted in June."]
    nearest = library.nearest(MODEL, pointing(0), limit=9)
    assert [hit.text for hit in nearest] == ["The bridge was painted in June."]
    assert library.state() == LibraryState(1, 1, 0, 0)


def test_a_removed_article_can_come_back(library: LibraryFile) -> None:
    (ferry,) = indexed(library, FERRY)
    library.remove(ArticleId(ferry))
    assert indexed(library, FERRY) == [ferry]
    assert len(found(library, "ferry")) == 1


def test_an_original_shared_by_two_articles_outlives_one(library: LibraryFile) -> None:
    one, other = library.add([reading("One."), reading("Two.")], AT)
    library.remove(one.id)
    kept = library.reading(other.id)
    assert kept is not None
    assert kept.original == b"<html>ferry</html>"


def test_what_was_added_outlasts_the_program(library: LibraryFile, folder: Path) -> None:
    library.add([reading()], AT)  # not closed, as if killed here
    with closing(open_library(folder)) as later:
        later.index(silent)
        assert found(later, "ferry") == ["The ferry to Sollund stopped sailing on 4 May."]


def test_a_reading_that_fails_keeps_those_before_it(library: LibraryFile) -> None:
    def broken():
        yield from (reading(f"Ship {number} sailed.") for number in range(250))
        raise OSError("unreadable")

    with pytest.raises(OSError, match="unreadable"):
        library.add(broken(), AT)
    assert library.state().articles == 200


def test_half_a_character_is_refused_in_words(library: LibraryFile) -> None:
    with pytest.raises(LibraryFailed, match="half a character"):
        library.add([replace(reading(), title="\ud800")], AT)
    assert library.state().articles == 0


def test_an_empty_article_is_kept(library: LibraryFile) -> None:
    first, _ = library.add([reading(""), reading("One.")], AT)
    assert first.passages == 0
    assert library.state() == LibraryState(2, 1, 1, 1)
